import { JOURNEY_EXTENSION } from '../language/journey-extension.ts';
import { normalized } from '../language/workspace/file-access.ts';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { isLibrary } from '../language/library/library.ts';
import { type Configurations, isConfiguration } from './configurations.ts';
import type { Findings } from './findings.ts';
import type { Host } from './host.ts';
import { isResultFile, type Measurements } from './measurements.ts';
import type { OpenText, OpenTexts } from './open-texts.ts';
import { type IndexingProgress, noProgress } from './progress.ts';
import type { Reading } from './reading.ts';
import type { Schedule } from './schedule.ts';
import type { UnreadFiles } from './unread-files.ts';

export interface ClientFilesOptions {
  /** URIs of the folders that are open in the editor. */
  readonly folders: readonly string[];
  readonly host: Host;
  readonly workspace: JourneyWorkspace;
  readonly open: OpenTexts;
  readonly reading: Reading;
  readonly unread: UnreadFiles;
  readonly findings: Findings;
  readonly configurations: Configurations;
  readonly measurements: Measurements;
  readonly schedule: Schedule;
}

/** Takes what the client says about its folders and files: opened, typed, closed, changed on the disk. */
export class ClientFiles {
  readonly #parts: ClientFilesOptions;
  #folders: readonly string[];

  constructor(options: ClientFilesOptions) {
    this.#parts = options;
    this.#folders = options.folders;
  }

  /** URIs of the folders that are open in the editor. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** URIs of the folders that imports may not leave. */
  get roots(): readonly string[] {
    return rootsOf(this.#folders, this.#parts.host);
  }

  /** Reads all files of the folders, a few at a time. */
  readFolders(progress: IndexingProgress = noProgress): void {
    const { unread, schedule } = this.#parts;
    unread.begin(progress);
    void schedule.take(async () => this.#find(this.#folders));
  }

  /** Folders have been opened and closed in the editor. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const { workspace, unread, findings, schedule } = this.#parts;
    const closed = new Set(removed.map(normalized));
    this.#folders = [...this.#folders.filter((folder) => !closed.has(folder)), ...added.map(normalized)];
    void schedule.take(async () => {
      workspace.setRoots(this.roots);
      const isGone = (uri: string): boolean => !this.#folders.some((folder) => isIn(folder, uri));
      const gone = [...workspace.documents.map(({ uri }) => uri.toString()), ...unread.uris].filter(isGone);
      for (const uri of gone) unread.delete(uri);
      await workspace.forget(gone);
      // What may be imported depends on the folders.
      findings.doubt([...gone, ...findings.reported]);
      await this.#find(added);
    });
  }

  /** Takes a text that has been opened or changed. */
  changed(text: OpenText): void {
    const { open, reading, unread, findings, schedule } = this.#parts;
    const uri = normalized(text.uri);
    // The standard library can be looked at and not be changed.
    if (isLibrary(uri)) return;
    open.set(uri, text);
    if (isConfiguration(uri)) {
      this.#configurationChanged(uri, text.getText());
      return;
    }
    if (isResultFile(uri)) {
      this.#resultsChanged(uri, text.getText());
      return;
    }
    reading.add(uri);
    schedule.yield();
    void schedule.take(async () =>
      reading.readAll((read) => {
        unread.delete(read);
        findings.renew(read);
      }),
    );
  }

  closed(clientUri: string): void {
    const { open, reading, workspace, findings, schedule } = this.#parts;
    const uri = normalized(clientUri);
    open.delete(uri);
    reading.delete(uri);
    if (isConfiguration(uri)) {
      this.#configurationChanged(uri, undefined);
      return;
    }
    if (isResultFile(uri)) {
      this.#resultsChanged(uri, undefined);
      return;
    }
    void schedule.take(async () => {
      await workspace.close(uri, !this.#isOnlyInEditor(uri));
      findings.doubt([uri]);
    });
  }

  /** Whether a text is in no file: not saved yet, or an earlier version of one. At its path there may be a file all the same. */
  #isOnlyInEditor(uri: string): boolean {
    return !uri.startsWith('file:') && !this.#folders.some((folder) => isIn(folder, uri));
  }

  /** Files have been made, changed or deleted on the disk. */
  watched(clientUris: readonly string[]): void {
    const { host, workspace, findings, configurations, measurements, schedule } = this.#parts;
    const uris = clientUris.map((uri) => normalized(uri));
    void schedule.take(async () => {
      await host.refresh(uris);
      const changed = uris.filter(isConfiguration);
      if (changed.length > 0) {
        configurations.forget();
        findings.doubt([...changed, ...findings.reported]);
      }
      for (const uri of uris.filter(isResultFile)) findings.doubt([uri, measurements.forget(uri)]);
      const journeys = uris.filter((uri) => uri.endsWith(JOURNEY_EXTENSION));
      if (journeys.length === 0) return;
      await workspace.refresh(journeys);
      findings.doubt(journeys);
    });
  }

  async #find(folders: readonly string[]): Promise<void> {
    await this.#parts.unread.find(folders);
    this.#parts.schedule.disturb();
  }

  #configurationChanged(uri: string, text: string | undefined): void {
    const { configurations, findings, schedule } = this.#parts;
    configurations.setOpen(uri, text);
    schedule.yield();
    void schedule.take(async () => {
      findings.doubt([uri, ...findings.reported]);
      if (text !== undefined) findings.renew(uri);
    });
  }

  #resultsChanged(uri: string, text: string | undefined): void {
    const { measurements, findings, schedule } = this.#parts;
    const journeyFile = measurements.setOpen(uri, text);
    schedule.yield();
    void schedule.take(async () => {
      findings.doubt([uri, journeyFile]);
      if (text !== undefined) findings.renew(uri);
    });
  }
}

/** URIs of the folders that imports may not leave, for folders that are open. */
export function rootsOf(folders: readonly string[], host: Host): readonly string[] {
  return [...new Set(folders.flatMap((folder) => host.roots(folder)))];
}

function isIn(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
