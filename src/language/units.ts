import type { Text } from '../model/text.ts';

/** What a number with the unit means. Seconds as in model/values.ts: a month counts 30 days, a year 365. */
export type Unit =
  | { readonly kind: 'duration'; readonly seconds: number; readonly label: Text }
  | { readonly kind: 'businessDays'; readonly seconds: number; readonly label: Text }
  | { readonly kind: 'money'; readonly currency: string; readonly factor: number; readonly label: Text }
  | { readonly kind: 'percentage'; readonly points: boolean; readonly label: Text }
  /** A counter such as 件, which adds nothing to the number. */
  | { readonly kind: 'count'; readonly label: Text };

interface UnitEntry {
  readonly unit: Unit;
  /** All ways to write it; the first English and the first Japanese one are what the formatter and the help propose. */
  readonly spellings: readonly string[];
}

const DAY = 86_400;

/** The one table of units: reading, checking, completion and documentation use it. */
export const UNITS: readonly UnitEntry[] = [
  duration(1, { en: 'seconds', ja: '秒' }, 's sec secs second seconds 秒 秒間'),
  duration(60, { en: 'minutes', ja: '分' }, 'min mins minute minutes 分 分間'),
  duration(3600, { en: 'hours', ja: '時間' }, 'h hr hrs hour hours 時間'),
  duration(DAY, { en: 'days', ja: '日' }, 'days d day 日 日間'),
  {
    unit: { kind: 'businessDays', seconds: DAY, label: { en: 'business days', ja: '営業日' } },
    spellings: split('businessDays businessDay 営業日'),
  },
  duration(7 * DAY, { en: 'weeks', ja: '週間' }, 'weeks w week 週間 週'),
  duration(30 * DAY, { en: 'months', ja: 'か月' }, 'months month か月 ヶ月 カ月 ヵ月 ケ月 箇月 か月間 ヶ月間 カ月間'),
  duration(365 * DAY, { en: 'years', ja: '年' }, 'years year 年 年間'),
  {
    unit: { kind: 'percentage', points: false, label: { en: 'percent', ja: 'パーセント' } },
    spellings: split('% ％ パーセント'),
  },
  {
    unit: { kind: 'percentage', points: true, label: { en: 'percentage points', ja: 'ポイント' } },
    spellings: split('pt pts ポイント'),
  },
  yen(1, '円'),
  yen(1000, '千円'),
  yen(10_000, '万円'),
  yen(100_000_000, '億円'),
  {
    unit: { kind: 'count', label: { en: 'a count', ja: '数' } },
    spellings: split('人 名 件 回 個 点 台 社 通 歳 才 代'),
  },
];

/** The unit of that spelling, or an ISO 4217 currency. */
export function unitOf(spelling: string): Unit | undefined {
  return bySpelling.get(spelling) ?? currencyUnit(spelling);
}

/** Whether the word is a unit of time, so that another number may follow as in `1 h 30 min`. */
export function isTimeUnit(spelling: string): boolean {
  const kind = bySpelling.get(spelling)?.kind;
  return kind === 'duration' || kind === 'businessDays';
}

function currencyUnit(code: string): Unit | undefined {
  if (!CURRENCIES.has(code)) return undefined;
  return { kind: 'money', currency: code, factor: 1, label: { en: code, ja: code } };
}

function duration(seconds: number, label: Text, spellings: string): UnitEntry {
  return { unit: { kind: 'duration', seconds, label }, spellings: split(spellings) };
}

function yen(factor: number, spelling: string): UnitEntry {
  return {
    unit: { kind: 'money', currency: 'JPY', factor, label: { en: 'yen', ja: spelling } },
    spellings: [spelling],
  };
}

function split(words: string): readonly string[] {
  return words.split(' ');
}

const bySpelling = new Map(
  UNITS.flatMap(({ unit, spellings }) => spellings.map((spelling) => [spelling, unit] as const)),
);

/** ISO 4217, list one of 2026-01-01, without precious metals and testing codes. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  split(
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP ' +
      'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
      'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
      'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB ' +
      'RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
      'UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG',
  ),
);
