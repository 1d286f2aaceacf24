// As in drafts.test.ts, for the long examples: word by word, and letter by letter here and there. A file of its own, so that it runs beside the others.
import { expect, test } from 'vitest';
import { shippedFolders } from './shipped.ts';
import { typingShipped } from './typing.ts';

test.each(shippedFolders)(
  'while somebody types %s/as-is.journey nothing is found that the whole file does not have',
  async (folder) => {
    expect(await typingShipped(folder, 'as-is.journey')).toEqual([]);
  },
);
