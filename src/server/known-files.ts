import { summaryOf } from '../formats/summary.ts';
import type { DocumentFindings } from '../language/findings.ts';
import type { KnownFile } from '../language/workspace/file-notes.ts';
import type { JourneyDocument, JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { dependsOnOthers } from '../language/problems.ts';
import type { Finding } from '../model/finding.ts';
import { ownJourneys } from '../model/model.ts';
import type { FileHelpers, HandedFile, HelpersWork } from './file-helpers.ts';
import type { CheckOptions, FileToCheck, KeptEntry, KeptFiles } from './kept-files.ts';
import type { OpenTexts } from './open-texts.ts';
import { ReadyDiagnostics } from './ready-diagnostics.ts';

export interface KnownFilesOptions {
  readonly kept: KeptFiles | undefined;
  readonly helpers: FileHelpers | undefined;
  readonly workspace: JourneyWorkspace;
  readonly open: OpenTexts;
  /** Undefined for a file that is not to be checked. */
  readonly optionsOf: (uri: string) => CheckOptions | undefined;
}

/** How many entries are held in memory: a file is taken in, and soon afterwards somebody is told about it. */
const mostHeld = 50;

/**
 * Files that need not be read and checked, because what was found in them at an earlier time still holds. They come into the
 * workspace without their trees.
 */
export class KnownFiles {
  readonly #options: KnownFilesOptions;
  /** Entries of files that were taken in. */
  readonly #held = new Map<string, KeptEntry>();

  constructor(options: KnownFilesOptions) {
    this.#options = options;
  }

  /** Lets others check files, by their URIs, so that they are known when it is their turn here. */
  help({ next, returned, ended }: HelpersWork<string>): void {
    const { helpers, optionsOf } = this.#options;
    const some = (): readonly FileToCheck[] => {
      const uris = next();
      const files = uris.flatMap((uri) => {
        const options = optionsOf(uri);
        return options === undefined ? [] : { uri, options };
      });
      if (files.length === uris.length) return files;
      // What is not to be checked comes back at once.
      returned(uris.filter((uri) => optionsOf(uri) === undefined));
      return files.length === 0 ? some() : files;
    };
    helpers?.start({ next: some, returned, ended });
  }

  /** Takes a file into the workspace, and all that it imports; false when it is not known. */
  async take(uri: string): Promise<boolean> {
    const { workspace } = this.#options;
    const files = new Map<string, KnownFile>();
    const unknown: string[] = [];
    const queue = [uri];
    const queued = new Set(queue);
    // It grows with what they import.
    for (const each of queue) {
      if (workspace.isLoaded(each)) continue;
      const file = this.#file(each);
      if (file === undefined && each === uri) return false;
      if (file === undefined) unknown.push(each);
      else files.set(each, file);
      for (const target of file?.outline.imports ?? []) {
        if (queued.has(target)) continue;
        queued.add(target);
        queue.push(target);
      }
    }
    // First: who sees a file that is read later is linked again.
    if (unknown.length > 0) await workspace.loadImported(unknown);
    for (const [each, file] of files) if (!workspace.isLoaded(each)) workspace.adopt(each, file);
    return true;
  }

  /** What is to be told about a file that nobody has open, if others have just found that. Asked once for each. */
  ready(uri: string): ReadyDiagnostics | undefined {
    const handed = this.#handed(uri);
    if (handed === undefined || this.#options.open.version(uri) !== null) return undefined;
    // It is large, and who is told once knows it.
    this.#options.helpers?.drop(uri);
    return new ReadyDiagnostics(handed.diagnostics);
  }

  /** What is found in a file that nobody has open, if that is known. */
  findings(uri: string): readonly Finding[] | undefined {
    const { open, optionsOf } = this.#options;
    const options = open.version(uri) === null ? optionsOf(uri) : undefined;
    if (options === undefined) return undefined;
    const held = this.#held.get(uri);
    this.#held.delete(uri);
    const entry = held?.holds(options) === true ? held : this.#options.kept?.find(uri, options);
    if (entry?.isWhole === false) this.#complete(uri, entry);
    return entry?.findings();
  }

  /** Keeps what was found in a file that nobody has open. */
  keep(document: JourneyDocument, found: DocumentFindings): void {
    const { kept, workspace, open, optionsOf } = this.#options;
    const uri = document.uri.toString();
    const options = optionsOf(uri);
    const imported = workspace.importedBy(uri);
    if (kept === undefined || options === undefined || imported === undefined || open.version(uri) !== null) return;
    if (!kept.areSaved([uri, ...imported]) || dependsOnOthers(document)) return;
    const file = workspace.known(document);
    if (file === undefined) return;
    const journeys = ownJourneys(modelOf(document)).map((journey) => summaryOf(journey, found.findings));
    kept.keep({ ...found, uri, journeys, options, imported, file });
  }

  /** `journey check` keeps what is found in a file and not who names what: that is noted when the file has been read. */
  #complete(uri: string, entry: KeptEntry): void {
    const { workspace } = this.#options;
    const document = workspace.waiting.has(uri) ? undefined : workspace.document(uri);
    const file = document && workspace.known(document);
    if (file !== undefined) entry.add(file);
  }

  #file(uri: string): KnownFile | undefined {
    const { kept, workspace, optionsOf } = this.#options;
    // Those that import it and are loaded have missed it so far.
    if (workspace.isImported(uri)) return undefined;
    const handed = this.#handed(uri);
    if (handed !== undefined) return handed.file;
    const options = kept && optionsOf(uri);
    const entry = options && kept.find(uri, options);
    const file = entry?.file();
    if (entry === undefined || file === undefined) return undefined;
    this.#hold(uri, entry);
    return file;
  }

  #handed(uri: string): HandedFile | undefined {
    const { helpers, optionsOf } = this.#options;
    const options = helpers && optionsOf(uri);
    return options && helpers.found(uri, options);
  }

  #hold(uri: string, entry: KeptEntry): void {
    this.#held.set(uri, entry);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest);
  }
}
