import type { FileAccess, UnreadFile } from '../../language/workspace/file-access.ts';
import type { JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import { dependsOnOthers } from '../../language/problems.ts';
import { analyseAll, type FileResult, type FileToAnalyse } from '../analyse.ts';
import type { Inputs } from '../inputs.ts';
import { workspaceFor } from '../workspace.ts';

/** Files that are read and checked, in a workspace of their own. Loaded only where nothing is known from an earlier run. */
export class FreshFiles {
  readonly #workspace: JourneyWorkspace;
  /** How many of the files have been told of. */
  #told = 0;

  private constructor(workspace: JourneyWorkspace) {
    this.#workspace = workspace;
  }

  static async open(inputs: Inputs, files: FileAccess): Promise<FreshFiles> {
    return new FreshFiles(await workspaceFor(inputs, files));
  }

  /** URIs of everything that was read since this was last asked, the library included. */
  latest(): readonly string[] {
    const uris = this.#workspace.shared.workspace.IndexManager.uris();
    const latest = uris.slice(this.#told);
    this.#told = uris.length;
    return latest;
  }

  /** Reads files, and all that they import. */
  async load(uris: readonly string[]): Promise<readonly UnreadFile[]> {
    return this.#workspace.load(uris);
  }

  /** Looks names up again that files read since then may declare. */
  async link(uri: string): Promise<void> {
    await this.#workspace.linkWaiting([uri]);
  }

  /** What is found in each of some files; undefined for one that is not there. */
  check(files: readonly FileToAnalyse[]): readonly (FileResult | undefined)[] {
    return analyseAll(this.#workspace, files);
  }

  dependsOnOthers(uri: string): boolean {
    const document = this.#workspace.document(uri);
    return document !== undefined && dependsOnOthers(document);
  }

  /** URIs of what a file imports, directly or through others, be it there or not; undefined when it must not import some of it. */
  importedBy(uri: string): readonly string[] | undefined {
    return this.#workspace.shared.workspace.IndexManager.importedBy(uri);
  }

  textOf(uri: string): string | undefined {
    return this.#workspace.textOf(uri);
  }

  /** Lets the trees go. */
  release(): void {
    this.#workspace.release();
  }
}
