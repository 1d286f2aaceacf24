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
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const negated = specs.find(({ name, negatable }) => negatable === true && token.name === `no-${name}`);
    const spec = negated ?? specs.find(({ name }) => name === token.name);
    if (spec === undefined) {
      mistakes.push(unknownOption(token.rawName, specs));
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
  // An option where a value is expected: the value was forgotten. A value may begin with a dash after "=".
  if (value === undefined || (!inlineValue && value.startsWith('-') && value !== '-')) {
    return { mistake: { en: `${rawName} needs a value`, ja: `${rawName} には値が必要です` } };
  }
  switch (spec.value?.kind) {
    case 'choice': {
      const { choices, synonyms = {} } = spec.value;
      const meant = Object.hasOwn(synonyms, value) ? (synonyms[value] ?? value) : value;
      return choices.includes(meant) ? meant : { mistake: unknownChoice(rawName, value, choices) };
    }
    case 'count':
      if (/^\d{1,9}$/.test(value)) return Number(value);
      return {
        mistake: {
          en: `${rawName} needs a whole number, not "${value}"`,
          ja: `${rawName} には0以上の整数を指定してください(「${value}」は使えません)`,
        },
      };
    default:
      return value;
  }
}

function unknownOption(written: string, specs: readonly OptionSpec[]): Text {
  const names = specs.flatMap(({ name, negatable }) => [`--${name}`, ...(negatable === true ? [`--no-${name}`] : [])]);
  const hint = didYouMean(written, names);
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
