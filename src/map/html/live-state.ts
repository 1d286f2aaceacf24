/** What the server of a page tells it, at once and whenever something has changed. */
export interface LiveState {
  /** Another one when the pages are no longer what they were. */
  readonly version: number;
  /** What keeps the page from showing what is written now, a line each. */
  readonly problems: readonly string[];
  /** What to say when the server is no longer there. */
  readonly gone: string;
}

/** Where a page asks for it, as server-sent events. */
export const LIVE_PATH = '/live';
