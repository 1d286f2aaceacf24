import { createWorkspace, type JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import { dependsOnOthers } from '../../language/problems.ts';
import type { FileToCheck } from '../../server/known-files.ts';
import { analyse } from '../analyse.ts';
import { DigestedFiles } from './digested-files.ts';
import type { KeptPlace } from './place.ts';
import { ServerFiles } from './server-files.ts';

/** What a thread is given when it starts that works for the server. */
export interface ServerThreadData {
  readonly place: KeptPlace;
  /** URIs of the folders that imports may not leave. */
  readonly roots: readonly string[];
  /** Where compiled code is kept. */
  readonly cacheFolder: string | undefined;
}

/**
 * Checks files as they are on the disk, and keeps what is found in them. Whoever looks for it there sees by the contents whether it
 * still holds, so nobody has to be told what has changed meanwhile.
 */
export class ServerThread {
  readonly #workspace: JourneyWorkspace;
  readonly #kept: ServerFiles;

  constructor({ place, roots }: Pick<ServerThreadData, 'place' | 'roots'>) {
    const files = new DigestedFiles();
    this.#workspace = createWorkspace({ files, roots, notes: true });
    this.#kept = new ServerFiles(place, files, {
      roots: () => roots,
      openText: () => undefined,
      failed: () => undefined,
    });
  }

  /** Whether something was kept, and so whether it makes sense to go on. */
  async check(files: readonly FileToCheck[]): Promise<boolean> {
    let isKept = false;
    for (const file of files) {
      await this.#workspace.load([file.uri]);
      this.#check(file);
      this.#workspace.release();
      isKept ||= this.#kept.find(file.uri, file.options) !== undefined;
    }
    return isKept;
  }

  #check({ uri, options }: FileToCheck): void {
    const document = this.#workspace.document(uri);
    const imported = this.#workspace.importedBy(uri);
    if (document === undefined || imported === undefined || dependsOnOthers(document)) return;
    const found = analyse(this.#workspace, uri, options);
    const file = this.#workspace.known(document);
    if (found === undefined || 'failure' in found || file === undefined) return;
    this.#kept.keep({ ...found, uri, options, imported, file });
  }
}
