import type { Insertable } from '../../model/finding.ts';
import { indentationAt, type Layout, leadingSpace, lineEnd, onNewLines } from './layout.ts';

/** A replacement of the text between two offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Adds statements, a line each, at the end of a declaration's block; makes the block where there is none. */
export function addStatements({ extent, body }: Insertable, statements: readonly string[], layout: Layout): Change[] {
  const { document, text, eol, step } = layout;
  const outer = indentationAt(layout, document.offsetAt(extent.range.start));
  if (body === undefined) {
    const end = document.offsetAt(extent.range.end);
    return [{ start: end, end, newText: ` {${onNewLines(statements, outer + step, layout)}${eol}${outer}}` }];
  }
  const start = document.offsetAt(body.start);
  const end = document.offsetAt(body.end);
  const inside = text.substring(start, end);
  const inner = innerIndentation(inside) ?? outer + step;
  const lines = onNewLines(statements, inner, layout);
  const last = start + inside.trimEnd().length;
  if (!body.closed) return [{ start: last, end: last, newText: lines }];
  const close = `${lines}${eol}${outer}`;
  if (last === start) return [{ start, end, newText: close }];
  const gap = text.substring(last, end);
  // An empty line before the brace stays before it.
  if (/[\r\n]/.test(gap)) return [{ start: last, end: last, newText: lines }];
  if (/[\r\n]/.test(inside)) return [{ start: last, end, newText: close }];
  // The block is on one line: it is opened, and what it holds stays together.
  const first = start + leadingSpace(inside).length;
  return [
    { start, end: first, newText: `${eol}${inner}` },
    { start: last, end, newText: close },
  ];
}

/** Adds lines after a declaration, at its indentation. */
export function addAfter({ extent }: Insertable, lines: readonly string[], layout: Layout): Change {
  const { document, text, eol } = layout;
  const indentation = indentationAt(layout, document.offsetAt(extent.range.start));
  const end = document.offsetAt(extent.range.end);
  const rest = text.substring(end, lineEnd(text, end));
  const newText = onNewLines(lines, indentation, layout);
  // A comment behind the declaration belongs to it.
  if (/^\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/\s*)?$/.test(rest)) {
    return { start: end + rest.length, end: end + rest.length, newText };
  }
  // Something else stands on the same line: it goes on a line of its own.
  return { start: end, end: end + leadingSpace(rest).length, newText: `${newText}${eol}${indentation}` };
}

/** The indentation of the first line of a block that holds anything; undefined when it is on one line or empty. */
function innerIndentation(inside: string): string | undefined {
  return /[\r\n]([ \t\u3000]*)\S/.exec(inside)?.[1];
}
