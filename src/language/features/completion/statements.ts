import type { Configuration } from '../../parser/configuration.ts';
import type { Syntax } from '../../parser/syntax.ts';
import { ARROW } from '../../parser/token-types.ts';
import type { Token } from '../../parser/token.ts';
import { TOP } from '../../repair/block-texts.ts';
import { Blocks } from '../../repair/blocks.ts';
import { japaneseFor } from '../../repair/japanese-keywords.ts';
import type { Sought } from '../../scope/resolver.ts';
import type { Locale } from '../../../model/text.ts';
import { keywordOf, ruleFor, slotOf } from './slot.ts';
import { habitsIn } from './habits.ts';
import type { Proposal } from './proposal.ts';
import { scanOf } from './reading.ts';
import { opensBlock, partsAfter, picksName, type SnippetStyle } from './snippets.ts';
import type { WritingPlace } from './place.ts';
import { firstName } from './names.ts';

/** What is written most often in a block comes first; the rest is in the order of the grammar. */
const OFTEN: Readonly<Record<string, readonly string[]>> = {
  JourneyFile: 'journey persona import channel team system data'.split(' '),
  Journey: 'stage kind for scenario owner goal handover expects reviewed evidence target'.split(' '),
  Stage: 'touchpoint owner'.split(' '),
  Touchpoint: [
    `does thinks feels waits asks ${ARROW} system question barrier answers gives takes shows opportunity says evidence`,
    'handledBy cost owner metric kind after task addresses confirms tells sees reads explains solves offers end commits can',
    'effort because told',
  ].flatMap((line) => line.split(' ')),
  Persona: [
    'age occupation wants need pain prefers avoids quote expects values evidence interests behaviour attitude',
    'demographics share ltv patience',
  ].flatMap((line) => line.split(' ')),
};

/** What goes on with what the statement above says, so that it comes first when the block does not have it yet. */
const GOES_ON: Readonly<Record<string, readonly string[]>> = {
  waits: ['told'],
  told: ['because'],
  commits: ['confirms'],
  confirms: ['can'],
  handledBy: ['cost'],
};

/** So many places what the author does always comes before what others do often. */
const HABIT = 100;

/** The statements that may begin here: those that the block does not have yet before the others. */
export function statements(place: WritingPlace): readonly Proposal[] {
  const { block } = place.reading.state;
  if (block === undefined) return [];
  const all = statementsOf(place, block);
  const { used, last } = usedIn(place);
  const often = OFTEN[block] ?? [];
  const next = GOES_ON[last ?? ''] ?? [];
  const habits = habitsIn(scanOf(place.document, place.syntax).tokens);
  const rank = ({ word, isOnce }: Statement): number => {
    // There are many stages in a journey and many declarations in a file.
    const isRepeated = block === TOP || opensBlock(word);
    if (used.has(word) && !isRepeated) return isOnce ? 2000 : 1000;
    if (next.includes(word)) return -HABIT;
    const at = often.indexOf(word);
    const usual = at < 0 ? often.length : at;
    return block === TOP ? usual : usual - HABIT * habits.likelihood(block.toLowerCase(), last, word);
  };
  return all.toSorted((a, b) => rank(a) - rank(b)).map(({ proposal }) => proposal);
}

interface Statement {
  readonly word: string;
  readonly isOnce: boolean;
  readonly proposal: Proposal;
}

/** Made with these names as samples, and good as long as the same names are at hand. */
interface Made {
  readonly samples: ReadonlyMap<Sought, string | undefined>;
  readonly statements: readonly Statement[];
}

const made = new WeakMap<Syntax, Map<string, Made>>();

/** In the order of the grammar. They are made seldom: the samples in them change less often than the text. */
function statementsOf(place: WritingPlace, block: string): readonly Statement[] {
  const { syntax, written, locale } = place;
  let known = made.get(syntax);
  if (known === undefined) made.set(syntax, (known = new Map<string, Made>()));
  const key = `${written} ${locale} ${block}`;
  let found = known.get(key);
  const isGood = found !== undefined && [...found.samples].every(([sought, name]) => firstName(place, sought) === name);
  if (found === undefined || !isGood) {
    const samples = new Map<Sought, string | undefined>();
    const sample = (sought: Sought): string | undefined => {
      const name = firstName(place, sought);
      samples.set(sought, name);
      return name;
    };
    found = { statements: makeStatements(block, { syntax, written, sample }, locale), samples };
    known.set(key, found);
  }
  return found.statements;
}

