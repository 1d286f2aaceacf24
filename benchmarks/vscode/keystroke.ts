/** From a key to the picture of what it wrote, in milliseconds. */
export interface Keystroke {
  /** Until the new map is there: the editor's and the server's part. */
  readonly server: number;
  /** Until it is on the screen. */
  readonly picture: number;
}
