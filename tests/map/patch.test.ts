import { expect, test } from 'vitest';
import { type Patch, patchBetween, patched } from '../../src/map/patch.ts';
import type { Place } from '../../src/model/place.ts';
import * as fc from '../support/properties.ts';

const values = fc.jsonValue({ maxDepth: 4 });

test('tells all that is different, and nothing else', () => {
  fc.assert(
    fc.property(values, values, (before, after) => {
      const patch = patchBetween(before, after);
      expect(patch === undefined ? before : patched(before, sent(patch))).toEqual(after);
      expect(patchBetween(after, structuredClone(after))).toBeUndefined();
    }),
  );
});

test('a list that has become longer or shorter keeps what stays in it', () => {
  fc.assert(
    fc.property(fc.array(values), fc.array(values), fc.array(values), fc.array(values), (start, gone, come, end) => {
      const [before, after] = [[...start, ...gone, ...end], structuredClone([...start, ...come, ...end])];
      const patch = patchBetween(before, after);
      expect(patch === undefined ? before : patched(before, sent(patch))).toEqual(after);
    }),
  );
  const [kept, last] = [{ title: 'Calls' }, { title: 'Waits' }];
  const next = [{ ...kept }, { title: 'Rings' }, { ...last }];
  expect(patchBetween([kept, last], next)).toEqual({ from: 1, gone: 0, items: [{ title: 'Rings' }] });
});

test('what is the same stays the very same', () => {
  const [card, other] = [{ cells: [{ text: 'a' }] }, { cells: [{ text: 'b' }] }];
  const before = { cards: [card, other], title: 'A' };
  const after = { cards: [structuredClone(card), { cells: [{ text: 'c' }] }], title: 'A' };
  const patch = patchBetween(before, after);
  expect(patch).toEqual({
    parts: { cards: { parts: { 1: { parts: { cells: { parts: { 0: expect.anything() } } } } } } },
  });
  const next = patched(before, patch ?? { set: after }) as typeof before;
  expect(next).toEqual(after);
  expect(next.cards[0]).toBe(card);
});

test('a place is told as a whole, so that whoever counts otherwise can read it', () => {
  expect(patchBetween({ place: placeTo(1) }, { place: placeTo(2) })).toEqual({
    parts: { place: { set: placeTo(2) } },
  });
});

function placeTo(character: number): Place {
  return { uri: 'file:///a', range: { start: { line: 1, character: 0 }, end: { line: 1, character } } };
}

/** As it arrives. */
function sent(patch: Patch): Patch {
  return JSON.parse(JSON.stringify(patch)) as Patch;
}
