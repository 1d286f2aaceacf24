import { AstUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { sourceOf } from '../lowering/source.ts';
import { isJourneyReference } from '../linking/reference.ts';
import type { Part } from '../scope/parts.ts';
import { addStatements, type Change } from './addition.ts';
import { type Block, blockOf, cstOf, insertableOf, reindented, withoutBlock } from './block.ts';
import { combinedStatements } from './combined-statements.ts';
import { type Layout, layoutOf, leadingSpace, lineEnd, lineStart } from './layout.ts';
import { type Planned, Planner } from './plan.ts';
import { removals } from './removal.ts';
import { brokenRefusal } from './refusals.ts';
import { rewired } from './ways.ts';

/**
 * Makes one touchpoint of two that follow each other in a stage: the first one, with all that the second says. What led to the
 * second leads to the first. Its title becomes something that the customer does, its channels are added, and of what can be
 * said only once the first counts (`combinedStatements`). Undefined where the two are not one after the other, or not of the same people.
 */
export function mergeWithNext(first: ast.Touchpoint): Planned | undefined {
  const stage = first.$container;
  const second = stage.touchpoints[stage.touchpoints.indexOf(first) + 1];
  if (second === undefined || !isNext(first, second) || !areAlike(first, second)) return undefined;
  const document = AstUtils.getDocument<ast.JourneyFile>(first);
  const refusal = brokenRefusal(document, [stage]);
  if (refusal !== undefined) return { refusal };

  const layout = layoutOf(document.textDocument);
  const way = [stage.name, first.name];
  const parts = [...second.barriers, ...second.questions];
  const ways = new Map<Part, readonly string[]>([
    [second, way],
    ...parts.map((part): [Part, readonly string[]] => [part, [...way, part.name]]),
  ]);
  const renamed = new Map(rewired({ journey: stage.$container, ways, sites: [first, second] }));
  const block = blockOf(second, document, layout);
  const arrow = arrowTo(first, second);
  const own = renamed.get(document) ?? [];
  const combined = combinedStatements(first, second, layout.text);
  const inSecond = [...own.filter((change) => isIn(change, block)), ...combined.inSecond];
  const removed = arrow === undefined ? [] : removals([cstOf(arrow).range], document, layout);
  // On a line with others, it cannot be told what the line would be afterwards.
  if (removed.some(({ start }) => lineStart(layout.text, start) !== start)) return undefined;
  renamed.set(
    document,
    own.filter((change) => ![block, ...removed].some((piece) => isIn(change, piece))),
  );
  const comments = commentsAround(second, block, layout);
  const statements = [
    ...comments.above,
    ...headerStatements(first, second),
    ...bodyOf(second, inSecond, document, layout),
    ...comments.behind,
  ];
  const added = statements.length === 0 ? [] : addStatements(insertableOf(first, document), statements, layout);
  return new Planner()
    .addAll(renamed)
    .add(
      document,
      ...removed,
      ...combined.inFirst,
      ...added.flatMap((change) => outside(change, removed)),
      withoutBlock(block, layout),
    )
    .plan();
}

function isIn(change: Change, { start, end }: Pick<Change, 'start' | 'end'>): boolean {
  return change.start >= start && change.start < end;
}

/** New lines go just behind the last statement, which may be the arrow that is removed with its line. */
function outside(change: Change, removed: readonly Change[]): readonly Change[] {
  const around = removed.find(({ start, end }) => start < change.start && change.start < end);
  if (around === undefined) return [change];
  const { newText } = change;
  const [eol = ''] = /^(?:\r\n|\n|\r)/.exec(newText) ?? [];
  return [{ start: around.end, end: around.end, newText: newText.slice(eol.length) + eol }];
}

/** Whether the customer goes from one to the other and nowhere else. */
function isNext(first: ast.Touchpoint, second: ast.Touchpoint): boolean {
  const { arrows, ends, failures, loops } = first;
  if (ends.length + failures.length + loops.length > 0) return false;
  return arrows.length === 0 || (arrows.length === 1 && arrowTo(first, second) !== undefined);
}

function arrowTo({ arrows }: ast.Touchpoint, target: ast.Touchpoint): ast.Arrow | undefined {
  return arrows.find((arrow) => arrow.target?.ref === target);
}

/** For the same people, by the same side; and no part of one has the id of a part of the other. */
function areAlike(first: ast.Touchpoint, second: ast.Touchpoint): boolean {
  const own = new Set(partIds(first));
  return (
    personaIds(first) === personaIds(second) &&
    first.flags.toSorted().join() === second.flags.toSorted().join() &&
    (second.initiators.length === 0 || first.initiators.join() === second.initiators.join()) &&
    partIds(second).every((id) => !own.has(id))
  );
}

function personaIds({ personas }: ast.Touchpoint): string {
  return personas
    .map(({ $refText }) => $refText)
    .toSorted()
    .join();
}

function partIds({ barriers, questions }: ast.Touchpoint): readonly string[] {
  return [...barriers, ...questions].map(({ name }) => name);
}

/** What the header of the second one says that the first does not. */
function headerStatements(first: ast.Touchpoint, second: ast.Touchpoint): readonly string[] {
  const { open } = sourceOf(second);
  const known = new Set(first.channels.map(({ ref }) => ref));
  const channels = second.channels.filter(
    (reference) =>
      isJourneyReference(reference) &&
      !known.has(reference.ref) &&
      (reference.$refNode?.offset ?? 0) < (open?.offset ?? Infinity),
  );
  const title = second.label ?? second.labelJa ?? second.labelEn;
  return [
    ...(channels.length === 0 ? [] : [`on ${channels.map(({ $refText }) => $refText).join(', ')}`]),
    ...(title === undefined ? [] : [`does ${literal(title)}`]),
  ];
}

/** The comments that belong to the header or stand behind the block, a line each. */
function commentsAround(
  node: ast.Touchpoint,
  { start, end }: Block,
  { text }: Layout,
): { readonly above: readonly string[]; readonly behind: readonly string[] } {
  const { offset, end: last } = cstOf(node);
  return { above: linesOf(text.substring(start, offset)), behind: linesOf(text.substring(last, end)) };
}

function linesOf(piece: string): readonly string[] {
  return piece
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The lines of a block, without its indentation. */
function bodyOf(
  node: ast.Touchpoint,
  changes: readonly Change[],
  document: JourneyDocument,
  layout: Layout,
): readonly string[] {
  const { text } = layout;
  const { body } = insertableOf(node, document);
  const source = sourceOf(node);
  if (body === undefined || source.open === undefined) return [];
  const from = source.open.end;
  const to = source.close?.offset ?? cstOf(node).end;
  const inside = text.substring(from, to);
  if (inside.trim() === '') return [];
  const first = from + leadingSpace(inside).length;
  const isWhole = text.substring(lineStart(text, first), first).trim() === '';
  const start = isWhole ? lineStart(text, first) : first;
  const end = Math.min(to, lineEnd(text, from + inside.trimEnd().length));
  // Behind the brace there may be a comment; the lines below it tell how they are indented.
  const indentation = /[\r\n]([^\S\r\n]*)\S/.exec(inside)?.[1] ?? '';
  const block: Block = { start, end: Math.max(end, first), whole: isWhole, indentation };
  return [
    reindented(block, node, changes, '', layout)
      .trimEnd()
      .replaceAll(/\r\n|\r/g, '\n'),
  ];
}
