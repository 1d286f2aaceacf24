import { AstUtils, type CstNode } from 'langium';
import { literal } from '../../friction/fixes.ts';
import { commentsAbove, commentsOf } from '../comments.ts';
import type * as ast from '../generated/ast.ts';
import { sourceOf, writtenFor } from '../lowering/source.ts';
import type { Part } from '../scope/parts.ts';
import type { Change } from './addition.ts';
import { cstOf, isAiry } from './block.ts';
import { type Layout, layoutOf, leadingSpace, lineStart, nextLineStart } from './layout.ts';
import { newId } from './new-id.ts';
import { type Planned, Planner } from './plan.ts';
import { rewired } from './ways.ts';

/**
 * Splits a touchpoint in two at an offset: the statements from that line on, and the way on, belong to a second one of the same
 * channels that follows. Undefined where there is nothing to split.
 */
export function splitTouchpoint(touchpoint: ast.Touchpoint, offset: number): Planned | undefined {
  const document = AstUtils.getDocument<ast.JourneyFile>(touchpoint);
  const layout = layoutOf(document.textDocument);
  const { text, eol } = layout;
  const { open, close } = sourceOf(touchpoint);
  const statements = statementsOf(touchpoint);
  const second = statements.find((each) => each.start >= lineStart(text, offset));
  const isSplit = second !== undefined && second !== statements[0] && offset > (open?.end ?? Infinity);
  if (!isSplit || close === undefined || open === undefined) return undefined;
  // With a line for each statement it is clear what belongs to which.
  if (!statements.every((each, index) => beginsLine(text, each.start) && each.start !== statements[index - 1]?.start))
    return undefined;
  if (!beginsLine(text, close.offset)) return undefined;

  const stage = touchpoint.$container;
  const ids = stage.$container.stages.flatMap(({ touchpoints }) => touchpoints.map(({ name }) => name));
  const id = newId(touchpoint.name, ids, 'Touchpoint');
  const comments = commentsOf(document);
  const withComments = (start: number): number =>
    lineStart(text, commentsAbove(comments, text, start)[0]?.offset ?? start);
  const at = withComments(second.start);
  const outer = leadingSpace(text.substring(lineStart(text, cstOf(touchpoint).offset), cstOf(touchpoint).offset));
  const ways = statements
    .filter(({ property, start }) => WAYS.has(property) && start < at)
    .map(({ start }) => ({ start: withComments(start), end: nextLineStart(text, start) }));
  const header = `touchpoint ${id}${titlesOf(touchpoint)}${restOfHeader(touchpoint, open, layout)}{${eol}`;
  const gap = isAiry(stage, document, layout) ? eol : '';
  const moved = [...touchpoint.barriers, ...touchpoint.questions].filter((part) => cstOf(part).offset >= at);
  const renamed = rewired({
    journey: stage.$container,
    ways: new Map(moved.map((part): [Part, readonly string[]] => [part, [stage.name, id, part.name]])),
    sites: [touchpoint],
  });
  const isInWays = (change: Change): boolean =>
    ways.some(({ start, end }) => change.start >= start && change.start < end);
  // A name in a line that moves cannot change as well; names of parts that stay or go are hardly ever there.
  if (renamed.get(document)?.some(isInWays) === true) return undefined;
  const end = lineStart(text, close.offset);
  return new Planner()
    .addAll(renamed)
    .add(
      document,
      ...ways.map(({ start, end: last }): Change => ({ start, end: last, newText: '' })),
      { start: at, end: at, newText: `${outer}}${eol}${gap}${outer}${header}` },
      { start: end, end, newText: ways.map((way) => text.substring(way.start, way.end)).join('') },
    )
    .plan();
}

/** What decides where the customer goes from here; it belongs to the end of a touchpoint. */
const WAYS: ReadonlySet<string> = new Set(['arrows', 'ends']);

interface Statement {
  readonly property: string;
  readonly start: number;
}

/** The statements in the block, in the order of the text. */
function statementsOf(touchpoint: ast.Touchpoint): readonly Statement[] {
  const { parts, open } = sourceOf(touchpoint);
  return parts
    .filter(({ node, comma }) => node.offset > (open?.offset ?? Infinity) && !comma)
    .map(({ property, node, lead }) => ({ property, start: (lead ?? node).offset }));
}

function continued(title: string): string {
  return literal(`${title} (2)`);
}

function titlesOf({ label, labelJa, labelEn }: ast.Touchpoint): string {
  return [
    label === undefined ? '' : ` ${continued(label)}`,
    labelJa === undefined ? '' : ` ja ${continued(labelJa)}`,
    labelEn === undefined ? '' : ` en ${continued(labelEn)}`,
  ].join('');
}

/** Channels and the rest, from behind the titles to the brace. */
function restOfHeader(touchpoint: ast.Touchpoint, open: CstNode, { text }: Layout): string {
  const named = ['name', 'label', 'labelJa', 'labelEn'].flatMap(
    (property) => writtenFor(touchpoint, property)?.end ?? [],
  );
  return text.substring(Math.max(...named), open.offset);
}

function beginsLine(text: string, offset: number): boolean {
  return text.substring(lineStart(text, offset), offset).trim() === '';
}
