import type { Text } from '../../model/text.ts';

/** What an importer has to say about a place in what it has read. */
export interface ImportProblem {
  /** Names the kind of problem, the same in every language. */
  readonly code: string;
  /** Counted from one. */
  readonly line: number;
  /** `warning`: somebody must look whether it is meant so. `information`: it is read as meant. */
  readonly severity: 'warning' | 'information';
  readonly message: Text;
  /** What was made of it, or the likely repair. */
  readonly help: Text;
}

/** A journey file made from something else. */
export interface Imported {
  readonly text: string;
  readonly problems: readonly ImportProblem[];
}
