import { CancellationTokenSource } from 'vscode-languageserver';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import type { OpenTexts } from './open-texts.ts';

/**
 * Reads open texts that have changed. A newer change ends the reading of an older one, which nobody will see any more; but
 * never twice in a row, so that whoever types without a pause is still told something.
 */
export class Reading {
  readonly #workspace: JourneyWorkspace;
  readonly #open: OpenTexts;
  /** URIs of the texts that have changed and are not read yet. */
  readonly #changed = new Set<string>();
  #current: CancellationTokenSource | undefined;
  #wasEnded = false;

  constructor(workspace: JourneyWorkspace, open: OpenTexts) {
    this.#workspace = workspace;
    this.#open = open;
  }

  /** Whether a newer text is there than the one that was read. */
  has(uri: string): boolean {
    return this.#changed.has(uri);
  }

  /** A text has changed. `readAll` must be called for it, after what has been begun. */
  add(uri: string): void {
    this.#changed.add(uri);
    if (this.#wasEnded || this.#current === undefined) return;
    this.#wasEnded = true;
    this.#current.cancel();
  }

  /** It has been closed. */
  delete(uri: string): void {
    this.#changed.delete(uri);
  }

  /** Reads everything that has changed, and calls back with each URI; ends before that when something changes meanwhile. */
  async readAll(done: (uri: string) => void): Promise<void> {
    for (const uri of this.#changed) {
      const text = this.#open.textOf(uri);
      this.#changed.delete(uri);
      if (text === undefined) continue;
      if (!(await this.#read(uri, text))) return;
      done(uri);
    }
  }

  /** Whether it was read to the end. */
  async #read(uri: string, text: string): Promise<boolean> {
    const source = new CancellationTokenSource();
    this.#current = source;
    try {
      await this.#workspace.open(uri, text, source.token);
      this.#wasEnded = false;
      return true;
    } catch (error) {
      if (!source.token.isCancellationRequested) throw error;
      this.#changed.add(uri);
      return false;
    } finally {
      this.#current = undefined;
    }
  }
}
