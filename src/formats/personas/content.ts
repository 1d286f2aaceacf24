import { titleOf } from '../../model/declaration.ts';
import type { Persona } from '../../model/entities.ts';
import type { Model } from '../../model/model.ts';
import { writtenIn } from '../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import type { Prose, Reference } from '../../model/values.ts';

/** What the card of a persona says, in one language. What is not written is left out. */
export interface PersonaCard {
  readonly name: string;
  /** Age and occupation. */
  readonly about: readonly string[];
  readonly quotes: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lists: readonly { readonly label: string; readonly entries: readonly string[] }[];
}

export function cardOf(persona: Persona, model: Model, locale: Locale): PersonaCard {
  const { age, occupation, quotes, needs, pains, questions, segments } = persona;
  const comma = locale === 'ja' ? '、' : ', ';
  const titles = (map: ReadonlyMap<string, { readonly id: string }>, references: readonly Reference[]): string =>
    references.map(({ key }) => titleOf(map.get(key) ?? { id: key }, locale)).join(comma);
  const joined = (prose: readonly Prose[]): string => prose.map(({ text }) => text).join(comma);
  const facts: readonly (readonly [label: Text, value: string])[] = [
    [labels.segment, titles(model.segments, segments)],
    [labels.demographics, joined(persona.demographics)],
    [labels.interests, joined(persona.interests)],
    [labels.attitude, joined(persona.attitudes)],
    [labels.values, joined(persona.values)],
    [labels.behaviour, joined(persona.behaviours)],
    [labels.wants, joined(persona.wants)],
    [labels.prefers, titles(model.channels, persona.prefers)],
    [labels.avoids, titles(model.channels, persona.avoids)],
    [labels.patience, persona.patience === undefined ? '' : writtenIn(persona.patience, locale)],
    [labels.share, persona.share?.written ?? ''],
    [labels.ltv, persona.ltv === undefined ? '' : writtenIn(persona.ltv, locale)],
  ];
  const lists: readonly (readonly [label: Text, entries: readonly string[]])[] = [
    [labels.needs, needs.map((need) => titleOf(need, locale))],
    [labels.pains, pains.map((pain) => titleOf(pain, locale))],
    [labels.questions, questions.map((question) => titleOf(question, locale))],
    [labels.notes, persona.notes.map(({ text }) => text)],
  ];
  return {
    name: titleOf(persona, locale),
    about: [
      ...(age === undefined ? [] : ['text' in age ? age.text : ageText(age.written, locale)]),
      ...(occupation === undefined ? [] : [occupation.text]),
    ],
    quotes: quotes.map(({ text }) => text),
    facts: facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => ({ label: inLocale(label, locale), value })),
    lists: lists
      .filter(([, entries]) => entries.length > 0)
      .map(([label, entries]) => ({ label: inLocale(label, locale), entries })),
  };
}

const labels = {
  segment: { en: 'Segment', ja: 'セグメント' },
  demographics: { en: 'Demographics', ja: '属性' },
  interests: { en: 'Interests', ja: '興味・関心' },
  attitude: { en: 'Attitude', ja: '考え方' },
  values: { en: 'Values', ja: '価値観' },
  behaviour: { en: 'Behaviour', ja: '行動' },
  wants: { en: 'Wants', ja: '望み' },
  prefers: { en: 'Prefers', ja: '好むチャネル' },
  avoids: { en: 'Avoids', ja: '避けるチャネル' },
  patience: { en: 'Patience', ja: '待てる時間' },
  share: { en: 'Share of customers', ja: '顧客に占める割合' },
  ltv: { en: 'Lifetime value', ja: '生涯価値(LTV)' },
  needs: { en: 'Needs', ja: 'ニーズ' },
  pains: { en: 'Pain points', ja: '課題' },
  questions: { en: 'Questions', ja: '質問' },
  notes: { en: 'Notes', ja: 'メモ' },
} as const satisfies Readonly<Record<string, Text>>;

function ageText(years: string, locale: Locale): string {
  return locale === 'ja' ? `${years}歳` : years;
}
