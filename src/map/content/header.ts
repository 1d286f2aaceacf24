import type { JourneyScore } from '../../friction/score.ts';
import { shortTitleOf, titleOf } from '../../model/declaration.ts';
import type { Persona } from '../../model/entities.ts';
import type { Journey } from '../../model/journey.ts';
import type { Model } from '../../model/model.ts';
import { writtenIn } from '../../model/phrases.ts';
import type { Locale } from '../../model/text.ts';
import { CAUSES } from '../../model/words.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import type { GoalContent, HeaderContent, PersonaContent, ScoreContent } from './content.ts';
import { figures, namesOf, writtenOf } from './items.ts';

export function headerOf(
  journey: Journey,
  model: Model,
  touchpoints: number,
  score: JourneyScore | undefined,
  locale: Locale,
): HeaderContent {
  const owner = namesOf(journey.owner === undefined ? [] : [journey.owner], model.teams, locale)[0];
  const known = journey.stages
    .flatMap((stage) => stage.touchpoints)
    .filter(({ evidence }) => evidence.length > 0).length;
  return {
    badge: JOURNEY_KIND_TITLES[journey.kind.value][locale],
    scenarios: journey.scenarios.map(({ text }) => cleanText(text)),
    expectations: journey.expectations.flatMap(({ text }) => (text === undefined ? [] : [cleanText(text.text)])),
    goals: journey.goals.flatMap(({ key }) => goalOf(key, model, locale)),
    ...(owner === undefined ? {} : { owner: cleanLine(owner) }),
    ...(journey.reviewed === undefined ? {} : { reviewed: cleanLine(journey.reviewed.written) }),
    ...(known > 0 ? { evidence: { known, all: touchpoints } } : {}),
    ...(score === undefined ? {} : { score: scoreContent(score) }),
  };
}

export function personaOf(persona: Persona, colour: number, locale: Locale): PersonaContent {
  const years =
    persona.age?.kind === 'number' ? (locale === 'ja' ? `${persona.age.written}歳` : persona.age.written) : undefined;
  const age = years ?? (persona.age === undefined ? undefined : writtenOf(persona.age, locale));
  const about = [age, persona.occupation?.text].filter((part) => part !== undefined);
  const share = persona.share === undefined ? [] : [persona.share.written];
  const ltv = persona.ltv === undefined ? [] : [`LTV ${writtenIn(persona.ltv, locale)}`];
  const [need] = persona.needs;
  const [pain] = persona.pains;
  const want = persona.wants[0]?.text ?? (need === undefined ? undefined : titleOf(need, locale));
  return {
    key: persona.key,
    colour,
    name: cleanLine(titleOf(persona, locale)),
    called: cleanLine(shortTitleOf(persona, locale)),
    about: cleanLine(about.join(locale === 'ja' ? '・' : ', ')),
    ...(persona.quotes[0] === undefined ? {} : { quote: cleanText(persona.quotes[0].text) }),
    ...(want === undefined ? {} : { need: cleanText(want) }),
    ...(pain === undefined ? {} : { pain: cleanText(titleOf(pain, locale)) }),
    figures: cleanLine([...share, ...ltv].join(' · ')),
    place: persona.place,
  };
}

/** As everywhere: one decimal, without a trailing zero. */
export function roundedScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

function goalOf(key: string, model: Model, locale: Locale): readonly GoalContent[] {
  const goal = model.goals.get(key);
  if (goal === undefined) return [];
  const [metric] = goal.metrics.flatMap((reference) => model.metrics.get(reference.key) ?? []);
  const own = figures(goal, locale);
  return [
    {
      title: cleanLine(titleOf(goal, locale)),
      figures: cleanLine(own === '' && metric !== undefined ? figures(metric, locale) : own),
    },
  ];
}

function scoreContent({ total, causes }: JourneyScore): ScoreContent {
  return {
    total: roundedScore(total),
    causes: [...CAUSES, 'other' as const]
      .map((cause) => ({ cause, value: causes[cause], text: roundedScore(causes[cause]) }))
      .filter(({ value }) => value > 0)
      .toSorted((a, b) => b.value - a.value),
  };
}
