import { journeyFileOf, readResults, RESULT_ENDING, resultFileOf, type Results } from '../evidence/result-file.ts';
import type { Finding } from '../model/finding.ts';

/** Whether a URI is that of a result file. */
export function isResultFile(uri: string): boolean {
  return uri.endsWith(RESULT_ENDING);
}

interface Read {
  readonly results: Results;
  readonly problems: readonly Finding[];
  readonly isThere: boolean;
}

const none: Read = { results: new Map(), problems: [], isThere: false };

/**
 * What was measured of the journeys: the result file beside each. It is read once and again when it has changed, so that a
 * keystroke reads nothing. What an editor has open counts, saved or not.
 */
export class Measurements {
  readonly #read: (uri: string) => string | undefined;
  readonly #onMistake: (uri: string) => void;
  readonly #open = new Map<string, string>();
  readonly #known = new Map<string, Read>();

  /**
   * @param read the text of a file; undefined when it is not there
   * @param onMistake called with the URI of a result file when something is wrong in it
   */
  constructor(read: (uri: string) => string | undefined, onMistake: (uri: string) => void) {
    this.#read = read;
    this.#onMistake = onMistake;
  }

  /** URIs of the result files that are there, as far as anybody has asked. */
  get known(): readonly string[] {
    return [...this.#known].filter(([, { isThere }]) => isThere).map(([uri]) => uri);
  }

  /** By the keys of the journeys in the file. */
  of(journeyFile: string): Results {
    return journeyFile.endsWith('.journey') ? this.#readOnce(resultFileOf(journeyFile)).results : none.results;
  }

  /** What is wrong in a result file. */
  problems(uri: string): readonly Finding[] {
    return this.#readOnce(uri).problems;
  }

  /** Puts a text in the place of what is on the disk, or takes it away again. Gives the journey file that it is about. */
  setOpen(uri: string, text: string | undefined): string {
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    return this.forget(uri);
  }

  /** Reads it again when it is asked for. Gives the journey file that it is about. */
  forget(uri: string): string {
    this.#known.delete(uri);
    return journeyFileOf(uri);
  }

  #readOnce(uri: string): Read {
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const text = this.#open.get(uri) ?? this.#read(uri);
    const read = text === undefined ? none : { ...readResults(text, uri), isThere: true };
    this.#known.set(uri, read);
    if (read.problems.length > 0) this.#onMistake(uri);
    return read;
  }
}
