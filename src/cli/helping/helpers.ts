import type { FileHelpers, FileHelpersOptions, HandedFile, HelpersWork } from '../../server/file-helpers.ts';
import type { CheckOptions, FileToCheck } from '../../server/kept-files.ts';
import type { OpenDigests } from '../kept/open-digests.ts';
import type { KeptPlace } from '../kept/place.ts';
import type { CheckedFile, FoundInFile } from './checked-file.ts';
import { type Helper, type HelperOptions, startThreads } from './helper.ts';

/** The threads that check files for the server, and what they have found that the server has not taken yet. */
export class Helpers implements FileHelpers {
  readonly #place: KeptPlace | undefined;
  readonly #digests: OpenDigests;
  readonly #options: FileHelpersOptions;
  readonly #startAll: (options: HelperOptions) => readonly Helper[];
  /** How the files are checked that they have. */
  readonly #given = new Map<string, CheckOptions>();
  readonly #handed = new Map<string, Handed>();
  #helpers: readonly Helper[] = [];
  /** For which roots they check. */
  #roots = '';

  /** @param place where they keep what they find for the next start; undefined: nowhere */
  constructor(
    place: KeptPlace | undefined,
    digests: OpenDigests,
    options: FileHelpersOptions,
    startAll: (options: HelperOptions) => readonly Helper[] = startThreads,
  ) {
    this.#place = place;
    this.#digests = digests;
    this.#options = options;
    this.#startAll = startAll;
  }

  /** Those that are at work end. */
  start({ next, returned, ended }: HelpersWork<FileToCheck>): void {
    this.end();
    const { locale, pages, roots, failed } = this.#options;
    const data = { place: this.#place, roots: roots(), locale, pages: pages() };
    this.#roots = roots().join(' ');
    this.#helpers = this.#startAll({
      data,
      next: () => this.#noted(next()),
      checked: (files) => {
        for (const file of files) this.#take(file);
        returned(files.map(({ uri }) => uri));
      },
      ended,
      failed,
    });
  }

  found(uri: string, options: CheckOptions): HandedFile | undefined {
    const handed = this.#handed.get(uri);
    if (handed === undefined || this.#holds(handed, options)) return handed;
    this.#handed.delete(uri);
    return undefined;
  }

  drop(uri: string): void {
    this.#handed.delete(uri);
  }

  end(): void {
    for (const helper of this.#helpers) helper.end();
    this.#helpers = [];
    this.#given.clear();
    this.#handed.clear();
  }

  #noted(files: readonly FileToCheck[]): readonly FileToCheck[] {
    for (const { uri, options } of files) this.#given.set(uri, options);
    return files;
  }

  #take({ uri, found }: CheckedFile): void {
    const options = this.#given.get(uri);
    this.#given.delete(uri);
    if (found === undefined || options === undefined) return;
    const { seen, file, diagnostics } = found;
    // What they have read need not be read here.
    for (const [each, digest] of seen) this.#digests.suppose(each, digest);
    this.#handed.set(uri, { options, seen, file, diagnostics });
  }

  #holds({ options: given, seen }: Handed, options: CheckOptions): boolean {
    return (
      isSame(given, options) &&
      this.#roots === this.#options.roots().join(' ') &&
      seen.every(([each, digest]) => this.#digests.digest(each) === digest)
    );
  }
}

interface Handed extends HandedFile, Pick<FoundInFile, 'seen'> {
  /** As the thread was given them. */
  readonly options: CheckOptions;
}

/** Files of which the same is said share these objects, until it changes. */
function isSame(left: CheckOptions, right: CheckOptions): boolean {
  return left.settings === right.settings && left.severities === right.severities && left.measured === right.measured;
}
