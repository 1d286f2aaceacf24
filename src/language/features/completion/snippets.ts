import { GrammarAST } from 'langium';
import type { Locale } from '../../../model/text.ts';
import type { Configuration } from '../../parser/configuration.ts';
import type { Syntax } from '../../parser/syntax.ts';
import type { Transition } from '../../parser/transitions.ts';
import { expectedOf } from '../../repair/expected.ts';
import { keywordOf, ruleFor, slotOf, soughtBy, terminalOf } from './slot.ts';
import type { Sought } from '../../scope/resolver.ts';

/** What a snippet is made for. */
export interface SnippetStyle {
  readonly syntax: Syntax;
  /** The language of the samples. */
  readonly written: Locale;
  /** A name that is good where one of that kind is needed; undefined when there is none yet. */
  readonly sample: (sought: Sought) => string | undefined;
}

/** Most statements need one or two values. */
const MOST_PARTS = 6;

/** Declarations that are of little use without their block. */
const WITH_BLOCK: ReadonlySet<string> = new Set([
  'action',
  'brand',
  'experiment',
  'goal',
  'journey',
  'metric',
  'persona',
  'segment',
  'stage',
  'system',
  'touchpoint',
]);

/** Whether a keyword stands for a block rather than for a statement in one. */
export function opensBlock(keyword: string): boolean {
  return WITH_BLOCK.has(keyword);
}

/** What stands in the header of nearly every block of a kind, although the grammar does not ask for it. */
const USUAL: Readonly<Record<string, string>> = { touchpoint: 'on' };

/** What comes after a keyword: the required parts as tab stops, a title where one can be, and the block if it is one's use. */
export function partsAfter(keyword: string, after: Configuration, style: SnippetStyle): string {
  const writer = new Writer(style);
  let now = writer.required(after);
  now = writer.title(now);
  const usual = USUAL[keyword];
  if (usual !== undefined) now = writer.usual(now, usual);
  if (opensBlock(keyword)) writer.block(now);
  return writer.text;
}

/**
 * Whether all that a keyword needs is one name of a kind of which there are some: then the next thing to do is to choose, not
 * to write over a sample.
 */
export function picksName(after: Configuration, { syntax, sample }: SnippetStyle): boolean {
  if (after.block !== undefined) return false;
  return after.inStatement.some((way) => {
    const sought = soughtBy(way);
    const isWhole = sought !== undefined && syntax.configurations.of([way.read.target]).block !== undefined;
    return isWhole && sample(sought) !== undefined;
  });
}

class Writer {
  text = '';
  private stop = 1;
  private readonly style: SnippetStyle;

  constructor(style: SnippetStyle) {
    this.style = style;
  }

  required(after: Configuration): Configuration {
    let now = after;
    for (let parts = 0; parts < MOST_PARTS && now.block === undefined; parts++) {
      const ways = now.inStatement;
      const values = ways.filter((each) => keywordOf(each) === undefined);
      // Where a text would do as well as a number, most people write the number.
      const way = values.find(isMeasured) ?? values[0] ?? ways[0];
      if (way === undefined) break;
      now = this.write(way);
    }
    return now;
  }

  title(now: Configuration): Configuration {
    const way = now.inStatement.find((each) => slotOf(each).feature === 'label');
    if (way === undefined) return now;
    const sample = this.style.written === 'ja' ? 'タイトル' : 'Title';
    this.text += ` "\${${this.stop++}:${sample}}"`;
    return this.after(way);
  }

  usual(now: Configuration, keyword: string): Configuration {
    const way = now.inStatement.find((each) => keywordOf(each) === keyword);
    return way === undefined ? now : this.required(this.write(way));
  }

  block(now: Configuration): void {
    if (now.inStatement.some((each) => keywordOf(each) === '{')) this.text += ' {\n\t$0\n}';
  }

  private write(way: Transition): Configuration {
    this.text += ` ${this.placeholder(way)}`;
    return this.after(way);
  }

  private after({ read }: Transition): Configuration {
    return this.style.syntax.configurations.of([read.target]);
  }

  private placeholder(way: Transition): string {
    const keyword = keywordOf(way);
    if (keyword !== undefined) return keyword;
    const stop = this.stop++;
    const choices = ruleFor(slotOf(way))?.words;
    if (choices !== undefined && choices.open !== true) return `\${${stop}|${choices.known.join(',')}|}`;
    const sample = sampleOf(way, this.style);
    const isText = sample.startsWith('"');
    const inner = snippetText(isText ? sample.slice(1, -1) : sample);
    return isText ? `"\${${stop}:${inner}}"` : `\${${stop}:${inner}}`;
  }
}

/** Whether a number is what is usual at a place. */
function isMeasured(way: Transition): boolean {
  return terminalOf(way) === 'QUANTITY' && ruleFor(slotOf(way))?.value?.kinds !== undefined;
}

/** A value that is right at a place. */
function sampleOf(way: Transition, { written, sample }: SnippetStyle): string {
  const sought = soughtBy(way);
  const name = sought === undefined ? undefined : (sample(sought) ?? PARTS[sought]?.[written]);
  if (name !== undefined) return name;
  const { example } = expectedOf([way.read]);
  const kinds = ruleFor(slotOf(way))?.value?.kinds;
  if (terminalOf(way) === 'QUANTITY' && kinds !== undefined) {
    const [kind = 'number'] = kinds;
    if (slotOf(way).feature === 'ages') return '34';
    if (kinds.length > 1) return SAMPLES.number[written];
    return slotOf(way).type === 'Emotion' ? '+1' : SAMPLES[kind][written];
  }
  if (slotOf(way).feature === 'name' && written === 'ja') return '名前';
  return GrammarAST.isKeyword(way.read.element) ? way.read.element.value : example;
}

/** Parts of journeys and personas, which differ from place to place. */
const PARTS: Readonly<Partial<Record<Sought, Readonly<Record<Locale, string>>>>> = {
  Touchpoint: { en: 'Payment', ja: '支払い' },
  Answerable: { en: 'FreeToday', ja: '今日の空き' },
  Solvable: { en: 'OldCalendar', ja: '古いカレンダー' },
  Addressable: { en: 'QuickRoom', ja: 'すぐ押さえたい' },
};

const SAMPLES = {
  duration: { en: '5 min', ja: '5分' },
  money: { en: '1200 JPY', ja: '1200円' },
  percentage: { en: '30%', ja: '30%' },
  points: { en: '2 pt', ja: '2ポイント' },
  number: { en: '1', ja: '1' },
} as const;

/** Text as a snippet takes it. */
export function snippetText(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
