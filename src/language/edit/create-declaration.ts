import type { Text } from '../../model/text.ts';
import { quoted } from '../../model/phrases.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { soughtBy } from '../linking/linker.ts';
import { kindText } from '../linking/kinds.ts';
import type { JourneyReference } from '../linking/reference.ts';
import { siteOf } from '../scope/parts.ts';
import type { Sought } from '../scope/resolver.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { addStatements, type Change } from './addition.ts';
import { blockOf, insertableOf, isAiry } from './block.ts';
import { type Layout, layoutOf } from './layout.ts';
import { behind, before } from './move-touchpoint.ts';
import { type Plan, Planner } from './plan.ts';

export interface NewDeclaration {
  readonly title: Text;
  readonly plan: () => Plan;
}

/** Declares what a name that leads nowhere is meant to name, where such things stand; undefined where that cannot be told. */
export function missingDeclaration(document: JourneyDocument, reference: JourneyReference): NewDeclaration | undefined {
  const layout = layoutOf(document.textDocument);
  const created = creation(document, reference, layout);
  if (created === undefined) return undefined;
  const { kind, name, changes, home = document } = created;
  const [what, shown] = [kindText(kind).one, quoted(name)];
  return {
    title: { en: `Declare the ${what.en} ${shown.en}`, ja: `${what.ja}${shown.ja}を宣言する` },
    plan: () => new Planner().add(home, ...changes).plan(),
  };
}

interface Creation {
  readonly kind: Sought;
  readonly name: string;
  readonly changes: readonly Change[];
  /** The document that changes, when it is another one. */
  readonly home?: JourneyDocument;
}

function creation(document: JourneyDocument, reference: JourneyReference, layout: Layout): Creation | undefined {
  const sought = soughtBy(reference);
  const { $refText: name } = reference;
  const keyword = TOP_LEVEL[sought];
  if (keyword !== undefined) {
    return name.includes('.')
      ? undefined
      : {
          kind: sought === 'Felt' ? 'Emotion' : sought,
          name,
          changes: [atTop(document, keyword(name), sought, layout)],
        };
  }
  switch (sought) {
    case 'Touchpoint':
      return touchpoint(document, reference, layout);
    case 'Question':
    case 'Answerable':
      return inJourney(document, reference, 'Question', layout);
    case 'Barrier':
    case 'Solvable':
      return inJourney(document, reference, 'Barrier', layout);
    case 'Need':
    case 'Addressable':
      return inPersona(document, reference);
    default:
      return undefined;
  }
}

/** How a declaration of a kind is written that says no more than it must. */
const TOP_LEVEL: Readonly<Partial<Record<Sought, (name: string) => string>>> = {
  Persona: (name) => `persona ${name}`,
  Segment: (name) => `segment ${name}`,
  Channel: (name) => `channel ${name}`,
  System: (name) => `system ${name}`,
  Team: (name) => `team ${name}`,
  Data: (name) => `data ${name}`,
  Consent: (name) => `consent ${name}`,
  Metric: (name) => `metric ${name}`,
  Goal: (name) => `goal ${name}`,
  Fact: (name) => `fact ${name} = ""`,
  Brand: (name) => `brand ${name}`,
  Felt: (name) => `emotion ${name} = 0`,
  Emotion: (name) => `emotion ${name} = 0`,
};

/** Behind the last of its kind, or else before the first journey. */
function atTop(document: JourneyDocument, line: string, sought: Sought, layout: Layout): Change {
  const { declarations } = document.parseResult.value;
  const kind = sought === 'Felt' ? 'Emotion' : sought;
  const { eol, text } = layout;
  const last = declarations.findLast(({ $type }) => $type === kind);
  if (last !== undefined) return behind(blockOf(last, document, layout), line, eol, layout);
  const journey = declarations.find(({ $type }) => $type === 'Journey' || $type === 'Action' || $type === 'Experiment');
  if (journey !== undefined) return before(blockOf(journey, document, layout), line, eol + eol);
  const end = text.trimEnd().length;
  return { start: end, end, newText: `${eol}${eol}${line}` };
}

/** Behind the touchpoint that names it, or at the end of the stage that its name begins with. */
function touchpoint(
  document: JourneyDocument,
  { container, $refText }: JourneyReference,
  layout: Layout,
): Creation | undefined {
  const site = siteOf(container);
  const [name = '', stageName, ...others] = $refText.split('.').toReversed();
  if (site.journey === undefined || others.length > 0 || name === '') return undefined;
  const stage = stageName === undefined ? site.stage : site.journey.stages.find((each) => each.name === stageName);
  if (stage === undefined) return undefined;
  const line = `touchpoint ${name}`;
  const neighbour = stage === site.stage && site.touchpoint !== undefined ? site.touchpoint : stage.touchpoints.at(-1);
  if (neighbour === undefined)
    return { kind: 'Touchpoint', name, changes: addStatements(insertableOf(stage, document), [line], layout) };
  const gap = isAiry(stage, document, layout) ? layout.eol + layout.eol : layout.eol;
  const block = blockOf(neighbour, document, layout);
  return { kind: 'Touchpoint', name, changes: [behind(block, block.indentation + line, gap, layout)] };
}

/** At the head of the journey, before its first stage: there it holds for all of them. */
function inJourney(
  document: JourneyDocument,
  { container, $refText: name }: JourneyReference,
  kind: 'Question' | 'Barrier',
  layout: Layout,
): Creation | undefined {
  const { journey } = siteOf(container);
  const [stage] = journey?.stages ?? [];
  if (stage === undefined || name.includes('.')) return undefined;
  const block = blockOf(stage, document, layout);
  const line = `${kind === 'Question' ? 'question' : 'barrier'} ${name}`;
  const { eol } = layout;
  const isFirst = layout.text.substring(0, block.start).trimEnd().endsWith('{');
  const gap = isFirst ? eol : eol + eol;
  return { kind, name, changes: [before(block, block.indentation + line, gap)] };
}

/** With the first persona that the journey is for. */
function inPersona(document: JourneyDocument, { container, $refText: name }: JourneyReference): Creation | undefined {
  const { touchpoint: own, stage, journey } = siteOf(container);
  const references =
    [own, stage, journey].find((each) => each !== undefined && each.personas.length > 0)?.personas ?? [];
  const [first] = references;
  const persona = first && visibleDeclarations(document).find('Persona', first.$refText)?.node;
  const home = persona?.$container.$document as JourneyDocument | undefined;
  if (persona === undefined || home === undefined || name.includes('.')) return undefined;
  const changes = addStatements(insertableOf(persona, home), [`need ${name}`], layoutOf(home.textDocument));
  return { kind: 'Need', name, changes, home };
}

/** The names in a document that lead nowhere, with a place to begin from. */
export function unresolvedAt(document: JourneyDocument, from: number, to: number): readonly JourneyReference[] {
  return document.references.flatMap((each) => {
    const reference = each as unknown as JourneyReference;
    const node = reference.$refNode;
    const isThere = node !== undefined && node.offset <= to && from <= node.end;
    return isThere && reference.error !== undefined ? [reference] : [];
  });
}
