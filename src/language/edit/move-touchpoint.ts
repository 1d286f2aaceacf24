import { AstUtils } from 'langium';
import { quoted } from '../../model/phrases.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import type { Part } from '../scope/parts.ts';
import { addStatements, type Change } from './addition.ts';
import { type Block, blockOf, insertableOf, isAiry, reindented, withoutBlock } from './block.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Planned, Planner } from './plan.ts';
import { brokenRefusal } from './refusals.ts';
import { rewired } from './ways.ts';

/**
 * Moves a touchpoint with its comments to another place of its journey: behind a touchpoint of the stage, or to the top of the
 * stage. Names go on to mean what they mean. Written arrows stay; where none are written, the order of the text is the way.
 */
export function moveTouchpoint(touchpoint: ast.Touchpoint, stage: ast.Stage, after?: ast.Touchpoint): Planned {
  const document = AstUtils.getDocument<ast.JourneyFile>(touchpoint);
  const refusal = brokenRefusal(document, [touchpoint.$container, stage]) ?? takenRefusal(touchpoint, stage);
  if (refusal !== undefined) return { refusal };
  const planner = new Planner();
  const siblings = stage.touchpoints;
  const place = after === undefined ? 0 : siblings.indexOf(after) + 1;
  const isThere = siblings[place] === touchpoint || after === touchpoint;
  if (isThere) return planner.plan();

  const layout = layoutOf(document.textDocument);
  const block = blockOf(touchpoint, document, layout);
  const renamed = new Map(rewired({ journey: stage.$container, ways: waysIn(touchpoint, stage), sites: [touchpoint] }));
  const inside = ({ start }: Change): boolean => start >= block.start && start < block.end;
  const own = renamed.get(document) ?? [];
  renamed.set(
    document,
    own.filter((change) => !inside(change)),
  );
  const others = siblings.filter((each) => each !== touchpoint);
  const text = (indentation: string): string => reindented(block, touchpoint, own.filter(inside), indentation, layout);
  return planner
    .addAll(renamed)
    .add(document, withoutBlock(block, layout), ...insertion(stage, after, others, text, document, layout))
    .plan();
}

function insertion(
  stage: ast.Stage,
  after: ast.Touchpoint | undefined,
  others: readonly ast.Touchpoint[],
  text: (indentation: string) => string,
  document: JourneyDocument,
  layout: Layout,
): readonly Change[] {
  const neighbour = after ?? others[0];
  if (neighbour === undefined) {
    return addStatements(insertableOf(stage, document), [text('').replaceAll(/\r\n|\r/g, '\n')], layout);
  }
  const gap = isAiry(stage, document, layout) ? layout.eol + layout.eol : layout.eol;
  const block = blockOf(neighbour, document, layout);
  const written = text(block.indentation);
  return [after === undefined ? before(block, written, gap) : behind(block, written, gap, layout)];
}

export function behind(
  { end, whole, indentation }: Block,
  text: string,
  gap: string,
  { eol, text: all }: Layout,
): Change {
  if (whole) return { start: end, end, newText: gap + text };
  // What stands behind it goes on to a line of its own.
  const space = /^[^\S\r\n]*/.exec(all.substring(end))?.[0].length ?? 0;
  return { start: end, end: end + space, newText: `${gap}${text}${eol}${indentation}` };
}

export function before({ start, whole, indentation }: Block, text: string, gap: string): Change {
  // On a line that it shares, the first touchpoint follows on the next one.
  return { start, end: start, newText: whole ? text + gap : `${text.trimStart()}${gap}${indentation}` };
}

function waysIn(touchpoint: ast.Touchpoint, stage: ast.Stage): ReadonlyMap<Part, readonly string[]> {
  const way = [stage.name, touchpoint.name];
  const parts = [...touchpoint.barriers, ...touchpoint.questions];
  return new Map<Part, readonly string[]>([
    [touchpoint, way],
    ...parts.map((part): [Part, readonly string[]] => [part, [...way, part.name]]),
  ]);
}

function takenRefusal(touchpoint: ast.Touchpoint, stage: ast.Stage): { en: string; ja: string } | undefined {
  const taken = stage.touchpoints.some((other) => other !== touchpoint && other.name === touchpoint.name);
  if (!taken) return undefined;
  const name = quoted(touchpoint.name);
  const where = quoted(stage.label ?? stage.name);
  return {
    en: `The stage ${where.en} has a touchpoint ${name.en} already; rename one of the two first.`,
    ja: `ステージ${where.ja}にはすでに同じIDのタッチポイント${name.ja}があります。先にどちらかの名前を変更してください。`,
  };
}
