// Whatever has happened before, the server says what a fresh one says about the same files.
import { expect, test } from 'vitest';
import * as fc from '../support/properties.ts';
import { started } from './client.ts';
import { Files, pulls, seenBy, step } from './random-steps.ts';

test('edits while others are still being read, files made, deleted and renamed: as a fresh server says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const client = await started({ capabilities: pulls });
      const files = new Files(client);
      for (const each of steps) await files.do(each);
      const seen = await seenBy(client, files.open.keys());

      const fresh = await started({ capabilities: pulls, files: Object.fromEntries(files.disk) });
      for (const [path, text] of files.open) await fresh.open(path, text);
      const expected = await seenBy(fresh, files.open.keys());
      expect(seen).toEqual(expected);
      await Promise.all([client.stop(), fresh.stop()]);
    }),
    { numRuns: 12 },
  );
});
