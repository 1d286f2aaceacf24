/** A Mermaid `journey` as it is meant, in the order of its text. */
export interface Diagram {
  readonly title?: string;
  /** What screen readers are told, if it is written. */
  readonly spokenTitle?: string;
  readonly description?: string;
  /** Comments and settings of the picture, which mean nothing for the journey but were written by somebody. */
  readonly comments: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Missing for tasks that stand before the first section. */
  readonly title?: string;
  readonly tasks: readonly Task[];
}

export interface Task {
  readonly name: string;
  /** From 1 to 5. */
  readonly score?: number;
  readonly actors: readonly string[];
}

/** The scale of Mermaid, from a sad face to a smile. */
export const LEAST_SCORE = 1;
export const MOST_SCORE = 5;
/** Between the two scales: Mermaid's middle is 3, that of the language is 0. */
export const SCORE_OF_NEUTRAL = 3;
