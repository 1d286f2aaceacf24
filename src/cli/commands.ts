// Every subcommand and option, in one table: it is parsed by, the help is printed from, and completion scripts are made of.
import type { Text } from '../model/text.ts';
import type { Command, OptionSpec } from './command.ts';
import { checkFiles } from './specs/check.ts';
import { discoverJourney, experimentResults } from './specs/discovery.ts';
import { conformLog, simulateLog } from './specs/evidence.ts';
import { exportModel, importFile } from './specs/formats.ts';
import { explainRule, listRules, planExperiment } from './specs/rules.ts';
import { formatFiles } from './specs/fmt.ts';
import { convertText, mergeFiles, setUpGit } from './specs/git.ts';
import { LOCALES } from './locale.ts';
import { compareVersions, followCommits } from './specs/versions.ts';
import { listActions, showMatrix, showStatistics } from './specs/overviews.ts';
import { completionScript, initWorkspace, newJourney } from './specs/start.ts';
import { makeIndex, watchFiles } from './specs/site.ts';
import { languageServer } from './specs/lsp.ts';
import { toolServer } from './specs/mcp.ts';
import { renderMap } from './specs/render.ts';

/** Options that every subcommand has. */
export const globalOptions: readonly OptionSpec[] = [
  { name: 'help', short: 'h', help: { en: 'Show this help', ja: 'この説明を表示します' } },
  { name: 'version', short: 'V', help: { en: 'Show the version', ja: 'バージョンを表示します' } },
  {
    name: 'locale',
    value: { kind: 'choice', placeholder: 'en|ja', choices: LOCALES },
    help: {
      en: 'Language of all texts (default: LC_ALL, LC_MESSAGES or LANG, else en)',
      ja: '表示言語(既定: LC_ALL、LC_MESSAGES、LANG の順、なければ en)',
    },
  },
];

export interface CommandGroup {
  readonly title: Text;
  readonly commands: readonly Command[];
}

/** All subcommands by what people are about to do. */
export const commandGroups: readonly CommandGroup[] = [
  { title: { en: 'Begin', ja: '始める' }, commands: [initWorkspace, newJourney, importFile] },
  {
    title: { en: 'Write and put right', ja: '書く・直す' },
    commands: [checkFiles, explainRule, listRules, formatFiles, watchFiles],
  },
  {
    title: { en: 'Show others', ja: '見せる・まとめる' },
    commands: [renderMap, makeIndex, exportModel, listActions, showStatistics, showMatrix],
  },
  { title: { en: 'Compare versions', ja: '版を比べる' }, commands: [compareVersions, followCommits, setUpGit] },
  {
    title: { en: 'Compare with what customers did', ja: '実際の行動と照らし合わせる' },
    commands: [conformLog, discoverJourney, experimentResults, planExperiment, simulateLog],
  },
  {
    title: { en: 'For editors, git and shells', ja: 'エディター・git・シェル用' },
    commands: [languageServer, toolServer, convertText, mergeFiles, completionScript],
  },
];

export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands);
