import type { MessagePort } from 'node:worker_threads';
import { createWorkspace, type JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import { dependsOnOthers } from '../../language/problems.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/text.ts';
import type { FileToCheck } from '../../server/kept-files.ts';
import { analyse } from '../analyse.ts';
import { hasBrokenRule } from '../checking/print-file.ts';
import { DigestedFiles } from '../kept/digested-files.ts';
import { OpenDigests } from '../kept/open-digests.ts';
import type { KeptPlace } from '../kept/place.ts';
import { ServerFiles } from '../kept/server-files.ts';
import type { CheckedFile, FoundInFile } from './checked-file.ts';

/** What a thread is given when it starts that works for the server. */
export interface HelperData {
  /** Where what is found is kept for the next start; undefined: nowhere. */
  readonly place: KeptPlace | undefined;
  /** URIs of the folders that imports may not leave. */
  readonly roots: readonly string[];
  /** The language of the client, and where it can read on, by codes of findings. */
  readonly locale: Locale;
  readonly pages: ReadonlyMap<string, string>;
  /** Where compiled code is kept. */
  readonly cacheFolder: string | undefined;
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
  readonly #data: Omit<HelperData, 'cacheFolder'>;
  readonly #files = new DigestedFiles();
  readonly #workspace: JourneyWorkspace;
  /** Undefined where nothing is kept. */
  readonly #kept: ServerFiles | undefined;

  constructor(data: Omit<HelperData, 'cacheFolder'>) {
    const { place, roots } = data;
    this.#data = data;
    this.#workspace = createWorkspace({ files: this.#files, roots });
    const digests = new OpenDigests(this.#files, () => undefined);
    this.#kept = place && new ServerFiles(place, digests, () => roots);
  }

  async check(files: readonly FileToCheck[]): Promise<readonly CheckedFile[]> {
    const checked: CheckedFile[] = [];
    for (const file of files) {
      const { uri } = file;
      checked.push({ uri, found: (await this.#known(file)) ?? (await this.#fresh(file)) });
      this.#workspace.release();
    }
    return checked;
  }

  /** What was found at an earlier time. */
  async #known({ uri, options }: FileToCheck): Promise<FoundInFile | undefined> {
    const entry = this.#kept?.find(uri, options);
    const file = entry?.file();
    return entry && file && (await this.#found(uri, entry.imported, file, entry.findings()));
  }

  async #fresh({ uri, options }: FileToCheck): Promise<FoundInFile | undefined> {
    await this.#workspace.load([uri]);
    const document = this.#workspace.document(uri);
    const imported = this.#workspace.importedBy(uri);
    if (document === undefined || imported === undefined || dependsOnOthers(document)) return undefined;
    const found = analyse(this.#workspace, uri, options);
    const file = this.#workspace.known(document);
    // A rule that has failed may do so for a reason that has nothing to do with the file.
    if (found === undefined || 'failure' in found || hasBrokenRule(found) || file === undefined) return undefined;
    this.#kept?.keep({ ...found, uri, options, imported, file });
    return this.#found(uri, imported, file, found.findings);
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
