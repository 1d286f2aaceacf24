import { URI } from 'vscode-uri';
import { paintedDiff, unifiedDiff } from '../formats/diff.ts';
import { safeText } from '../formats/terminal/safe.ts';
import { coloured, plain } from '../formats/terminal/style.ts';
import type { Context } from './command.ts';
import { rewriteTextFile } from './files/rewrite.ts';
import type { FixedFile } from './fixing.ts';
import { type FoundInputs, pathOf } from './inputs.ts';
import type { Output } from './output.ts';

/** What the fixes would change, as a unified diff. */
export function fixDiff(files: readonly FixedFile[], inputs: FoundInputs): string {
  return files.map(({ uri, before, after }) => unifiedDiff(pathOf(uri, inputs), before, after)).join('');
}

/** A unified diff as it is printed: for people, or as it is for a program that applies it. */
export function shownDiff(text: string, { colour, terminal }: Output): string {
  return colour || terminal ? paintedDiff(text, colour ? coloured : plain) : text;
}

/** What has become of fixes. */
export interface WrittenFixes {
  /** Files that could not be written, and are as they were. */
  readonly unwritten: readonly FixedFile[];
  /** False when the text that came from standard input could not be printed. */
  readonly isPrinted: boolean;
}

/** Writes the files, prints what came from standard input, and says what was fixed. */
export async function writeFixes(
  files: readonly FixedFile[],
  inputs: FoundInputs,
  { output }: Pick<Context, 'output'>,
): Promise<WrittenFixes> {
  const unwritten: FixedFile[] = [];
  for (const file of files) {
    if (file.uri === inputs.stdin?.uri) continue;
    const path = pathOf(file.uri, inputs);
    const wrong = rewriteTextFile(URI.parse(file.uri).fsPath, file.before, file.after);
    if (wrong === undefined) {
      output.complain(summary(path, file.codes));
    } else {
      unwritten.push(file);
      output.complain({ en: `cannot fix ${path}: ${wrong.en}`, ja: `${path} を修正できません: ${wrong.ja}` });
    }
  }
  if (inputs.stdin === undefined) return { unwritten, isPrinted: true };
  const { uri, text } = inputs.stdin;
  const fixed = files.find((file) => file.uri === uri)?.after ?? text;
  return { unwritten, isPrinted: await output.print(output.terminal ? printable(fixed) : fixed) };
}

function summary(path: string, codes: readonly string[]): { readonly en: string; readonly ja: string } {
  if (codes.length === 0) {
    return {
      en: `changed ${path} for what was fixed in other files`,
      ja: `ほかのファイルの修正に合わせて ${path} を変更しました`,
    };
  }
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const list = [...counts].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`));
  return {
    en: `fixed ${codes.length} in ${path}: ${list.join(', ')}`,
    ja: `${path} を${codes.length}件修正しました: ${list.join('、')}`,
  };
}

/** For a terminal: without characters that would control it. */
export function printable(text: string): string {
  return text.split('\n').map(safeText).join('\n');
}
