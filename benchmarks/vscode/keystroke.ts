/** What the suite asks of who runs it, and tells. */
export type Word =
  /** The page that is beside the editor now is to be watched: the map's, or one with nothing but a word. */
  | { readonly kind: 'watch'; readonly page: WatchedPage }
  /** Press a key, and answer once the map shows what it wrote. `shown`: the letters so far. */
  | { readonly kind: 'press'; readonly key: string; readonly shown: string }
  /** What the extension has seen of the key before: milliseconds since 1970. */
  | { readonly kind: 'seen'; readonly asked: number; readonly received: number }
  | { readonly kind: 'activated'; readonly activation: Activation };

export type WatchedPage = 'map' | 'word';

/** How long it takes until the extension is there, without the server, which nobody waits for. In milliseconds. */
export interface Activation {
  /** With what VS Code does about it. */
  readonly whole: number;
  /** Processor time of the extension host's thread. */
  readonly thread: number;
}

/** From a key to the picture of what it wrote: milliseconds since 1970. */
export interface Keystroke {
  readonly pressed: number;
  /** The extension has asked the server for the map, and has its answer. */
  readonly asked: number;
  readonly received: number;
  /** The page of the map has it. */
  readonly arrived: number;
  /** The page has drawn it, and the browser has shown it. */
  readonly drawn: number;
  readonly painted: number;
}
