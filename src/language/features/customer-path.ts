import { AstUtils } from 'langium';
import { analysisOf } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { GraphEdge, GraphNode, Way, WayKind } from '../../model/graph.ts';
import type { Journey, Touchpoint } from '../../model/journey.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import { percentText, quoted } from '../../model/phrases.ts';
import { comparePositions, type Position, type Range } from '../../model/place.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { modelOf } from '../lowering/model-of.ts';
import { extentOf, occurrenceAt } from './occurrences.ts';

/** A touchpoint as one step of the customer's path. */
export interface Step {
  readonly uri: string;
  readonly title: string;
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
}

/** A step that leads here, or that follows, with the places that say so in the touchpoint where the way begins. */
export interface NextStep {
  readonly step: Step;
  readonly ranges: readonly Range[];
}

/** The step that a touchpoint is; undefined while its journey cannot be understood. */
export function stepOf(node: ast.Touchpoint, locale: Locale): Step | undefined {
  const at = touchpointOf(node);
  return at && stepAt(at.touchpoint, stageTitle(at.journey, at.touchpoint, locale), locale);
}

/** What leads to a touchpoint, in the order of the text. A detail says how: share, condition, for whom. */
export function stepsBefore(node: ast.Touchpoint, locale: Locale): readonly NextStep[] {
  return ways(node, locale, 'in');
}

/** What follows a touchpoint. */
export function stepsAfter(node: ast.Touchpoint, locale: Locale): readonly NextStep[] {
  return ways(node, locale, 'out');
}

/** The touchpoint that is named at a position, or else the one whose block is around it. */
export function touchpointAt(document: JourneyDocument, position: Position): ast.Touchpoint | undefined {
  const named = occurrenceAt(document, position)?.node;
  if (named?.$type === 'Touchpoint') return named as ast.Touchpoint;
  const journeys = document.parseResult.value.declarations.filter((node) => node.$type === 'Journey');
  return journeys
    .flatMap(({ stages }) => stages)
    .flatMap(({ touchpoints }) => touchpoints)
    .find((node) => {
      const { start, end } = extentOf(node);
      return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
    });
}

/** The touchpoint of the model that a syntax node became, with the journey that it stands in. */
function touchpointOf(
  node: ast.Touchpoint,
): { readonly model: Model; readonly journey: Journey; readonly touchpoint: Touchpoint } | undefined {
  const model = modelOf(AstUtils.getDocument<ast.JourneyFile>(node));
  const { start } = extentOf(node);
  for (const journey of ownJourneys(model)) {
    for (const { touchpoints } of journey.stages) {
      const touchpoint = touchpoints.find(({ extent }) => comparePositions(extent.range.start, start) === 0);
      if (touchpoint !== undefined) return { model, journey, touchpoint };
    }
  }
  return undefined;
}

function ways(node: ast.Touchpoint, locale: Locale, direction: 'in' | 'out'): readonly NextStep[] {
  const at = touchpointOf(node);
  if (at === undefined) return [];
  const { model, journey, touchpoint } = at;
  // Everybody's ways together: the details say who goes where.
  const here = analysisOf(model, journey).whole.graph.node(touchpoint.key);
  const byOther = new Map<GraphNode, GraphEdge[]>();
  for (const edge of here?.[direction] ?? []) {
    const other = direction === 'in' ? edge.from : edge.to;
    byOther.set(other, [...(byOther.get(other) ?? []), edge]);
  }
  return [...byOther].map(([other, edges]) => ({
    step: stepAt(other.touchpoint, edges.map((edge) => wayText(edge, model, locale)).join(' / '), locale),
    ranges: edges.map((edge) => edge.paths[0].place.range),
  }));
}

function stepAt(touchpoint: Touchpoint, detail: string, locale: Locale): Step {
  const { place, extent } = touchpoint;
  return { uri: place.uri, title: titleOf(touchpoint, locale), detail, range: extent.range, selection: place.range };
}

function stageTitle({ stages }: Journey, { stage: key }: Touchpoint, locale: Locale): string {
  const stage = stages.find((each) => each.key === key);
  return stage === undefined ? '' : titleOf(stage, locale);
}

const KINDS: Readonly<Record<WayKind, Text>> = {
  next: { en: 'next in the text', ja: '次のタッチポイント' },
  arrow: { en: '', ja: '' },
  failure: { en: 'on failure', ja: '失敗時' },
  loop: { en: 'after the last round', ja: '繰り返しの上限後' },
  skip: { en: 'skips an optional touchpoint', ja: '任意のタッチポイントを飛ばす' },
};

function wayText({ kind, share, paths }: Way & { readonly kind: WayKind }, model: Model, locale: Locale): string {
  const say = (text: Text): string => inLocale(text, locale);
  const [{ condition, personas }] = paths;
  const names = personas.map(({ key }) => {
    const persona = model.personas.get(key);
    return persona === undefined ? key : titleOf(persona, locale);
  });
  const parts = [
    say(KINDS[kind]),
    share === undefined ? '' : say(percentText(share)),
    condition === undefined ? '' : say(quoted(condition.text)),
    names.length === 0 ? '' : say({ en: `for ${names.join(', ')}`, ja: `対象: ${names.join('、')}` }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '→' : parts.join(' · ');
}
