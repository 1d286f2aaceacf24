// The published types are written by hand, because the sources import with their extension. Here they are held against them:
// the type check fails when they differ in either direction.
import { expect, test } from 'vitest';
import type * as published from '../../types/index.d.ts';
import * as library from '../../src/library/index.ts';

type Real = typeof library;
type Published = typeof published;

test('the published types are those of the library', () => {
  const asPublished: Pick<Published, keyof Real> = library;
  const asReal: Pick<Real, keyof Published> = asPublished;
  expect(Object.keys(asReal).toSorted()).toEqual(['check', 'model', 'renderSvg']);
});
