import type { Touchpoint } from '../../model/journey.ts';
import type { WrittenTouchpoint } from '../../model/paths.ts';
import { comparePlaces } from '../../model/place.ts';
import type { Reference } from '../../model/values.ts';
import type * as ast from '../generated/ast.ts';
import { Composite } from '../parser/concrete-tree.ts';
import type { Context, DeclaredEmotion, Note } from './context.ts';
import { docOf } from './declare.ts';
import { declaredEmotion } from './feeling.ts';
import { nameOf } from './keys.ts';
import { Reader } from './reader.ts';
import { lowerTouchpoint, type Surroundings } from './touchpoint.ts';
import { lowerWays } from './ways.ts';

/** What a touchpoint says, and how it goes on from there. */
export interface LoweredTouchpoint {
  readonly touchpoint: Touchpoint;
  readonly written: WrittenTouchpoint;
}

/** The same with all that it depends on besides its own text and the lines on which that stands. */
class KeptTouchpoint implements LoweredTouchpoint {
  readonly touchpoint: Touchpoint;
  readonly written: WrittenTouchpoint;
  readonly stage: Surroundings;
  readonly notes: readonly Note[];

  constructor({ touchpoint, written }: LoweredTouchpoint, stage: Surroundings, notes: readonly Note[]) {
    this.touchpoint = touchpoint;
    this.written = written;
    this.stage = stage;
    this.notes = notes;
  }
}

/**
 * Lowers a touchpoint. While somebody changes a text, most touchpoints stay in its tree, and each is lowered again only when it
 * stands on other lines or when something in it means something else. So a touchpoint of a model may be part of later ones.
 */
export function touchpointIn(reader: Reader<ast.Touchpoint>, stage: Surroundings): LoweredTouchpoint {
  const { context, node } = reader;
  const text: unknown = node.$cstNode;
  if (!context.isChanging || context.hidden.size > 0 || !(text instanceof Composite)) return lower(reader, stage);
  const known = text.lowered;
  if (known instanceof KeptTouchpoint && isStillTrue(known, reader, stage)) return known;
  const notes: Note[] = [];
  const lowered = new KeptTouchpoint(lower(new Reader({ ...context, notes }, node), stage), stage, notes);
  text.lowered = lowered;
  return lowered;
}

function lower(reader: Reader<ast.Touchpoint>, stage: Surroundings): LoweredTouchpoint {
  const touchpoint = lowerTouchpoint(reader, stage);
  const { key, personas, place, optional } = touchpoint;
  const written = { key, personas, place, optional: optional !== undefined, ways: lowerWays(reader) };
  return { touchpoint, written };
}

function isStillTrue(known: KeptTouchpoint, reader: Reader<ast.Touchpoint>, stage: Surroundings): boolean {
  const { context, node } = reader;
  return (
    known.touchpoint.key === nameOf(node, context.names).key &&
    known.touchpoint.doc === docOf(reader) &&
    isSameOwner(known.stage.owner, stage.owner) &&
    isSameList(known.stage.personas, stage.personas) &&
    known.notes.every((note) => isSameMeaning(note, context))
  );
}

/** Whether a name means what it did. What it means is what the journey refers to, lowered anew or not. */
function isSameMeaning({ reference, key, type, emotion }: Note, context: Context): boolean {
  const target = reference.ref;
  if (target?.$type !== type) return false;
  if (target !== undefined && key !== undefined) {
    const name = nameOf(target, context.names);
    context.targets.add(name.top);
    if (name.key !== key) return false;
  }
  return emotion === undefined || isSameEmotion(emotion, declaredEmotion(context, target as ast.Emotion));
}

function isSameEmotion(left: DeclaredEmotion, right: DeclaredEmotion): boolean {
  return left.label === right.label && left.face === right.face && left.value === right.value;
}

function isSameOwner(left: Surroundings['owner'], right: Surroundings['owner']): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.from === right.from && isSame(left, right);
}

function isSameList(left: readonly Reference[], right: readonly Reference[]): boolean {
  return left.length === right.length && left.every((each, index) => isSame(each, right[index] ?? each));
}

function isSame(left: Reference, right: Reference): boolean {
  return left.key === right.key && comparePlaces(left.place, right.place) === 0;
}
