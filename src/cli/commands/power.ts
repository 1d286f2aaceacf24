import { compareOutcomes, detectableEffect, type Outcome, sampleSize } from '../../friction/experiment-statistics.ts';
import { wrap } from '../../formats/terminal/wrap.ts';
import { readQuantity } from '../../language/quantity.ts';
import { durationText, percentText } from '../../model/phrases.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { firstIdle, lineWidth } from '../output-file.ts';

export interface PowerOptions {
  readonly baseline?: string;
  readonly effect?: string;
  readonly alpha?: string;
  readonly power?: string;
  readonly variants?: number;
  readonly traffic?: string;
  readonly runs?: string;
  readonly results?: string;
}

type Answer = { readonly lines: readonly Text[] } | { readonly mistake: Text };

/** `journey power`: plans an A/B test, or judges the results of one. */
export async function runPower(options: PowerOptions, { locale, output }: Context): Promise<ExitCode> {
  const answer =
    idleOption(options) ?? (options.results === undefined ? planned(options) : judged(options.results, options));
  if ('mistake' in answer) {
    output.complain(answer.mistake);
    return EXIT.usage;
  }
  const width = lineWidth({}, output);
  const text = answer.lines.flatMap((line) => wrap(inLocale(line, locale), width).map((part) => `${part}\n`)).join('');
  return (await output.print(text)) ? EXIT.clean : EXIT.usage;
}

const PLANNING: Readonly<Record<string, readonly ['plan']>> = {
  baseline: ['plan'],
  effect: ['plan'],
  power: ['plan'],
  variants: ['plan'],
  traffic: ['plan'],
  runs: ['plan'],
};

/** Says which option would change nothing beside the others. */
function idleOption(options: PowerOptions): { readonly mistake: Text } | undefined {
  if (options.results === undefined) {
    return options.runs === undefined || options.traffic !== undefined
      ? undefined
      : {
          mistake: {
            en: '--runs needs --traffic, which says how many customers come in that time',
            ja: '--runs は、その間に来る人数を示す --traffic と併せて指定してください',
          },
        };
  }
  const idle = firstIdle<'plan' | 'results'>(options, PLANNING, 'results');
  return (
    idle && {
      mistake: {
        en: `--${idle.name} means nothing with --results, which judges a test that has been run`,
        ja: `--results は実施したテストの結果を判定するため、--${idle.name} は使えません`,
      },
    }
  );
}

const day = 86_400;
const week = 7 * day;

function planned({ baseline, effect, alpha = '5%', power = '80%', variants = 2, traffic, runs }: PowerOptions): Answer {
  const from = shareOf(baseline);
  const [risk, chance] = [shareOf(alpha), shareOf(power)];
  if (baseline === undefined || from === undefined) return wrong('--baseline', '5%');
  if (risk === undefined) return wrong('--alpha', '5%');
  if (chance === undefined) return wrong('--power', '80%');
  const perDay = traffic === undefined ? undefined : perDayOf(traffic);
  if (traffic !== undefined && perDay === undefined) return wrong('--traffic', '800 per day');
  const length = runs === undefined ? undefined : secondsOf(runs);
  if (runs !== undefined && length === undefined) return wrong('--runs', '2 weeks');
  // Every variant is compared with the first, so the risk is shared among the comparisons (Bonferroni).
  const plan = { baseline: from, alpha: risk / (variants - 1), power: chance };
  const lines: Text[] = [];
  if (effect !== undefined) {
    const expected = expectedOf(effect, from);
    if (expected !== undefined && (expected <= 0 || expected >= 1)) return outOfReach(baseline, effect);
    const needed = expected === undefined ? undefined : sampleSize({ ...plan, expected });
    if (needed === undefined || expected === undefined) return wrong('--effect', '1 pt');
    const total = needed * variants;
    lines.push({
      en: `To tell ${rate(expected)} from ${rate(from)}: ${count(needed)} customers in each of ${variants} variants, ${count(total)} in all.`,
      ja: `${rate(from)}と${rate(expected)}を見分けるには、${variants}バリアントそれぞれに${count(needed)}人、合計${count(total)}人が必要です。`,
    });
    if (perDay !== undefined) {
      const weeks = Math.ceil(total / perDay / 7);
      lines.push({
        en: `With ${count(perDay)} customers a day that takes ${count(weeks)} ${weeks === 1 ? 'week' : 'weeks'} (whole weeks, because weekdays differ).`,
        ja: `1日${count(perDay)}人なら${count(weeks)}週間かかります(曜日の偏りを避けるため、週単位に切り上げ)。`,
      });
    }
  }
  if (perDay !== undefined && (length !== undefined || effect === undefined)) {
    const seconds = length ?? 2 * week;
    const each = Math.floor((perDay * (seconds / day)) / variants);
    const seen = detectableEffect(plan, each);
    const time = durationText(seconds);
    lines.push(
      seen === undefined
        ? { en: `In ${time.en} no rise can be shown.`, ja: `${time.ja}では、どのような上昇も検出できません。` }
        : {
            en: `In ${time.en} (${count(each)} customers in each variant) the smallest rise that can be shown is ${points(seen)} points.`,
            ja: `${time.ja}(各バリアント${count(each)}人)で検出できる最小の上昇は${points(seen)}ポイントです。`,
          },
    );
  }
  if (lines.length === 0) {
    return {
      mistake: {
        en: 'say what is wanted with --effect, --traffic or --results',
        ja: '--effect、--traffic、--results のいずれかを指定してください',
      },
    };
  }
  return { lines: [...lines, method] };
}