function makeStatements(block: string, style: SnippetStyle, locale: Locale): readonly Statement[] {
  const { syntax } = style;
  const start = new Blocks(syntax).startOf(block);
  if (start === undefined) return [];
  const words = new Set(start.inStatement.flatMap((way) => keywordOf(way) ?? []));
  return [...words]
    .filter((word) => word !== '}')
    .flatMap((word): readonly Statement[] => {
      const kind = word === ARROW ? syntax.kinds.arrow.hard : syntax.kinds.keywords.get(word)?.hard;
      const after = kind && start.over(kind)?.to;
      if (after === undefined) return [];
      const isOnce = after.inStatement.some((way) => ruleFor(slotOf(way))?.once === 'statement');
      const phrases = phrasesAfter(word, after, block, style);
      const isPhrase = after.inStatement.every((way) => keywordOf(way) !== undefined) && phrases.length > 0;
      const title = locale === 'ja' ? japaneseFor(word) : undefined;
      const own: Proposal = {
        kind: 'keyword',
        text: word,
        ...(title === undefined ? {} : { title }),
        snippet: word + partsAfter(word, after, style),
        ...(picksName(after, style) ? { picks: true } : {}),
        about: { kind: 'keyword', block, word },
      };
      return [...(isPhrase ? [] : [own]), ...phrases].map((proposal) => ({ word, isOnce, proposal }));
    });
}

/** `tells next`, `on failure`, `update every`: another keyword behind the first makes another statement of it. */
function phrasesAfter(word: string, after: Configuration, block: string, style: SnippetStyle): readonly Proposal[] {
  return after.inStatement.flatMap((way): readonly Proposal[] => {
    const second = keywordOf(way);
    const { element } = way.read;
    if (second === undefined || element.$type !== 'Keyword' || !/^\p{L}/u.test(second)) return [];
    const text = `${word} ${second}`;
    const parts = partsAfter(second, style.syntax.configurations.of([way.read.target]), style);
    return [{ kind: 'keyword', text, snippet: text + parts, about: { kind: 'keyword', block, word: text } }];
  });
}

/** How snippets are written in a document. */
function styleOf(place: WritingPlace): SnippetStyle {
  const { syntax, written } = place;
  return { syntax, written, sample: (sought: Sought) => firstName(place, sought) };
}

/** The keywords with which statements of the block begin, above and below, and that of the last one above. */
function usedIn({ document, syntax, reading }: WritingPlace): {
  readonly used: ReadonlySet<string>;
  readonly last: string | undefined;
} {
  const { tokens } = scanOf(document, syntax);
  const used = new Set<string>();
  const note = (token: Token): void => {
    if (token.tokenType.hard) used.add(token.tokenType.name);
  };
  let at = tokens.findIndex(({ startOffset }) => startOffset >= reading.start);
  if (at < 0) at = tokens.length;
  for (let index = at - 1, depth = 0; index >= 0 && depth >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.tokenType.name === '}') depth++;
    else if (token.tokenType.name === '{') depth--;
    else if (depth === 0) note(token);
  }
  // It was met first.
  const [last] = used;
  // The word at the place is the one that is being written.
  const own = tokens[at];
  const from = own !== undefined && own.startOffset === reading.start ? at + 1 : at;
  for (let index = from, depth = 0; index < tokens.length && depth >= 0; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.tokenType.name === '{') depth++;
    else if (token.tokenType.name === '}') depth--;
    else if (depth === 0) note(token);
  }
  return { used, last };
}

/** The keywords and signs that may go on with the statement. */
export function continuations(place: WritingPlace): readonly Proposal[] {
  const { reading, syntax } = place;
  const style = styleOf(place);
  const proposals = new Map<string, Proposal>();
  for (const way of reading.state.inStatement) {
    const word = keywordOf(way);
    if (word === undefined || proposals.has(word)) continue;
    const after = syntax.configurations.of([way.read.target]);
    const sign = SIGNS[word];
    if (sign === undefined && !/^\p{L}/u.test(word)) continue;
    proposals.set(word, {
      kind: sign === undefined ? 'keyword' : 'sign',
      text: word === '{' ? '{ }' : word,
      ...(word === '{'
        ? { insert: '{\n}', snippet: '{\n\t$0\n}' }
        : { snippet: word + partsAfter(word, after, style) }),
      ...(sign === undefined ? { commits: [' '] } : {}),
      about: sign ?? { kind: 'keyword', block: way.read.rule, word },
    });
  }
  return [...proposals.values()];
}

/** Signs that are worth proposing: those that open something or ask for a value. */
const SIGNS: Readonly<Record<string, Proposal['about']>> = {
  ':': { kind: 'text', text: { en: 'What kind it is.', ja: '種類を書きます。' } },
  '=': { kind: 'text', text: { en: 'Its value.', ja: '値を書きます。' } },
  [ARROW]: { kind: 'text', text: { en: 'Where it leads.', ja: '行き先を書きます。' } },
  '{': { kind: 'text', text: { en: 'A block with more about it.', ja: '詳しい内容を書くブロックです。' } },
};
