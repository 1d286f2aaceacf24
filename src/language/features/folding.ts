import { CstUtils, isLeafCstNode } from 'langium';
import { commentsOf } from '../comments.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';

/** Lines, counted from zero, that can be folded into the first of them. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind?: 'comment' | 'imports';
}

/** Blocks, comments of several lines, several comments below each other, and the imports. A block's closing brace stays in view. */
export function foldsOf(document: JourneyDocument): readonly Fold[] {
  const { value: root } = document.parseResult;
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const leaf of root.$cstNode === undefined ? [] : CstUtils.flattenCst(root.$cstNode)) {
    if (!isLeafCstNode(leaf) || leaf.hidden) continue;
    if (leaf.tokenType.name === '{') open.push(leaf.range.start.line);
    if (leaf.tokenType.name !== '}') continue;
    const start = open.pop();
    if (start !== undefined && leaf.range.start.line - 1 > start) folds.push({ start, end: leaf.range.start.line - 1 });
  }
  folds.push(...commentFolds(document));
  const imports = root.imports.flatMap(({ $cstNode }) => $cstNode?.range ?? []);
  const [first, last] = [imports[0]?.start.line ?? 0, imports.at(-1)?.end.line ?? 0];
  if (last > first) folds.push({ start: first, end: last, kind: 'imports' });
  return folds.toSorted((a, b) => a.start - b.start);
}

function commentFolds(document: JourneyDocument): readonly Fold[] {
  const { textDocument: text } = document;
  const folds: { start: number; end: number; kind: 'comment' }[] = [];
  for (const comment of commentsOf(document)) {
    const [start, end] = [text.positionAt(comment.offset), text.positionAt(comment.end)];
    const before = text.getText({ start: { line: start.line, character: 0 }, end: start });
    // Behind a statement it is about that one.
    if (before.trim() !== '') continue;
    const above = folds.at(-1);
    const isOneMore = comment.text.startsWith('//') && above?.end === start.line - 1;
    if (isOneMore) above.end = end.line;
    else folds.push({ start: start.line, end: end.line, kind: 'comment' });
  }
  return folds.filter(({ start, end }) => end > start);
}
