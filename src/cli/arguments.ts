import { parseArgs } from 'node:util';
import { didYouMean } from '../friction/nearest.ts';
import type { Text } from '../model/text.ts';
import type { OptionSpec, OptionValues } from './command.ts';

export interface Arguments {
  readonly operands: readonly string[];
  readonly options: OptionValues;
  /** The first thing that is wrong with the arguments; the rest is read all the same. */
  readonly mistake?: Text;
}

/** Reads arguments by the table of options. The last one of a repeated option counts. */
export function parseArguments(args: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const operands: string[] = [];
  const options: Record<string, string | number | boolean> = {};
  const mistakes: Text[] = [];
  for (const token of tokensOf(args, specs)) {
    if (token.kind === 'positional') {
      operands.push(token.value);
      const meant = optionWithOtherDashes(token.value, specs);
      if (meant !== undefined) mistakes.push(unknownOption(token.value, [meant], meant));
    }
    if (token.kind !== 'option') continue;
    const negated = specs.find(({ name, negatable }) => negatable === true && token.name === `no-${name}`);
    const spec = negated ?? specs.find(({ name }) => name === token.name);
    if (spec === undefined) {
      mistakes.push(unknownOption(token.rawName, specs.flatMap(namesOf)));
      continue;
    }
    const value = spec.value === undefined ? switchValue(token, negated === undefined) : valueOf(token, spec);
    if (typeof value === 'object') mistakes.push(value.mistake);
    else options[spec.name] = value;
  }
  const [mistake] = mistakes;
  return { operands, options, ...(mistake && { mistake }) };
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { readonly kind: 'option' }>;
type Mistake = { readonly mistake: Text };

function tokensOf(args: readonly string[], specs: readonly OptionSpec[]) {
  // Not strict: our own messages are in two languages and name what was probably meant.
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(
      specs.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function switchValue({ rawName, value }: OptionToken, on: boolean): boolean | Mistake {
  if (value === undefined) return on;
  return { mistake: { en: `${rawName} takes no value`, ja: `${rawName} に値は指定できません` } };
}

function valueOf({ rawName, value, inlineValue }: OptionToken, spec: OptionSpec): string | number | Mistake {
  // An option where a value is expected: the value was forgotten. Numbers may be negative; another value may begin with a dash
  // after "=".
  if (value === undefined || (!inlineValue && value.startsWith('-') && !/^-(?:[\d.]|$)/.test(value))) {
    return { mistake: { en: `${rawName} needs a value`, ja: `${rawName} には値が必要です` } };
  }
  switch (spec.value?.kind) {
    case 'choice': {
      const { choices, synonyms = {} } = spec.value;
      const meant = Object.hasOwn(synonyms, value) ? (synonyms[value] ?? value) : value;
      return choices.includes(meant) ? meant : { mistake: unknownChoice(rawName, value, choices) };
    }
    case 'count': {
      const { least = 0, most = MOST } = spec.value;
      const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      return count >= least && count <= most ? count : { mistake: notInRange(rawName, value, least, most) };
    }
    default:
      return value;
  }
}

/** More than any option can use; larger numbers would only be slow to find out. */
const MOST = 999_999_999;

function notInRange(option: string, value: string, least: number, most: number): Text {
  // A bound that no option has by itself is worth a word only to who has gone beyond it.
  const range: Text =
    most === MOST && !(Number(value) > most)
      ? { en: `of at least ${least}`, ja: `${least}以上の整数` }
      : { en: `from ${least} to ${most}`, ja: `${least}から${most}までの整数` };
  return {
    en: `${option} needs a whole number ${range.en}, not "${value}"`,
    ja: `${option} には${range.ja}を指定してください(「${value}」は使えません)`,
  };
}

/** Names of options as they are written. */
function namesOf({ name, negatable }: OptionSpec): readonly string[] {
  return [`--${name}`, ...(negatable === true ? [`--no-${name}`] : [])];
}

/**
 * The option that somebody meant who typed its dashes with a Japanese keyboard, or copied them from a text that has made one long
 * dash of two.
 */
function optionWithOtherDashes(operand: string, specs: readonly OptionSpec[]): string | undefined {
  if (!/^[\u2010-\u2015\u2212\u30FC\uFF0D]/.test(operand)) return undefined;
  const [typed = ''] = operand.replace(/^[\u2010-\u2015\u2212\u30FC\uFF0D-]+/, '').split(/[=＝]/);
  const name = typed.normalize('NFKC').replaceAll(/[\u2010-\u2015\u2212\u30FC]/g, '-');
  for (const spec of specs) {
    if (spec.short === name) return `-${name}`;
    if (namesOf(spec).includes(`--${name}`)) return `--${name}`;
  }
  return undefined;
}

/**
 * @param names what there is, as it is written
 * @param typed what is compared with them
 */
function unknownOption(written: string, names: readonly string[], typed = written): Text {
  const hint = didYouMean(typed, names);
  return { en: `unknown option "${written}"${hint.en}`, ja: `オプション「${written}」はありません${hint.ja}` };
}

function unknownChoice(option: string, value: string, choices: readonly string[]): Text {
  const hint = didYouMean(value, choices);
  const all = choices.join(', ');
  return {
    en: `${option} cannot be "${value}", only one of ${all}${hint.en}`,
    ja: `${option} に「${value}」は指定できません。指定できる値: ${all}${hint.ja}`,
  };
}
