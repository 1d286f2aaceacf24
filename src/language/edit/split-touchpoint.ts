import { AstUtils, type CstNode, GrammarUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import { commentsAbove, commentsOf } from '../comments.ts';
import type * as ast from '../generated/ast.ts';
import { sourceOf } from '../lowering/source.ts';
import type { Part } from '../scope-parts.ts';
import type { Change } from './addition.ts';
import { cstOf } from './block.ts';
import { type Layout, layoutOf, leadingSpace, lineEnd, lineStart } from './layout.ts';
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
  const above = commentsAbove(commentsOf(document), text, second.start)[0];
  const at = lineStart(text, above?.offset ?? second.start);
  const outer = leadingSpace(text.substring(lineStart(text, cstOf(touchpoint).offset), cstOf(touchpoint).offset));
  const ways = statements.filter(({ property, start }) => WAYS.has(property) && start < at);
  const lines = ways.map(({ start }) => text.substring(lineStart(text, start), lineEnd(text, start)) + eol).join('');
  const header = `${outer}touchpoint ${id}${titlesOf(touchpoint)}${restOfHeader(touchpoint, open, layout)}{${eol}`;
  const removed = ways.map(
    ({ start }): Change => ({ start: lineStart(text, start), end: nextLine(text, start), newText: '' }),
  );
  const moved = [...touchpoint.barriers, ...touchpoint.questions].filter((part) => cstOf(part).offset >= at);
  const renamed = rewired({
    journey: stage.$container,
    ways: new Map(moved.map((part): [Part, readonly string[]] => [part, [stage.name, id, part.name]])),
    sites: [touchpoint],
  });
  const inside = (change: Change): boolean =>
    ways.some(({ start }) => change.start >= lineStart(text, start) && change.start < nextLine(text, start));
  const own = renamed.get(document) ?? [];
  // A name in a line that moves cannot change as well; names of parts that stay or go are hardly ever there.
  if (own.some(inside)) return undefined;
  return new Planner()
    .addAll(renamed)
    .add(document, ...removed, { start: at, end: at, newText: `${outer}}${eol}${header}${lines}` })
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
    (property) => GrammarUtils.findNodeForProperty(touchpoint.$cstNode, property)?.end ?? [],
  );
  return text.substring(Math.max(...named), open.offset);
}

function beginsLine(text: string, offset: number): boolean {
  return text.substring(lineStart(text, offset), offset).trim() === '';
}

function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(text.substring(end, end + 2))?.[0].length ?? 0);
}
