import type { CheckedFile } from '../../formats/report.ts';
import type { KnownFile } from '../../language/workspace/file-notes.ts';
import type { CheckOptions, FoundFile, KeptEntry, KeptFiles } from '../../server/kept-files.ts';
import { withoutFixes } from '../checking/lean-finding.ts';
import { hasBrokenRule } from '../checking/print-file.ts';
import { type KeptFile, KeptFindings } from './kept-findings.ts';
import type { OpenDigests } from './open-digests.ts';
import { FILE, REPORT } from './parts.ts';
import type { KeptPlace } from './place.ts';
import { tidyKept } from './tidy.ts';

/** What `journey check` and the server have found in files at an earlier time, for the server. */
export class ServerFiles implements KeptFiles {
  readonly #place: KeptPlace;
  readonly #digests: OpenDigests;
  readonly #roots: () => readonly string[];
  /** For the roots that it was made for. */
  #kept: { readonly roots: string; readonly findings: KeptFindings } | undefined;

  /** @param roots URIs of the folders that imports may not leave */
  constructor(place: KeptPlace, digests: OpenDigests, roots: () => readonly string[]) {
    this.#place = place;
    this.#digests = digests;
    this.#roots = roots;
  }

  find(uri: string, options: CheckOptions): Entry | undefined {
    const kept = this.#findings();
    const file = kept.find(uri, options);
    // Where a name leads nowhere, all files must be known.
    return file === undefined || file.dependsOnOthers ? undefined : new Entry(kept, uri, file);
  }

  areSaved(uris: readonly string[]): boolean {
    return uris.every((uri) => this.#digests.isSaved(uri));
  }

  keep({ uri, options: configuration, imported, lastDay, findings, suppressed, journeys, file }: FoundFile): void {
    // A rule that has failed may do so for a reason that has nothing to do with the file.
    if (hasBrokenRule({ findings })) return;
    const report = withoutFixes({ findings, suppressed, journeys });
    this.#findings().keep({ uri, configuration, imported, lastDay, parts: { [REPORT]: report, [FILE]: file } });
  }

  tidy(): void {
    tidyKept(this.#place);
  }

  #findings(): KeptFindings {
    const roots = this.#roots();
    const key = roots.join(' ');
    if (this.#kept?.roots !== key) {
      this.#kept = { roots: key, findings: new KeptFindings(this.#place, roots, this.#digests) };
    }
    return this.#kept.findings;
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

  /** URIs of the files that it imports, directly or through others. */
  get imported(): readonly string[] {
    return this.#file.imported;
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
