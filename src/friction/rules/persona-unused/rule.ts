import { titled } from '../../../model/phrases.ts';
import { type Model, ownJourneys } from '../../../model/model.ts';
import type { Reference } from '../../../model/values.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'persona-unused',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'A persona goes through no journey.',
      ja: 'どのジャーニーにも登場しないペルソナがいます。',
    },
    why: {
      en: `A persona that no journey is for is research that nobody uses.

Reported for a persona of a file that also holds a journey, when no visible journey, touchpoint or path names it. A shared file of personas cannot know who imports it and is left alone.`,
      ja: `どのジャーニーの対象でもないペルソナは、使われない調査です。

ジャーニーと同じファイルにあるペルソナを、見えるどのジャーニー・タッチポイント・経路も名指ししていなければ指摘します。ペルソナだけの共有ファイルは、誰が使うか分からないため対象外です。`,
    },
    remedy: {
      en: 'Name it where it belongs (`for`), or move it to where it is needed.',
      ja: '対象とするジャーニーに書くか(`for`)、必要な場所へ移します。',
    },
    sources: [],
    settings: [],
  },
  checkModel: ({ model, report }) => {
    const personas = [...model.personas.values()].filter(({ place }) => place.uri === model.uri);
    if (personas.length === 0) return;
    if (ownJourneys(model).every((journey) => journey.personas.length + journey.targets.length === 0)) return;
    const used = usedPersonas(model);
    for (const persona of personas) {
      if (used.has(persona.key)) continue;
      const name = titled(persona);
      report({
        place: persona.place,
        message: { en: `${name.en} goes through no journey.`, ja: `${name.ja}は、どのジャーニーにも登場しません。` },
        help: rule.meta.remedy,
        tags: ['unnecessary'],
      });
    }
  },
};

/** Keys of all for whom a journey, a touchpoint or a path is. */
function usedPersonas({ journeys }: Model): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (references: readonly Reference[]): void => {
    for (const { key } of references) used.add(key);
  };
  for (const { personas, targets, paths, stages } of journeys.values()) {
    add(personas);
    add(targets);
    for (const path of paths) add(path.personas);
    for (const { touchpoints } of stages) for (const touchpoint of touchpoints) add(touchpoint.personas);
  }
  return used;
}
