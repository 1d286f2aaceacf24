import { titleOf } from '../model/declaration.ts';
import type { Persona } from '../model/entities.ts';
import type { Model } from '../model/model.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import type { Prose, Reference } from '../model/values.ts';
import { escapeMarkdown } from './markdown.ts';

/** A card for each persona that a file declares or imports, in Markdown. What is not written is left out. */
export function personaCards(model: Model, locale: Locale): string {
  return [...model.personas.values()].map((persona) => cardOf(persona, model, locale)).join('\n');
}

function cardOf(persona: Persona, model: Model, locale: Locale): string {
  const { age, occupation, quotes, needs, pains, questions, segments } = persona;
  const titles = (map: ReadonlyMap<string, { readonly id: string }>, references: readonly Reference[]): string =>
    references.map(({ key }) => titleOf(map.get(key) ?? { id: key }, locale)).join(', ');
  const about = [
    ...(age === undefined ? [] : ['text' in age ? age.text : age.written]),
    ...(occupation === undefined ? [] : [occupation.text]),
  ];
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
    [labels.patience, persona.patience?.written ?? ''],
    [labels.share, persona.share?.written ?? ''],
    [labels.ltv, persona.ltv?.written ?? ''],
  ];
  const lists: readonly (readonly [label: Text, entries: readonly string[]])[] = [
    [labels.needs, needs.map((need) => titleOf(need, locale))],
    [labels.pains, pains.map((pain) => titleOf(pain, locale))],
    [labels.questions, questions.map((question) => titleOf(question, locale))],
    [labels.notes, persona.notes.map(({ text }) => text)],
  ];
  const lines = [
    `## ${line(titleOf(persona, locale))}`,
    ...(about.length > 0 ? ['', `*${line(about.join(' · '))}*`] : []),
    ...quotes.flatMap(({ text }) => ['', `> ${line(text)}`]),
    ...(facts.some(([, value]) => value !== '') ? [''] : []),
    ...facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `- **${inLocale(label, locale)}**: ${line(value)}`),
    ...lists
      .filter(([, entries]) => entries.length > 0)
      .flatMap(([label, entries]) => listed(inLocale(label, locale), entries)),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(label: string, entries: readonly string[]): readonly string[] {
  return ['', `**${label}**`, '', ...entries.map((entry) => `- ${line(entry)}`)];
}

const labels = {
  segment: { en: 'Segment', ja: 'セグメント' },
  demographics: { en: 'Demographics', ja: '属性' },
  interests: { en: 'Interests', ja: '興味・関心' },
  attitude: { en: 'Attitude', ja: '態度' },
  values: { en: 'Values', ja: '価値観' },
  behaviour: { en: 'Behaviour', ja: '行動' },
  wants: { en: 'Wants', ja: '望んでいること' },
  prefers: { en: 'Prefers', ja: '好むチャネル' },
  avoids: { en: 'Avoids', ja: '避けるチャネル' },
  patience: { en: 'Patience', ja: '待てる時間' },
  share: { en: 'Share of customers', ja: '顧客に占める割合' },
  ltv: { en: 'Lifetime value', ja: '生涯価値(LTV)' },
  needs: { en: 'Needs', ja: 'ニーズ' },
  pains: { en: 'Pain points', ja: '困りごと' },
  questions: { en: 'Questions', ja: '疑問' },
  notes: { en: 'Notes', ja: '備考' },
} as const satisfies Readonly<Record<string, Text>>;

function joined(prose: readonly Prose[]): string {
  return prose.map(({ text }) => text).join(', ');
}

/** On one line, and no markup. */
function line(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
