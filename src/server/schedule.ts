import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { AnswersFirst } from './answers-first.ts';
import { Background } from './background.ts';
import type { Findings } from './findings.ts';
import type { OpenTexts } from './open-texts.ts';
import type { Reading } from './reading.ts';
import { Turns } from './turns.ts';
import type { UnreadFiles } from './unread-files.ts';

/** How long one piece of work in the background may take, in milliseconds. */
const slice = 8;

export interface ScheduleOptions {
  readonly workspace: JourneyWorkspace;
  readonly open: OpenTexts;
  readonly reading: Reading;
  readonly unread: UnreadFiles;
  readonly findings: Findings;
  /** Is told what went wrong. */
  readonly failed: (error: unknown) => void;
}

/**
 * What is done when. Whatever changes the files happens one after the other, and a request waits for what came before it.
 * Findings are sent after each change, those about open files first. All else is done piece by piece while nothing is asked.
 */
export class Schedule {
  readonly #parts: ScheduleOptions;
  readonly #turns: Turns;
  readonly #onQuiet: (() => void)[] = [];
  readonly #background = new Background({
    isWaiting: () => this.#isBehind,
    isLight: () => this.#parts.unread.isReturned && !this.#isUnlinkedOrUnchecked,
    step: async () => this.#turns.take(async () => this.#catchUp()),
  });
  readonly #telling = new AnswersFirst(
    () => this.#tellOpen(),
    () => this.#turns.waiting > 0,
  );
  /** Whether all that has been told is followed by word that nothing more is to come. */
  #isQuiet = true;

  constructor(options: ScheduleOptions) {
    this.#parts = options;
    this.#turns = new Turns(options.failed, () => this.#afterTurn());
    options.unread.onReady(() => this.#background.start());
  }

  /** Changes something behind all changes so far. Never fails. */
  async take(change: () => Promise<void>): Promise<void> {
    return this.#turns.take(change);
  }

  /** The author is at work: what can wait gives way for a moment. */
  yield(): void {
    this.#background.yield();
    this.#telling.typed();
  }

  /** There is something new to be done, after which it is quiet again. */
  disturb(): void {
    this.#isQuiet = false;
  }

  /** Calls back when everything is up to date again after a change. */
  onQuiet(callback: () => void): void {
    this.#onQuiet.push(callback);
  }

  /** Waits for all changes so far. Throws what a cancelled request is answered with. */
  async settled(token: CancellationToken): Promise<void> {
    return this.#telling.before(async () => this.#settled(token));
  }

  /** Waits until all files of the folders are read and linked, for what must not miss any of them. */
  async whole(token: CancellationToken): Promise<void> {
    const { unread, workspace } = this.#parts;
    await this.settled(token);
    while (unread.size > 0) {
      await this.#turns.take(async () => this.#readSome());
      await this.settled(token);
    }
    if (workspace.waiting.size > 0) await this.#turns.take(async () => workspace.linkWaiting());
  }

  /** Lets go of what somebody has asked for who goes through all files. */
  rest(): void {
    const { workspace } = this.#parts;
    if (workspace.isCrowded) workspace.release();
  }

  async #settled(token: CancellationToken): Promise<void> {
    // A cancellation that was sent right behind the request is heard first.
    await new Promise<void>((done) => setTimeout(done, 0));
    await this.#turns.done;
    while (this.#parts.unread.isWorthWaiting && !token.isCancellationRequested) {
      await this.#turns.take(async () => this.#readSome());
    }
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }

  #afterTurn(): void {
    const { unread, findings } = this.#parts;
    if (unread.size === 0) findings.doubtNames();
    if (this.#openStale().length > 0) this.#telling.start();
    this.#background.start();
  }

  /** One after the other, so that it is sent, and what comes meanwhile is heard; first where somebody types. */
  #tellOpen(): void {
    const stale = this.#openStale();
    const next = stale.find((uri) => this.#parts.findings.isNew(uri)) ?? stale[0];
    if (next !== undefined) this.#tell(next);
    if (stale.length > 1) this.#telling.start();
    // What was found may concern other files, too.
    else this.#background.start();
  }

  /** Open files that the client is to be told about, without those of which a newer text, or an import, has still to be read. */
  #openStale(): readonly string[] {
    const { open, reading, workspace, findings } = this.#parts;
    return open.uris.filter((uri) => findings.stale.has(uri) && !reading.has(uri) && !workspace.waiting.has(uri));
  }

  #tell(uri: string): void {
    this.#isQuiet = false;
    this.#parts.findings.tell(uri);
  }

  /** Whether there is work for the background. While others are at work at the last files, there is none. */
  get #isBehind(): boolean {
    const { unread, workspace } = this.#parts;
    if (unread.isReady || this.#isUnlinkedOrUnchecked || workspace.isCrowded) return true;
    return unread.size === 0 && !this.#isQuiet;
  }

  get #isUnfinished(): boolean {
    return this.#parts.unread.size > 0 || this.#isUnlinkedOrUnchecked;
  }

  /** Whether something that was read is not done with. */
  get #isUnlinkedOrUnchecked(): boolean {
    const { findings, workspace } = this.#parts;
    return findings.stale.size > 0 || workspace.waiting.size > 0;
  }

  /** Reads some files for whoever must not miss any. What is found in them is looked for later. */
  async #readSome(): Promise<void> {
    const end = performance.now() + slice;
    do {
      await this.#readOne();
      this.rest();
    } while (this.#parts.unread.size > 0 && performance.now() < end);
  }

  async #readOne(): Promise<void> {
    const { unread, findings } = this.#parts;
    const uri = await unread.readOne();
    if (uri !== undefined) findings.mention(uri);
  }

  /** A piece of work in the background: reads, links, checks and lets go of some files, one after the other. */
  async #catchUp(): Promise<void> {
    const { workspace, unread, findings } = this.#parts;
    const end = performance.now() + slice;
    do {
      const [waiting] = workspace.waiting;
      const [stale] = findings.stale;
      if (waiting !== undefined) await workspace.linkWaiting([waiting]);
      else if (stale !== undefined) this.#tell(stale);
      else if (unread.isReady) await this.#readOne();
      else break;
    } while (performance.now() < end && this.#turns.waiting === 1);
    this.rest();
    unread.report(findings.stale.size);
    if (this.#isUnfinished) return;
    workspace.release();
    unread.end();
    this.#isQuiet = true;
    for (const callback of this.#onQuiet) callback();
  }
}
