import type { Persona } from '../../../model/entities.ts';
import { listed, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'persona-incomplete',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'A persona has no need or no preferred channel.',
      ja: 'ペルソナに、ニーズや好みのチャネルが書かれていません。',
    },
    why: {
      en: `What a persona wants and where they want it are what a journey is designed for.

Reported for a persona of the file of whom at least three things are written, when neither a \`need\` nor a \`wants\` is there, or no preferred channel (own or of a segment). Both together are one hint.`,
      ja: `ペルソナが何を、どのチャネルで求めているかこそ、ジャーニーを設計する手がかりです。

三つ以上のことが書かれたペルソナに、\`need\` も \`wants\` もない、または好みのチャネル(自身またはセグメント)がなければ指摘します。`,
    },
    remedy: {
      en: 'Add what you know: `need …`, `wants "…"`, `prefers …`.',
      ja: '分かっていることを書き足します(`need …`・`wants "…"`・`prefers …`)。',
    },
    sources: [],
    settings: [],
  },
  checkModel: ({ model, report }) => {
    for (const persona of model.personas.values()) {
      if (persona.place.uri !== model.uri) continue;
      const missing = missingOf(persona);
      if (missing.length === 0 || factsAbout(persona) < enough) continue;
      const [name, what] = [titled(persona), listed(missing)];
      report({
        place: persona.place,
        message: {
          en: `${name.en} is described without ${what.en}.`,
          ja: `${name.ja}には${what.ja}が書かれていません。`,
        },
        help: rule.meta.remedy,
      });
    }
  },
};

const enough = 3;

function missingOf({ needs, wants, prefers }: Persona): readonly Text[] {
  const missing: Text[] = [];
  if (needs.length + wants.length === 0) missing.push({ en: 'a need', ja: 'ニーズ' });
  if (prefers.length === 0) missing.push({ en: 'a preferred channel', ja: '好みのチャネル' });
  return missing;
}

function factsAbout(persona: Persona): number {
  const { age, occupation, patience, ltv, image, share } = persona;
  const lists = [
    persona.demographics,
    persona.interests,
    persona.attitudes,
    persona.values,
    persona.behaviours,
    persona.quotes,
    persona.pains,
    persona.needs,
    persona.wants,
    persona.prefers,
    persona.avoids,
    persona.hours,
    persona.expectations,
    persona.has,
    persona.lacks,
  ];
  const single = [age, occupation, patience, ltv, image, share].filter((value) => value !== undefined).length;
  return single + lists.filter((list) => list.length > 0).length;
}
