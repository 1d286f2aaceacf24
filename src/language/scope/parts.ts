import type { AstNode } from 'langium';
import { Kept } from '../../model/kept.ts';
import type * as ast from '../generated/ast.ts';
import { addTo, hasName, type Names } from './symbols.ts';

/** Named parts of a journey or a persona that other places refer to. */
export type Part = ast.Touchpoint | ast.Barrier | ast.Question | ast.Need | ast.Pain;

export const PART_TYPES = [
  'Touchpoint',
  'Barrier',
  'Question',
  'Need',
  'Pain',
] as const satisfies readonly Part['$type'][];

export function isPart(node: AstNode): node is Part {
  return (PART_TYPES as readonly string[]).includes(node.$type);
}

/** The parts of a journey or a persona by their ids, wherever in it they stand, in the order of the text. */
export function partsOf(owner: ast.Journey | ast.Persona): Names<Part> {
  let parts = known.get(owner);
  if (parts === undefined) {
    parts =
      owner.$type === 'Journey' ? journeyParts(owner) : byName([...owner.needs, ...owner.pains, ...owner.questions]);
    known.set(owner, parts);
  }
  return parts;
}

/** All parts of a journey or a persona that have an id. */
export function allParts(owner: ast.Journey | ast.Persona): readonly Part[] {
  return [...partsOf(owner).values()].flat();
}

const known = new Kept<AstNode, Names<Part>>();

function journeyParts(journey: ast.Journey): Names<Part> {
  const parts: Part[] = [...journey.barriers, ...journey.questions];
  for (const stage of journey.stages) {
    parts.push(...stage.barriers, ...stage.questions);
    for (const touchpoint of stage.touchpoints) parts.push(touchpoint, ...touchpoint.barriers, ...touchpoint.questions);
  }
  return byName(parts);
}

function byName(parts: readonly Part[]): Names<Part> {
  const names = new Map<string, Part[]>();
  for (const part of parts) if (hasName(part)) addTo(names, part.name, part);
  return names;
}

/** The ids of the blocks around a part, outermost first: journey, stage and touchpoint, or persona. */
export function wayTo(part: AstNode): readonly string[] {
  const way: string[] = [];
  for (let node = part.$container; node !== undefined && node.$type !== 'JourneyFile'; node = node.$container) {
    way.unshift((node as ast.Named).name ?? '');
  }
  return way;
}

/**
 * Whether the qualifiers written before a part's id lead to it: each is the id of a block around it, in their order.
 * Blocks can be left out, so `Calls.Busy`, `Book.Calls.Busy` and `BookRoom.Busy` can all mean `BookRoom.Book.Calls.Busy`.
 */
export function leadsTo(qualifiers: readonly string[], part: AstNode): boolean {
  if (qualifiers.length === 0) return true;
  let matched = 0;
  for (const step of wayTo(part)) {
    if (step === qualifiers[matched]) matched++;
  }
  return matched === qualifiers.length;
}

/** The blocks around a place in the text. */
export interface Site {
  readonly touchpoint: ast.Touchpoint | undefined;
  readonly stage: ast.Stage | undefined;
  readonly journey: ast.Journey | undefined;
  readonly experiment: ast.Experiment | undefined;
}

export function siteOf(place: AstNode): Site {
  let touchpoint: ast.Touchpoint | undefined;
  let stage: ast.Stage | undefined;
  let journey: ast.Journey | undefined;
  let experiment: ast.Experiment | undefined;
  for (let node: AstNode | undefined = place; node !== undefined; node = node.$container) {
    if (node.$type === 'Touchpoint') touchpoint = node as ast.Touchpoint;
    else if (node.$type === 'Stage') stage = node as ast.Stage;
    else if (node.$type === 'Journey') journey = node as ast.Journey;
    else if (node.$type === 'Experiment') experiment = node as ast.Experiment;
  }
  return { touchpoint, stage, journey, experiment };
}
