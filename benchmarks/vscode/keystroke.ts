/** From a key to the picture of what it wrote, in milliseconds. */
export interface Keystroke {
  /** Until the new map is there: the editor's and the server's part. */
  readonly server: number;
  /** Until it is on the screen. */
  readonly picture: number;
}

/** What one window has shown. */
export interface Measured {
  /** Milliseconds until the extension is there: without the server, which nobody waits for. */
  readonly activation: number;
  readonly strokes: readonly Keystroke[];
}
