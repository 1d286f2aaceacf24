import { type AstNode, isAstNode } from 'langium';
import { wordHelp } from '../../help/words.ts';
import { inLocale } from '../../../model/text.ts';
import type { WritingPlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { ruleFor, slotOf, terminalOf } from './slot.ts';

/** Words that a place takes: those of its list with what they mean, and where any word will do also those of the file. */
export function wordProposals(place: WritingPlace): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const { statement } = place.reading;
  const taken = new Set(statement.at(-1)?.tokenType.name === ',' ? statement.slice(1).map(({ image }) => image) : []);
  for (const way of place.reading.state.inStatement) {
    const slot = slotOf(way);
    if (terminalOf(way) !== 'ID' || slot.feature === 'name') continue;
    const key = `${slot.type}.${slot.feature}`;
    const help = wordHelp(slot.type, slot.feature);
    const isClosed = ruleFor(slot)?.words !== undefined && ruleFor(slot)?.words?.open !== true;
    const own = isClosed ? [] : wordsBeside(place, WORDS_OF[key] ?? [slot.feature]);
    for (const word of [...own, ...help.keys()]) {
      if (taken.has(word) || found.has(word) || !isOfLanguage(word, key, place)) continue;
      const text = help.get(word);
      found.set(word, {
        kind: 'word',
        text: word,
        ...(text === undefined ? {} : { title: inLocale(text, place.locale).replace(/[.。]$/, '') }),
        commits: [],
        about: text === undefined ? { kind: 'nothing' } : { kind: 'text', text },
      });
    }
  }
  return [...found.values()];
}

/** Days have names in both languages, of which a file uses one. */
function isOfLanguage(word: string, key: string, { written }: WritingPlace): boolean {
  return key !== 'OpeningHours.from' || /^\p{ASCII}*$/u.test(word) === (written === 'en');
}

/** Where words are taken up again: what is confirmed was committed to, what a channel requires a persona has. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  'Ability.actions': ['actions'],
  'Channel.requires': ['requires', 'has', 'lacks'],
  'Coverage.purposes': ['purposes', 'purpose'],
  'Persona.has': ['has', 'lacks', 'requires'],
  'Persona.lacks': ['has', 'lacks', 'requires'],
  'Segment.has': ['has', 'lacks', 'requires'],
  'Segment.lacks': ['has', 'lacks', 'requires'],
  'Touchpoint.requires': ['requires', 'has', 'lacks'],
  'Touchpoint.confirms': ['commits', 'confirms'],
  'Touchpoint.tones': ['tones'],
  'Use.purpose': ['purposes', 'purpose'],
};

/** The words of some properties in the files that are seen, in the order of the text, own file first. */
function wordsBeside({ visible, document }: WritingPlace, features: readonly string[]): readonly string[] {
  const imported = visible.files.filter(({ origin }) => origin === 'imported').map(({ symbols }) => symbols.root);
  return [document.parseResult.value, ...imported].flatMap((root) =>
    features.flatMap((feature) => [...(wordsOf(root).get(feature) ?? [])]),
  );
}

type Words = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<AstNode, Words>();

/** The words of a file by the property that holds them; collected once for a version of it. */
function wordsOf(root: AstNode): Words {
  let words = known.get(root);
  if (words === undefined) {
    const found = new Map<string, Set<string>>();
    collect(root, found);
    known.set(root, (words = found));
  }
  return words;
}

const COLLECTED: ReadonlySet<string> = new Set([
  ...Object.values(WORDS_OF).flat(),
  'basis',
  'collects',
  'commits',
  'never',
  'what',
]);

function collect(node: AstNode, found: Map<string, Set<string>>): void {
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('$')) continue;
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value as unknown]) {
      if (typeof each === 'string') {
        if (COLLECTED.has(key)) found.set(key, (found.get(key) ?? new Set<string>()).add(each));
      } else if (isAstNode(each)) collect(each, found);
    }
  }
}
