import type { PersonaView } from '../../../model/analysis.ts';
import type { Need, Pain, Persona } from '../../../model/entities.ts';
import { titled } from '../../../model/phrases.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { solutionsIn } from '../../solutions.ts';

export const rule: Rule = {
  meta: {
    id: 'pain-point-ignored',
    group: 'question',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    ownOnly: true,
    summary: {
      en: 'A pain or a need of the persona is met at no touchpoint.',
      ja: 'ペルソナの課題やニーズに触れるタッチポイントがありません。',
    },
    why: {
      en: `A persona's pains and needs are what was learned about real people. A journey that meets none of them was drawn for somebody else.

A pain or need counts as met when a touchpoint that the persona reaches \`addresses\` or \`solves\` it, or when an action or opportunity that is not rejected solves it. It is a piece of information; for a need that is \`kano mustBe\` a warning, because its absence makes everything else worthless.

It is silent as long as the journey addresses nothing at all, because then the author has not begun to record it; and for personas of whom the journey is not explicitly \`for\`. The finding stands where the journey names the persona.`,
      ja: `ペルソナの課題やニーズは、実際の人から学んだことです。それに一つも応えないジャーニーは、別の誰かのために描かれています。

ペルソナがたどり着けるタッチポイントが \`addresses\` または \`solves\` としているか、見送られていない施策・改善機会が解決するとしていれば、応えているとみなします。通常は情報、当たり前品質(\`kano mustBe\`)のニーズは警告です。それがなければ、ほかがどれほどよくても意味がないからです。

ジャーニーがまだ何も \`addresses\` としていない間は、記録が始まっていないので何も言いません。ジャーニーが \`for\` で名指ししていないペルソナも対象外です。指摘は、ジャーニーがペルソナを名指しした場所に出ます。`,
    },
    remedy: {
      en: 'Name it where it is met (`addresses`), or plan something that meets it (`action … solves`, `opportunity … solves`).',
      ja: '応えているタッチポイントに `addresses` と書くか、応える施策を計画します(`action … solves`、`opportunity … solves`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    if (context.analysis.whole.graph.nodesWith('addresses').length === 0) return;
    const planned = new Set(
      [...solutionsIn(context.model)].flatMap(([key, all]) => (all.some(({ rejected }) => !rejected) ? [key] : [])),
    );
    for (const view of context.analysis.views) {
      if (view.persona !== undefined) checkPersona(context, view, view.persona, planned);
    }
  },
};

function checkPersona(
  { journey, report }: JourneyContext,
  view: PersonaView,
  persona: Persona,
  planned: ReadonlySet<string>,
): void {
  const named = [...journey.targets, ...journey.personas].find(({ key }) => key === persona.key);
  if (named === undefined) return;
  const met = new Set(
    view.graph.nodes
      .filter((node) => view.flow.reachable(node))
      .flatMap(({ touchpoint }) => [...touchpoint.addresses, ...touchpoint.solves].map(({ key }) => key)),
  );
  for (const wish of [...persona.pains, ...persona.needs]) {
    if (met.has(wish.key) || planned.has(wish.key)) continue;
    const must = isMustBe(wish);
    const [name, who] = [titled(wish), titled(persona)];
    const is = persona.pains.includes(wish) ? kinds.pain : must ? kinds.must : kinds.need;
    report({
      place: named.place,
      severity: must ? 'warning' : 'information',
      message: {
        en: `No touchpoint of ${titled(journey).en} addresses ${name.en}, ${is.en} of ${who.en}.`,
        ja: `${titled(journey).ja}には、${who.ja}の${is.ja}${name.ja}に応えるタッチポイントがありません。`,
      },
      help: rule.meta.remedy,
      related: [{ place: wish.place, message: { en: 'written here', ja: 'ここに書かれています' } }],
      personas: [persona.key],
      namesPersona: true,
      same: wish.key,
    });
  }
}

const kinds = {
  pain: { en: 'a pain', ja: '課題' },
  need: { en: 'a need', ja: 'ニーズ' },
  must: { en: 'a must-be need', ja: '当たり前のニーズ' },
};

function isMustBe(wish: Need | Pain): boolean {
  return 'kano' in wish && wish.kano?.value === 'mustBe';
}
