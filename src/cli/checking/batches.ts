/**
 * So many files go through each part of the work together: all are read, then all are linked, then each rule looks through all. The
 * code of one part fits into what a processor holds near itself and that of all parts does not, so with one file after the
 * other it is fetched anew for each. With ten, what is known of them outlives the engine's small collections.
 */
const most = 5;

/** In bytes of text, together. Trees take twenty times as much; a file that is larger than this goes alone. */
const largest = 100_000;

/** Puts files together that are next to each other. */
export function inBatches<File>(files: readonly File[], sizeOf: (file: File) => number): readonly (readonly File[])[] {
  const batches: File[][] = [];
  let batch: File[] = [];
  let size = 0;
  for (const file of files) {
    const own = sizeOf(file);
    if (batch.length === most || size + own > largest) {
      if (batch.length > 0) batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(file);
    size += own;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
