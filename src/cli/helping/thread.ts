import type { MessagePort } from 'node:worker_threads';
import { createWorkspace, type JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import { dependsOnOthers } from '../../language/problems.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/text.ts';
import type { FileToCheck } from '../../server/kept-files.ts';
import { analyseAll } from '../analyse.ts';
import { inBatches } from '../checking/batches.ts';
import { hasBrokenRule } from '../checking/print-file.ts';
import { sizeOf } from '../files/access.ts';
import type { StartData } from '../start-data.ts';
import { DigestedFiles } from '../kept/digested-files.ts';
import { OpenDigests } from '../kept/open-digests.ts';
import type { KeptPlace } from '../kept/place.ts';
import { ServerFiles } from '../kept/server-files.ts';
import type { CheckedFile, FoundInFile } from './checked-file.ts';

/** What a thread is given when it starts that works for the server. */
export interface HelperData extends StartData {
  /** Where what is found is kept for the next start; undefined: nowhere. */
  readonly place: KeptPlace | undefined;
  /** URIs of the folders that imports may not leave. */
  readonly roots: readonly string[];
  /** The language of the client, and where it can read on, by codes of findings. */
  readonly locale: Locale;
  readonly pages: ReadonlyMap<string, string>;
}

/** Checks what it is given, and sends what was found in it, ready to be passed on to the client. */
export function helpInThread(port: MessagePort, data: HelperData): void {
  const thread = new HelperThread(data);
  const answer = async (files: readonly FileToCheck[]): Promise<void> => {
    const checked = await thread.check(files);
    // The texts are not copied.
    const texts = checked.flatMap(({ found }) => found?.diagnostics.json.buffer ?? []);
    port.postMessage(checked, texts);
  };
  port.on('message', (files: readonly FileToCheck[]) => {
    void answer(files);
  });
}

/**
 * Checks files as they are on the disk, and keeps what is found in them. Whoever takes it sees by the contents whether it still
 * holds, so nobody has to be told what has changed meanwhile.
 */
export class HelperThread {
  readonly #data: Omit<HelperData, keyof StartData>;
  readonly #files = new DigestedFiles();
  readonly #workspace: JourneyWorkspace;
  /** Undefined where nothing is kept. */
  readonly #kept: ServerFiles | undefined;

  constructor(data: Omit<HelperData, keyof StartData>) {
    const { place, roots } = data;
    this.#data = data;
    this.#workspace = createWorkspace({ files: this.#files, roots });
    const digests = new OpenDigests(this.#files, () => undefined);
    this.#kept = place && new ServerFiles(place, digests, () => roots);
  }

  async check(files: readonly FileToCheck[]): Promise<readonly CheckedFile[]> {
    const found = new Map<string, FoundInFile | undefined>();
    for (const file of files) found.set(file.uri, await this.#known(file));
    const unknown = files.filter(({ uri }) => found.get(uri) === undefined);
    for (const batch of inBatches(unknown, ({ uri }) => sizeOf(uri))) {
      await this.#fresh(batch, found);
      this.#workspace.release();
    }
    return files.map(({ uri }) => ({ uri, found: found.get(uri) }));
  }

  /** What was found at an earlier time. */
  async #known({ uri, options }: FileToCheck): Promise<FoundInFile | undefined> {
    const entry = this.#kept?.find(uri, options);
    const file = entry?.file();
    return entry && file && (await this.#found(uri, entry.imported, file, entry.findings()));
  }

  async #fresh(files: readonly FileToCheck[], found: Map<string, FoundInFile | undefined>): Promise<void> {
    await this.#workspace.load(files.map(({ uri }) => uri));
    const own = files.flatMap(({ uri, options }) => {
      const document = this.#workspace.document(uri);
      const imported = this.#workspace.importedBy(uri);
      if (document === undefined || imported === undefined || dependsOnOthers(document)) return [];
      return { uri, options, document, imported, configuration: options };
    });
    const results = analyseAll(this.#workspace, own);
    for (const [index, { uri, options, document, imported }] of own.entries()) {
      const result = results[index];
      const file = this.#workspace.known(document);
      // A rule that has failed may do so for a reason that has nothing to do with the file.
      if (result === undefined || 'failure' in result || hasBrokenRule(result) || file === undefined) continue;
      this.#kept?.keep({ ...result, uri, options, imported, file });
      found.set(uri, await this.#found(uri, imported, file, result.findings));
    }
  }

  async #found(
    uri: string,
    imported: readonly string[],
    file: FoundInFile['file'],
    findings: readonly Finding[],
  ): Promise<FoundInFile | undefined> {
    const { locale, pages } = this.#data;
    const uris = [uri, ...imported];
    // One of them has changed while we looked.
    if (!uris.every((each) => this.#files.isSteady(each))) return undefined;
    // The command's bundle is there before anything of the server's.
    const { diagnosticsText } = await import('../../server/ready-diagnostics.ts');
    return {
      seen: uris.map((each) => [each, this.#files.digest(each)]),
      file,
      diagnostics: diagnosticsText(findings, locale, (code) => pages.get(code)),
    };
  }
}
