import type { Place, Position } from './place.ts';
import type { Locale } from './text.ts';

/** What every declared thing has: an id that is its identity, perhaps a title, and where it stands. */
export interface Declaration extends Titled {
  /** Finds the thing in the model. Unique among its kind; for parts of a journey it is the path `Journey.Stage.Id`. */
  readonly key: string;
  /** The doc comment above the declaration, without its comment marks. */
  readonly doc?: string;
  /** The id's own place: where a finding about the whole thing points. */
  readonly place: Place;
  /** The whole declaration, from its keyword to its last character. */
  readonly extent: Place;
  /** The inside of the braces, where a statement can be added; missing when there are none. */
  readonly body?: Body;
  /** Whether it comes from the standard library and not from a file of the workspace. */
  readonly library: boolean;
}

/** The two braces of a block. */
export interface Body {
  /** Just after the opening brace. */
  readonly start: Position;
  /** Just before the closing brace; where the declaration's text ends while that is not written. */
  readonly end: Position;
  /**
   * Whether the closing brace is written. Until then the author is still inside, and the friction rules do not hold
   * against them what the block does not say yet.
   */
  readonly closed: boolean;
}

/** What people call a thing. */
export interface Titled {
  /** The id as written. */
  readonly id: string;
  /** The title as written, in whichever language the author writes. */
  readonly label?: string;
  readonly labelJa?: string;
  readonly labelEn?: string;
}

/** Something that may have another name within a sentence than above a card. */
export interface Called extends Titled {
  readonly called?: Titled;
}

/** What to call a thing in front of people: its title in their language, its title, or its id. */
export function titleOf(thing: Titled, locale: Locale): string {
  const own = locale === 'ja' ? thing.labelJa : thing.labelEn;
  return own ?? thing.label ?? thing.id;
}

/** The same within a sentence and where there is little room. */
export function shortTitleOf(thing: Called, locale: Locale): string {
  return titleOf(thing.called ?? thing, locale);
}
