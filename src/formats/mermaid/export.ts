import { type Declaration, titleOf } from '../../model/declaration.ts';
import type { Journey, Touchpoint } from '../../model/journey.ts';
import type { Model } from '../../model/model.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { LEAST_SCORE, MOST_SCORE, SCORE_OF_NEUTRAL } from './diagram.ts';
import { encodeText } from './entities.ts';
import { OWN_COMMENT } from './read-diagram.ts';

export interface Exported {
  readonly text: string;
  /** What the format cannot hold, a line each. */
  readonly dropped: readonly Text[];
}

/** A journey as Mermaid's `journey` diagram, with everything that Mermaid has no place for counted in a comment. */
export function exportMermaid(model: Model, journey: Journey, locale: Locale): Exported {
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const nameFor = (thing: Declaration): string => encodeText(titleOf(thing, locale)) || encodeText(thing.id);
  const title = nameFor(journey);
  const [scenario] = journey.scenarios;
  const nameOf = (key: string): string => {
    const persona = model.personas.get(key);
    return persona === undefined ? encodeText(key) : nameFor(persona).replace(/,/g, '#44;');
  };
  const dropped = droppedFrom(journey, touchpoints);
  const lines = [
    'journey',
    `  title ${title}`,
    `  accTitle: ${title}`,
    ...(scenario === undefined ? [] : [`  accDescr: ${encodeText(scenario.text).replaceAll('<br>', ' ')}`]),
    ...journey.stages.flatMap((stage) => [
      `  section ${nameFor(stage)}`,
      ...stage.touchpoints.map((touchpoint) => {
        const people = touchpoint.personas.length > 0 ? touchpoint.personas : journey.personas;
        const actors = people.map(({ key }) => nameOf(key));
        const score = scoreOf(touchpoint) ?? SCORE_OF_NEUTRAL;
        return `    ${nameFor(touchpoint)}: ${score}${actors.length > 0 ? `: ${actors.join(', ')}` : ''}`;
      }),
    ]),
    ...dropped.map((text) => `  %% ${OWN_COMMENT} ${inLocale(text, locale)}`),
  ];
  return { text: `${lines.join('\n')}\n`, dropped };
}

/** The mean of all feelings on the scale of Mermaid, to a tenth. */
function scoreOf({ feelings }: Touchpoint): number | undefined {
  if (feelings.length === 0) return undefined;
  const mean = feelings.reduce((sum, { value }) => sum + value, 0) / feelings.length;
  return Math.min(MOST_SCORE, Math.max(LEAST_SCORE, Number((mean + SCORE_OF_NEUTRAL).toFixed(1))));
}

function droppedFrom(journey: Journey, touchpoints: readonly Touchpoint[]): readonly Text[] {
  const count = (of: (touchpoint: Touchpoint) => number): number =>
    touchpoints.reduce((sum, touchpoint) => sum + of(touchpoint), 0);
  const stages = journey.stages;
  const parts: readonly (readonly [count: number, en: string, ja: string])[] = [
    [count(({ channels, alternatives }) => channels.length + alternatives.length), 'channels', 'チャネル'],
    [
      journey.paths.filter(({ kind }) => kind === 'arrow' || kind === 'failure' || kind === 'loop').length,
      'ways',
      '経路',
    ],
    [
      count(({ does, thinks, says, sees }) => does.length + thinks.length + says.length + sees.length),
      'texts about what people do, think, say and see',
      '行動・思考・発言・見たものの記述',
    ],
    [
      count(
        ({ wait, takes, after }) =>
          Number(wait !== undefined) + Number(takes !== undefined) + Number(after !== undefined),
      ),
      'times',
      '時間',
    ],
    [count(({ questions }) => questions.length) + journey.questions.length, 'questions', '質問'],
    [
      count(({ barriers }) => barriers.length) +
        journey.barriers.length +
        stages.flatMap(({ barriers }) => barriers).length,
      'barriers',
      '障壁',
    ],
    [
      count(({ opportunities }) => opportunities.length) +
        journey.opportunities.length +
        stages.flatMap(({ opportunities }) => opportunities).length,
      'opportunities',
      '改善機会',
    ],
    [
      count(({ asks, gives, reads }) => asks.length + gives.length + reads.length),
      'statements about data',
      'データの記述',
    ],
    [
      count(({ frontstage, backstage, support }) => frontstage.length + backstage.length + support.length),
      'texts about what happens behind the scenes',
      '舞台裏の記述',
    ],
    [count(({ metrics }) => metrics.length) + journey.metrics.length, 'metrics', '指標'],
    [count(({ evidence }) => evidence.length) + journey.evidence.length, 'pieces of evidence', '根拠'],
    [
      count(({ feelings }) => Number(new Set(feelings.map(({ value }) => value)).size > 1)),
      'touchpoints where people feel differently (the mean stands here)',
      'ペルソナにより感情が異なるタッチポイント(平均を記載)',
    ],
    [
      count(({ feelings }) => Number(feelings.length === 0)),
      'touchpoints without a feeling (a neutral 3 stands here)',
      '感情のないタッチポイント(中立の3を記載)',
    ],
  ];
  const left = parts.filter(([number]) => number > 0);
  if (left.length === 0) return [];
  return [
    { en: 'Mermaid has no place for:', ja: 'Mermaidで表せない内容:' },
    ...left.map(([number, en, ja]) => ({ en: `${number} × ${en}`, ja: `${ja} ${number}件` })),
  ];
}
