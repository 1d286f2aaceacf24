// The shipped journeys: what must be said about them as they are, and must not be said about them as they should be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { openFiles } from './workspace.ts';

const root = fileURLToPath(new URL('../../examples', import.meta.url));

/** What a service designer expects to be told. Rules that are not there yet are passed over. */
const expected = {
  'large-tv': `handover-loses-identity asks-again forced-account late-cost-disclosure contradictory-facts channel-avoided
    channel-inaccessible channel-parity-gap silo-handover data-island drop-at-handover personalisation-without-data
    unanswered-question`,
  coworking: `no-self-service preferred-channel-unavailable wait-over-threshold wait-untold no-confirmation no-way-back
    commit-without-final-terms no-withdrawal-path asks-again no-progress-shown outside-available-hours unaddressed-dip`,
  'broadband-outage': `queue-without-callback wait-over-threshold wait-untold no-human-escape loop-without-progress
    transfer-loses-context repeated-login promise-conflict silent-wait status-not-checkable failure-without-recovery
    negative-peak bad-ending`,
  'genz-subscription': `channel-avoided forced-channel-switch personalisation-without-data no-cold-start-fallback
    data-before-consent marketing-without-optin data-never-used commit-without-final-terms no-withdrawal-path
    notification-overload experiment-underpowered one-size-touchpoint tone-mismatch`,
};

const known = new Set(rules.map(({ meta }) => meta.id));

describe.each(Object.entries(expected))('%s', (folder, names) => {
  const codes = names.split(/\s+/).filter((code) => known.has(code));

  test('is told what is wrong as it is', async () => {
    const found = await codesIn(folder, 'as-is.journey');
    expect(codes.filter((code) => !found.has(code))).toEqual([]);
  });

  test('is told none of it as it should be', async () => {
    const found = await codesIn(folder, 'to-be.journey');
    expect(codes.filter((code) => found.has(code))).toEqual([]);
  });
});

test('the small file of the introduction is told what everybody sees in it', async () => {
  const found = await codesIn('.', 'quick-start.journey');
  for (const code of [
    'wait-over-threshold',
    'wait-untold',
    'asks-again',
    'promise-conflict',
    'unaddressed-dip',
    'unsolved-barrier',
  ]) {
    expect(found).toContain(code);
  }
});

async function codesIn(folder: string, name: string): Promise<ReadonlySet<string>> {
  const path = join(root, folder);
  const texts = readdirSync(path).flatMap((file) =>
    file.endsWith('.journey') ? [[file, readFileSync(join(path, file), 'utf8')] as const] : [],
  );
  const file = (await openFiles(new Map(texts))).get(name);
  if (file === undefined) throw new Error(`There is no ${folder}/${name}`);
  return new Set(frictionOf(file.model).map(({ code }) => code));
}
