// How the findings of a file look to its author: the code frame, the words in both languages, other places, the fixes.
import type { Finding, Fix, RelatedPlace } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/place.ts';
import { type OpenFile, withFix } from './workspace.ts';

type OpenFiles = ReadonlyMap<string, OpenFile>;

/** As Markdown, so that a reviewer can read it where the repository is shown. */
export function snapshotOf(file: OpenFile, findings: readonly Finding[], files: OpenFiles): string {
  return [`# ${file.name}`, '', ...findings.flatMap((finding) => section(finding, file, files))].join('\n');
}

function section(finding: Finding, file: OpenFile, files: OpenFiles): readonly string[] {
  const { code, severity, cause, message, help, related, fixes } = finding;
  return [
    `## ${severity} \`${code}\`${cause === undefined ? '' : ` (${cause})`}`,
    '',
    '```journey',
    ...frame(finding.place, file.text),
    '```',
    '',
    `- ${message.en}`,
    `- ${message.ja}`,
    `- Help: ${help.en}`,
    `- 対処: ${help.ja}`,
    ...related.map((each) => relatedLine(each, file, files)),
    ...fixes.flatMap((fix) => fixLines(fix, files)),
    '',
  ];
}

function frame({ range: { start, end } }: Place, text: string): readonly string[] {
  const lines = text.split('\n');
  const line = lines[start.line] ?? '';
  const width = String(start.line + 1).length;
  const numbered = (index: number): string => `${String(index + 1).padStart(width)} | ${lines[index] ?? ''}`.trimEnd();
  const last = end.line === start.line ? end.character : line.length;
  const marks = '^'.repeat(Math.max(1, columns(line.slice(start.character, last))));
  const marker = `${' '.repeat(width)} | ${' '.repeat(columns(line.slice(0, start.character)))}${marks}`;
  return [...(start.line > 0 ? [numbered(start.line - 1)] : []), numbered(start.line), marker];
}

/** Japanese characters take two columns. */
function columns(text: string): number {
  return text.length + (text.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF01-\uFF60]/g)?.length ?? 0);
}

function relatedLine({ place, message }: RelatedPlace, file: OpenFile, files: OpenFiles): string {
  const { name, text } = [...files.values()].find(({ uri }) => uri === place.uri) ?? file;
  const { start } = place.range;
  const line = (text.split('\n')[start.line] ?? '').trim();
  return `- ${name}:${start.line + 1}:${start.character + 1} \`${line}\` ${message.en} / ${message.ja}`;
}

function fixLines(fix: Fix, files: OpenFiles): readonly string[] {
  const { title, safe } = fix;
  const changed = withFix(files, fix);
  return [
    `- ${safe ? 'Safe fix' : 'Fix'}: ${title.en} / ${title.ja}`,
    '',
    '  ```diff',
    ...[...files.values()].flatMap(({ name, text }) => difference(text, changed.get(name) ?? '')),
    '  ```',
    '',
  ];
}

/** The lines that differ, by the longest common subsequence. */
function difference(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = a.map(() => b.map(() => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (common[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`  - ${a[i++] ?? ''}`);
    else lines.push(`  + ${b[j++] ?? ''}`);
  }
  return lines;
}
