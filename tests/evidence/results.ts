// A journey, and what was measured of it, as `journey conform --save` writes it.
import { readFileSync } from 'node:fs';

const folder = new URL('../../src/friction/rules/measured-wait/', import.meta.url);

/** "waits 3 min max 10 min", for which 41 minutes were measured. */
export const outage = readFileSync(new URL('invalid.journey', folder), 'utf8');
export const outageResults = readFileSync(new URL('invalid.evidence.json', folder), 'utf8');
