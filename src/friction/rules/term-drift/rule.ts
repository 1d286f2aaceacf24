import type { Data } from '../../../model/entities.ts';
import type { Journey, Touchpoint } from '../../../model/journey.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Prose } from '../../../model/values.ts';
import { literal } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { firstNameIn, type Name, namesFrom } from './terms.ts';

export const rule: Rule = {
  meta: {
    id: 'term-drift',
    group: 'consistency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The company calls one thing by several names.',
      ja: '同じものを、場所によって違う名前で呼んでいます。',
    },
    why: {
      en: `A customer who is asked for the "customer number" and holds a card with a "member number" does not know that they are the same.

Compared are the texts that customers get to see or hear from the company: \`sees\`, the texts of \`shows\`, \`told\`, \`because\`, \`tells\`, \`explains\` and \`cta\`. A datum is known by its title and its \`alias\`es. Reported is each text that uses another one of these names than the first text of the journey that uses any. Only data of your own files that declare an \`alias\` count, and only names in the same script, so that a translation is no second name. What customers say themselves (\`says\`, \`thinks\`) is their own affair.`,
      ja: `「お客様番号」を尋ねられても、手元のカードに「会員番号」とあれば、同じものだとは分かりません。

企業がお客様に見せる・聞かせる文を比べます。\`sees\`、\`shows\` に添えた文、\`told\`、\`because\`、\`tells\`、\`explains\`、\`cta\` です。データの名前は、タイトルと \`alias\`(別名)です。ジャーニーで最初に使われた名前と違う名前を使っている文を、それぞれ指摘します。自分のファイルで \`alias\` を宣言したデータだけを対象とし、文字の種類(日本語か英語か)が同じ名前どうしだけを比べるので、訳語は別名とみなしません。お客様自身の言葉(\`says\`、\`thinks\`)は対象外です。`,
    },
    remedy: {
      en: 'Choose one name and use it everywhere that customers can read or hear it.',
      ja: '呼び名を一つに決め、お客様の目や耳に触れるところではすべて揃えます。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const named = [...context.model.data.values()].filter(({ library, aliases }) => !library && aliases.length > 0);
    const texts = named.length === 0 ? [] : textsOf(context.journey);
    for (const datum of named) {
      for (const names of namesFrom(datum)) checkTerm(context, datum, names, texts);
    }
  },
};

interface SpokenText {
  readonly touchpoint: Touchpoint;
  readonly prose: Prose;
}

function textsOf({ stages }: Journey): readonly SpokenText[] {
  return stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap((touchpoint) => {
      const { sees, shows, told, because, tells, explains, callsToAction } = touchpoint;
      const spoken = [...shows, ...tells, ...callsToAction].map(({ text }) => text);
      return [...sees, ...explains, told, because, ...spoken].flatMap((prose) =>
        prose === undefined ? [] : [{ touchpoint, prose }],
      );
    }),
  );
}

function checkTerm(context: JourneyContext, datum: Data, names: readonly Name[], texts: readonly SpokenText[]): void {
  let first: { readonly name: Name; readonly text: SpokenText } | undefined;
  for (const text of texts) {
    const name = firstNameIn(text.prose.text, names);
    if (name === undefined) continue;
    first ??= { name, text };
    if (name.text !== first.name.text) reportDrift(context, datum, first, { name, text });
  }
}

interface Spoken {
  readonly name: Name;
  readonly text: SpokenText;
}

function reportDrift({ report }: JourneyContext, datum: Data, first: Spoken, other: Spoken): void {
  const { touchpoint, prose } = other.text;
  const [at, before] = [titled(touchpoint), titled(first.text.touchpoint)];
  const [said, name] = [spelled(other), spelled(first)];
  const [here, there] = [quoted(said), quoted(name)];
  report({
    place: prose.place,
    message: {
      en: `${at.en} says ${here.en} for what ${before.en} calls ${there.en}.`,
      ja: `${at.ja}では${here.ja}と呼んでいますが、${before.ja}では${there.ja}です。`,
    },
    help: rule.meta.remedy,
    related: [
      { place: first.text.prose.place, message: { en: 'the first name', ja: '最初の呼び名です' } },
      { place: datum.place, message: { en: 'declared as one thing here', ja: 'ここで同じものと宣言しています' } },
    ],
    fixes: () => [
      {
        title: { en: `Say ${there.en} here as well`, ja: `ここでも${there.ja}と呼ぶ` },
        safe: false,
        edits: [
          {
            kind: 'replace',
            place: prose.place,
            text: literal(prose.text.replace(other.name.pattern, () => name)),
          },
        ],
      },
    ],
    subject: { touchpoint: touchpoint.key },
    same: datum.key,
  });
}

/** The name in the spelling of that text. */
function spelled({ name: { text, pattern }, text: { prose } }: Spoken): string {
  return prose.text.match(pattern)?.[0] ?? text;
}
