import type { JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Action, Experiment, System } from '../../model/entities.ts';
import type { Touchpoint } from '../../model/journey.ts';
import type { Measured } from '../../model/measured/measured.ts';
import { durationText, writtenIn } from '../../model/phrases.ts';
import type { Locale, Text } from '../../model/text.ts';
import type { Prose, Quantity, Reference } from '../../model/values.ts';
import type { ActionStatus, ChannelKind } from '../../model/words.ts';
import type { IconName } from '../generated/icons.ts';
import { STATUS_TITLES } from '../../model/word-titles.ts';
import { LABELS } from '../labels.ts';
import { cleanLine } from '../text/clean.ts';
import type { ChannelContent, Item } from './content.ts';
import type { CellLane } from './lanes.ts';
import { measuredItems } from './measured.ts';

/** Everything that the cells of one journey's map are made from. */
export interface Source {
  readonly analysis: JourneyAnalysis;
  readonly locale: Locale;
  /** Keys of the questions that some touchpoint answers. */
  readonly answered: ReadonlySet<string>;
  /** Keys of the barriers, questions and pains that something solves. */
  readonly solved: ReadonlySet<string>;
  readonly actions: ReadonlyMap<string, readonly Action[]>;
  readonly experiments: ReadonlyMap<string, readonly Experiment[]>;
  /** What a log said about the journey. */
  readonly measured: Measured | undefined;
}

/** What one lane says about one touchpoint. Friction is added elsewhere: it comes from the findings. */
export function itemsOf(lane: CellLane, touchpoint: Touchpoint, source: Source): readonly Item[] {
  return makers[lane](touchpoint, source);
}

/** The names of declared things, as people know them. */
export function namesOf(
  references: readonly Reference[],
  things: ReadonlyMap<string, Declaration>,
  locale: Locale,
): readonly string[] {
  return references.map(({ key }) => {
    const thing = things.get(key);
    return thing === undefined ? key : titleOf(thing, locale);
  });
}

export function channelsOf(references: readonly Reference[], source: Source): readonly ChannelContent[] {
  return references.map(({ key }) => {
    const channel = source.analysis.model.channels.get(key);
    const kind: ChannelKind | undefined = channel?.kind?.value;
    return { icon: kind ?? 'channel', name: cleanLine(channel === undefined ? key : titleOf(channel, source.locale)) };
  });
}

/** What is written: a text as it is, an amount in the reader's units. */
export function writtenOf(value: Prose | Quantity, locale: Locale): string {
  return value.kind === 'text' ? value.text : writtenIn(value, locale);
}

type Maker = (touchpoint: Touchpoint, source: Source) => readonly Item[];

const makers: Readonly<Record<CellLane, Maker>> = {
  time: timeItems,
  does: ({ does, variants }) => [
    ...does.map(({ text }): Item => ({ text })),
    ...variants.flatMap(({ text }): Item[] => (text === undefined ? [] : [{ text: text.text, icon: 'fork' }])),
  ],
  sees: ({ sees, callsToAction }) => [
    ...sees.map(({ text }): Item => ({ text })),
    ...callsToAction.flatMap(({ text }): Item[] => (text === undefined ? [] : [{ text: text.text, badge: 'CTA' }])),
  ],
  thinks: ({ thinks, says }, { locale }) => [
    ...thinks.map(({ text }): Item => ({ text: quote(text, locale), tone: 'quote' })),
    ...says.map(({ text }): Item => ({ text: quote(text, locale), tone: 'quote', icon: 'chat' })),
  ],
  questions: questionItems,
  barriers: ({ barriers }, { solved, locale }) =>
    barriers.map((barrier) => ({
      text: titleOf(barrier, locale),
      icon: barrier.cause?.value ?? 'barrier',
      tone: solved.has(barrier.key) ? 'muted' : 'bad',
    })),
  frontstage: ({ frontstage, handledBy, owner }, source) => [
    ...frontstage.map(({ text }): Item => ({ text })),
    ...(frontstage.length === 0 && handledBy !== undefined
      ? [
          handler(
            handledBy.value,
            namesOf(owner === undefined ? [] : [owner], source.analysis.model.teams, source.locale)[0] ??
              LABELS[handledBy.value][source.locale],
          ),
        ]
      : []),
  ],
  backstage: ({ backstage }) => backstage.map(({ text }) => ({ text })),
  support: ({ support, system }, { analysis, locale }) => [
    ...support.map(({ text }): Item => ({ text })),
    ...namesOf(system === undefined ? [] : [system], analysis.model.systems, locale).map(
      (text): Item => ({
        text: withLatency(text, analysis.model.systems.get(system?.key ?? ''), locale),
        icon: 'system',
      }),
    ),
  ],
  friction: () => [],
  opportunities: opportunityItems,
  metrics: metricItems,
  measured: (touchpoint, { measured, analysis, locale }) =>
    measured === undefined ? [] : measuredItems(touchpoint, measured, analysis, locale),
  experiments: ({ key }, { experiments, locale }) =>
    (experiments.get(key) ?? []).map((experiment) =>
      withStatus(
        experiment.hypothesis?.text ?? titleOf(experiment, locale),
        'experiment',
        experiment.status?.value,
        locale,
      ),
    ),
  data: dataItems,
  owner: ({ owner }, { analysis, locale }) =>
    namesOf(owner === undefined ? [] : [owner], analysis.model.teams, locale).map((text) => ({ text })),
};

