import type { Body } from './declaration.ts';
import type { Place, Range } from './place.ts';
import type { Text } from './text.ts';
import type { CauseName } from './words.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
/**
 * error: the text contradicts itself or cannot be a journey. warning: what is written shows that the customer will
 * suffer. information: likely, or only on some paths. hint: the description is incomplete.
 */
export type Severity = (typeof SEVERITIES)[number];

/** One thing that is wrong, at its place, with the reason and a way out. */
export interface Finding {
  /** The stable name of the rule or check, e.g. `asks-again`. */
  readonly code: string;
  readonly severity: Severity;
  /** The cause of friction; missing where the finding is about the description and not about the customer. */
  readonly cause?: CauseName;
  /** What is wrong and why, in one sentence. */
  readonly message: Text;
  /** What to do about it. */
  readonly help: Text;
  readonly place: Place;
  /** Other places that belong to it, in the order in which they should be read. */
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** What it is about, for the map and for scores. */
  readonly subject: Subject;
  /** Keys of the personas that it hits; empty when it does not depend on the persona. */
  readonly personas: readonly string[];
  readonly tags?: readonly FindingTag[];
}

/** `unnecessary`: an editor may fade the text. */
export type FindingTag = 'unnecessary';

export interface RelatedPlace {
  readonly message: Text;
  readonly place: Place;
}

/** Keys of the parts of a journey that a finding speaks of; all missing for a finding about a shared declaration. */
export interface Subject {
  readonly journey?: string;
  readonly stage?: string;
  readonly touchpoint?: string;
  /** The other end when the finding is about the way between two touchpoints. */
  readonly next?: string;
}

/** A change of the text that removes the finding. */
export interface Fix {
  readonly title: Text;
  /** Safe: the meaning stays what the author wrote or clearly meant. Unsafe: the author must look. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/**
 * A change in terms of what is written, without knowing the text around it. The language room turns it into text edits
 * that keep the formatting and the comments of the file.
 */
export type Edit =
  /** Adds statements, a line each, at the end of a declaration's block; makes the block when there is none. */
  | { readonly kind: 'addStatements'; readonly to: Insertable; readonly statements: readonly string[] }
  /** Adds whole lines of declarations after a declaration, at its indentation. */
  | { readonly kind: 'addAfter'; readonly after: Insertable; readonly lines: readonly string[] }
  /** Adds text on the same line, directly after a place, e.g. a further word in a list. */
  | { readonly kind: 'append'; readonly place: Place; readonly text: string }
  | { readonly kind: 'replace'; readonly place: Place; readonly text: string }
  /** Removes a statement and, where nothing else is left on it, its line. */
  | { readonly kind: 'remove'; readonly place: Place };

/** The part of a declaration that an edit needs to know. */
export interface Insertable {
  readonly extent: Place;
  readonly body?: Body;
}

/** A replacement of a piece of text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Lowers a severity by one step, as for a fact that holds on some paths only. A hint stays a hint, an error becomes a warning. */
export function lowerSeverity(severity: Severity): Severity {
  const index = SEVERITIES.indexOf(severity);
  return SEVERITIES[Math.min(index + 1, SEVERITIES.length - 1)] ?? severity;
}
