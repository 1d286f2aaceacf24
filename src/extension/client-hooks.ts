import type { Event, LogOutputChannel, Uri } from 'vscode';

/** What the client needs of the extension. */
export interface ClientHooks {
  readonly log: LogOutputChannel;
  readonly lensWords: LensWords | undefined;
  /** The server has been told of what was typed: what it is asked from now on, it answers for the new text. */
  readonly onChangeSent: (uri: Uri) => void;
  /** The server has ended without being asked to. Says whether to start it again. */
  readonly onCrash: () => boolean;
}

/** What lines above journeys say about the last commit. */
export interface LensWords {
  /** Whether there is a commit; without one nothing is said. */
  readonly isKnown: (uri: Uri) => Promise<boolean>;
  /** Undefined where nobody can tell. */
  readonly summaryOf: (uri: Uri, journey: string) => Promise<string | undefined>;
  readonly onDidChange: Event<void>;
}
