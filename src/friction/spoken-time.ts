/** A length of time that somebody says in a sentence, such as “about 10 minutes”. */
export interface SpokenTime {
  readonly seconds: number;
  /** With two days off for every five business days begun, as in model/values.ts; otherwise the same as `seconds`. */
  readonly longestSeconds: number;
  /** As it is said: `10 minutes`. */
  readonly written: string;
  /** Said to be about so long, not exactly. */
  readonly rough: boolean;
}

/**
 * The one length of time that a sentence states, in English or Japanese; of `2 to 3 days` the longer one. Undefined where
 * there is none, where there are several, and wherever the words could mean something else: a time of day, a date, a
 * frequency, a least time, a time that has passed. What is not understood is not guessed.
 */
export function spokenTimeIn(sentence: string): SpokenTime | undefined {
  const text = sentence
    .normalize('NFKC')
    .replaceAll(numberWord, (word) => String(numberWords.indexOf(word.toLowerCase())));
  // Most sentences speak of no number at all.
  if (!/\d/.test(text)) return undefined;
  if (doubtful.test(text)) return undefined;
  const [found, ...others] = units.flatMap((unit) => timesIn(text, unit));
  if (found === undefined || others.length > 0) return undefined;
  return { ...found, rough: rough.test(text) };
}

/** Small numbers as people write them out, each at its place. */
const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Only before a unit: “one of us” is no number of days. */
const numberWord =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?=(?: (?:to|or|and) \w+)? (?:business |working )?(?:second|minute|hour|day|week|month)s?\b)/giu;

interface SpokenUnit {
  readonly pattern: RegExp;
  readonly seconds: number;
  readonly isBusinessDays?: true;
}

const DAY = 86_400;
/** A number, or two of which the second counts. */
const number = String.raw`(?:\d+(?:\.\d+)?\s?(?:-|–|—|~|〜|、|,|・|to|or|and|から)\s?)?(?<amount>\d+(?:\.\d+)?)`;
/** 日 and 年 are dates as well, unless the words after them say that they are lengths. */
const asLength = '(?=間|以内|ほど|くらい|ぐらい|程度|後|かか|お待ち)';

const units: readonly SpokenUnit[] = [
  english(1, 'seconds?|secs?'),
  english(60, 'minutes?|mins?'),
  english(3600, 'hours?|hrs?'),
  english(DAY, 'days?'),
  { ...english(DAY, '(?:business|working) days?'), isBusinessDays: true },
  english(7 * DAY, 'weeks?'),
  english(30 * DAY, 'months?'),
  japanese(1, '秒'),
  japanese(60, '分(?!の)'),
  japanese(3600, '時間'),
  japanese(DAY, `日${asLength}`),
  { ...japanese(DAY, '営業日'), isBusinessDays: true },
  japanese(7 * DAY, '週間'),
  japanese(30 * DAY, '[かヶカヵケ箇]月'),
];

function english(seconds: number, words: string): SpokenUnit {
  return { seconds, pattern: new RegExp(String.raw`(?<![\d.:-])${number} ?(?:${words})\b`, 'giu') };
}

function japanese(seconds: number, words: string): SpokenUnit {
  return { seconds, pattern: new RegExp(String.raw`(?<![\d.:時-])${number}(?:${words})`, 'gu') };
}

function timesIn(text: string, { pattern, seconds, isBusinessDays }: SpokenUnit): Omit<SpokenTime, 'rough'>[] {
  return [...text.matchAll(pattern)].map(({ 0: written, groups }) => {
    const amount = Number(groups?.['amount']);
    const weekends = isBusinessDays === true ? Math.ceil(amount / 5) : 0;
    return {
      seconds: amount * seconds,
      longestSeconds: amount * seconds + weekends * 2 * DAY,
      written,
    };
  });
}

/** Words with which a length of time is none that can be kept or broken, or not the whole of it. */
const doubtful =
  /\b(at least|more than|longer than|over|every|each|per|ago|last|past|half|quarter|minimum|first|extra|another|further)\b|\+|以上|超|ごと|おき|毎|前(?!後)|過ぎ|半|あたり|最低|最短|さらに|追加|早く/iu;

const rough =
  /\b(about|around|roughly|approximately|approx|some|usually|typically|normally)\b|約|およそ|ほど|くらい|ぐらい|前後|程度|目安|通常/iu;
