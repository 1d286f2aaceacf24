// Files are checked a few at a time: none is lost, and large ones go alone.
import { expect, test } from 'vitest';
import { inBatches } from '../../src/cli/checking/batches.ts';
import { array, assert, nat, property } from '../support/properties.ts';

test('all files come in their order, few at a time, and no two that are too large together', () => {
  assert(
    property(array(nat(200_000)), (sizes) => {
      const batches = inBatches(sizes, (size) => size);
      expect(batches.flat()).toEqual(sizes);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(5);
        const [first = 0, ...others] = batch;
        expect(others.reduce((sum, size) => sum + size, others.length === 0 ? 0 : first)).toBeLessThanOrEqual(100_000);
      }
    }),
  );
});

test('files of an ordinary size go together', () => {
  expect(inBatches([8000, 9000, 7000, 8000, 9000, 8000], (size) => size)).toHaveLength(2);
});
