// What a server has found is there when the next one starts, and nobody sees that it was not found anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { entryBytes, packed, readEntry, unpacked } from '../../src/cli/kept/entry.ts';
import { clean, folderWith, journey } from '../cli/journey.ts';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import { checkedBy, type Client, started } from './client.ts';
import { diskStep, Files, pulls, seenBy, step } from './random-steps.ts';

/** Starts a server, and ends it when it has told about all files. */
async function onceThrough(folder: string, cache: string): Promise<Client> {
  const client = await checkedBy({ folder, cache });
  await client.stop();
  return client;
}

/** Lets everything that is kept say something else, so that it is seen where it comes from. */
function mark(cache: string): void {
  const folder = join(cache, 'findings');
  for (const name of readdirSync(folder)) {
    const entry = readEntry(readFileSync(join(folder, name)));
    const report = entry?.parts.get('report');
    if (entry === undefined || report === undefined) continue;
    const text = JSON.stringify(unpacked(report)).replaceAll('"message":{"en":"', '"message":{"en":"KEPT ');
    const parts = new Map([...entry.parts, ['report', packed(JSON.parse(text))] as const]);
    writeFileSync(join(folder, name), entryBytes({ header: entry.header, parts }));
  }
}

function isFromBefore({ message }: Diagnostic): boolean {
  return typeof message === 'string' && message.startsWith('KEPT ');
}

/** Whose findings come from an earlier time. */
function fromBefore(client: Client): readonly string[] {
  const told = [...client.diagnostics].filter(([, { diagnostics }]) => diagnostics.some(isFromBefore));
  return told.map(([path]) => path).toSorted();
}

const asking = (head: string): string =>
  `${head}journey J {\n  stage S {\n    touchpoint A on web { asks email }\n    touchpoint B on phone { asks email }\n  }\n}\n`;

const files = {
  'journey.config.json': '{}',
  'people.journey': asking('persona Ken\n'),
  'a.journey': asking('import "people.journey"\n').replace('stage', 'for Ken\n  stage'),
  'sub/b.journey': asking(''),
  'clean.journey': clean,
};

test('a second server finds nothing anew but what has changed', async () => {
  const cache = folderWith();
  const first = await checkedBy({ files, cache });
  const { folder, diagnostics: anew } = first;
  await first.stop();
  const second = await checkedBy({ folder, cache });
  expect(Object.fromEntries(second.diagnostics)).toEqual(Object.fromEntries(anew));
  await second.stop();
  mark(cache);
  expect(fromBefore(await onceThrough(folder, cache))).toEqual(['a.journey', 'people.journey', 'sub/b.journey']);
  writeFileSync(join(folder, 'people.journey'), asking('persona Ken "Ken"\n'));
  expect(fromBefore(await onceThrough(folder, cache))).toEqual(['sub/b.journey']);
  writeFileSync(join(folder, 'journey.config.json'), '{ "extends": "strict" }');
  expect(fromBefore(await onceThrough(folder, cache))).toEqual([]);
});

test('what a check has found is there for the server, and the other way round', async () => {
  const cache = folderWith();
  const folder = folderWith(files);
  const check = async (where: string): Promise<string> =>
    (await journey(['check', '--format', 'json'], { cwd: folder, env: { JOURNEY_CACHE: where } })).stdout;
  const anew = await check('off');
  expect(await check(cache)).toBe(anew);
  mark(cache);
  // The names that it uses are noted by the first server, the findings are those of the check.
  expect(fromBefore(await onceThrough(folder, cache))).toHaveLength(3);
  expect(fromBefore(await onceThrough(folder, cache))).toHaveLength(3);
  const other = folderWith();
  await onceThrough(folder, other);
  expect(await check(other)).toBe(anew);
});

test('a text that is not saved counts, and is not kept', async () => {
  const cache = folderWith();
  const folder = folderWith(files);
  await onceThrough(folder, cache);
  mark(cache);
  const client = await started({ folder, cache });
  await client.open('people.journey', files['people.journey'].replace('persona Ken', 'persona Kenji'));
  const { diagnostics } = await client.told('a.journey', (told) =>
    told.diagnostics.some(({ code }) => code === 'unknown-name'),
  );
  expect(diagnostics.filter(isFromBefore)).toEqual([]);
  await client.close('people.journey');
  await client.told('a.journey', (told) => told.diagnostics.every(({ code }) => code !== 'unknown-name'));
  await client.stop();
  expect(fromBefore(await onceThrough(folder, cache))).toEqual(['a.journey', 'people.journey', 'sub/b.journey']);
});

test('a fix is offered for what was found at an earlier time', async () => {
  const cache = folderWith();
  const text = 'import "people.journey"\njourney J { stage S { touchpoint T } }\n';
  const folder = folderWith({ 'a.journey': text, 'people.journey': 'persona Ken\n' });
  await onceThrough(folder, cache);
  const client = await checkedBy({ folder, cache });
  await client.open('a.journey', text);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 23 } };
  const actions = await client.ask<readonly { readonly title: string }[]>('codeAction', 'a.journey', undefined, {
    range,
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toContain('Remove the import');
  await client.stop();
});

test('whatever has happened before and between two servers, the second says what a fresh one says', async () => {
  const texts = fc.array(fileText, { minLength: PATHS.length, maxLength: PATHS.length });
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.array(diskStep, { maxLength: 3 }),
      fc.array(step, { maxLength: 6 }),
      async (makers, between, steps) => {
        const disk = Object.fromEntries(PATHS.map((path, index) => [path, makers[index]?.(path) ?? '']));
        const cache = folderWith();
        const first = await checkedBy({ files: disk, cache });
        const { folder } = first;
        const before = new Files(first, disk);
        for (const each of between) await before.do(each);
        await first.stop();
        const client = await started({ folder, cache, capabilities: pulls });
        const now = new Files(client, Object.fromEntries(before.disk));
        for (const each of steps) await now.do(each);
        const all = new Set([...now.open.keys(), ...now.disk.keys()]);
        const seen = await seenBy(client, all);

        const fresh = await started({ capabilities: pulls, files: Object.fromEntries(now.disk) });
        for (const [path, text] of now.open) await fresh.open(path, text);
        expect(seen).toEqual(await seenBy(fresh, all));
        await Promise.all([client.stop(), fresh.stop()]);
      },
    ),
    { numRuns: 8 },
  );
});
