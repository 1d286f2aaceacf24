import type { Place } from '../model/place.ts';
import type { Named, Value } from './value.ts';

/** What can be declared, and the files that hold it. */
export type ElementKind =
  | 'file'
  | 'journey'
  | 'stage'
  | 'touchpoint'
  | 'persona'
  | 'need'
  | 'pain'
  | 'segment'
  | 'question'
  | 'barrier'
  | 'channel'
  | 'system'
  | 'team'
  | 'handover'
  | 'data'
  | 'consent'
  | 'metric'
  | 'goal'
  | 'fact'
  | 'brand'
  | 'emotion'
  | 'action'
  | 'experiment'
  | 'variant';

/**
 * One declaration of a version as the comparison sees it: what it says, without where and how it is written. Statements
 * that are inherited belong to the one who wrote them.
 */
export interface Element extends Named {
  readonly kind: ElementKind;
  /** Its identity within one version: the file and the way to it. */
  readonly handle: string;
  /** Handle of what it stands in; missing for a file. */
  readonly parent?: string;
  /** Where its id stands; missing for a file. */
  readonly place?: Place;
  /** What it says, by the name of the property in the model. Only what is written. */
  readonly fields: ReadonlyMap<string, readonly Value[]>;
  /** Stages and touchpoints in the order of the text; the others, whose order means nothing, by handle. */
  readonly children: readonly Element[];
}

/** The kinds whose order is the order in which the customer meets them. */
export const ORDERED_KINDS: ReadonlySet<ElementKind> = new Set(['stage', 'touchpoint']);

/** An element and everything in it, outer ones first. */
export function* withParts(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* withParts(child);
}
