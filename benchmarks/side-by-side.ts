// The same measuring program on our server and on LikeC4's, over standard input and output, with workspaces of the same shape.
// LikeC4 is no dependency: install `likec4` somewhere and say where in LIKEC4, the path of its `bin/likec4.mjs`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, median, type Measurement } from './benchmark.ts';
import { makeLikeC4Workspace } from './likec4-workspace.ts';
import { MeasuringClient, ownServer, type Product } from './server-client.ts';
import { makeWorkspace, type WorkspaceSize, writeFiles } from './workspace.ts';

const defaultSizes = [50, 500];
const keys = 30;
/** A server that has worked less than this in a second is done, in milliseconds. */
const idle = 30;
/** After so long nobody waits any more, in milliseconds. */
const patience = 900_000;

interface Side {
  readonly product: Product;
  readonly make: (size: WorkspaceSize) => ReadonlyMap<string, string>;
  readonly path: string;
  /** In a title. */
  readonly typing: { readonly line: number; readonly character: number };
  readonly shared: string;
  /** The name of somebody whom all files name. */
  readonly named: { readonly line: number; readonly character: number };
}

const ours: Side = {
  product: ownServer,
  make: makeWorkspace,
  path: 'team-01/journey-0003.journey',
  typing: { line: 7, character: 18 },
  shared: 'shared/people.journey',
  named: { line: 6, character: 9 },
};

function likeC4(program: string): Side {
  return {
    product: { name: 'LikeC4', command: [program, 'lsp', '--stdio'], languageId: 'likec4' },
    make: makeLikeC4Workspace,
    path: 'team-01/system-0003.c4',
    typing: { line: 2, character: 23 },
    shared: 'shared/people.c4',
    named: { line: 1, character: 3 },
  };
}

export const sideBySide: Benchmark = {
  name: 'side by side with LikeC4 over LSP',
  run: async ({ sizes = defaultSizes }) => {
    const program = process.env['LIKEC4'];
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      const all: Measurement[] = [];
      for (const files of sizes) {
        for (const side of program === undefined ? [ours] : [ours, likeC4(program)]) {
          const workspace = join(folder, `${side.product.name} ${files}`);
          writeFiles(workspace, side.make({ files, lines: 200 }));
          all.push(...(await measure(side, workspace, files)));
        }
      }
      return all;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(side: Side, folder: string, files: number): Promise<readonly Measurement[]> {
  const { product, path, typing, shared, named } = side;
  const client = new MeasuringClient(folder, product);
  const all: Measurement[] = [];
  const say = (name: string, value: number | undefined, unit?: 'MB'): void => {
    if (value !== undefined)
      all.push({ name: `${files} files, ${product.name}: ${name}`, value, ...(unit && { unit }) });
  };
  await client.initialize();
  say('findings in the first open file', await client.open(path));
  say('findings in the first open file, work', client.work());
  await settled(client);
  say('all files read and checked, work', client.work());
  say('memory of the process then', client.memory(), 'MB');
  const times: number[] = [];
  for (let key = 0; key < keys; key += 1) times.push(await client.type(path, typing));
  await settled(client);
  const before = client.work() ?? 0;
  for (let key = 0; key < keys; key += 1) times.push(await client.type(path, typing));
  say('keystroke to findings, median', median(times.slice(keys)));
  await settled(client);
  say('keystroke, all work that it makes', ((client.work() ?? 0) - before) / keys);
  await client.open(shared);
  const context = { includeDeclaration: true };
  const asked = client.work() ?? 0;
  say('references in all files', await client.ask('references', shared, named, { context }));
  say('references in all files, work', (client.work() ?? 0) - asked);
  await client.stop();
  return all;
}

/** Waits until the server has nothing to do. */
async function settled(client: MeasuringClient): Promise<void> {
  const end = performance.now() + patience;
  for (let before = -idle; performance.now() < end; ) {
    const now = client.work() ?? 0;
    if (now - before < idle) return;
    before = now;
    await new Promise((done) => setTimeout(done, 1000));
  }
}
