import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { isLibrary } from '../../library/library.ts';
import { isJourneyReference } from '../../linking/reference.ts';
import { siteOf } from '../../scope/parts.ts';
import { uriOf } from '../../scope/places.ts';
import type { Sought } from '../../scope/resolver.ts';
import { KINDS } from '../../scope/symbols.ts';
import type { WritingPlace } from './place.ts';

/** A name that may stand at a place. */
export interface Candidate {
  readonly name: string;
  readonly node: ast.Named;
}

/** Tells how near a candidate is, smaller numbers first; equal ones stay as they are. */
type Rank = (candidate: Candidate) => number;

/** What is nearer at a place. */
export function rankFor(place: WritingPlace, sought: Sought): Rank {
  if (sought === 'Channel') return channelRank(place);
  if (sought === 'Touchpoint') return touchpointRank(place);
  if (sought === 'Felt') return feelingRank(place);
  // A question that is answered is seldom answered again, but what is asked for once is asked for again.
  return (KINDS as readonly string[]).includes(sought) ? usualRank(place) : () => 0;
}

/** What the file speaks of already, the most usual first; then what is declared by the author; then the library's. */
function usualRank({ document }: WritingPlace): Rank {
  const uses = usesIn(document.parseResult.value);
  return ({ node }) => {
    const count = uses.get(node) ?? 0;
    if (count > 0) return 1000 - Math.min(count, 999);
    return isLibrary(uriOf(node)) ? 2000 : 1000;
  };
}

/** The personas that a place is about: of the touchpoint, or else of its stage, or else of the journey. */
function personasAt({ site, visible }: WritingPlace): readonly ast.Persona[] {
  const { touchpoint, stage, journey } = siteOf(site);
  const own = [touchpoint?.personas, stage?.personas, [...(journey?.personas ?? []), ...(journey?.targets ?? [])]];
  const references = own.find((list) => list !== undefined && list.length > 0) ?? [];
  return references.flatMap(({ $refText }) => visible.find('Persona', $refText)?.node ?? []);
}

/** Channels as the personas like them, then as the file uses them. */
function channelRank(place: WritingPlace): Rank {
  const { visible, reading } = place;
  const personas = personasAt(place);
  const segments = personas.flatMap((persona) =>
    persona.segments.flatMap(({ $refText }) => visible.find('Segment', $refText)?.node ?? []),
  );
  const preferred = [...personas, ...segments].flatMap(({ prefers }) => prefers.map(({ $refText }) => $refText));
  const avoided = new Set([...personas, ...segments].flatMap(({ avoids }) => avoids.map(({ $refText }) => $refText)));
  const usual = usualRank(place);
  const isWish = /^(?:prefers|avoids)$/.test(reading.statement[0]?.image ?? '');
  return ({ name, node }) => {
    const at = isWish ? -1 : preferred.indexOf(name);
    if (at >= 0) return at;
    return avoided.has(name) && !isWish ? 3000 : usual({ name, node });
  };
}

/** Ways back to the touchpoint itself, or to where one leads already, come last. */
function touchpointRank({ site, reading }: WritingPlace): Rank {
  const { touchpoint, journey } = siteOf(site);
  const targets = new Set((touchpoint?.arrows ?? []).map(({ target }) => target.ref));
  const order = (journey?.stages ?? []).flatMap(({ touchpoints }) => touchpoints);
  const own = touchpoint === undefined ? -1 : order.indexOf(touchpoint);
  const isArrow = reading.statement.at(-1)?.tokenType.name.startsWith('->') === true;
  return ({ node }) => {
    const at = order.indexOf(node as ast.Touchpoint);
    if (at < 0) return 4000;
    if (node === touchpoint) return 3000;
    if (isArrow && targets.has(node as ast.Touchpoint)) return 2000 + at;
    // What comes next in the text is what most arrows lead to.
    return own >= 0 && at < own ? 1000 + (own - at) : at - own;
  };
}

/** Those of the library that people reach for first, from good to bad. */
const COMMON: readonly string[] = [
  ['happy', 'satisfied', 'relieved', 'hopeful', 'interested', 'calm', 'neutral', 'surprised'],
  ['unsure', 'confused', 'anxious', 'annoyed', 'frustrated', 'disappointed', 'angry'],
  ['喜び', '満足', '安心', '期待', '興味', '納得', '平静', '普通', '驚き'],
  ['迷い', '困惑', '不安', '面倒', '不満', '苛立ち', '失望', '怒り'],
].flat();

/**
 * Where several personas may feel differently, whose turn it is comes first. Then the feelings that the file speaks of already,
 * the most usual first; then those that the author has declared; then the library's in the language of the file.
 */
function feelingRank(place: WritingPlace): Rank {
  const personas = personasAt(place);
  const usual = usualRank(place);
  return ({ name, node }) => {
    if (node.$type === 'Persona') {
      const at = personas.indexOf(node as ast.Persona);
      return at >= 0 && personas.length > 1 ? at - 1000 : 8000;
    }
    const order = usual({ name, node });
    if (order < 2000) return order;
    const at = COMMON.indexOf(name);
    const isJapanese = !/^\p{ASCII}*$/u.test(name);
    return (isJapanese === (place.written === 'ja') ? 3000 : 6000) + (at < 0 ? 1000 : at);
  };
}

const known = new WeakMap<AstNode, ReadonlyMap<AstNode, number>>();

/** How often each thing is named; counted once for a version of a file. */
function usesIn(root: ast.JourneyFile): ReadonlyMap<AstNode, number> {
  const found = known.get(root);
  if (found !== undefined) return found;
  const counts = new Map<AstNode, number>();
  for (const reference of root.$document?.references ?? []) {
    const node = isJourneyReference(reference) ? reference.ref : undefined;
    if (node !== undefined) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  known.set(root, counts);
  return counts;
}