const method: Text = {
  en: 'Two-sided test of two proportions, normal approximation (Fleiss, Levin, Paik 2003).',
  ja: '二つの比率の両側検定、正規近似(Fleiss, Levin, Paik 2003)による値です。',
};

function judged(results: string, { alpha = '5%' }: PowerOptions): Answer {
  const outcomes = results.split(/[,、]/).map(outcomeOf);
  const risk = shareOf(alpha);
  if (risk === undefined) return wrong('--alpha', '5%');
  const [first, ...others] = outcomes;
  if (first === undefined || others.length === 0) return wrong('--results', '120/4000,150/4010');
  const each = risk / others.length;
  const lines: Text[] = [];
  for (const [index, other] of others.entries()) {
    const compared = other === undefined ? undefined : compareOutcomes(first, other, each);
    if (other === undefined || compared === undefined) return wrong('--results', '120/4000,150/4010');
    const { difference, pValue, low, high } = compared;
    const [a, b] = [rate(first.conversions / first.visitors), rate(other.conversions / other.visitors)];
    const sure = pValue < each;
    const p = pValue < 0.0001 ? '< 0.0001' : `= ${pValue.toFixed(4)}`;
    const confidence = rate(1 - each);
    lines.push({
      en: `Variant ${index + 2} against 1: ${a} → ${b}, ${signed(difference)} points (${confidence} interval ${signed(low)} to ${signed(high)}), p ${p}. ${sure ? 'The difference is significant.' : 'This may be chance: no significant difference.'}`,
      ja: `バリアント${index + 2}と1の比較: ${a} → ${b}、差 ${signed(difference)}ポイント(${confidence}信頼区間 ${signed(low)}〜${signed(high)})、p ${p}。${sure ? '有意な差があります。' : '有意な差はなく、偶然かもしれません。'}`,
    });
  }
  const note: Text = {
    en: 'Two-sided z test, pooled; interval after Newcombe 1998 (hybrid score).',
    ja: '両側z検定(プールした分散)、信頼区間はNewcombe 1998のハイブリッドスコア法です。',
  };
  return { lines: [...lines, note] };
}

function wrong(option: string, example: string): { readonly mistake: Text } {
  return {
    mistake: {
      en: `${option} needs a value such as "${example}"`,
      ja: `${option} には「${example}」のような値を指定してください`,
    },
  };
}

function outOfReach(baseline: string, effect: string): { readonly mistake: Text } {
  return {
    mistake: {
      en: `--effect ${effect} leads from ${baseline} to a rate that is not between 0% and 100%; name a smaller change`,
      ja: `--effect ${effect} では、${baseline} からの比率が0%〜100%の範囲を超えます。もっと小さい変化を指定してください`,
    },
  };
}

/** A share strictly between nothing and all: `5%` or `0.05`. */
function shareOf(written: string | undefined): number | undefined {
  const reading = readQuantity(written ?? '');
  if (!reading.ok) return undefined;
  const { value } = reading;
  const share = value.kind === 'percentage' ? value.ratio : value.kind === 'number' ? value.value : undefined;
  return share !== undefined && share > 0 && share < 1 ? share : undefined;
}

/** As in a journey: percentage points with `pt`, a relative change with `%`. */
function expectedOf(effect: string, from: number): number | undefined {
  const reading = readQuantity(effect);
  if (!reading.ok || reading.value.kind !== 'percentage') return undefined;
  const { ratio, points: isPoints } = reading.value;
  return isPoints ? from + ratio : from * (1 + ratio);
}

function perDayOf(written: string): number | undefined {
  const match = /^\s*([\d,]+)\s*(?:人|件)?\s*(?:per\s+|\/\s*|a\s+)?(day|week|month|日|週|月)\s*$/i.exec(written);
  const japanese = /^\s*(?:1\s*)?(日|週|月)(?:間|あたり|に)?\s*([\d,]+)\s*(?:人|件)?\s*$/.exec(written);
  const [number, unit] = match === null ? [japanese?.[2], japanese?.[1]] : [match[1], match[2]];
  if (number === undefined || unit === undefined) return undefined;
  const days = /^(week|週)$/i.test(unit) ? 7 : /^(month|月)$/i.test(unit) ? 30 : 1;
  const value = Number(number.replaceAll(',', '')) / days;
  return value > 0 ? value : undefined;
}

function secondsOf(written: string): number | undefined {
  const reading = readQuantity(written);
  return reading.ok && reading.value.kind === 'duration' && reading.value.seconds > 0
    ? reading.value.seconds
    : undefined;
}

function outcomeOf(written: string): Outcome | undefined {
  const [, conversions, visitors] = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(written) ?? [];
  return conversions === undefined ? undefined : { conversions: Number(conversions), visitors: Number(visitors) };
}

function rate(share: number): string {
  const text = percentText(share).en;
  // One decimal hides the difference between two small rates.
  return share < 0.1 ? `${Math.round(share * 10_000) / 100}%` : text;
}

function points(share: number): string {
  return String(Math.ceil(share * 10_000) / 100);
}

function signed(share: number): string {
  const value = Math.round(share * 10_000) / 100;
  return value < 0 ? `−${-value}` : `+${value}`;
}

function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
