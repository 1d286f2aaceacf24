import { analysisOf } from '../../../model/analysis.ts';
import { titleOf } from '../../../model/declaration.ts';
import { type Model, ownJourneys } from '../../../model/model.ts';
import { comparePositions, type Range } from '../../../model/place.ts';
import { inLocale, type Locale, type Text } from '../../../model/text.ts';

const KNOWN: Text = { en: 'Already known about the customer here', ja: 'ここまでに分かっているお客様の情報' };
const PERHAPS: Text = { en: 'on some ways', ja: '経路による' };

interface Line {
  readonly label: string;
  readonly values: readonly string[];
}

/**
 * What the company knows about the customer on arrival at the touchpoint with that extent, from the data-flow: one line for
 * all personas, or one for each group of them that it knows different things about.
 */
export function knownAt(model: Model, extent: Range, locale: Locale): readonly Line[] {
  for (const journey of ownJourneys(model)) {
    const touchpoint = journey.stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find(({ extent: { range } }) => comparePositions(range.start, extent.start) === 0);
    if (touchpoint === undefined) continue;
    const groups = new Map<string, { readonly personas: string[]; readonly values: readonly string[] }>();
    for (const { persona, flow, graph } of analysisOf(model, journey).views) {
      const node = graph.node(touchpoint.key);
      if (node === undefined) continue;
      const known = [...flow.known.allBefore(node, 'first')];
      const values = known
        .toSorted(([, a], [, b]) => Number(a !== 'always') - Number(b !== 'always'))
        .map(([key, certainty]) => {
          const datum = model.data.get(key);
          const title = datum === undefined ? key : titleOf(datum, locale);
          return certainty === 'always' ? title : `${title} (${inLocale(PERHAPS, locale)})`;
        });
      const group = groups.get(values.join('\n')) ?? { personas: [], values };
      group.personas.push(persona === undefined ? '' : titleOf(persona, locale));
      groups.set(values.join('\n'), group);
    }
    const label = inLocale(KNOWN, locale);
    return [...groups.values()]
      .filter(({ values }) => values.length > 0)
      .map(({ personas, values }) => ({
        label: groups.size === 1 ? label : `${label} (${personas.join(', ')})`,
        values,
      }));
  }
  return [];
}
