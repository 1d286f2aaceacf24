import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { insideText } from './block-texts.ts';
import type { Expected } from './expected.ts';
import { helpForTooMuch } from './other-words.ts';

/** The texts of what is wrong with the form of a statement. Everything that depends on the place comes as an argument. */
export interface Message {
  readonly message: Text;
  readonly help: Text;
}

/**
 * `before` is what stands before the gap: a keyword, a sign or a value. `start` is the beginning of the statement, `written`
 * what stands in the place of the value.
 */
export function missingValue(before: string, start: string, expected: Expected, written?: string): Message {
  const { text, example, exampleJa = example } = expected;
  const word = quoted(before);
  const isComma = /^[,，、]$/.test(before);
  return {
    message: isComma
      ? { en: `The comma must be followed by ${text.en}.`, ja: `コンマの後に${text.ja}が必要です。` }
      : { en: `${word.en} needs ${text.en}.`, ja: `${word.ja}の後に${text.ja}が必要です。` },
    help:
      textHelp(start, example, written) ??
      (isComma
        ? { en: `Add ${text.en}, or remove the comma.`, ja: `${text.ja}を書き足すか、コンマを削除してください。` }
        : exampleHelp(start, example, exampleJa)),
  };
}

function exampleHelp(start: string, example: string, exampleJa: string): Text {
  const [whole, wholeJa = whole] = WHOLE[start] ?? [];
  return {
    en: `Write for example: ${whole ?? `${start} ${example}`}`,
    ja: `例えば次のように書きます: ${wholeJa ?? `${start} ${exampleJa}`}`,
  };
}

/** Statements of which the word that comes next says too little: an example of the whole, in English and in Japanese. */
const WHOLE: Readonly<Record<string, readonly [en: string, ja?: string]>> = {
  'expects reply': ['expects reply within 1 h on email', 'expects reply within 1時間 on email'],
  loop: ['loop max 3 then -> Help'],
  update: ['update every 1 day', 'update every 1日'],
  'update every': ['update every 1 day', 'update every 1日'],
};

/** Statements that name what is declared elsewhere, and the keyword of the declaration. */
const DECLARED: Readonly<Record<string, string>> = {
  asks: 'data',
  brand: 'brand',
  consent: 'consent',
  gives: 'data',
  goal: 'goal',
  metric: 'metric',
  owner: 'team',
  system: 'system',
};

/** Where a text or a number stands in the place of a name. `start` is the statement up to there, `written` begins what stands there. */
function textHelp(start: string, example: string, written: string | undefined): Text | undefined {
  if (start === 'target' && /^[\d０-９]/.test(written ?? '')) {
    return {
      en: `A number to reach stands in a metric at the top of the file: metric MyMetric { target ${written} }`,
      ja: `目標値は、ファイルの一番外側の指標に書きます: metric MyMetric { target ${written} }`,
    };
  }
  if (written?.startsWith('"') !== true) return undefined;
  const [first = ''] = start.split(' ');
  if (first === 'shows') {
    return {
      en: `What is visible is named, such as price or terms. Free text is a statement of its own: explains ${written}`,
      ja: `shows には price や terms などの名前を書きます。自由に書くテキストは別の文にしてください: explains ${written}`,
    };
  }
  const keyword = DECLARED[first];
  if (keyword === undefined) return withoutQuotes(start, written);
  // The library knows most data that are a single word.
  if (keyword === 'data') return withoutQuotes(start, written) ?? declareFirst('data MyData', written);
  return declareFirst(`${keyword} ${example}`, written);
}

function declareFirst(declaration: string, title: string): Text {
  return {
    en: `Declare it at the top of the file, and write its id here: ${declaration} ${title}`,
    ja: `ファイルの一番外側で宣言し、ここにはその ID を書きます: ${declaration} ${title}`,
  };
}

/** A name in quotes, if the text could be one. */
function withoutQuotes(start: string, written: string): Text | undefined {
  const name = bare(written);
  if (!isPlainWord(name)) return undefined;
  return {
    en: `Write it without quotes: ${start} ${name}`,
    ja: `引用符なしで書いてください: ${start} ${name}`,
  };
}

/**
 * A fixed word or sign that was left out. `after` is what stands behind the gap, and may be too much instead; `keyword` begins
 * the statement.
 */
