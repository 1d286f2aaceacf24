import { AstUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import type { Part } from '../scope/parts.ts';
import type { Change } from './addition.ts';
import { type Block, blockOf, isAiry, reindented, withoutBlock } from './block.ts';
import { followsEmptyLine, type Layout, layoutOf } from './layout.ts';
import { newId } from './new-id.ts';
import { type Planned, Planner } from './plan.ts';
import { brokenRefusal } from './refusals.ts';
import { rewired } from './ways.ts';

/**
 * Makes a stage of its own of the first or the last touchpoints of a stage. It has the same owner and is for the same people.
 * Undefined for touchpoints from the middle, and for all of them.
 */
export function wrapIntoStage(selected: readonly ast.Touchpoint[], title: string): Planned | undefined {
  const [first] = selected;
  const last = selected.at(-1);
  const stage = first?.$container;
  if (first === undefined || last === undefined || stage === undefined) return undefined;
  const { touchpoints, $container: journey } = stage;
  const isFirst = touchpoints[0] === first;
  if (selected.length === touchpoints.length || (!isFirst && touchpoints.at(-1) !== last)) return undefined;
  const document = AstUtils.getDocument<ast.JourneyFile>(stage);
  const refusal = brokenRefusal(document, [stage]);
  if (refusal !== undefined) return { refusal };
  const layout = layoutOf(document.textDocument);
  const blocks = selected.map((touchpoint) => blockOf(touchpoint, document, layout));
  const around = blockOf(stage, document, layout);
  if (![around, ...blocks].every(({ whole }) => whole)) return undefined;

  const id = newId(
    title,
    journey.stages.map(({ name }) => name),
    'Stage',
  );
  const renamed = new Map(rewired({ journey, ways: waysIn(selected, id), sites: selected }));
  const region: Block = { ...(blocks[0] ?? around), end: blocks.at(-1)?.end ?? around.end };
  const own = renamed.get(document) ?? [];
  const isInside = ({ start }: Change): boolean => start >= region.start && start < region.end;
  renamed.set(
    document,
    own.filter((change) => !isInside(change)),
  );
  const { eol, step } = layout;
  const { indentation } = around;
  const head = inherited(stage);
  const lines = [
    `${indentation}stage ${id} ${literal(title)} {`,
    ...head.map((statement) => indentation + step + statement),
    ...(head.length > 0 && isAiry(stage, document, layout) ? [''] : []),
    reindented(region, stage, own.filter(isInside), region.indentation, layout),
    `${indentation}}`,
  ].join(eol);
  const gap = hasEmptyLines(journey, document, layout) ? eol + eol : eol;
  const insertion = isFirst
    ? { start: around.start, end: around.start, newText: lines + gap }
    : { start: around.end, end: around.end, newText: gap + lines };
  return new Planner().addAll(renamed).add(document, withoutBlock(region, layout), insertion).plan();
}

function waysIn(selected: readonly ast.Touchpoint[], stage: string): ReadonlyMap<Part, readonly string[]> {
  const ways = new Map<Part, readonly string[]>();
  for (const touchpoint of selected) {
    const way = [stage, touchpoint.name];
    ways.set(touchpoint, way);
    for (const part of [...touchpoint.barriers, ...touchpoint.questions]) ways.set(part, [...way, part.name]);
  }
  return ways;
}

/** What a stage says about all of its touchpoints. */
function inherited({ owners, personas }: ast.Stage): readonly string[] {
  return [
    ...(owners.length === 0 ? [] : [`owner ${listed(owners)}`]),
    ...(personas.length === 0 ? [] : [`for ${listed(personas)}`]),
  ];
}

function listed(references: readonly { readonly $refText: string }[]): string {
  return references.map(({ $refText }) => $refText).join(', ');
}

function hasEmptyLines({ stages }: ast.Journey, document: JourneyDocument, layout: Layout): boolean {
  return (
    stages.length < 2 ||
    stages.slice(1).some((stage) => followsEmptyLine(layout.text, blockOf(stage, document, layout).start))
  );
}
