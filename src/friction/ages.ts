import type { Settings } from './settings.ts';

/**
 * Judges how old something is on one day, and knows until when the same is to be said: what was found once can be kept until a
 * day comes that changes it.
 */
export class Ages {
  readonly #settings: Pick<Settings, 'today'>;
  /** The first moment that changes an answer, in milliseconds. */
  #next = Number.POSITIVE_INFINITY;

  /** @param settings where today is not known, nothing is too old */
  constructor(settings: Pick<Settings, 'today'>) {
    this.#settings = settings;
  }

  /** Whether a moment lies further back than so many seconds; `time` is in milliseconds, as JavaScript counts them. */
  isOver(time: number, seconds: number): boolean {
    const turn = time + seconds * 1000;
    if (Date.parse(this.#settings.today) > turn) return true;
    this.#next = Math.min(this.#next, turn);
    return false;
  }

  /** The last day on which everything that was asked is answered as it was (ISO 8601); undefined when there is none. */
  get lastDay(): string | undefined {
    return this.#next < farthest ? new Date(this.#next).toISOString().slice(0, 10) : undefined;
  }
}

/** The last moment whose date is written with a year of four digits, so that dates can be compared as text. */
const farthest = Date.UTC(9999, 11, 31);
