import { lazyFor } from '../../model/lazy.ts';
import type { CheckedConfiguration } from '../configuration.ts';
import { digestOf } from './place.ts';

/** By this it is known whether a configuration says about a file what another one does, whatever the day is. */
export const configurationDigest = lazyFor(({ settings, severities, measured = new Map() }: CheckedConfiguration) =>
  digestOf(JSON.stringify([{ ...settings, today: undefined }, [...severities], [...measured]])),
);
