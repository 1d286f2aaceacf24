// Types a text piece by piece, and looks for findings that the whole text does not have.
import type { Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import type { Finding } from '../../src/model/finding.ts';
import { loaded, uriOf } from '../language/virtual-files.ts';
import { nat, sample } from '../support/properties.ts';
import { shippedTexts } from './shipped.ts';

/** What is found too early while somebody writes a shipped file from its first character to its last. */
export async function typingShipped(folder: string, file: string): Promise<readonly string[]> {
  const texts = Object.fromEntries(
    Object.entries(shippedTexts(folder)).map(([name, text]) => [`${folder}/${name}`, text]),
  );
  const name = `${folder}/${file}`;
  const text = texts[name] ?? '';
  // What a finished journey lacks may stand behind it: nothing tells a file that is finished from one that goes on.
  const closed = text.indexOf('\n}', text.search(/^journey /m));
  const ends = new Set([...afterEveryWord(text), ...letterByLetter(text)].filter((end) => end <= closed));
  return surprisesIn(await loaded(texts, [name]), name, text, [...ends, text.length]);
}

/** What is found in a beginning of a text must be found at the same place in the whole. Stops at the first that is not. */
export async function surprisesIn(
  workspace: JourneyWorkspace,
  name: string,
  text: string,
  ends: Iterable<number>,
  by: readonly Rule[] = rules,
): Promise<readonly string[]> {
  const whole = new Set((await findingsIn(workspace, name, text, by)).map(place));
  for (const end of ends) {
    const typed = text.slice(0, end);
    const surprising = (await findingsIn(workspace, name, typed, by)).filter((finding) => !whole.has(place(finding)));
    if (surprising.length > 0) {
      return surprising.map(({ code, message }) => `${code}: ${message.en} After typing: ${typed.slice(-100)}`);
    }
  }
  return [];
}

export function afterEveryCharacter(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => index + 1);
}

/** After every word, text, number, sign and comment. */
function afterEveryWord(text: string): readonly number[] {
  const words = text.matchAll(/"[^"\n]*"?|\/\/[^\n]*|\/\*.*?(?:\*\/|$)|[\p{L}\p{N}_.%]+|\S/gsu);
  return Array.from(words, ({ index, 0: { length } }) => index + length);
}

/**
 * After every letter of some stretches. All letters of the long examples would take minutes, and most of them only make half a
 * name or half a text longer; with `npm run test:random` the stretches are others every time.
 */
function letterByLetter(text: string): readonly number[] {
  const begins = sample(nat(text.length - stretch), stretches);
  return begins.flatMap((begin) => Array.from({ length: stretch }, (_, letter) => begin + letter));
}

const stretches = 6;
const stretch = 40;

async function findingsIn(
  workspace: JourneyWorkspace,
  name: string,
  text: string,
  by: readonly Rule[],
): Promise<readonly Finding[]> {
  return frictionOf(modelOf(await workspace.open(uriOf(name), text)), defaultSettings, { rules: by });
}

function place({ code, place: { range } }: Finding): string {
  return `${code} ${range.start.line}:${range.start.character}`;
}
