import { codeAt } from '../../model/code-at.ts';
import { PHRASE_FEATURES } from '../generated/phrases.ts';

/**
 * Whether a phrase of a Japanese text ends before this index and the next begins there: 文節, between which a reader's eye
 * rests. BudouX's way (a sum of scores of the characters around a place) and its model.
 */
export function isPhraseBoundary(text: string, at: number): boolean {
  model ??= readModel();
  let score = 0;
  for (const { from, scores } of model.features) score += scoreOf(text, at + from, scores);
  return score > model.threshold;
}

/** Whether there is anything in a text that this knows about. */
export function isJapanese(text: string): boolean {
  return /[\u3041-\u30FF]/.test(text);
}

/** Scores by one character after the other: no piece of the text has to be cut out to be looked up. */
interface Scores {
  readonly score: number;
  readonly next: ReadonlyMap<number, Scores>;
}

interface Feature {
  /** Where its first character stands, from the place that is looked at, and how many there are. */
  readonly from: number;
  readonly scores: ReadonlyMap<number, Scores>;
}

function scoreOf(text: string, start: number, scores: Feature['scores']): number {
  if (start < 0) return 0;
  let here = scores.get(codeAt(text, start));
  for (let index = start + 1; here !== undefined; index += 1) {
    if (here.next.size === 0) return here.score;
    here = here.next.get(codeAt(text, index));
  }
  return 0;
}

let model: { readonly features: readonly Feature[]; readonly threshold: number } | undefined;

/** One, two and three characters at these places: the U, B and T of the features' names. */
const places: Readonly<Record<keyof typeof PHRASE_FEATURES, number>> = {
  UW1: -3,
  UW2: -2,
  UW3: -1,
  UW4: 0,
  UW5: 1,
  UW6: 2,
  BW1: -2,
  BW2: -1,
  BW3: 0,
  TW1: -3,
  TW2: -2,
  TW3: -1,
  TW4: 0,
};

function readModel(): NonNullable<typeof model> {
  let total = 0;
  const features = (Object.keys(places) as (keyof typeof places)[]).map((name): Feature => {
    const scores = new Map<number, WritableScores>();
    const parts = PHRASE_FEATURES[name].split('\t');
    for (let index = 0; index + 1 < parts.length; index += 2) {
      const score = Number(parts[index + 1]);
      add(parts[index] ?? '', score, scores);
      total += score;
    }
    return { from: places[name], scores };
  });
  return { features, threshold: total / 2 };
}

interface WritableScores extends Scores {
  score: number;
  readonly next: Map<number, WritableScores>;
}

function add(characters: string, score: number, scores: Map<number, WritableScores>): void {
  let map = scores;
  for (let index = 0; index < characters.length; index += 1) {
    const code = codeAt(characters, index);
    let own = map.get(code);
    if (own === undefined) map.set(code, (own = { score: 0, next: new Map() }));
    if (index === characters.length - 1) own.score = score;
    map = own.next;
  }
}
