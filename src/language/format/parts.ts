import type { TextDocument } from 'langium';
import type { Position, Range } from '../../model/place.ts';
import type { Change } from '../edit/addition.ts';
import { lineEnd, lineStart } from '../edit/layout.ts';
import { scan } from '../parser/scanner.ts';
import { formatEdits, type FormatLanguage, type FormatOptions } from './format.ts';

/** What `formatEdits` changes on the lines of a range; the lines before and after stay. */
export function formatRange(
  document: TextDocument,
  { start, end }: Range,
  language: FormatLanguage,
  options: FormatOptions,
): readonly Change[] {
  const text = document.getText();
  const from = lineStart(text, document.offsetAt(start));
  const to = lineEnd(text, document.offsetAt(end));
  return formatEdits(text, language, options).flatMap((change) => {
    if (change.end < from || change.end > to) return [];
    if (change.start >= from) return [change];
    // White space that begins on a line before: only the indentation is on a line of the range.
    const indentation = /[\r\n]([^\r\n]*)$/.exec(change.newText)?.[1];
    return indentation === undefined ? [] : [{ start: from, end: change.end, newText: indentation }];
  });
}

/**
 * What to change right after somebody has typed a character. Behind a closing brace, its whole block is laid out. After a new
 * line, the line before is, and the new one gets its indentation.
 */
export function formatOnType(
  document: TextDocument,
  position: Position,
  typed: string,
  language: FormatLanguage,
  options: FormatOptions,
): readonly Change[] {
  const text = document.getText();
  const offset = document.offsetAt(position);
  if (typed === '}') {
    const open = openingBrace(text, offset, language);
    return open === undefined
      ? []
      : formatRange(document, { start: document.positionAt(open), end: position }, language, options);
  }
  if (position.line === 0) return [];
  const own = lineStart(text, offset);
  const before = lineStart(text, own - (text.substring(own - 2, own) === '\r\n' ? 2 : 1));
  // Line breaks are what is being typed, so that they stay.
  const changes = formatEdits(text, language, options).filter(
    ({ start, end }) => start >= before && end < own && !/[\r\n]/.test(text.substring(start, end)),
  );
  const rest = text.substring(own, lineEnd(text, own));
  const indentation = options.step.repeat(depthBefore(text, own, rest.trimStart().startsWith('}'), language));
  const space = rest.length - rest.trimStart().length;
  if (rest.substring(0, space) === indentation) return changes;
  return [...changes, { start: own, end: own + space, newText: indentation }];
}

function openingBrace(text: string, offset: number, { syntax }: FormatLanguage): number | undefined {
  const open: number[] = [];
  for (const { tokenType, startOffset } of scan(text, syntax).tokens) {
    if (startOffset >= offset) break;
    if (tokenType.name === '{') open.push(startOffset);
    if (tokenType.name !== '}') continue;
    const from = open.pop();
    if (startOffset === offset - 1) return from;
  }
  return undefined;
}

/** In how many blocks a line stands. */
function depthBefore(text: string, offset: number, closes: boolean, { syntax }: FormatLanguage): number {
  let depth = closes ? -1 : 0;
  for (const { tokenType, startOffset } of scan(text.substring(0, offset), syntax).tokens) {
    if (startOffset >= offset) break;
    if (tokenType.name === '{') depth++;
    else if (tokenType.name === '}') depth--;
  }
  return Math.max(0, depth);
}
