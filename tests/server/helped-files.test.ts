// Others check files beside the server's thread. Whatever changes meanwhile, what they have found counts only while it is true.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../../benchmarks/workspace.ts';
import { DigestedFiles } from '../../src/cli/kept/digested-files.ts';
import { ServerFiles } from '../../src/cli/kept/server-files.ts';
import { ServerThread } from '../../src/cli/kept/server-thread.ts';
import { compareFindings } from '../../src/formats/report.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import { occurrencesOf } from '../../src/language/features/occurrences.ts';
import { namesDeclaredIn } from '../../src/language/scope/declared-names.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { KnownFiles } from '../../src/server/known-files.ts';
import { OpenTexts } from '../../src/server/open-texts.ts';
import { folderWith } from '../cli/journey.ts';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import { checkedBy } from './client.ts';

/** A bound against hanging, on a machine that is busy with other things. */
const LONG = 600_000;

const options = { settings: { ...defaultSettings, today: '2026-11-22' }, severities: new Map() };

/** A server's files, and a thread beside it, on one folder. */
class Pair {
  readonly folder = folderWith();
  readonly #digested = new DigestedFiles();
  readonly #open = new OpenTexts();
  readonly workspace = createWorkspace({ files: this.#digested, notes: true });
  readonly known: KnownFiles;
  readonly #thread: ServerThread;

  constructor() {
    const place = { folder: folderWith(), program: 'this test' };
    this.#thread = new ServerThread({ place, roots: [] });
    const openText = (uri: string): string | undefined => this.#open.textOf(uri);
    const kept = new ServerFiles(place, this.#digested, { roots: () => [], openText, failed: () => undefined });
    this.known = new KnownFiles({ kept, workspace: this.workspace, open: this.#open, optionsOf: () => options });
    this.workspace.linkOpenFirst();
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).toString();
  }

  async check(paths: readonly string[]): Promise<void> {
    await this.#thread.check(paths.map((path) => ({ uri: this.uri(path), options })));
  }

  async take(path: string): Promise<boolean> {
    const isKnown = await this.known.take(this.uri(path));
    await this.workspace.load([this.uri(path)]);
    return isKnown;
  }

  /** Writes a file before the server starts. */
  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Writes a file, or deletes it; the server hears of it at once. */
  async change(path: string, text: string | undefined): Promise<void> {
    if (text === undefined) rmSync(join(this.folder, path), { force: true });
    else this.write(path, text);
    this.#digested.forget(this.uri(path));
    await this.workspace.refresh([this.uri(path)]);
  }

  async open(path: string, text: string): Promise<void> {
    const uri = this.uri(path);
    this.#open.set(uri, { uri, version: 1, getText: () => text });
    await this.workspace.open(uri, text);
  }

  get openTexts(): readonly (readonly [uri: string, text: string])[] {
    return this.#open.uris.map((uri) => [uri, this.#open.textOf(uri) ?? '']);
  }
}

/** What is said about every file, and who names what it declares. */
function seen(workspace: JourneyWorkspace, uris: readonly string[], known?: KnownFiles): unknown {
  return uris.map((uri) => {
    const kept = known?.findings(uri);
    const document = workspace.document(uri);
    if (document === undefined) return [uri, undefined];
    const findings = kept ?? findingsOf(document, options).findings.toSorted(compareFindings);
    const said = findings.map(({ code, place, message, help }) => ({ code, place, message, help }));
    const places = namesDeclaredIn(document.parseResult.value).map((node) =>
      occurrencesOf(node)
        .map(({ place }) => JSON.stringify(place))
        .toSorted(),
    );
    return [uri, JSON.parse(JSON.stringify(said)), places];
  });
}

const step = fc
  .record({
    kind: fc.constantFrom('check', 'take', 'write', 'open', 'delete'),
    path: fc.constantFrom(...PATHS),
    fileText,
  })
  .map(({ kind, path, fileText: make }) => ({ kind, path, text: make(path) }));

test(
  'whatever changes while others check, all is as in a fresh workspace',
  async () => {
    const texts = fc.array(fileText, { minLength: PATHS.length, maxLength: PATHS.length });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(step, { maxLength: 12 }), async (makers, steps) => {
        const pair = new Pair();
        for (const [index, path] of PATHS.entries()) pair.write(path, makers[index]?.(path) ?? '');
        await pair.check(PATHS);
        for (const { kind, path, text } of steps) {
          if (kind === 'check') await pair.check([path]);
          else if (kind === 'take') await pair.take(path);
          else if (kind === 'open') await pair.open(path, text);
          else await pair.change(path, kind === 'write' ? text : undefined);
        }
        for (const path of PATHS) await pair.take(path);
        await pair.workspace.linkWaiting();
        pair.workspace.release();
        const uris = PATHS.map((path) => pair.uri(path));
        const fresh = createWorkspace({ files: new DigestedFiles() });
        for (const [uri, text] of pair.openTexts) await fresh.open(uri, text);
        await fresh.load(uris);
        expect(seen(pair.workspace, uris, pair.known)).toEqual(seen(fresh, uris));
      }),
      { numRuns: 40 },
    );
  },
  LONG,
);

test('what a thread has found is taken, and the file is not read', async () => {
  const pair = new Pair();
  const shared = 'persona Ken\n';
  pair.write('a.journey', 'import "b.journey"\njourney J { for Ken\n  stage S { touchpoint T on web } }\n');
  pair.write('b.journey', shared);
  expect(await pair.take('b.journey')).toBe(false);
  await pair.check(['a.journey', 'b.journey']);
  expect(await pair.take('a.journey')).toBe(true);
  expect(pair.known.findings(pair.uri('a.journey'))).toBeDefined();
  await pair.open('b.journey', `${shared}persona Ann\n`);
  expect(pair.known.findings(pair.uri('a.journey'))).toBeUndefined();
  await pair.open('b.journey', shared);
  expect(pair.known.findings(pair.uri('a.journey'))).toBeDefined();
});

/** Everything that is said about the files of a folder. */
async function saidOf(folder: string, cache: string): Promise<unknown> {
  const client = await checkedBy({ folder, cache });
  await client.stop();
  return Object.fromEntries(client.diagnostics);
}

test(
  'with help the same is said as without',
  async () => {
    // So many that help is worth while.
    const folder = folderWith(Object.fromEntries(makeWorkspace({ files: 340, lines: 20 })));
    const alone = await saidOf(folder, 'off');
    const cache = folderWith();
    expect(await saidOf(folder, cache)).toEqual(alone);
    expect(await saidOf(folder, cache)).toEqual(alone);
  },
  LONG,
);