export function missingWord(word: string, before: string, after: string, keyword: string): Message {
  const missing = quoted(word);
  const place = quoted(before);
  return {
    message: {
      en: `${missing.en} is missing after ${place.en}.`,
      ja: `${place.ja}の後に${missing.ja}がありません。`,
    },
    help:
      word === ','
        ? {
            en: `Write ${missing.en} between them if it is one more of the same; otherwise remove ${quoted(after).en}.`,
            ja: `同じ種類のものを並べるなら、間に${missing.ja}を書いてください。そうでなければ${quoted(after).ja}を消してください。`,
          }
        : keyword === 'offers'
          ? (helpForTooMuch(keyword) ?? between(missing))
          : between(missing),
  };
}

function between(missing: Text): Text {
  return { en: `Write ${missing.en} between them.`, ja: `間に${missing.ja}を書いてください。` };
}

/** A header that begins with its id. */
export function missingKeyword(keyword: string, id: string): Message {
  const missing = quoted(keyword);
  const place = quoted(id);
  return {
    message: {
      en: `${missing.en} is missing before ${place.en}.`,
      ja: `${place.ja}の前に${missing.ja}がありません。`,
    },
    help: { en: `Write: ${keyword} ${id}`, ja: `次のように書いてください: ${keyword} ${id}` },
  };
}

export function missingName(keyword: string): Message {
  const word = quoted(keyword);
  return {
    message: { en: `${word.en} needs an id.`, ja: `${word.ja}の後にIDが必要です。` },
    help: {
      en: `Write an id after ${word.en}: a word without spaces, by which other places refer to it. A title may follow in quotes.`,
      ja: `${word.ja}の後に、ほかの場所から参照するためのID(空白を含まない語)を書いてください。その後に "…" でタイトルを付けられます。`,
    },
  };
}

/** `keyword` begins the statement. */
export function unexpectedText(written: string, after: string, keyword: string): Message {
  const text = quoted(bare(written));
  const place = quoted(bare(after));
  const isBusinessDays = /^(days?)$/.test(written) && /(working|business)$/.test(after);
  const isRange = /^[-−–—〜～~]/.test(written) && /^[0-9０-９]/.test(after);
  return {
    message: {
      en: `${text.en} is not expected after ${place.en}.`,
      ja: `${place.ja}の後に${text.ja}を書くことはできません。`,
    },
    help: (isBusinessDays ? businessDays : undefined) ??
      helpForTooMuch(keyword) ??
      (isRange ? oneAmount : undefined) ??
      (isAnd(written) ? commaInstead : undefined) ?? {
        en: isPlainWord(written)
          ? 'Put a comma before it if it goes on with a list, begin a new line if it is a statement of its own, or remove it.'
          : 'Remove it, or begin a new line if it is a statement of its own.',
        ja: isPlainWord(written)
          ? '並べて書くなら「、」か「,」で区切り、別の文なら行を改めます。不要なら削除してください。'
          : '削除してください。別の文であれば、行を改めてください。',
      },
  };
}

const oneAmount: Text = {
  en: 'Write one amount. For a wait that varies write what is usual and the longest: waits 2 weeks max 3 weeks.',
  ja: '幅のある値は書けません。待ち時間に幅があるときは、通常と最長を waits 2週間 max 3週間 のように書いてください。',
};

const businessDays: Text = {
  en: 'Working days are one word: 2 businessDays',
  ja: '営業日は 2営業日 のように書いてください。',
};

/** Whether a word joins two things, as it does in a sentence. */
export function isAnd(written: string): boolean {
  return /^(and|or)$/i.test(written);
}

const commaInstead: Text = {
  en: 'Write a comma instead: names in a list are parted by commas.',
  ja: '代わりにコンマを書いてください。並べる名前はコンマで区切ります。',
};

/** A word that could be the next one of a list. */
function isPlainWord(written: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(written);
}

export function hyphenInName(written: string, suggestion: string): Message {
  const name = quoted(written);
  return {
    message: {
      en: `${name.en} is not an id: it contains a hyphen.`,
      ja: `${name.ja}はハイフンを含むため、IDにできません。`,
    },
    help: {
      en: `Write for example ${suggestion}. Titles in quotes may contain anything.`,
      ja: `例えば ${suggestion} と書いてください。"…" で囲んだタイトルには何でも書けます。`,
    },
  };
}

