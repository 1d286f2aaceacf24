/**
 * What is known of a file is made, used and let go, and the engine must not guess otherwise. It counts which lists have outlived its
 * small collections, and when nearly all of one sort have, it makes the next of that sort where it keeps what is old; what is dead
 * there keeps alive whatever it refers to until the next large collection, which is then taken for old as well, and so on:
 * of each file a fifth was. There is a flag to leave it at that, for the whole process.
 *
 * Code that was compiled and kept is only good under the flags under which it was written. So the flag is set when all threads
 * have loaded theirs, and set back before any is written down.
 */
import { setFlagsFromString } from 'node:v8';

const loading = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** A thread is going to load our code. Gives what it must tell when it has. */
export function willLoad(): SharedArrayBuffer {
  Atomics.add(loading, 0, 1);
  return loading.buffer;
}

/** In the thread: it has loaded our code. One that never comes to that leaves the engine as it is. */
export function hasLoaded(counter: SharedArrayBuffer): void {
  if (Atomics.sub(new Int32Array(counter), 0, 1) === 1) setFlag('--no-allocation-site-pretenuring');
}

/** The engine guesses again. */
export function asUsual(): void {
  setFlag('--allocation-site-pretenuring');
}

/** Electron may have frozen the flags of its engine, and to change one then ends the process. */
function setFlag(flag: string): void {
  if (process.versions['electron'] === undefined) setFlagsFromString(flag);
}
