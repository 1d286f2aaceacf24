import type { Suppression } from '../../model/model.ts';
import type { Place } from '../../model/place.ts';
import { type Comment, commentsOf } from '../comments.ts';
import type { Document } from './unit.ts';

/**
 * The comments that tell a rule to be silent: `// journey-ignore asks-again: the law requires it`, or the same in a block
 * comment, also one for each of its lines. Japanese input methods write the colon wide.
 */
export function suppressionsOf(document: Document): readonly Suppression[] {
  const text = document.textDocument.getText();
  if (!text.includes(MARK)) return [];
  const comments = commentsOf(document);
  return comments.flatMap((comment, index) => {
    if (!comment.text.includes(MARK)) return [];
    const line = lineSpokenOf(document, comments, index);
    const matches = [...comment.text.matchAll(PATTERN)];
    const isAll = matches.length === 1 && saysNothingElse(comment, matches[0]);
    return matches.map((match) => suppressionIn(document, comment, match, line, isAll));
  });
}

const MARK = 'journey-ignore';
/** At the beginning of a comment's line, so that a comment may speak of the mark. */
const PATTERN = /^[\s/*]*journey-ignore(?![\p{L}\p{N}_-])[^\S\r\n]*([^\s::*]*)(?:[^\S\r\n]*[::]([^\r\n]*))?/gmu;

/** Whether a comment consists of a suppression and its own marks. */
function saysNothingElse({ text }: Comment, match: RegExpExecArray | undefined): boolean {
  if (match === undefined) return false;
  return /^[\s/*]*$/.test(text.slice(0, match.index) + text.slice(match.index + match[0].length));
}

function suppressionIn(
  document: Document,
  comment: Comment,
  match: RegExpExecArray,
  line: number,
  isAll: boolean,
): Suppression {
  const [whole, rule = '', written = ''] = match;
  const start = comment.offset + match.index + whole.indexOf(MARK) + MARK.length;
  const offset = rule === '' ? comment.offset : document.textDocument.getText().indexOf(rule, start);
  const end = rule === '' ? comment.end : offset + rule.length;
  const reason = written.replace(/\*\/\s*$/, '').trim();
  return {
    rule,
    ...(reason === '' ? {} : { reason }),
    place: placeOf(document, offset, end),
    extent: isAll ? placeOf(document, comment.offset, comment.end) : lineOf(document, comment, match),
    line,
  };
}

/** The suppression's own part of a comment that says more, without the marks that begin or end the comment. */
function lineOf(document: Document, comment: Comment, match: RegExpExecArray): Place {
  const [whole] = match;
  const start = comment.offset + match.index + whole.indexOf(MARK);
  const end = comment.offset + match.index + whole.replace(/\s*\*\/\s*$/, '').length;
  return placeOf(document, start, end);
}

/** The line of the statement that the comment stands behind, or else of the next one below it. */
function lineSpokenOf(document: Document, comments: readonly Comment[], index: number): number {
  const { textDocument } = document;
  const text = textDocument.getText();
  const isBlank = (from: number, to: number): boolean => text.substring(from, to).trim() === '';
  const comment = comments[index];
  if (comment === undefined) return 0;

  const { line } = textDocument.positionAt(comment.offset);
  const start = textDocument.offsetAt({ line, character: 0 });
  let from = comment.offset;
  for (let at = index - 1; at >= 0; at--) {
    const before = comments[at];
    if (before === undefined || before.end <= start) break;
    if (!isBlank(before.end, from)) return line;
    from = before.offset;
  }
  if (!isBlank(start, from)) return line;

  let to = comment.end;
  for (const after of comments.slice(index + 1)) {
    if (!isBlank(to, after.offset)) break;
    to = after.end;
  }
  const rest = text.substring(to);
  return textDocument.positionAt(to + rest.length - rest.trimStart().length).line;
}

function placeOf({ uri, textDocument }: Document, start: number, end: number): Place {
  return {
    uri: uri.toString(),
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
  };
}
