import { titled } from '../../../model/phrases.ts';
import { ownJourneys } from '../../../model/model.ts';
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
    const own = ownJourneys(model);
    if (own.every(({ personas, targets }) => personas.length + targets.length === 0)) return;
    const journeys = [...model.journeys.values()];
    const restricted = journeys.flatMap(({ paths, stages }) => [
      paths,
      stages.flatMap(({ touchpoints }) => touchpoints),
    ]);
    const used = new Set(
      [...journeys, ...restricted.flat()]
        .flatMap(({ personas }) => personas)
        .concat(journeys.flatMap(({ targets }) => targets))
        .map(({ key }) => key),
    );
    for (const persona of model.personas.values()) {
      if (persona.place.uri !== model.uri || used.has(persona.key)) continue;
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