/** A system whose data come late says so wherever it is at work. */
function withLatency(name: string, system: System | undefined, locale: Locale): string {
  if (system?.latency === undefined) return name;
  const late = durationText(system.latency.seconds);
  return locale === 'ja' ? `${name}(反映まで最大${late.ja})` : `${name} (data up to ${late.en} late)`;
}

function quote(text: string, locale: Locale): string {
  if (/^[「『“"]/.test(text)) return text;
  return locale === 'ja' || /[\u3040-\u30FF]/.test(text) ? `「${text}」` : `“${text}”`;
}

function handler(by: 'staff' | 'bot', text: string): Item {
  return { text, icon: by === 'bot' ? 'bot' : 'frontstage' };
}

function timeItems({ after, takes, wait, told }: Touchpoint, { locale }: Source): readonly Item[] {
  const items: Item[] = [];
  if (after !== undefined) {
    items.push({
      text: locale === 'ja' ? `${writtenIn(after, locale)}後` : `after ${writtenIn(after, locale)}`,
      icon: 'event',
      tone: 'muted',
    });
  }
  if (wait !== undefined) {
    const to = locale === 'ja' ? '〜' : '–';
    const longest = wait.longest === undefined ? '' : `${to}${writtenIn(wait.longest, locale)}`;
    const text = `${LABELS.wait[locale]} ${writtenIn(wait.typical, locale)}${longest}`;
    items.push({ text, icon: 'wait', tone: 'warm' });
    if (told !== undefined) items.push({ text: `${LABELS.told[locale]}: ${told.text}`, tone: 'muted' });
  }
  if (takes !== undefined) items.push({ text: writtenIn(takes, locale), icon: 'time' });
  return items;
}

function questionItems({ questions }: Touchpoint, { answered, locale }: Source): readonly Item[] {
  return questions.map((question): Item => {
    const done = answered.has(question.key);
    return {
      text: titleOf(question, locale),
      icon: done ? 'answered' : 'question',
      tone: done ? 'good' : 'bad',
      badge: (done ? LABELS.answered : LABELS.open)[locale],
    };
  });
}

function opportunityItems({ key, opportunities }: Touchpoint, { actions, locale }: Source): readonly Item[] {
  return [
    ...opportunities.map(({ text, status }) => withStatus(text.text, 'opportunity', status?.value, locale)),
    ...(actions.get(key) ?? []).map((action) =>
      withStatus(titleOf(action, locale), 'action', action.status?.value, locale),
    ),
  ];
}

function withStatus(text: string, icon: IconName, status: ActionStatus | undefined, locale: Locale): Item {
  return { text, icon, ...(status === undefined ? {} : { badge: STATUS_TITLES[status][locale] }) };
}

function metricItems({ metrics, conversion }: Touchpoint, { analysis, locale }: Source): readonly Item[] {
  const items: Item[] = conversion === undefined ? [] : [{ text: `→ ${conversion.written}`, icon: 'metric' }];
  for (const { key } of metrics) {
    const metric = analysis.model.metrics.get(key);
    if (metric === undefined) continue;
    items.push({
      text: [titleOf(metric, locale), figures(metric, locale)].filter((part) => part !== '').join(' '),
      icon: 'metric',
    });
  }
  return items;
}

/** From where to where: `42% → 70%`. */
export function figures(
  { baseline, target }: { readonly baseline?: Quantity; readonly target?: { readonly value: Quantity } },
  locale: Locale,
): string {
  const from = baseline === undefined ? '' : writtenIn(baseline, locale);
  return target === undefined ? from : `${from} → ${writtenIn(target.value, locale)}`.trimStart();
}

function dataItems(touchpoint: Touchpoint, { analysis, locale }: Source): readonly Item[] {
  const { data, consents } = analysis.model;
  const comma = locale === 'ja' ? '、' : ', ';
  const row = (label: Text, names: readonly string[], icon: IconName): readonly Item[] =>
    names.length === 0 ? [] : [{ text: `${label[locale]}: ${[...new Set(names)].join(comma)}`, icon }];
  return [
    ...row(
      LABELS.asks,
      namesOf(
        touchpoint.asks.flatMap((request) => request.data),
        data,
        locale,
      ),
      'data',
    ),
    ...row(LABELS.recognises, namesOf(touchpoint.recognises, data, locale), 'key'),
    ...row(
      LABELS.uses,
      namesOf(
        touchpoint.uses.flatMap((use) => use.data),
        data,
        locale,
      ),
      'system',
    ),
    ...row(
      LABELS.consent,
      namesOf(
        touchpoint.consents.map(({ consent }) => consent),
        consents,
        locale,
      ),
      'consent',
    ),
  ];
}
