import type { LangiumDocument } from 'langium';
import type { Edit, Insertable, TextEdit } from '../../model/finding.ts';
import { addAfter, addStatements, type Change } from './addition.ts';
import { type Layout, layoutOf, lineStart } from './layout.ts';
import { removals } from './removal.ts';

/**
 * The text edits of a change for one document, in the order of the text and without overlaps. Edits of other documents
 * are left to those.
 *
 * What the change does not speak of stays as the author has it: line ends, indentation, comments.
 */
export function textEditsOf(edits: readonly Edit[], document: LangiumDocument): readonly TextEdit[] {
  const uri = document.uri.toString();
  const own = edits.filter((edit) => uriOf(edit) === uri);
  const { textDocument } = document;
  const layout = layoutOf(textDocument);
  const removed = own.flatMap((edit) => (edit.kind === 'remove' ? [edit.place.range] : []));
  const changes = [
    ...statementsByBlock(own).flatMap(({ to, statements }) => addStatements(to, statements, layout)),
    ...own.flatMap((edit) => otherChange(edit, layout) ?? []),
    ...removals(removed, document, layout),
  ];
  return withoutOverlaps(changes, layout).map(({ start, end, newText }) => ({
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
    newText,
  }));
}

/**
 * Statements may be added just behind one that is removed: then the new lines take its place. Changes that overlap in any
 * other way contradict each other; the first in the text is made.
 */
function withoutOverlaps(changes: readonly Change[], { text }: Layout): readonly Change[] {
  const result: Change[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last === undefined || change.start >= last.end) {
      result.push(change);
    } else if (last.newText === '' && change.start === change.end) {
      result[result.length - 1] = inPlaceOf(last, change, text);
    }
  }
  return result;
}

function inPlaceOf(removed: Change, added: Change, text: string): Change {
  const wholeLines = lineStart(text, removed.start) === removed.start && lineStart(text, removed.end) === removed.end;
  if (!wholeLines) return { ...removed, newText: added.newText };
  // New lines begin with the end of the line before them, so that one goes and the end of the removed line stays.
  const eol = /(?:\r\n|\n|\r)$/.exec(text.substring(removed.start - 2, removed.start))?.[0] ?? '';
  return { start: removed.start - eol.length, end: added.start, newText: added.newText };
}

/** The URI of the document that an edit changes. */
export function uriOf(edit: Edit): string {
  switch (edit.kind) {
    case 'addStatements':
      return edit.to.extent.uri;
    case 'addAfter':
      return edit.after.extent.uri;
    default:
      return edit.place.uri;
  }
}

/** All statements for one block at once, so that a block that must be made is made once. */
function statementsByBlock(
  edits: readonly Edit[],
): readonly { readonly to: Insertable; readonly statements: readonly string[] }[] {
  const blocks = new Map<string, { readonly to: Insertable; readonly statements: string[] }>();
  for (const edit of edits) {
    if (edit.kind !== 'addStatements') continue;
    const { line, character } = edit.to.extent.range.start;
    const key = `${line}:${character}`;
    const block = blocks.get(key) ?? { to: edit.to, statements: [] };
    block.statements.push(...edit.statements);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}

function otherChange(edit: Edit, layout: Layout): Change | undefined {
  const { document } = layout;
  switch (edit.kind) {
    case 'addAfter':
      return addAfter(edit.after, edit.lines, layout);
    case 'append': {
      const end = document.offsetAt(edit.place.range.end);
      return { start: end, end, newText: edit.text };
    }
    case 'replace': {
      const { start, end } = edit.place.range;
      return { start: document.offsetAt(start), end: document.offsetAt(end), newText: edit.text };
    }
    default:
      return undefined;
  }
}
