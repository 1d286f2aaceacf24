import { availableParallelism } from 'node:os';
import type { CheckedFile } from '../../formats/report.ts';
import type { KnownFile } from '../../language/workspace/file-notes.ts';
import type {
  CheckOptions,
  FileToCheck,
  FoundFile,
  KeptEntry,
  KeptFiles,
  KeptFilesOptions,
} from '../../server/known-files.ts';
import { withoutFixes } from '../checking/lean-finding.ts';
import { hasBrokenRule } from '../checking/print-file.ts';
import type { DigestedFiles, Digests } from './digested-files.ts';
import { type KeptFile, KeptFindings } from './kept-findings.ts';
import { FILE, REPORT } from './parts.ts';
import { digestOf, type KeptPlace } from './place.ts';
import { ServerHelper } from './server-helper.ts';
import { tidyKept } from './tidy.ts';

/** Each takes memory for itself. */
const mostHelpers = 4;

/** What `journey check` and the server have found in files at an earlier time, for the server. */
export class ServerFiles implements KeptFiles {
  readonly #place: KeptPlace;
  readonly #files: DigestedFiles;
  readonly #options: KeptFilesOptions;
  readonly #digests: Digests;
  /** For the roots that it was made for. */
  #kept: { readonly roots: string; readonly findings: KeptFindings } | undefined;
  /** The digests of texts that are open in the editor. */
  readonly #open = new Map<string, { readonly text: string; readonly digest: string }>();

  constructor(place: KeptPlace, files: DigestedFiles, options: KeptFilesOptions) {
    this.#place = place;
    this.#files = files;
    this.#options = options;
    this.#digests = {
      digest: (uri) => this.#openDigest(uri) ?? files.digest(uri),
      folderDigest: (uri) => files.folderDigest(uri),
      isSteady: (uri) => files.isSteady(uri),
      get listed() {
        return files.listed;
      },
    };
  }

  find(uri: string, options: CheckOptions): KeptEntry | undefined {
    const kept = this.#findings();
    const file = kept.find(uri, options);
    // Where a name leads nowhere, all files must be known.
    return file === undefined || file.dependsOnOthers ? undefined : new Entry(kept, uri, file);
  }

  areSaved(uris: readonly string[]): boolean {
    return uris.every((uri) => {
      const open = this.#openDigest(uri);
      return open === undefined || open === this.#files.digest(uri);
    });
  }

  keep({ uri, options: configuration, imported, lastDay, findings, suppressed, journeys, file }: FoundFile): void {
    // A rule that has failed may do so for a reason that has nothing to do with the file.
    if (hasBrokenRule({ findings })) return;
    const report = withoutFixes({ findings, suppressed, journeys });
    this.#findings().keep({ uri, configuration, imported, lastDay, parts: { [REPORT]: report, [FILE]: file } });
  }

  help(next: () => readonly FileToCheck[]): void {
    const { roots, failed } = this.#options;
    const count = Math.min(availableParallelism() - 1, mostHelpers);
    for (let helper = 0; helper < count; helper += 1) {
      void new ServerHelper({ place: this.#place, roots: roots() }, next, failed);
    }
  }

  tidy(): void {
    tidyKept(this.#place);
  }

  #findings(): KeptFindings {
    const roots = this.#options.roots();
    const key = roots.join(' ');
    if (this.#kept?.roots !== key) {
      this.#kept = { roots: key, findings: new KeptFindings(this.#place, roots, this.#digests) };
    }
    return this.#kept.findings;
  }

  /** Undefined for a file that is not open. */
  #openDigest(uri: string): string | undefined {
    const text = this.#options.openText(uri);
    if (text === undefined) {
      this.#open.delete(uri);
      return undefined;
    }
    const known = this.#open.get(uri);
    if (known?.text === text) return known.digest;
    const digest = digestOf(text);
    this.#open.set(uri, { text, digest });
    return digest;
  }
}

class Entry implements KeptEntry {
  readonly #kept: KeptFindings;
  readonly #uri: string;
  readonly #file: KeptFile;

  constructor(kept: KeptFindings, uri: string, file: KeptFile) {
    this.#kept = kept;
    this.#uri = uri;
    this.#file = file;
  }

  get isWhole(): boolean {
    return this.#file.has(FILE);
  }

  holds(options: CheckOptions): boolean {
    return this.#kept.holds(this.#file, this.#uri, options);
  }

  findings(): CheckedFile['findings'] {
    return (this.#file.part(REPORT) as CheckedFile).findings;
  }

  file(): KnownFile | undefined {
    return this.#file.part(FILE) as KnownFile | undefined;
  }

  add(file: KnownFile): void {
    this.#kept.add(this.#uri, this.#file, { [FILE]: file });
  }
}
