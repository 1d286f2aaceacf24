import type { Brand } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Word } from '../../../model/values.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'tone-mismatch',
    group: 'consistency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: "A touchpoint speaks in a tone that is not the brand's.",
      ja: 'ブランドの語り口と合っていません。',
    },
    why: {
      en: `A letter that sounds like an authority undoes what a friendly app has built up: to the customer it is one company.

The brand is the one that the journey names (\`brand\`), or the only one in scope. A tone that the brand says it \`never\` uses is reported; so is a touchpoint that states tones of which none is among the brand's. Touchpoints without a \`tone\`, and tones where the brand states none, say nothing.`,
      ja: `役所のような手紙が一通届けば、親しみやすいアプリが積み上げた印象は崩れます。お客様にとっては一つの会社だからです。

ブランドは、ジャーニーが \`brand\` で名指ししたもの、またはただ一つ見えるものを使います。ブランドが \`never\`(使わない)とした語り口、および書かれた語り口のどれもブランドのものでない場合に指摘します。\`tone\` のないタッチポイントや、ブランドが語り口を決めていない場合は何も言いません。`,
    },
    remedy: {
      en: "Write it again in the brand's tone, or change what the brand says of itself.",
      ja: 'ブランドの語り口で書き直すか、ブランドの定義を見直します。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { model, journey, analysis } = context;
    const only = model.brands.size === 1 ? [...model.brands.values()][0] : undefined;
    const brand = journey.brand === undefined ? only : model.brands.get(journey.brand.key);
    if (brand === undefined) return;
    for (const { touchpoint } of analysis.whole.graph.nodesWith('tones')) checkTouchpoint(context, brand, touchpoint);
  },
};

function checkTouchpoint(context: JourneyContext, brand: Brand, touchpoint: Touchpoint): void {
  const { tones } = touchpoint;
  const banned = tones.filter((tone) => has(brand.never, tone));
  const [at, name] = [titled(touchpoint), titled(brand)];
  for (const tone of banned) {
    report(context, brand, touchpoint, tone, {
      en: `${at.en} sounds \`${tone.value}\`, which ${name.en} says it never is.`,
      ja: `${at.ja}の語り口は \`${tone.value}\` ですが、${name.ja}は使わないと決めています。`,
    });
  }
  const [first] = tones;
  if (first === undefined || banned.length > 0 || brand.tones.length === 0) return;
  if (tones.some((tone) => has(brand.tones, tone))) return;
  const own = brand.tones.map(({ value }) => `\`${value}\``);
  report(context, brand, touchpoint, first, {
    en: `${at.en} sounds \`${first.value}\`, and ${name.en} wants to sound ${own.join(' or ')}.`,
    ja: `${at.ja}の語り口は \`${first.value}\` で、${name.ja}が目指す${own.join('・')}と合っていません。`,
  });
}

function has(words: readonly Word[], word: Word): boolean {
  return words.some(({ value }) => value.toLowerCase() === word.value.toLowerCase());
}

function report(context: JourneyContext, brand: Brand, { key }: Touchpoint, tone: Word, message: Text): void {
  context.report({
    place: tone.place,
    message,
    help: rule.meta.remedy,
    related: [{ place: brand.place, message: { en: 'the brand', ja: 'ブランドの定義' } }],
    fixes: () => brand.tones.map((own) => speak(own, tone)),
    subject: { touchpoint: key },
    same: tone.value,
  });
}

function speak({ value }: Word, { place }: Word): Fix {
  return {
    title: { en: `Speak in the tone \`${value}\``, ja: `語り口を \`${value}\` にする` },
    safe: false,
    edits: [{ kind: 'replace', place, text: value }],
  };
}
