import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BaselineEntry, baselineText, readBaseline } from '../../formats/baseline.ts';
import { sourceOf } from '../../formats/report.ts';
import { staleFile } from '../../formats/stale-baseline.ts';
import type { Text } from '../../model/text.ts';
import { BASELINE_FILE, type BaselineOptions } from '../baseline-options.ts';
import type { Mistaken } from '../configuration.ts';
import { shownPath } from '../files/discover.ts';
import { readTextFile } from '../files/read.ts';
import { fileUri } from '../inputs.ts';
import { digestOf } from '../kept/place.ts';
import { writeOutputFile } from '../output-file.ts';
import { baselinePath, type KnownFindings } from './known-findings.ts';

/** What is to be said at the end of a check about its baseline. */
export interface BaselineEnd {
  /** How many findings it knows. */
  readonly count: number;
  /** The baseline itself, when it lists what is no longer found. */
  readonly stale?: Mistaken;
  /** Why it could not be written. */
  readonly mistake?: Text;
}

/** A baseline that a check is compared with, or that is written anew from what it finds. */
export class Baseline {
  readonly known: KnownFindings;
  readonly #file: string;
  readonly #path: string;
  readonly #cwd: string;
  readonly #text: string;
  readonly #entries: readonly BaselineEntry[];

  private constructor(file: string, text: string, entries: readonly BaselineEntry[], isNew: boolean, cwd: string) {
    this.#file = file;
    this.#path = shownPath(file, cwd);
    this.#cwd = cwd;
    this.#text = text;
    this.#entries = entries;
    this.known = {
      folder: dirname(file),
      fingerprints: isNew ? 'all' : new Set(entries.map(({ fingerprint }) => fingerprint)),
      digest: isNew ? 'all' : digestOf(text),
    };
  }

  /** Reads it, or says why it cannot be read. */
  static open(options: BaselineOptions, cwd: string): Baseline | { readonly mistake: Text } {
    const file = resolve(cwd, options.baseline ?? BASELINE_FILE);
    const path = shownPath(file, cwd);
    const isNew = options['update-baseline'] === true;
    const read = readTextFile(file, largest);
    if (!('text' in read) && !(isNew && read.absence === 'missing')) {
      return { mistake: { en: `${path}: ${read.reason.en}`, ja: `${path}: ${read.reason.ja}` } };
    }
    const text = 'text' in read ? read.text : baselineText([]);
    const entries = readBaseline(text);
    if (entries === undefined) return { mistake: notBaseline(path) };
    return new Baseline(file, text, entries, isNew, cwd);
  }

  /**
   * Compares it with what was found, or writes it anew; what it says about files that were not checked stays.
   *
   * @param found what it knows of what was found
   * @param checked URIs of all files that were checked
   */
  end(found: readonly BaselineEntry[], checked: Iterable<string>): BaselineEnd {
    const { folder, fingerprints } = this.known;
    const paths = new Set(Array.from(checked, (uri) => baselinePath(uri, folder)));
    const isLeftAlone = ({ path }: BaselineEntry): boolean => !paths.has(path) && existsSync(resolve(folder, path));
    const count = found.length;
    if (fingerprints === 'all') {
      const text = baselineText([...this.#entries.filter(isLeftAlone), ...found]);
      const mistake = writeOutputFile(this.#path, text, this.#cwd);
      return { count, ...(mistake && { mistake }) };
    }
    const seen = new Set(found.map(({ fingerprint }) => fingerprint));
    const stale = new Map<string, BaselineEntry>();
    for (const entry of this.#entries) {
      if (!seen.has(entry.fingerprint) && !isLeftAlone(entry)) stale.set(entry.fingerprint, entry);
    }
    if (stale.size === 0) return { count };
    const own = staleFile(fileUri(this.#file), this.#text, [...stale.values()]);
    return { count, stale: { ...own, source: sourceOf(this.#path, this.#text) } };
  }
}

/** In bytes. Each finding takes two hundred, and a workspace of 10,000 files has two hundred thousand findings. */
const largest = 256 * 1024 * 1024;

function notBaseline(path: string): Text {
  return {
    en: `${path}: not a baseline; make one with "journey check --update-baseline"`,
    ja: `${path}: ベースラインとして読めません。「journey check --update-baseline」で作成してください`,
  };
}
