import { join } from 'node:path';
import { inLocale, type Text } from '../../model/text.ts';
import { safeText } from '../../formats/terminal/safe.ts';
import { wrap } from '../../formats/terminal/wrap.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Git, GitError, openGit } from '../git/git.ts';
import { ATTRIBUTES, commandName, configured, readAttributes, settingsFor, withAttributes } from '../git/setup.ts';
import { lineWidth, writeOutputFile } from '../output-file.ts';

export interface GitSetupOptions {
  readonly print?: boolean;
}

/** `journey git-setup`: tells git how to compare and merge journeys, and says what it has told it. */
export async function runGitSetup(options: GitSetupOptions, context: Context): Promise<ExitCode> {
  try {
    const git = await openGit(context.cwd);
    if (!git.bare) return await setUp(git, options.print === true, context);
    context.output.complain({
      en: 'a bare repository has no working tree; run this in a clone of it',
      ja: 'ベアリポジトリには作業ツリーがありません。クローンした先で実行してください',
    });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    context.output.complain(error.text);
  }
  return EXIT.usage;
}

async function setUp(git: Git, onlyPrints: boolean, { env, locale, output }: Context): Promise<ExitCode> {
  const found = commandName(git.root, env);
  if (found === undefined) {
    output.complain(notInPath);
    if (!onlyPrints) return EXIT.usage;
  }
  const lines: string[] = [];
  const say = (text: Text, indent = ''): void => {
    const parts = wrap(safeText(inLocale(text, locale)), lineWidth({}, output) - indent.length);
    lines.push(...parts.map((part) => indent + part));
  };
  const report = (line: string, isThere: boolean, means: Text): void => {
    const state = isThere ? states.there : onlyPrints ? states.missing : states.written;
    lines.push(`  ${safeText(line)}`);
    say({ en: `${state.en}: ${means.en}`, ja: `${state.ja}: ${means.ja}` }, '      ');
  };

  const file = join(git.root, '.gitattributes');
  const attributes = withAttributes(readAttributes(file));
  if (attributes !== undefined && !onlyPrints) {
    const wrong = writeOutputFile(file, attributes, git.root);
    if (wrong !== undefined) {
      output.complain(wrong);
      return EXIT.usage;
    }
  }
  say({ en: '.gitattributes (commit it: it is for everybody)', ja: '.gitattributes(コミットして全員で使います)' });
  report(ATTRIBUTES, attributes === undefined, {
    en: 'journey files are compared and merged as journeys.',
    ja: '.journey ファイルを、ジャーニーとして比較・マージします。',
  });
  say({
    en: 'git config --local (only for this clone: everybody runs "journey git-setup" once)',
    ja: 'git config --local(このクローンだけの設定です。各自が「journey git-setup」を1回実行します)',
  });
  for (const { key, value, means } of settingsFor(found ?? 'journey')) {
    const isThere = (await configured(git, key)) === value;
    if (!isThere && !onlyPrints) await git.run(['config', '--local', '--replace-all', key, value]);
    report(`${key} = ${value}`, isThere, means);
  }
  return (await output.print(`${lines.join('\n')}\n`)) ? EXIT.clean : EXIT.usage;
}

const states = {
  there: { en: 'already set', ja: '設定済み' },
  written: { en: 'set', ja: '設定しました' },
  missing: { en: 'not set yet', ja: '未設定' },
} as const satisfies Readonly<Record<string, Text>>;

/** With settings that name a command that is not there, git could show no difference of a journey at all. */
const notInPath: Text = {
  en: 'the command "journey" is neither installed in this project nor in the PATH, so git could not run it; install it first (npm install --save-dev journey-language)',
  ja: 'コマンド「journey」がこのプロジェクトにも PATH にもないため、git から実行できません。先にインストールしてください(npm install --save-dev journey-language)',
};
