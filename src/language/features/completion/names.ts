import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { importPath } from '../../imports.ts';
import { indexOf } from '../../workspace/index-manager.ts';
import { feelingText, titleOfNode } from '../card/fact-values.ts';
import { isLibrary } from '../../library/library.ts';
import { importEdit } from '../../linking/messages.ts';
import { endOfWord, isIdStart } from '../../parser/characters.ts';
import { allParts, isPart, leadsTo, siteOf } from '../../scope/parts.ts';
import { uriOf } from '../../scope/places.ts';
import { names, resolve, type Sought } from '../../scope/resolver.ts';
import { KINDS, type Kind } from '../../scope/symbols.ts';
import { SHOWN_WORDS } from '../../../model/words.ts';
import { inLocale, type Locale } from '../../../model/text.ts';
import type { WritingPlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { type Candidate, rankFor } from './ranks.ts';
import { slotOf, soughtBy } from './slot.ts';

/** The names that may stand at a place, the nearest first; then those that another file declares, with its import. */
export function nameProposals(place: WritingPlace): readonly Proposal[] {
  const ways = place.reading.state.inStatement;
  const sought = new Set(ways.flatMap((way) => soughtBy(way) ?? []));
  const shows = ways.some((way) => slotOf(way).type === 'ShownItem' && soughtBy(way) === 'Fact');
  const saysFact = place.reading.statement.at(-1)?.image === 'fact';
  return [
    ...[...sought].flatMap((each) => namesOf(place, each)),
    ...(shows && !saysFact ? shownWords(place.locale) : []),
  ];
}

function namesOf(place: WritingPlace, sought: Sought): readonly Proposal[] {
  const isInList = place.reading.statement.at(-1)?.tokenType.name === ',';
  const taken = new Set(isInList ? place.reading.statement.slice(1).map(({ image }) => image) : []);
  const found: Candidate[] = [];
  for (const { name, node } of names(place.visible, place.site, sought)) {
    if (!taken.has(name) && mayBeFelt(place, sought, node)) found.push({ name, node });
  }
  const near = found.map(({ name, node }) => proposalOf(writtenAs(place, sought, name, node), node, place.locale));
  const rank = rankFor(place, sought);
  const ranked = near
    .map((proposal, index) => ({ proposal, order: rank(found[index] as Candidate) }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ proposal }) => proposal);
  return [...ranked, ...foreignNames(place, sought)];
}

/** In a Japanese text the library's things go by their Japanese titles, where these can be written without quotes. */
function writtenAs({ written, visible, site }: WritingPlace, sought: Sought, name: string, node: ast.Named): string {
  const title = node.labelJa;
  if (written !== 'ja' || title === undefined || !isLibrary(uriOf(node)) || !isId(title)) return name;
  return resolve(visible, site, sought, title)?.node === node ? title : name;
}

function isId(text: string): boolean {
  return isIdStart(text, 0) && endOfWord(text, 0) === text.length;
}

/** `feels Ken anxious`: after a persona comes a feeling, and after a feeling nothing but its value. */
function mayBeFelt({ reading: { statement }, visible }: WritingPlace, sought: Sought, node: ast.Named): boolean {
  if (sought !== 'Felt') return true;
  const last = statement.at(-1);
  if (last === undefined || last.image === 'feels' || last.tokenType.name === ',') return true;
  return node.$type === 'Emotion' && visible.find('Persona', last.image) !== undefined;
}

/** Behind `Stage.`: the touchpoints and other parts that the qualifiers lead to. */
export function partProposals(place: WritingPlace): readonly Proposal[] {
  const { statement } = place.reading;
  let from = statement.length;
  while (from > 0 && statement[from - 1]?.tokenType.name === '.') from -= 2;
  const qualifiers = statement.slice(Math.max(from, 0)).filter(({ tokenType }) => tokenType.name !== '.');
  const steps = qualifiers.map(({ image }) => image);
  const kinds = partKinds(place, from);
  const { journey } = siteOf(place.site);
  const owners = [
    ...(journey === undefined ? [] : [journey]),
    ...[...place.visible.all('Journey').values()].map(({ node }) => node),
    ...[...place.visible.all('Persona').values()].map(({ node }) => node),
  ];
  const parts = [...new Set(owners)].flatMap(allParts).filter((part) => kinds.includes(part.$type));
  const found = new Map<string, Proposal>();
  for (const part of parts) {
    if (!found.has(part.name) && leadsTo(steps, part)) found.set(part.name, proposalOf(part.name, part, place.locale));
  }
  return [...found.values()];
}

