import { l10n, type Uri, workspace } from 'vscode';
import type { ToPage } from '../../preview/webview/messages.ts';
import type { MapAnswer, MapResult } from '../../server/protocol.ts';

export interface ShownMapOptions {
  readonly uri: () => Uri;
  readonly state: () => Pick<Extract<ToPage, { kind: 'state' }>, 'locked' | 'editable'>;
  readonly send: (message: ToPage) => void;
}

type Notice = Omit<Extract<ToPage, { kind: 'notice' }>, 'kind'>;

/** Milliseconds since 1970 at which the server was asked for the map of the newest text, and at which it came. */
export interface MapTimes {
  readonly asked: number;
  readonly received: number;
}

/** The map that a page has: makes of each answer of the server what the page has to be told. */
export class ShownMap {
  readonly #options: ShownMapOptions;
  #shown: Pick<MapResult, 'version' | 'stamp' | 'journey'> | undefined;
  /** The notice that stands above it, as it was sent; undefined when it is not known. */
  #notice: string | undefined;
  #times: MapTimes = { asked: 0, received: 0 };

  constructor(options: ShownMapOptions) {
    this.#options = options;
  }

  get isThere(): boolean {
    return this.#shown !== undefined;
  }

  /** What the server knows this map by. */
  get stamp(): string | undefined {
    return this.#shown?.stamp;
  }

  /** The key of its journey. */
  get journey(): string | undefined {
    return this.#shown?.journey;
  }

  get times(): MapTimes {
    return this.#times;
  }

  /** The next answer is shown like a first one. */
  forget(): void {
    this.#shown = undefined;
    this.#notice = undefined;
  }

  /** There is no journey, or no file any more. What was shown stays. */
  showNone(why: 'gone' | 'noJourney'): void {
    const name = workspace.asRelativePath(this.#options.uri());
    if (why === 'gone') this.#notify({ text: l10n.t('{0} is gone.', name) });
    else if (this.isThere)
      this.#notify({ text: l10n.t('{0} has no journey any more. The map shows the last one.', name) });
    else
      this.#notify({
        text: l10n.t('There is no journey in {0} yet. Write “journey” and take what is proposed.', name),
      });
  }

  /**
   * @param asked when the server was asked for this answer, in milliseconds since 1970
   * @returns whether the page has a map now and had none before
   */
  receive(answer: MapAnswer, asked: number): boolean {
    const { version, stamp, mistake } = answer;
    const { uri, state, send } = this.#options;
    const isFirst = this.#shown === undefined;
    this.#notify(noticeOf(mistake, isFirst, uri()));
    // While the text is broken the map of the text before stays, as long as there is one.
    if (!isFirst && mistake !== undefined) return false;
    if (version !== this.#shown?.version) this.#times = { asked, received: Date.now() };
    if (answer.kind === 'map') {
      this.#shown = { version, stamp, journey: answer.journey };
      send({ kind: 'map', result: answer, uri: uri().toString(), ...state() });
      return isFirst;
    }
    if (this.#shown !== undefined) {
      this.#shown = { ...this.#shown, version, stamp };
      // Another text with the same map: what is dragged from now on is meant for that text.
      send(answer.kind === 'change' ? answer : { kind: 'version', version });
    }
    return false;
  }

  /** Not for every key: a message is work for whoever draws the text as well. */
  #notify(notice: Notice): void {
    const written = JSON.stringify(notice);
    if (written === this.#notice) return;
    this.#notice = written;
    this.#options.send({ kind: 'notice', ...notice });
  }
}

function noticeOf(mistake: MapAnswer['mistake'], isFirst: boolean, uri: Uri): Notice {
  if (mistake === undefined) return {};
  const line = mistake.start.line + 1;
  const text = isFirst
    ? l10n.t('There is a mistake in line {0}. The map shows what could be understood.', line)
    : l10n.t('The map shows the text as it was before the mistake in line {0}.', line);
  return { text, place: { uri: uri.toString(), range: mistake } };
}
