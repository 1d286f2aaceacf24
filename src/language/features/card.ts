import { analysisOf } from '../../model/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import { ownJourneys } from '../../model/model.ts';
import { comparePositions, type Range } from '../../model/place.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { titleOf } from '../../model/declaration.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../journey-workspace.ts';
import { kindText, type Nameable } from '../linker-kinds.ts';
import { isJourneyReference, type JourneyReference } from '../linker-reference.ts';
import { modelOf } from '../lowering/model-of.ts';
import { uriOf } from '../scope-places.ts';
import { extentOf } from './occurrences.ts';

/** What there is to know about a declaration, as a small card in Markdown. */
export function cardOf(
  node: ast.Named,
  document: JourneyDocument,
  findings: readonly Finding[],
  locale: Locale,
): string {
  const say = (text: Text): string => inLocale(text, locale);
  const kind = say(kindText(node.$type as Nameable).one);
  const title = (locale === 'ja' ? node.labelJa : node.labelEn) ?? node.label ?? node.name;
  const id = title === node.name ? '' : ` ${code(node.name)}`;
  const isOwn = uriOf(node) === document.uri.toString();
  const facts = [
    ...factsOf(node).map(([label, values]) => `- ${say(label)}: ${values.map(escaped).join(', ')}`),
    ...(node.$type === 'Touchpoint' && isOwn ? knownAt(node as ast.Touchpoint, document, locale) : []),
  ];
  const extent = extentOf(node);
  const said = isOwn ? findings.filter(({ place }) => within(place.range, extent)).slice(0, MOST_FINDINGS) : [];
  return [
    `**${escaped(title)}**${id} — ${kind}`,
    facts.join('\n'),
    said.map(({ message }) => `- ⚠ ${escaped(say(message))}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A card is no report. */
const MOST_FINDINGS = 5;

type Fact = readonly [label: Text, values: readonly string[]];

const LABELS = {
  channels: { en: 'On', ja: 'チャネル' },
  prefers: { en: 'Prefers', ja: '好むチャネル' },
  avoids: { en: 'Avoids', ja: '避けるチャネル' },
  pains: { en: 'Pains', ja: '課題' },
  needs: { en: 'Needs', ja: 'ニーズ' },
  feeling: { en: 'Value', ja: '感情の値' },
  holds: { en: 'Holds', ja: '保有するデータ' },
  owner: { en: 'Owner', ja: '担当' },
  kind: { en: 'Kind', ja: '種類' },
} as const satisfies Readonly<Record<string, Text>>;

const KNOWN: Text = { en: 'Already known about the customer here', ja: 'ここまでに分かっているお客様の情報' };

function factsOf(node: ast.Named): readonly Fact[] {
  return allFacts(node).filter(([, values]) => values.length > 0);
}

function allFacts(node: ast.Named): readonly Fact[] {
  switch (node.$type) {
    case 'Persona': {
      const { prefers, avoids, pains, needs } = node as ast.Persona;
      return [
        [LABELS.prefers, written(prefers)],
        [LABELS.avoids, written(avoids)],
        [LABELS.pains, pains.map(({ label, name }) => label ?? name)],
        [LABELS.needs, needs.map(({ label, name }) => label ?? name)],
      ];
    }
    case 'Touchpoint': {
      const { channels, owners } = node as ast.Touchpoint;
      return [
        [LABELS.channels, written(channels)],
        [LABELS.owner, written(owners)],
      ];
    }
    case 'Emotion': {
      const { face, value } = node as ast.Emotion;
      return [[LABELS.feeling, [[face, value].join(' ').trim()].filter((text) => text !== '')]];
    }
    case 'System': {
      const { holds, owners } = node as ast.System;
      return [
        [LABELS.holds, written(holds)],
        [LABELS.owner, written(owners)],
      ];
    }
    case 'Channel':
      return [[LABELS.kind, (node as ast.Channel).kinds]];
    default:
      return [];
  }
}

function written(references: readonly unknown[]): readonly string[] {
  return references.filter(isJourneyReference).map(({ $refText }: JourneyReference) => $refText);
}

/** What anybody at the company knows for sure when the customer arrives, whoever the customer is. */
function knownAt(node: ast.Touchpoint, document: JourneyDocument, locale: Locale): readonly string[] {
  const model = modelOf(document);
  const extent = extentOf(node);
  for (const journey of ownJourneys(model)) {
    const touchpoint = journey.stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find(({ extent: { range } }) => comparePositions(range.start, extent.start) === 0);
    if (touchpoint === undefined) continue;
    const { whole } = analysisOf(model, journey);
    const at = whole.graph.node(touchpoint.key);
    if (at === undefined) return [];
    const data = [...whole.known.allBefore(at)].filter(([, certainty]) => certainty === 'always');
    const titles = data.map(([key]) => {
      const datum = model.data.get(key);
      return escaped(datum === undefined ? key : titleOf(datum, locale));
    });
    return titles.length === 0 ? [] : [`- ${inLocale(KNOWN, locale)}: ${titles.join(', ')}`];
  }
  return [];
}

function within(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** Text of a document as Markdown shows it as it is: no markup, no links, on one line. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&:@"/]/g, String.raw`\$&`);
}

function code(id: string): string {
  // An id holds neither backticks nor spaces.
  return `\`${id}\``;
}