/** `id` is the same as one word. */
export function spaceInName(written: string, id: string): Message {
  const name = quoted(written);
  return {
    message: {
      en: `${name.en} is not an id: an id is one word.`,
      ja: `${name.ja}は空白を含むため、IDにできません。`,
    },
    help: {
      en: `Write for example ${id}. What people read stands behind it as a title in quotes, with as many words as it needs.`,
      ja: `例えば ${id} と書いてください。マップなどに表示する言葉は、その後に "…" で囲んだタイトルとして書きます。`,
    },
  };
}

/** `instead` is a statement that says what was meant. */
export function unknownKeyword(written: string, block: string, meant: string | undefined, instead?: string): Message {
  const word = quoted(written);
  const message = {
    en: `${word.en} is not a statement that can stand ${insideText(block).en}.`,
    ja: `${insideText(block).ja}に${word.ja}という文はありません。`,
  };
  if (instead !== undefined) {
    return { message, help: { en: `Write for example: ${instead}`, ja: `例えば次のように書きます: ${instead}` } };
  }
  if (meant === undefined) {
    return {
      message,
      help: {
        en: 'Begin each line with a keyword. To go on with a list, end the line above with a comma; put free text in quotes.',
        ja: '行は必ずキーワードで始めます。上の行のリストの続きなら、上の行をコンマで終えてください。自由に書くテキストは "…" で囲みます。',
      },
    };
  }
  const { en, ja } = quoted(meant);
  return { message, help: { en: `Did you mean ${en}?`, ja: `${ja}のことですか。` } };
}

/** A text without its own quotes, as it is quoted in the sentence. */
function bare(token: string): string {
  return /^("{1,3})([\s\S]*)\1$/.exec(token)?.[2] ?? token;
}

/** A keyword within a statement that is not quite one. */
export function misspelledWord(written: string, meant: string): Message {
  const word = quoted(written);
  const { en, ja } = quoted(meant);
  return {
    message: { en: `${word.en} is not expected here.`, ja: `ここに${word.ja}を書くことはできません。` },
    help: { en: `Did you mean ${en}?`, ja: `${ja}のことですか。` },
  };
}

/** `homes` are the blocks that have the statement; none for a word that only goes on with another statement. */
export function misplacedStatement(
  { written, keyword }: { readonly written: string; readonly keyword: string },
  block: string,
  homes: readonly string[],
  instead?: string,
): Message {
  const word = quoted(written);
  const here = insideText(block);
  const where = homes.slice(0, 3).map(insideText);
  const places = {
    en: where.map(({ en }) => en).join(' or '),
    ja: where.map(({ ja }) => ja).join('、または'),
  };
  const message =
    homes.length === 0
      ? {
          en: `${word.en} cannot begin a statement.`,
          ja: `${word.ja}で文を始めることはできません。`,
        }
      : {
          en: `${word.en} belongs ${places.en}, not ${here.en}.`,
          ja: `${word.ja}は${places.ja}に書きます。${here.ja}には書けません。`,
        };
  return { message, help: instead === undefined ? moveHelp(written, keyword, homes, places) : insteadHelp(instead) };
}

/** Words that people take for statements, in the statements that they are part of. */
const WITHIN_A_LINE: Readonly<Record<string, string>> = {
  basis: 'uses email for marketing basis consent',
  carries: '-> Next carries email',
  cause: 'barrier OldCalendar "…" cause transparency',
  essential: 'asks email essential "…"',
  fallback: 'personalises with purchaseHistory fallback "…"',
  max: 'waits 4 min max 12 min',
  severity: 'barrier OldCalendar "…" severity high',
  transfer: '-> Next transfer',
  when: '-> Next when "…"',
};

function insteadHelp(instead: string): Text {
  return { en: `Write here: ${instead}`, ja: `ここでは次のように書きます: ${instead}` };
}

function moveHelp(written: string, keyword: string, homes: readonly string[], places: Text): Text {
  if (homes.length === 0) {
    const example = WITHIN_A_LINE[keyword];
    const such = example === undefined ? { en: '', ja: '' } : { en: `, such as: ${example}`, ja: `。例: ${example}` };
    return {
      en: `Write it on the line of the statement that it belongs to${such.en}${example === undefined ? '.' : ''}`,
      ja: `それが属する文と同じ行に書いてください${such.ja}${example === undefined ? '。' : ''}`,
    };
  }
  if (written === keyword)
    return { en: `Move it, so that it stands ${places.en}.`, ja: `${places.ja}に移してください。` };
  const { en, ja } = quoted(keyword);
  return {
    en: `Move it, so that it stands ${places.en}, and write ${en}.`,
    ja: `${places.ja}に移し、${ja}と書いてください。`,
  };
}
