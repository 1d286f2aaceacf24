// A dry run of the release: what would be published, under which version, and by which commands.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Metafile } from 'esbuild';
import { parse } from 'yaml';
import { workspaceFiles } from '../../src/formats/templates/workspace.ts';
import { cli } from '../cli/journey.ts';
import { fileOf, pages, root, targetsOf } from '../docs/pages.ts';

interface PackageFile {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly run?: string }[];
}

const { version, scripts } = JSON.parse(read('package.json')) as PackageFile;
const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map(
  (name) => [name, parse(read(`${folder}/${name}`)) as Workflow] as const,
);
const commands = workflows.flatMap(([name, { jobs }]) =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => (run === undefined ? [] : [[name, run]]))),
);

/** Everything that the npm package may hold. */
const published = [
  /^(LICENSE|README\.md|README\.ja\.md|package\.json)$/,
  /^dist\/[\w-]+\.(cjs|mjs|js|d\.ts)$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/model\.schema\.json$/,
  /^dist\/templates\/(ja\/)?([\w-]+\/)?[\w.-]+\.(journey|md)$/,
  /^CHANGELOG\.md$/,
  /^docs\/(ja\/)?(rules\/|editors\/)?[\w-]+\.md$/,
  /^docs\/images\/[\w.-]+\.svg$/,
  /^examples\/([\w-]+\/)?[\w.-]+\.(journey|md)$/,
  /^schemas\/[\w-]+\.schema\.json$/,
];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

async function packedFiles(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const listed = JSON.parse(stdout) as Readonly<
    Record<string, { readonly files: readonly { readonly path: string }[] }>
  >;
  return Object.values(listed).flatMap(({ files }) => files.map(({ path }) => path));
}

test('the npm package holds what it needs and nothing else', async () => {
  const paths = await packedFiles();
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/cli.cjs',
      'dist/index.mjs',
      'dist/index.d.ts',
      'dist/journey-map.js',
      'dist/journey.cjs',
      'dist/server.cjs',
      'dist/thread.cjs',
      'dist/page.js',
      'docs/rules/asks-again.md',
      'README.md',
      'LICENSE',
      'dist/THIRD-PARTY-NOTICES.txt',
    ]),
  );
  expect(paths.filter((path) => !published.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('who has only the npm package can follow the links of what it holds', async () => {
  const paths = new Set(await packedFiles());
  const dead = pages.flatMap((page) =>
    paths.has(page.path)
      ? targetsOf(page)
          .filter((target) => !/^([a-z]+:|#)/.test(target))
          .map((target) => fileOf(page.path, target))
          .filter((file) => !paths.has(file) && !forContributors.has(file))
      : [],
  );
  expect(dead).toEqual([]);
});

test('whoever gets a package gets the licences of all that others have written and it holds', () => {
  const { outputs } = JSON.parse(read('dist/meta.json')) as Metafile;
  const bundled = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []) : [],
    ),
  );
  expect(new Set(bundled)).toContain('langium');
  for (const packed of ['dist', 'dist/extension']) {
    const notices = read(`${packed}/THIRD-PARTY-NOTICES.txt`);
    const named = new Set([...notices.matchAll(/^(\S+) \d+\.\d+\.\S+ \(.+\)$/gm)].map(([, name]) => name));
    expect([...new Set([...bundled, 'budoux', '@iconify-json/lucide'])].filter((name) => !named.has(name))).toEqual([]);
    expect(notices).toContain('Copyright 2021 TypeFox GmbH');
  }
});

/** About the project itself: they stay in the repository. */
const forContributors: ReadonlySet<string> = new Set(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/performance.md']);

test('what is published says which repository it is from, wherever that is', () => {
  const [, release] = workflows.find(([name]) => name === 'release.yml') ?? [];
  const runs = (release?.jobs['package']?.steps ?? []).map(({ run = '' }) => run);
  const set = runs.findIndex((run) => run.startsWith('npm pkg set'));
  expect(set).toBeGreaterThan(-1);
  expect(runs.findIndex((run) => run.startsWith('npm pack '))).toBeGreaterThan(set);
  const work = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  writeFileSync(join(work, 'package.json'), '{}');
  const address = { GITHUB_SERVER_URL: 'https://example.com', GITHUB_REPOSITORY: 'them/journeys' };
  execFileSync('bash', ['-c', runs[set] ?? ''], { cwd: work, env: { ...process.env, ...address } });
  expect(JSON.parse(readFileSync(join(work, 'package.json'), 'utf8'))).toEqual({
    repository: { type: 'git', url: 'git+https://example.com/them/journeys.git' },
    bugs: { url: 'https://example.com/them/journeys/issues' },
    homepage: 'https://example.com/them/journeys#readme',
  });
});

test('there is one version', () => {
  const lock = JSON.parse(read('package-lock.json')) as { readonly version: string };
  expect(lock.version).toBe(version);
  const [, newest] = /^## (\S+) – (?:unreleased|\d{4}-\d{2}-\d{2})$/m.exec(read('CHANGELOG.md')) ?? [];
  expect(newest).toBe(version);
  const printed = execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' });
  expect(printed).toContain(version);
});

test.for(commands)('%s: bash understands "%s"', ([, run = '']) => {
  expect(() => execFileSync('bash', ['-n'], { input: run })).not.toThrow();
});

test('every action of GitHub is pinned to one commit wherever we name it, also where people copy it', () => {
  const copied = ['docs/tutorial.md', 'docs/ja/tutorial.md', 'docs/git.md', 'docs/ja/git.md'];
  const texts = [
    ...workflows.map(([name]) => read(`${folder}/${name}`)),
    ...['action/action.yml', ...copied].map(read),
    ...workspaceFiles('0.0.0', 'en').map(({ text }) => text),
  ];
  const uses = [...texts.join('\n').matchAll(/uses: ((?!\.\/|OWNER)[^@\s]+)@(.*)/g)];
  const pins = new Map(uses.map(([, action = '', pin = '']) => [action, pin]));
  expect(uses.length).toBeGreaterThan(10);
  for (const [, action = '', pin] of uses) {
    expect(pin).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(pins.get(action)).toBe(pin);
  }
});

test('every npm script that a workflow runs exists', () => {
  const called = commands.flatMap(([, run = '']) => /^npm run ([\w:]+)/.exec(run)?.[1] ?? []);
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
});

test.for(workflows)('%s may read, and only what publishes more than that', ([, { permissions, jobs }]) => {
  expect(permissions).toEqual({ contents: 'read' });
  const more = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);
  for (const [name, job] of more) {
    expect(name).toBe('publish');
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  }
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
