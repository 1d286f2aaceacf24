// Wherever the reading of a change is broken off, the next one goes on with what is left: nothing is lost, nothing is stale.
import { Cancellation } from 'langium';
import { expect, test } from 'vitest';
import { outlineOf } from '../../src/language/features/outline.ts';
import { occurrenceAt, occurrencesOf } from '../../src/language/features/occurrences.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import { shownProblems, uriOf, virtualAccess } from './virtual-files.ts';

/** Asks to stop when it has been looked at so often. */
class CountingToken implements Cancellation.CancellationToken {
  readonly onCancellationRequested = Cancellation.CancellationToken.None.onCancellationRequested;
  #left: number;

  constructor(looks: number) {
    this.#left = looks;
  }

  get isCancellationRequested(): boolean {
    this.#left--;
    return this.#left < 0;
  }
}

interface Step {
  readonly kind: 'type' | 'save' | 'delete' | 'close';
  readonly path: string;
  readonly text: string;
  /** After how many looks at the token the reading is broken off. */
  readonly looks: number;
}

const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom(
      'type' as const,
      'type' as const,
      'type' as const,
      'save' as const,
      'delete' as const,
      'close' as const,
    ),
    path: fc.constantFrom(...PATHS),
    make: fileText,
    looks: fc.oneof(fc.nat(12), fc.constant(Number.POSITIVE_INFINITY)),
  })
  .map(({ kind, path, make, looks }) => ({ kind, path, text: make(path), looks }));

/** Files that are there before anybody asks for them. */
const unread: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(fc.subarray([...PATHS]), fileText)
  .map(([paths, make]) => new Map(paths.map((path) => [path, make(path)])));

/** A workspace that is told of changes as a session tells it, on files that change. */
class Typing {
  readonly open = new Map<string, string>();
  readonly disk: Map<string, string>;
  readonly workspace: JourneyWorkspace;
  /** What was broken off. */
  readonly #left = new Set<string>();

  constructor(disk: ReadonlyMap<string, string>) {
    this.disk = new Map(disk);
    this.workspace = createWorkspace({
      files: {
        read: (uri) => virtualAccess(Object.fromEntries(this.disk)).read(uri),
        list: (folder) => virtualAccess(Object.fromEntries(this.disk)).list(folder),
      },
    });
    this.workspace.linkOpenFirst();
  }

  async do({ kind, path, text, looks }: Step): Promise<void> {
    if (kind === 'type') {
      this.open.set(path, text);
      this.#left.add(path);
      await this.#read(looks);
      return;
    }
    if (kind === 'close') {
      if (!this.open.delete(path)) return;
      this.#left.delete(path);
      await this.workspace.close(uriOf(path));
      return;
    }
    if (kind === 'save') this.disk.set(path, text);
    else this.disk.delete(path);
    await this.workspace.refresh([uriOf(path)]);
  }

  async end(): Promise<void> {
    await this.#read(Number.POSITIVE_INFINITY);
    // What once was imported stays known.
    await this.workspace.load([...this.disk.keys()].map(uriOf));
    await this.workspace.linkWaiting();
  }

  async #read(looks: number): Promise<void> {
    const token = new CountingToken(looks);
    for (const path of this.#left) {
      this.#left.delete(path);
      try {
        await this.workspace.open(uriOf(path), this.open.get(path) ?? '', token);
      } catch {
        this.#left.add(path);
        return;
      }
    }
  }
}

/** What is said about every file. */
function seen(workspace: JourneyWorkspace): unknown {
  const uris = workspace.documents.map(({ uri }) => uri.toString()).toSorted();
  return uris.map((uri) => {
    const document = workspace.document(uri);
    if (document === undefined) return uri;
    const outline = outlineOf(document, [], 'en');
    const places = outline.map(({ selection }) => {
      const occurrence = occurrenceAt(document, selection.start);
      return (
        occurrence &&
        occurrencesOf(occurrence.node)
          .map(({ place }) => JSON.stringify(place))
          .toSorted()
      );
    });
    return { uri, problems: shownProblems(document), outline, places };
  });
}

test('broken off anywhere, and gone on with', async () => {
  await fc.assert(
    fc.asyncProperty(unread, fc.array(step, { minLength: 2, maxLength: 10 }), async (disk, steps) => {
      const typing = new Typing(disk);
      for (const each of steps) await typing.do(each);
      await typing.end();
      const fresh = new Typing(typing.disk);
      for (const [path, text] of typing.open)
        await fresh.do({ kind: 'type', path, text, looks: Number.POSITIVE_INFINITY });
      await fresh.end();
      expect(seen(typing.workspace)).toEqual(seen(fresh.workspace));
    }),
    { numRuns: 60 },
  );
});
