import { DocumentState } from 'langium';
import type { JourneySharedServices } from '../journey-module.ts';
import { notesOf } from './file-notes.ts';
import { isReleasable } from './releasable-document.ts';

/** Enough for what the files of a workspace share, and a few megabytes at most. */
const defaultKeptShared = 200;

/** So many trees take some megabytes. */
const crowd = 25;

export interface ReleaseOptions {
  /** How many trees of files that others import are kept at most. */
  readonly keptShared?: number;
  /** Whether to note who names what when a tree is let go, for workspaces in which that is asked. Default: no. */
  readonly notes?: boolean;
}

/** The trees that are in memory, and which of them to let go. */
export class PresentTrees {
  readonly #workspace: JourneySharedServices['workspace'];
  /** URIs of the documents whose trees are there. */
  readonly #present = new Set<string>();
  readonly #keptShared: number;
  readonly #isNoting: boolean;
  /** How many trees were left when others were last let go. */
  #left = 0;

  constructor(
    workspace: JourneySharedServices['workspace'],
    { keptShared = defaultKeptShared, notes = false }: ReleaseOptions,
  ) {
    this.#workspace = workspace;
    this.#keptShared = keptShared;
    this.#isNoting = notes;
  }

  /** The tree of a document has been made. */
  add(uri: string): void {
    this.#present.add(uri);
  }

  /** Lets go of all trees but those that somebody looks at, by their URIs, and what many files import. */
  release(looked: ReadonlySet<string>): void {
    const { IndexManager: index, DocumentBuilder: builder, LangiumDocuments: documents } = this.#workspace;
    const free = [...this.#present].filter((uri) => !looked.has(uri));
    // What is kept must not refer to what is let go; whatever an imported file imports is imported too.
    const imported = free.filter((uri) => index.directImportersOf(uri).size > 0);
    const kept = new Set(imported.length > this.#keptShared ? [] : imported);
    for (const uri of free) {
      const document = documents.at(uri);
      if (document === undefined) this.#present.delete(uri);
      if (document === undefined || kept.has(uri) || !isReleasable(document)) continue;
      // Half built documents are gone through first.
      if (document.state < (this.#isNoting ? DocumentState.Linked : DocumentState.ComputedScopes)) continue;
      if (this.#isNoting) document.notes ??= notesOf(document);
      this.#present.delete(uri);
      document.release();
      index.released(uri, this.#isNoting);
      builder.released(uri);
    }
    this.#left = this.#present.size;
  }

  /** Whether enough trees have been made since the last release that it is worth letting them go again. */
  get isCrowded(): boolean {
    return this.#present.size > this.#left + crowd;
  }
}
