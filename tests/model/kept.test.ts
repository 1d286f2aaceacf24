import { expect, test } from 'vitest';
import { Kept } from '../../src/model/kept.ts';

test('keeps a value for each thing', () => {
  const [first, second] = [{ id: 'a' }, { id: 'b' }];
  const kept = new Kept<object, number>();
  kept.set(first, 1);
  expect([kept.get(first), kept.get(second)]).toEqual([1, undefined]);
  kept.set(first, 2);
  expect(kept.get(first)).toBe(2);
});

test('nobody comes across it', () => {
  const thing = { id: 'a' };
  const kept = new Kept<object, number>();
  kept.set(thing, 1);
  expect(kept.get({ ...thing })).toBeUndefined();
  expect(kept.get(structuredClone(thing))).toBeUndefined();
  expect(JSON.stringify(thing)).toBe('{"id":"a"}');
  expect(thing).toEqual({ id: 'a' });
});

test('two of them do not meet', () => {
  const thing = {};
  const [one, other] = [new Kept<object, number>(), new Kept<object, number>()];
  one.set(thing, 1);
  expect(other.get(thing)).toBeUndefined();
});
