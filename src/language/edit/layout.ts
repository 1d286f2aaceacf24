import type { TextDocument } from 'langium';

/** How a text is laid out. Offsets count UTF-16 code units from its start. */
export interface Layout {
  readonly document: TextDocument;
  readonly text: string;
  /** What ends a line: that of the first line, or `\n` when there is only one. */
  readonly eol: string;
  /** One step of indentation. */
  readonly step: string;
}

export function layoutOf(document: TextDocument): Layout {
  const text = document.getText();
  return { document, text, eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n', step: stepOf(text) };
}

/** The white space at the beginning of the line in which the offset lies. */
export function indentationAt({ text }: Layout, offset: number): string {
  return leadingSpace(text.substring(lineStart(text, offset), offset));
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Whether the line before the one that begins at the offset is empty. */
export function followsEmptyLine(text: string, start: number): boolean {
  if (start === 0) return false;
  const end = start - (text.substring(start - 2, start) === '\r\n' ? 2 : 1);
  return text.substring(lineStart(text, end), end).trim() === '';
}

/** Where the line in which the offset lies ends, before what ends it. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Where the line after the one in which the offset lies begins; the end of the text when it is the last. */
export function nextLineStart(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(text.substring(end, end + 2))?.[0].length ?? 0);
}

/** Lines on new lines, each with the indentation. Empty ones stay empty. */
export function onNewLines(lines: readonly string[], indentation: string, { eol }: Layout): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? eol : `${eol}${indentation}${line}`))
    .join('');
}

export function leadingSpace(text: string): string {
  return text.slice(0, text.length - text.trimStart().length);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** The smallest indentation of the file. Lines inside a doc comment are indented by its star. */
function stepOf(text: string): string {
  let step: string | undefined;
  for (const [, indentation = ''] of text.matchAll(/^([ \t]+)[^\s*]/gm)) {
    if (indentation.startsWith('\t')) return '\t';
    if (step === undefined || indentation.length < step.length) step = indentation;
  }
  return step ?? '  ';
}
