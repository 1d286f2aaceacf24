import type { Persona } from '../../../model/entities.ts';
import type { Journey, Touchpoint } from '../../../model/journey.ts';
import { meansOf } from '../../../model/means.ts';
import { listed, titled, titles } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding, literal, writtenInJapanese } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'one-size-touchpoint',
    group: 'personalisation',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A touchpoint is the same for personas who differ.',
      ja: 'ペルソナごとの違いに対応していません。',
    },
    why: {
      en: `What suits everybody a little suits nobody well, above all where people differ in language, means and channels.

Looked at are touchpoints that the company starts and that several personas of the journey share. Two personas differ when they state different preferred channels (none in common), different languages, means that one \`has\` and the other \`lacks\`, or different needs; with two such differences and neither a \`variant\` nor a \`personalises\` the touchpoint is a candidate. One hint for each journey names all of them, and only where the journey has a variant or a personalisation elsewhere, because then the author models them.`,
      ja: `全員に少しずつ合うものは、誰にもよく合いません。言葉・手段・チャネルが違えばなおさらです。

会社から始め、複数のペルソナが共有するタッチポイントを調べます。好みのチャネルに共通のものがない、言語が違う、一方が持ち(\`has\`)他方が持たない(\`lacks\`)手段がある、ニーズが違う、のうち二つ以上が当てはまり、\`variant\` も \`personalises\` もなければ候補とします。ジャーニーのどこかに出し分けが書かれている場合に限り、まとめて一つのヒントを出します。`,
    },
    remedy: {
      en: 'Write what is different for whom: `variant for … "…"`.',
      ja: '誰に何を変えるかを書きます(`variant for … "…"`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { journey, analysis } = context;
    const { graph } = analysis.whole;
    if (graph.nodesWith('variants').length + graph.nodesWith('personalises').length === 0) return;
    const differing = personasThatDiffer(context);
    if (differing === undefined) return;
    const same = graph.nodes.flatMap(({ touchpoint }) =>
      !adapts(touchpoint) && sharedBy(touchpoint, differing) ? [touchpoint] : [],
    );
    const [first] = same;
    if (first !== undefined) report(context, journey, first, same, differing);
  },
};

interface Differing {
  readonly personas: readonly [Persona, Persona];
  readonly differences: readonly Text[];
}

function adapts({ variants, personalises }: Touchpoint): boolean {
  return variants.length > 0 || personalises.length > 0;
}

function sharedBy(touchpoint: Touchpoint, differing: Differing): boolean {
  if (touchpoint.initiator?.value !== 'company') return false;
  const { personas } = touchpoint;
  return personas.length === 0 || differing.personas.every(({ key }) => personas.some((each) => each.key === key));
}

/** The first two personas of the journey with at least two differences. */
function personasThatDiffer({ analysis }: JourneyContext): Differing | undefined {
  const personas = analysis.views.flatMap(({ persona }) => persona ?? []);
  for (const [index, first] of personas.entries()) {
    for (const second of personas.slice(index + 1)) {
      const differences = differencesOf(first, second);
      if (differences.length >= 2) return { personas: [first, second], differences };
    }
  }
  return undefined;
}

function differencesOf(a: Persona, b: Persona): readonly Text[] {
  const differences: Text[] = [];
  if (areApart(keysOf(a.prefers), keysOf(b.prefers)))
    differences.push({ en: 'preferred channels', ja: '好みのチャネル' });
  if (areApart(valuesOf(a.languages), valuesOf(b.languages))) differences.push({ en: 'language', ja: '言語' });
  if (hasWhatIsLacked(a, b) || hasWhatIsLacked(b, a)) differences.push({ en: 'means', ja: '使える手段' });
  if (a.needs.length > 0 && b.needs.length > 0) differences.push({ en: 'needs', ja: 'ニーズ' });
  return differences;
}

function hasWhatIsLacked(first: Persona, second: Persona): boolean {
  const lacked = new Set(second.lacks.map(({ value }) => meansOf(value)));
  return first.has.some(({ value }) => lacked.has(meansOf(value)));
}

function keysOf(list: readonly { readonly key: string }[]): readonly string[] {
  return list.map(({ key }) => key);
}

function valuesOf(list: readonly { readonly value: string }[]): readonly string[] {
  return list.map(({ value }) => value);
}

function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));
}

function report(
  context: JourneyContext,
  journey: Journey,
  first: Touchpoint,
  same: readonly Touchpoint[],
  { personas, differences }: Differing,
): void {
  const [at, who, what] = [titled(first), titles(personas), listed(differences)];
  const more = same.length - 1;
  context.report({
    place: first.place,
    message: {
      en: `${at.en}${more === 0 ? ' is' : ` and ${more} more touchpoint${more === 1 ? '' : 's'} are`} the same for ${who.en}, who differ in ${what.en}.`,
      ja: `${at.ja}${more === 0 ? '' : `ほか${more}件のタッチポイント`}は、${what.ja}が異なる${who.ja}に同じものを届けています。`,
    },
    help: rule.meta.remedy,
    related: same.slice(1).map(({ place }) => ({ place, message: { en: 'the same here', ja: 'ここも同じです' } })),
    fixes: () => (more === 0 ? addVariants(context, first, personas) : []),
    subject: { journey: journey.key, touchpoint: first.key },
  });
}

function addVariants(
  { model }: JourneyContext,
  touchpoint: Touchpoint,
  personas: readonly Persona[],
): ReturnType<typeof adding>[] {
  const text = literal(writtenInJapanese(touchpoint) ? 'このペルソナ向けの内容' : 'What is different for this persona');
  const statements = personas.flatMap(({ key }) => {
    const id = referable(model.personas, key);
    return id === undefined ? [] : [`variant for ${id} ${text}`];
  });
  if (statements.length < personas.length) return [];
  return [adding(touchpoint, statements, { en: 'Add a variant for each', ja: 'ペルソナごとの出し分けを書く' })];
}
