import { setImmediate as breath } from 'node:timers/promises';
import type { OverviewFile } from '../formats/overview/overview.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { dependsOnOthers } from '../language/problems.ts';
import { settingsOfToday } from '../language/usual-configuration.ts';
import type { UnreadFile } from '../language/workspace/file-access.ts';
import { createWorkspace, type JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { analyseAll, type FileToAnalyse } from './analyse.ts';
import type { Failure } from './checking/assembly.ts';
import { inBatches } from './checking/batches.ts';
import { portionSize } from './checking/job.ts';
import { withoutFixes } from './checking/lean-finding.ts';
import type { Context } from './command.ts';
import { type CheckedConfiguration, configure, type ConfiguredInputs } from './configuration.ts';
import { rootsOf, sizeOf } from './files/access.ts';
import type { Problem } from './files/problem.ts';
import { fileUri, findInputs, pathOf } from './inputs.ts';
import { configurationDigest } from './kept/configuration-digest.ts';
import { DigestedFiles, isOfText } from './kept/digested-files.ts';
import { type Days, holdsOn } from './kept/kept-findings.ts';

/** What is known of everything that was checked together. */
export interface Checked extends Pick<ConfiguredInputs, 'mistaken'> {
  /** What each file means, and what was found in it, in the order of their paths. One that has stayed as it was is the same object. */
  readonly files: readonly OverviewFile[];
  /** What could not be read. It does not keep the rest from being read. */
  readonly missing: readonly Problem[];
  /** What a mistake of ours has kept from being checked. */
  readonly failures: readonly Failure[];
}

/** What has happened on the disk. */
export interface Changes {
  /** Of files, absolute. */
  readonly paths: readonly string[];
  /** Whether something has come or gone, and not only files have been written. */
  readonly isMoved: boolean;
}

/** Who waits meanwhile. */
export interface Waiting {
  /** Is told how many of the files that are to be checked now are done. */
  readonly progress: (done: number, all: number) => void;
  /** Whether nobody waits any more. */
  readonly isOver: () => boolean;
}

/**
 * The files that operands name, with what they mean and what is found in them, as the disk is when `update` is called. At first
 * everything is read; later what has changed, and what depends on it. Trees are let go as soon as their files are checked.
 */
export class CheckedWorkspace {
  readonly #operands: readonly string[];
  readonly #context: Pick<Context, 'cwd' | 'stdin'>;
  readonly #waiting: Waiting;
  #files = new DigestedFiles();
  #workspace: JourneyWorkspace;
  #roots: readonly string[];
  /** The inputs, by their URIs in the order of their paths, and what the configurations say about each. */
  #inputs: ReadonlyMap<string, CheckedConfiguration> = new Map();
  #configured: ConfiguredInputs | undefined;
  /** The day on which that was looked up. */
  #today = '';
  readonly #entries = new Map<string, Entry>();
  /** URIs of files that were read and are another content now. */
  readonly #changed = new Set<string>();
  /** URIs of files that are to be checked, among them some that are no inputs. */
  readonly #stale = new Set<string>();
  readonly #failures = new Map<string, Failure>();
  /** What the doubts about names were last cleared at. */
  #namesVersion = 0;
  #reached: ReadonlySet<string> = new Set();
  #checked: Checked = { files: [], missing: [], mistaken: [], failures: [] };

  constructor(operands: readonly string[], context: Pick<Context, 'cwd' | 'stdin'>, waiting: Waiting) {
    this.#operands = operands.length === 0 ? ['.'] : operands;
    this.#context = context;
    this.#waiting = waiting;
    this.#roots = rootsOf(context.cwd);
    this.#workspace = this.#open();
  }

  /** As of the last update. */
  get checked(): Checked {
    return this.#checked;
  }

  /** URIs of the files that were read or looked for, those that are only imported among them. */
  get reached(): Iterable<string> {
    return this.#reached;
  }

  /** Takes in what has happened on the disk since the last time. When it is over before it is done, the next call goes on. */
  async update(changes: Changes): Promise<Checked> {
    const uris = changes.paths.map((path) => fileUri(path));
    for (const uri of uris) if (this.#workspace.isLoaded(uri) && this.#isOther(uri)) this.#changed.add(uri);
    // One that is only imported may be an input by now: it was read before anybody told that it is there.
    const isWritten = (uri: string): boolean => this.#inputs.has(uri) && isOfText(this.#files.digest(uri));
    const isSame = this.#configured !== undefined && this.#today === settingsOfToday().today;
    if (changes.isMoved || !isSame || !uris.every(isWritten)) await this.#look();
    // What is new is checked while it is in memory, as far as that is possible before all is read.
    const fresh = [...this.#inputs.keys()].filter((uri) => !this.#workspace.isLoaded(uri));
    await this.#load(fresh);
    if (this.#waiting.isOver()) return this.#checked;
    const { unread, reached } = await this.#workspace.become([...this.#inputs.keys()], [...this.#changed]);
    this.#reached = reached;
    this.#doubt();
    await this.#checkStale();
    if (!this.#waiting.isOver()) this.#checked = this.#gather(unread);
    return this.#checked;
  }

  #open(): JourneyWorkspace {
    const workspace = createWorkspace({ files: this.#files, roots: this.#roots });
    workspace.linkOpenFirst();
    workspace.onLinked((uri) => this.#stale.add(uri));
    return workspace;
  }

  /** Whether a file that was read may have another content. Editors save what has not changed, and one save makes several events. */
  #isOther(uri: string): boolean {
    const wasSteady = this.#files.isSteady(uri);
    const before = this.#files.digest(uri);
    this.#files.forget(uri);
    return this.#files.digest(uri) !== before || !wasSteady;
  }

  /** Looks which files there are, and what holds for them. */
  async #look(): Promise<void> {
    const roots = rootsOf(this.#context.cwd);
    if (roots.join(' ') !== this.#roots.join(' ')) {
      this.#roots = roots;
      this.#files = new DigestedFiles();
      this.#workspace = this.#open();
      this.#entries.clear();
      this.#changed.clear();
      this.#stale.clear();
    }
    this.#today = settingsOfToday().today;
    this.#configured = configure(await findInputs(this.#operands, undefined, this.#context), undefined);
    const { inputs, configurations } = this.#configured;
    if (inputs.stdin !== undefined) await this.#workspace.open(inputs.stdin.uri, inputs.stdin.text);
    this.#inputs = new Map(
      inputs.uris.flatMap((uri, index) => {
        const configuration = configurations[index];
        return configuration === undefined ? [] : [[uri, configuration] as const];
      }),
    );
    for (const [uri, entry] of this.#entries) {
      const configuration = this.#inputs.get(uri);
      if (configuration === undefined) this.#entries.delete(uri);
      else if (!holds(entry, configuration)) this.#stale.add(uri);
    }
  }

  /** What was found in files that have changed, in those that see them, and in those of which names lead to them may be something else now. */
  #doubt(): void {
    for (const uri of [...this.#changed, ...this.#workspace.waiting]) this.#stale.add(uri);
    const { namesVersion } = this.#workspace;
    for (const [uri, { isDoubtful, file }] of this.#entries) {
      if (isDoubtful && (namesVersion !== this.#namesVersion || this.#pointsToChanged(file))) this.#stale.add(uri);
    }
    this.#namesVersion = namesVersion;
    this.#changed.clear();
  }

  /** Where a name could be imported from, a finding says its place there. */
  #pointsToChanged({ findings }: OverviewFile): boolean {
    return findings.some(({ related }) => related.some(({ place }) => this.#changed.has(place.uri)));
  }

  async #load(uris: readonly string[]): Promise<void> {
    for (let first = 0; first < uris.length; first += portionSize) {
      if (this.#waiting.isOver()) return;
      const portion = uris.slice(first, first + portionSize);
      await this.#workspace.load(portion);
      const own = portion.filter((uri) => this.#document(uri) !== undefined);
      this.#check(own.filter((uri) => !this.#isDoubtful(uri)));
      await this.#rest(first + portion.length, uris.length);
    }
  }

  async #checkStale(): Promise<void> {
    const uris = [...this.#inputs.keys()].filter((uri) => this.#stale.has(uri));
    for (const uri of this.#stale) if (!this.#inputs.has(uri)) this.#stale.delete(uri);
    let done = 0;
    for (const batch of inBatches(uris, sizeOf)) {
      if (this.#waiting.isOver()) return;
      const imported = batch.flatMap((uri) => this.#workspace.importedBy(uri) ?? []);
      await this.#workspace.linkWaiting([...batch, ...imported]);
      this.#check(batch);
      done += batch.length;
      await this.#rest(done, uris.length);
    }
  }

  /** Lets the trees go, and whoever waits have their turn. */
  async #rest(done: number, all: number): Promise<void> {
    if (this.#workspace.isCrowded || done === all) this.#workspace.release();
    this.#waiting.progress(done, all);
    await breath();
  }

  /** Finds what is to be said about files; they are linked. */
  #check(uris: readonly string[]): void {
    const files = uris.flatMap((uri): readonly FileToAnalyse[] => {
      const configuration = this.#inputs.get(uri);
      return configuration === undefined ? [] : [{ uri, configuration }];
    });
    for (const batch of inBatches(files, ({ uri }) => sizeOf(uri))) {
      const results = analyseAll(this.#workspace, batch);
      for (const [index, { uri, configuration }] of batch.entries()) {
        const result = results[index];
        const document = this.#document(uri);
        this.#stale.delete(uri);
        this.#entries.delete(uri);
        this.#failures.delete(uri);
        if (result === undefined || document === undefined) continue;
        const path = this.#pathOf(uri);
        if ('failure' in result) {
          this.#failures.set(uri, { path, error: result.failure });
          continue;
        }
        const { lastDay } = result;
        this.#entries.set(uri, {
          // A copy, so that what rules have kept on the model goes.
          file: { path, model: { ...modelOf(document) }, findings: withoutFixes(result).findings },
          configuration: configurationDigest(configuration),
          firstDay: configuration.settings.today,
          ...(lastDay !== undefined && { lastDay }),
          isDoubtful: this.#isDoubtful(uri),
        });
      }
    }
  }

  #gather(unread: readonly UnreadFile[]): Checked {
    const inputs = this.#configured?.inputs;
    return {
      files: [...this.#inputs.keys()].flatMap((uri) => this.#entries.get(uri)?.file ?? []),
      missing: [...(inputs?.problems ?? []), ...unread.map(({ uri, reason }) => ({ path: this.#pathOf(uri), reason }))],
      mistaken: this.#configured?.mistaken ?? [],
      failures: [...this.#failures].flatMap(([uri, failure]) => (this.#inputs.has(uri) ? failure : [])),
    };
  }

  #document(uri: string): ReturnType<JourneyWorkspace['document']> {
    return this.#workspace.document(uri);
  }

  #isDoubtful(uri: string): boolean {
    const document = this.#document(uri);
    return document !== undefined && dependsOnOthers(document);
  }

  #pathOf(uri: string): string {
    return pathOf(uri, this.#configured?.inputs ?? { cwd: this.#context.cwd });
  }
}

/** What was found in a file, and as long as what holds. */
interface Entry extends Days {
  readonly file: OverviewFile;
  readonly configuration: string;
  /** Whether what is to be said about it depends on files that it does not import. */
  readonly isDoubtful: boolean;
}

function holds(entry: Entry, configuration: CheckedConfiguration): boolean {
  return entry.configuration === configurationDigest(configuration) && holdsOn(configuration.settings.today, entry);
}
