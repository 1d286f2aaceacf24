import type { Fact } from '../../../model/entities.ts';
import type { Fix, RelatedPlace } from '../../../model/finding.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { ShownItem, Touchpoint } from '../../../model/journey.ts';
import { asWritten, titled } from '../../../model/phrases.ts';
import type { Prose, Quantity } from '../../../model/values.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'contradictory-facts',
    group: 'consistency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The same fact is told with different values.',
      ja: '同じ事実が、違う値で伝えられています。',
    },
    why: {
      en: `A customer who reads two delivery times believes neither, and takes the better one as a promise.

A \`fact\` has one true value. Where a touchpoint \`shows\` the fact with another value, that is a contradiction; so it is where two facts of one journey that are not declared share a word with a value (\`shows price = …\`), and some persona meets both. Values are compared by meaning, not by spelling: \`5 days\` and \`120 h\` are the same, \`5 days\` and \`5 businessDays\` are not, because a weekend lies between. A fact that holds for other personas than the touchpoint, and a to-be journey that improves the one that says otherwise, do not count.`,
      ja: `二つの納期を目にしたお客様は、どちらも信じず、よいほうを約束と受け取ります。

\`fact\`(事実)の正しい値は一つです。タッチポイントが別の値で \`shows\` としていれば矛盾です。宣言のない言葉でも、同じペルソナが出会う二か所で違う値(\`shows price = …\`)が示されていれば矛盾とみなします。値は書き方ではなく意味で比べます。\`5 days\` と \`120 h\` は同じですが、\`5 days\` と \`5 businessDays\` は週末を挟むため別です。そのタッチポイントのペルソナを対象としない事実は比べません。`,
    },
    remedy: {
      en: 'Decide which value is true, keep it in one `fact`, and show that fact without a value of its own.',
      ja: '正しい値を決めて一つの `fact` に書き、ほかでは値を付けずにその事実を示します。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const shown = shownValues(context);
    for (const each of shown) compareWithFact(context, each);
    compareWords(context, shown);
  },
};

interface Shown {
  readonly touchpoint: Touchpoint;
  readonly item: ShownItem;
  readonly value: Prose | Quantity;
  readonly meaning: string;
}

function shownValues({ analysis }: JourneyContext): readonly Shown[] {
  const shown: Shown[] = [];
  for (const { touchpoint } of analysis.whole.graph.nodesWith('shows')) {
    for (const item of touchpoint.shows) {
      const { value } = item;
      if (value !== undefined) shown.push({ touchpoint, item, value, meaning: meaningOf(value) });
    }
  }
  return shown;
}

function compareWithFact({ model, report }: JourneyContext, { touchpoint, item, value, meaning }: Shown): void {
  const fact = item.fact === undefined ? undefined : model.facts.get(item.fact.key);
  if (fact === undefined || meaningOf(fact.value) === meaning || !concerns(fact, touchpoint)) return;
  const [name, at] = [titled(fact), titled(touchpoint)];
  const [here, true_] = [asWritten(value), asWritten(fact.value)];
  report({
    place: value.place,
    message: {
      en: `${at.en} says ${here.en} for ${name.en}, but the fact is ${true_.en}.`,
      ja: `${at.ja}では${name.ja}を${here.ja}と伝えていますが、正しくは${true_.ja}です。`,
    },
    help: rule.meta.remedy,
    related: [{ place: fact.value.place, message: { en: 'the fact', ja: '事実として書かれた値' } }],
    fixes: () => sayTheFact(fact, value),
    subject: { touchpoint: touchpoint.key },
    same: fact.key,
  });
}

function sayTheFact(fact: Fact, value: Prose | Quantity): readonly Fix[] {
  const written = asWritten(fact.value);
  // The value of a text stands in quotes that `written` does not have.
  if (fact.value.kind === 'text') return [];
  return [
    {
      title: { en: `Say ${written.en} here as well`, ja: `ここでも${written.ja}と伝える` },
      safe: false,
      edits: [{ kind: 'replace', place: value.place, text: fact.value.written }],
    },
  ];
}

/** Words without a fact behind them: the first place that some persona meets is compared with the later ones. */
function compareWords(context: JourneyContext, shown: readonly Shown[]): void {
  const words = shown.filter(
    ({ item, value }) => item.fact === undefined && item.word !== undefined && value.kind !== 'text',
  );
  for (const all of groupBy(words, ({ item }) => item.word?.value).values()) {
    for (const [index, later] of all.entries()) {
      const earlier = all.find((each, at) => at < index && differ(each, later) && meetBoth(context, each, later));
      if (earlier !== undefined) reportWords(context, earlier, later);
    }
  }
}

function differ(a: Shown, b: Shown): boolean {
  return a.value.kind === b.value.kind && a.meaning !== b.meaning;
}

function meetBoth({ analysis }: JourneyContext, a: Shown, b: Shown): boolean {
  return analysis.views.some(({ graph, flow }) => {
    const [first, second] = [graph.node(a.touchpoint.key), graph.node(b.touchpoint.key)];
    return first !== undefined && second !== undefined && (first === second || flow.leadsTo(first, second));
  });
}

function reportWords({ report }: JourneyContext, earlier: Shown, later: Shown): void {
  const word = later.item.word?.value ?? '';
  const [before, at] = [titled(earlier.touchpoint), titled(later.touchpoint)];
  const [first, second] = [asWritten(earlier.value), asWritten(later.value)];
  const related: readonly RelatedPlace[] = [
    { place: earlier.value.place, message: { en: 'told otherwise here', ja: 'ここでは別の値を伝えています' } },
  ];
  report({
    place: later.value.place,
    message: {
      en: `${before.en} says ${first.en} for \`${word}\`, and ${at.en} says ${second.en}.`,
      ja: `\`${word}\` が、${before.ja}では${first.ja}、${at.ja}では${second.ja}と伝えられています。`,
    },
    help: rule.meta.remedy,
    related,
    subject: { touchpoint: later.touchpoint.key },
    same: word,
  });
}

function concerns({ personas }: Fact, touchpoint: Touchpoint): boolean {
  if (personas.length === 0 || touchpoint.personas.length === 0) return true;
  return touchpoint.personas.some(({ key }) => personas.some((persona) => persona.key === key));
}

/** Two values with the same meaning give the same text. */
function meaningOf(value: Prose | Quantity): string {
  switch (value.kind) {
    case 'duration':
      return `${value.seconds} ${value.longestSeconds}`;
    case 'money':
      return `${value.amount} ${value.currency}`;
    case 'percentage':
      return `${value.ratio} ${value.points}`;
    case 'number':
      return String(value.value);
    default:
      return value.text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  }
}