/** What the qualified name is to lead to: asked of the grammar before its first id. */
function partKinds({ syntax, reading: { statement } }: WritingPlace, from: number): readonly string[] {
  const keyword = statement[0]?.image ?? '';
  const heads = syntax.automaton.states.filter(({ block }) => block !== undefined);
  for (const head of heads) {
    let state = syntax.configurations.of([head]);
    let fits = true;
    for (const { tokenType } of statement.slice(0, Math.max(from, 0))) {
      const step = state.over(tokenType);
      if (step === undefined) fits = false;
      else state = step.to;
    }
    const sought = fits ? state.inStatement.flatMap((way) => soughtBy(way) ?? []) : [];
    if (sought.length > 0) return sought.flatMap((each) => PART_KINDS[each] ?? [each]);
  }
  return keyword === 'answers' ? ['Question'] : ['Touchpoint'];
}

const PART_KINDS: Readonly<Partial<Record<Sought, readonly string[]>>> = {
  Solvable: ['Barrier', 'Question', 'Pain', 'Need'],
  Answerable: ['Question'],
  Addressable: ['Need', 'Pain'],
};

/** More than these nobody reads; a longer word brings up the others. */
const MOST_FOREIGN = 200;

/** Names of files that are not imported yet: the import comes with them. */
function foreignNames({ document, visible, locale, reading }: WritingPlace, sought: Sought): readonly Proposal[] {
  const kinds: readonly Kind[] = sought === 'Felt' ? ['Emotion'] : KINDS.filter((kind) => kind === sought);
  if (kinds.length === 0 || !afterItsKeyword(sought, reading.statement.at(-1)?.image)) return [];
  const uri = document.uri.toString();
  const index = indexOf(document);
  const seen = new Set(visible.files.map(({ symbols }) => symbols.uri));
  const found: { readonly path: string; readonly file: string; readonly kind: Kind; readonly name: string }[] = [];
  for (const file of index.uris()) {
    if (seen.has(file) || isLibrary(file) || !index.mayImport(uri, file)) continue;
    let path: string | undefined;
    for (const kind of kinds) {
      for (const name of new Set(index.namesIn(file, kind))) {
        if (visible.find(kind, name) !== undefined) continue;
        path ??= importPath(uri, file);
        found.push({ path, file, kind, name });
      }
    }
  }
  const proposals: Proposal[] = [];
  // Only what is proposed is looked at itself: its tree may have to be made again.
  for (const { path, file, kind, name } of found
    .toSorted((a, b) => a.path.length - b.path.length)
    .slice(0, MOST_FOREIGN)) {
    const node = index.symbols(file)?.get(kind).get(name)?.[0];
    if (node === undefined) continue;
    proposals.push({ ...proposalOf(name, node, locale), aside: path, also: importEdit(document, path) });
  }
  return proposals;
}

/** A feeling follows `feels`, a comma or a persona. */
function afterItsKeyword(sought: Sought, last: string | undefined): boolean {
  return sought !== 'Felt' || last === 'feels' || last === ',';
}

function proposalOf(text: string, node: ast.Named, locale: Locale): Proposal {
  const title = titleOfNode(node, locale);
  const feeling = node.$type === 'Emotion' ? feelingText(node as ast.Emotion) : '';
  return {
    kind: 'name',
    text,
    ...(title === node.name ? {} : { title: title.replaceAll(/\s+/g, ' ') }),
    ...(feeling === '' ? {} : { aside: feeling }),
    commits: isPart(node) ? [] : [','],
    about: { kind: 'declaration', node },
  };
}

/** Kinds of information that need no declaration. */
function shownWords(locale: Locale): readonly Proposal[] {
  return Object.entries(SHOWN_WORDS).map(([text, title]) => ({
    kind: 'word',
    text,
    title: inLocale(title, locale),
    commits: [','],
    about: { kind: 'text', text: title },
  }));
}

const samples = new WeakMap<AstNode, Map<Sought, string | undefined>>();

/** The first name of a kind that a snippet can hold, looked up once for a version of the document. */
export function firstName({ document, visible }: WritingPlace, sought: Sought): string | undefined {
  const { value: root } = document.parseResult;
  let known = samples.get(root);
  if (known === undefined) samples.set(root, (known = new Map<Sought, string | undefined>()));
  if (!known.has(sought)) {
    const kind = sought === 'Felt' ? 'Emotion' : KINDS.find((each) => each === sought);
    known.set(sought, kind === undefined ? undefined : visible.all(kind).keys().next().value);
  }
  return known.get(sought);
}

/** Whether a qualified name is being written: its first part and the point are there. */
export function isQualified({ reading }: WritingPlace): boolean {
  return reading.statement.at(-1)?.tokenType.name === '.';
}
