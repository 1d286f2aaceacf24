import type { Fix } from '../../model/finding.ts';
import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { didYouMean } from '../linking/messages.ts';
import { suggest } from '../linking/suggestions.ts';
import { readingOf } from '../lowering/values.ts';
import { plainAmount, spokenAmount } from '../plain-amount.ts';
import type { QuantityProblem, QuantityValue } from '../quantity.ts';
import { CURRENCIES, UNITS } from '../units.ts';
import type { ValueKind, ValueRule } from './properties.ts';
import type { Report, Statement } from './statement.ts';

/** Checks a number with its unit: can it be read, is it of the right kind, is it on its scale? */
export function checkValue(statement: Statement, rule: ValueRule, report: Report): void {
  const reading = readingOf(statement.written);
  if (!reading.ok) reportBroken(statement, rule, reading.problem, report);
  else if (!rule.kinds.includes(kindOf(reading.value))) reportWrongKind(statement, rule, reading.value, report);
  else reportOffScale(statement, rule, reading.value, report);
}

/** How people call the kinds of values, and what one looks like. */
const KINDS: Readonly<Record<ValueKind, { readonly any: Text; readonly example: Text }>> = {
  duration: { any: { en: 'a time', ja: '時間' }, example: { en: '4 min', ja: '4分' } },
  money: { any: { en: 'an amount of money', ja: '金額' }, example: { en: '1200 JPY', ja: '1200円' } },
  percentage: { any: { en: 'a share', ja: '割合' }, example: { en: '30%', ja: '30%' } },
  points: {
    any: { en: 'a difference in percentage points', ja: 'ポイント差' },
    example: { en: '2 pt', ja: '2ポイント' },
  },
  number: { any: { en: 'a number without a unit', ja: '単位のない数値' }, example: { en: '3', ja: '3' } },
};

function kindOf(value: QuantityValue): ValueKind {
  return value.kind === 'percentage' && value.points ? 'points' : value.kind;
}

/** The number that a scale speaks of. */
export function sizeOf(value: QuantityValue): number {
  switch (value.kind) {
    case 'duration':
      return value.seconds;
    case 'money':
      return value.amount;
    case 'percentage':
      return value.ratio;
    default:
      return value.value;
  }
}

function reportWrongKind(statement: Statement, { kinds }: ValueRule, value: QuantityValue, report: Report): void {
  const [wanted = 'number'] = kinds;
  const { any, example } = KINDS[wanted];
  const sample = quoted(example);
  const written = quoted(statement.written);
  const is = KINDS[kindOf(value)].any;
  const keyword = statement.keyword === undefined ? undefined : quoted(statement.keyword);
  report({
    code: 'wrong-value-kind',
    message:
      keyword === undefined
        ? {
            en: `This must be ${any.en} such as ${sample.en}; ${written.en} is ${is.en}.`,
            ja: `ここには${sample.ja}のような${any.ja}を書きます。${written.ja}は${is.ja}です。`,
          }
        : {
            en: `${keyword.en} needs ${any.en} such as ${sample.en}; ${written.en} is ${is.en}.`,
            ja: `${keyword.ja}には${sample.ja}のような${any.ja}を書きます。${written.ja}は${is.ja}です。`,
          },
    help: kindHelp(wanted, value),
    range: statement.place.range,
  });
}

function kindHelp(wanted: ValueKind, value: QuantityValue): Text {
  const { any, example } = KINDS[wanted];
  if (value.kind === 'number' && wanted === 'duration') {
    const { value: number } = value;
    return {
      en: `Add the unit: ${number} min, ${number} h or ${number} days.`,
      ja: `「${number}分」「${number}時間」「${number}日」のように、単位を付けてください。`,
    };
  }
  return {
    en: `Write ${any.en}, such as ${example.en}.`,
    ja: `「${example.ja}」のように、${any.ja}を書いてください。`,
  };
}

function reportOffScale(statement: Statement, rule: ValueRule, value: QuantityValue, report: Report): void {
  const size = sizeOf(value);
  const { least = -Infinity, most = Infinity, whole } = rule;
  const isWhole = whole === undefined || Number.isInteger(size);
  if (size >= least && size <= most && isWhole) return;
  const written = quoted(statement.written);
  const scale = scaleText(rule, value.kind === 'percentage');
  report({
    code: 'value-off-scale',
    message: {
      en: `${written.en} is off the scale, which is ${scale.range.en}.`,
      ja: `${written.ja}は範囲外です。書けるのは${scale.any.ja}です。`,
    },
    help: { en: `Write ${scale.any.en}.`, ja: `${scale.any.ja}を書いてください。` },
    range: statement.place.range,
  });
}

function scaleText(
  { least, most, whole }: ValueRule,
  percentage: boolean,
): { readonly range: Text; readonly any: Text } {
  const show = (bound: number): string => (percentage ? `${bound * 100}%` : String(bound));
  const low = show(least ?? 0);
  const range =
    most === undefined
      ? { en: `${low} or more`, ja: `${low}以上` }
      : { en: `from ${low} to ${show(most)}`, ja: `${low}〜${show(most)}` };
  const number = whole === true ? { en: 'a whole number', ja: '整数' } : { en: 'a value', ja: '値' };
  const of = most === undefined ? 'of ' : '';
  return {
    range: whole === true ? { en: `whole numbers, ${range.en}`, ja: range.ja } : range,
    any: { en: `${number.en} ${of}${range.en}`, ja: `${range.ja}の${number.ja}` },
  };
}

