// Others check files beside the server's thread. Whatever changes meanwhile, what they have found counts only while it is true.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../../benchmarks/workspace.ts';
import { DigestedFiles } from '../../src/cli/kept/digested-files.ts';
import { ServerFiles } from '../../src/cli/kept/server-files.ts';
import type { HelperOptions } from '../../src/cli/helping/helper.ts';
import { Helpers } from '../../src/cli/helping/helpers.ts';
import { HelperThread } from '../../src/cli/helping/thread.ts';
import { OpenDigests } from '../../src/cli/kept/open-digests.ts';
import { compareFindings } from '../../src/formats/report.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import { occurrencesOf } from '../../src/language/features/occurrences.ts';
import { namesDeclaredIn } from '../../src/language/scope/declared-names.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { diagnosticOf } from '../../src/server/diagnostics.ts';
import { KnownFiles } from '../../src/server/known-files.ts';
import { OpenTexts } from '../../src/server/open-texts.ts';
import { folderWith, journey } from '../cli/journey.ts';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import { checkedBy } from './client.ts';

const options = { settings: { ...defaultSettings, today: '2026-11-22' }, severities: new Map() };

/** A server's files, and a helper beside it, on one folder. */
class Pair {
  readonly folder = folderWith();
  readonly #digested = new DigestedFiles();
  readonly #open = new OpenTexts();
  readonly workspace = createWorkspace({ files: this.#digested, notes: true });
  readonly known: KnownFiles;
  readonly #thread: HelperThread;
  /** What the next helper is to check, and where it goes. */
  #paths: readonly string[] = [];
  #hand: HelperOptions | undefined;

  /** @param isKeeping whether what is found is kept, too */
  constructor(isKeeping: boolean) {
    const place = isKeeping ? { folder: folderWith(), program: 'this test' } : undefined;
    const surroundings = { roots: () => [], locale: 'en', pages: () => new Map(), failed: () => undefined } as const;
    this.#thread = new HelperThread({ place, roots: [], locale: 'en', pages: new Map() });
    const openText = (uri: string): string | undefined => this.#open.textOf(uri);
    const digests = new OpenDigests(this.#digested, openText);
    const kept = place && new ServerFiles(place, digests, () => []);
    const helpers = new Helpers(place, digests, { ...surroundings, openText }, (hand) => {
      this.#hand = hand;
      return [];
    });
    const { workspace } = this;
    this.known = new KnownFiles({ kept, helpers, workspace, open: this.#open, optionsOf: () => options });
    this.workspace.linkOpenFirst();
    const next = (): readonly string[] => this.#paths.map((path) => this.uri(path));
    this.known.help({ next, returned: () => undefined, ended: () => undefined });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).toString();
  }

  async check(paths: readonly string[]): Promise<void> {
    this.#paths = paths;
    const checked = await this.#thread.check(structuredClone(this.#hand?.next() ?? []));
    this.#hand?.checked(structuredClone(checked));
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
    const ready = known?.ready(uri);
    const kept = known?.findings(uri);
    const document = workspace.document(uri);
    if (document === undefined) return [uri, undefined];
    const findings = kept ?? findingsOf(document, options).findings.toSorted(compareFindings);
    const said = ready?.toJSON() ?? findings.map((finding) => diagnosticOf(finding, 'en'));
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

test('whatever changes while others check, all is as in a fresh workspace', async () => {
  const texts = fc.array(fileText, { minLength: PATHS.length, maxLength: PATHS.length });
  await fc.assert(
    fc.asyncProperty(texts, fc.array(step, { maxLength: 12 }), fc.boolean(), async (makers, steps, isKeeping) => {
      const pair = new Pair(isKeeping);
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
});

test.each([true, false])('what a helper has found is taken, and the file is not read (kept: %s)', async (isKeeping) => {
  const pair = new Pair(isKeeping);
  const shared = 'persona Ken\n';
  pair.write('a.journey', 'import "b.journey"\njourney J { for Ken\n  stage S { touchpoint T on web } }\n');
  pair.write('b.journey', shared);
  expect(await pair.take('b.journey')).toBe(false);
  await pair.check(['a.journey', 'b.journey']);
  expect(await pair.take('a.journey')).toBe(true);
  const uri = pair.uri('a.journey');
  expect(pair.known.ready(uri)).toBeDefined();
  expect(pair.known.ready(uri)).toBeUndefined();
  await pair.check(['a.journey']);
  await pair.open('b.journey', `${shared}persona Ann\n`);
  expect(pair.known.ready(uri)).toBeUndefined();
  expect(pair.known.findings(uri)).toBeUndefined();
  await pair.open('b.journey', shared);
  expect(pair.known.findings(uri) !== undefined).toBe(isKeeping);
});

/** What a server says about the files of a folder, in their order. */
async function saidOf(folder: string, cache: string): Promise<unknown> {
  const client = await checkedBy({ folder, cache });
  await client.stop();
  const files = [...client.diagnostics].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return files.flatMap(([file, { diagnostics }]) =>
    diagnostics.map(({ code, message, range }) => ({ file, code, message, range })),
  );
}

/** The same as `journey check` says it. */
async function checkedIn(folder: string): Promise<unknown> {
  const { stdout } = await journey(['check', '--format', 'json'], { cwd: folder, env: { JOURNEY_CACHE: 'off' } });
  const findings = JSON.parse(stdout) as Readonly<Record<'file' | 'code' | 'message' | 'help' | 'range', string>>[];
  return findings.map(({ file, code, message, help, range }) => ({
    file,
    code,
    message: `${message}\n${help}`,
    range,
  }));
}

test('with help the same is said as by a check', async () => {
  // So many that help is worth while.
  const folder = folderWith(Object.fromEntries(makeWorkspace({ files: 340, lines: 20 })));
  const expected = await checkedIn(folder);
  expect(await saidOf(folder, 'off')).toEqual(expected);
  const cache = folderWith();
  expect(await saidOf(folder, cache)).toEqual(expected);
  expect(await saidOf(folder, cache)).toEqual(expected);
});
