import { URI } from 'vscode-uri';
import { unifiedDiff } from '../../formats/diff.ts';
import { CONFIGURATION_FILE } from '../../friction/configuration/configuration.ts';
import { CANONICAL, formatted } from '../../language/format/format.ts';
import { formatLanguageOf } from '../../language/format/language.ts';
import { createWorkspace } from '../../language/workspace/journey-workspace.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { configure, type Mistaken } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import { rewriteTextFile } from '../files/rewrite.ts';
import { printable, shownDiff } from '../fix-report.ts';
import { findInputs, type FoundInputs, pathOf } from '../inputs.ts';

export interface FormatCommandOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly 'stdin-file-name'?: string;
}

/** `journey fmt`: lays files out in the one style, or says which are not. */
export async function runFormat(
  operands: readonly string[],
  options: FormatCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { output } = context;
  const found = await findInputs(operands.length === 0 ? ['.'] : operands, options['stdin-file-name'], context);
  const { inputs, mistaken, knowsIgnored } = configure(found, undefined);
  if (!knowsIgnored) {
    // What somebody wants to be left as it is must not be written.
    complainOf({ missing: inputs.problems, mistaken: ofConfigurations(mistaken) }, output);
    output.complain(doesNotKnow);
    return EXIT.usage;
  }
  const missing = [...inputs.problems];
  // Only its parser is needed: no file is read through it.
  const absent = { absence: 'missing', reason: { en: '', ja: '' } } as const;
  const language = formatLanguageOf(createWorkspace({ files: { read: () => absent, list: () => [] } }).journey);
  const files: FormattedFile[] = [];
  for (const uri of inputs.uris) {
    const path = pathOf(uri, inputs);
    const read = uri === inputs.stdin?.uri ? inputs.stdin : readTextFile(URI.parse(uri).fsPath);
    if ('text' in read) files.push({ uri, path, before: read.text, after: formatted(read.text, language, CANONICAL) });
    else missing.push({ path, reason: read.reason });
  }
  const changed = files.filter(({ before, after }) => before !== after);
  const isWhole = await (options.diff === true
    ? output.print(
        shownDiff(changed.map(({ path, before, after }) => unifiedDiff(path, before, after)).join(''), output),
      )
    : options.check === true
      ? output.print(shown(changed.map(({ path }) => `${path}\n`).join(''), context))
      : write(files, inputs, context));
  complainOf({ missing, mistaken: ofConfigurations(mistaken) }, output);
  if (!isWhole || missing.length > 0) return EXIT.usage;
  const isAsked = options.check === true || options.diff === true;
  return isAsked && changed.length > 0 ? EXIT.findings : EXIT.clean;
}

const doesNotKnow: Text = {
  en: 'nothing was formatted: the configuration may say that files are to be left as they are',
  ja: '整形は行いませんでした。対象外のファイルが設定に書かれている可能性があるためです',
};

/** What was measured has nothing to do with the layout. */
function ofConfigurations(mistaken: readonly Mistaken[]): readonly Mistaken[] {
  return mistaken.filter(({ uri }) => uri.endsWith(`/${CONFIGURATION_FILE}`));
}

interface FormattedFile {
  readonly uri: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** False when something could not be written. */
async function write(files: readonly FormattedFile[], { stdin }: FoundInputs, context: Context): Promise<boolean> {
  const { output } = context;
  let done = true;
  for (const { uri, path, before, after } of files) {
    if (uri === stdin?.uri || before === after) continue;
    const wrong = rewriteTextFile(URI.parse(uri).fsPath, before, after);
    done &&= wrong === undefined;
    output.complain(
      wrong === undefined
        ? { en: `formatted ${path}`, ja: `${path} を整えました` }
        : { en: `cannot write ${path}: ${wrong.en}`, ja: `${path} に書き込めません: ${wrong.ja}` },
    );
  }
  const own = files.find(({ uri }) => uri === stdin?.uri);
  return own === undefined ? done : (await output.print(shown(own.after, context))) && done;
}

function shown(text: string, { output }: Context): string {
  return output.terminal ? printable(text) : text;
}