function reportBroken(statement: Statement, rule: ValueRule, problem: QuantityProblem, report: Report): void {
  const written = quoted(statement.written);
  switch (problem.kind) {
    case 'unknownUnit':
      if (problem.unit === '') reportUnreadable(statement, report);
      else reportUnit(statement, rule, problem, report);
      break;
    case 'negativeDuration':
      report({
        code: 'negative-duration',
        message: {
          en: `${written.en} is less than no time.`,
          ja: `${written.ja}は負の時間です。`,
        },
        help: { en: 'Write the time without the minus sign.', ja: 'マイナスを付けずに書いてください。' },
        range: statement.place.range,
      });
      break;
    case 'notANumber':
      reportUnreadable(statement, report);
  }
}

function reportUnreadable({ written: value, place }: Statement, report: Report): void {
  const written = quoted(value);
  report({
    code: 'wrong-value-kind',
    message: { en: `${written.en} cannot be read as a number.`, ja: `${written.ja}は数値として読めません。` },
    help: {
      en: 'Write a number and, where it has one, its unit: 4 min, 30%, 1200 JPY.',
      ja: '「4分」「30%」「1200円」のように、数値と単位で書いてください。',
    },
    range: place.range,
  });
}

function reportUnit(
  statement: Statement,
  rule: ValueRule,
  { unit, offset }: Extract<QuantityProblem, { kind: 'unknownUnit' }>,
  report: Report,
): void {
  const { uri, range: value } = statement.place;
  const start = { line: value.start.line, character: value.start.character + offset };
  const range = { start, end: { line: start.line, character: start.character + unit.length } };
  const isCurrency = rule.kinds.length === 1 && rule.kinds[0] === 'money' ? true : /^[A-Z]{3}$/.test(unit);
  const name = quoted(unit);
  const meant = plainAmount(statement.written);
  if (meant !== undefined) {
    reportSpoken(statement, unit, meant, report);
    return;
  }
  const { names } = suggest(unit, candidatesFor(rule));
  report({
    code: isCurrency ? 'unknown-currency' : 'unknown-unit',
    message: isCurrency
      ? { en: `${name.en} is not a currency.`, ja: `${name.ja}という通貨はありません。` }
      : { en: `${name.en} is not a known unit.`, ja: `${name.ja}という単位はありません。` },
    help: names.length > 0 ? didYouMean(names) : unitHelp(rule, isCurrency),
    range,
    fixes: names.map(
      (text): Fix => ({
        title: { en: `Change to ${quoted(text).en}`, ja: `${quoted(text).ja}に変更する` },
        safe: names.length === 1,
        edits: [{ kind: 'replace', place: { uri, range }, text }],
      }),
    ),
  });
}

/** `30分程度`: an amount as it is said. */
function reportSpoken({ place, written }: Statement, unit: string, meant: string, report: Report): void {
  const [name, amount] = [quoted(unit), quoted(meant)];
  report({
    code: 'unknown-unit',
    message: { en: `${name.en} is not a known unit.`, ja: `${name.ja}という単位はありません。` },
    help: spokenAmount(meant),
    range: place.range,
    fixes: [
      {
        title: {
          en: `Change ${quoted(written).en} to ${amount.en}`,
          ja: `${quoted(written).ja}を${amount.ja}に変更する`,
        },
        safe: true,
        edits: [{ kind: 'replace', place, text: meant }],
      },
    ],
  });
}

function candidatesFor({
  kinds,
}: ValueRule): readonly { readonly name: string; readonly titles: []; readonly spellings: [] }[] {
  const units = UNITS.filter(({ unit }) => {
    if (unit.kind === 'businessDays') return kinds.includes('duration');
    if (unit.kind === 'percentage') return kinds.includes(unit.points ? 'points' : 'percentage');
    return kinds.includes(unit.kind === 'count' ? 'number' : unit.kind);
  }).flatMap(({ spellings }) => spellings);
  const currencies = kinds.includes('money') ? [...CURRENCIES] : [];
  return [...units, ...currencies].map((name) => ({ name, titles: [], spellings: [] }));
}

function unitHelp({ kinds }: ValueRule, isCurrency: boolean): Text {
  if (isCurrency) {
    return {
      en: 'Write the code of the currency in three capitals, such as JPY, EUR or USD.',
      ja: '円・万円か、JPY・EUR・USDのような3文字の通貨コードで書いてください。',
    };
  }
  if (kinds.length === 1 && kinds[0] === 'number') {
    return { en: 'Write the number without a unit.', ja: '単位を付けずに数値だけを書いてください。' };
  }
  const times = {
    en: 'Times take s, min, h, days, weeks, months, years or businessDays',
    ja: '時間は秒・分・時間・日・営業日・週間・か月・年で',
  };
  if (kinds.length === 1 && kinds[0] === 'duration') return { en: `${times.en}.`, ja: `${times.ja}書きます。` };
  if (kinds.length === 1)
    return { en: 'Write the share with a percent sign, such as 30%.', ja: '「30%」のように、割合で書いてください。' };
  return {
    en: `${times.en}; shares take %; money takes a code such as JPY.`,
    ja: `${times.ja}、割合は%で、金額は円かJPYのような通貨コードで書きます。`,
  };
}
