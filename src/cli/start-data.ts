/** What every thread of this program is given when it starts. */
export interface StartData {
  /** Where compiled code is kept. */
  readonly cacheFolder: string | undefined;
  /** What it says when it has loaded its code (see `short-lived.ts`). */
  readonly loading: SharedArrayBuffer;
}
