// Bundles every entry into dist/. `--watch` rebuilds on each change.
import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, context, type Metafile, type Plugin } from 'esbuild';
import { LSPErrorCodes } from 'vscode-languageserver';
import { noticesOf } from './notices.ts';
import { fail, root } from './run.ts';

interface Entry {
  /** Source, relative to the root. */
  readonly source: string;
  /** Bundle, relative to the root. */
  readonly output: string;
  readonly options: BuildOptions;
  /** The same bundle once more, for the extension. */
  readonly also?: string;
  /** Gets a `#!` line and the executable bit. */
  readonly executable?: boolean;
  /** Ends with a hash of its content, by which compiled code is found again. */
  readonly stamped?: boolean;
  /** Modules that are bundles of their own beside this one: how this one imports them, and the file they are in. */
  readonly apart?: Readonly<Record<string, string>>;
  readonly plugins?: readonly Plugin[];
}

const watch = process.argv.includes('--watch');
/** The addresses are missing until the release writes them in: they are those of the repository that it runs in. */
const { version, repository, bugs, homepage } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly repository?: unknown;
  readonly bugs?: unknown;
  readonly homepage?: unknown;
};

/** For code that runs in Node. 20 is the oldest version that users may have (`engines` in package.json). */
const node: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // `import()` becomes a `require` that waits: it starts faster, and the parts of one bundle stay in one file.
  // Every property of characters that we ask for is older than Node 20; a pattern that is put together at run time is slow.
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
  // Read in a tenth of the time; see also escapedSources.
  charset: 'ascii',
  define: { JOURNEY_VERSION: JSON.stringify(version), JOURNEY_SOURCES: JSON.stringify(await hashOfSources()) },
};

/** For the file that starts the command with another one beside it. */
function starting(bundle: string): BuildOptions {
  return { ...node, define: { ...node.define, JOURNEY_BUNDLE: JSON.stringify(bundle) } };
}

/** For a script that runs in Node and, where nobody gives it a module, in a worker. */
const everywhere: BuildOptions = {
  ...node,
  banner: { js: '"use strict";var module=module||{};' },
  // Both ways to talk to a client.
  conditions: ['browser'],
  // The one for Node looks for Node as soon as it is loaded.
  alias: { fflate: 'fflate/browser' },
};

/** For the extension, which VS Code gives its API as a module. */
const vscode = { external: ['vscode'] };

/** The folder that is packed as the extension, and that VS Code can load as it is. */
const extension = 'dist/extension';

/** For the extension where it runs in a web worker, which loads one file and nothing beside it. */
const worker: BuildOptions = {
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  // Loaded when it is needed, though it stands in the same file.
  supported: { 'dynamic-import': false },
};

/** For a script that stands in a page: `journey render --format html` puts it there. */
const page: BuildOptions = { platform: 'browser', format: 'iife', target: 'es2022' };

/** For other people's programs and pages: they import it, in Node and in browsers. */
const module: BuildOptions = { platform: 'browser', format: 'esm', target: 'es2022' };

const entries: readonly Entry[] = [
  { source: 'src/library/index.ts', output: 'dist/index.mjs', options: module },
  { source: 'src/embed/journey-map.ts', output: 'dist/journey-map.js', options: module },
  { source: 'src/cli/main.ts', output: 'dist/cli.cjs', options: starting('journey.cjs'), executable: true },
  {
    source: 'src/cli/main.ts',
    output: `${extension}/dist/cli.cjs`,
    // A browser takes no file for a script that is not called one.
    options: starting('journey.js'),
    executable: true,
  },
  { source: 'src/cli/thread.ts', output: 'dist/thread.cjs', options: starting('journey.cjs') },
  { source: 'src/cli/thread.ts', output: `${extension}/dist/thread.cjs`, options: starting('journey.js') },
  {
    source: 'src/cli/journey.ts',
    output: 'dist/journey.cjs',
    options: node,
    // src/cli/bundle.ts loads it, and everything of ours that it needs.
    stamped: true,
    // The other subcommands need nothing of it.
    apart: { '../../server/node.ts': './server.cjs', '../mcp/serve.ts': './mcp.cjs' },
  },
  {
    source: 'src/cli/mcp/serve.ts',
    output: 'dist/mcp.cjs',
    options: node,
    also: `${extension}/dist/mcp.cjs`,
    plugins: [withoutForms()],
  },
  { source: 'src/server/node.ts', output: 'dist/server.cjs', options: node, stamped: true },
  { source: 'src/preview/page.ts', output: 'dist/page.js', options: page, also: `${extension}/dist/page.js` },
  { source: 'src/preview/live.ts', output: 'dist/live.js', options: page, also: `${extension}/dist/live.js` },
  { source: 'src/preview/site.ts', output: 'dist/site.js', options: page, also: `${extension}/dist/site.js` },
  // The command and the server for Node and for a worker, in one file: the extension needs them all and should be small.
  {
    source: 'src/cli/everywhere.ts',
    output: `${extension}/dist/journey.js`,
    options: everywhere,
    stamped: true,
    apart: { '../mcp/serve.ts': './mcp.cjs' },
  },
  { source: 'src/preview/webview/main.ts', output: `${extension}/dist/webview.js`, options: page },
  {
    source: 'src/extension/node.ts',
    output: `${extension}/dist/extension.cjs`,
    options: { ...node, ...vscode },
    apart: { './client-node.ts': './client-node.cjs' },
  },
  {
    source: 'src/extension/client-node.ts',
    output: `${extension}/dist/client-node.cjs`,
    options: { ...node, ...vscode },
  },
  { source: 'src/extension/browser.ts', output: `${extension}/dist/browser.js`, options: { ...worker, ...vscode } },
  {
    source: 'src/server/worker.ts',
    output: 'dist/server-worker.js',
    options: { ...page, define: { JOURNEY_VERSION: JSON.stringify(version) } },
  },
];

/** Files shipped as they are, relative to the root. */
const assets: readonly { readonly source: string; readonly output: string }[] = [
  { source: 'types/index.d.ts', output: 'dist/index.d.ts' },
  // What `journey import` holds JSON against.
  { source: 'schemas/model.schema.json', output: 'dist/model.schema.json' },
  { source: 'schemas/model.schema.json', output: `${extension}/dist/model.schema.json` },
  // `journey new --template`, of both packages: the examples, and what there is of them in another language.
  ...['dist', `${extension}/dist`].flatMap((dist) => [
    { source: 'examples', output: `${dist}/templates` },
    { source: 'extension/templates', output: `${dist}/templates` },
  ]),
  ...[
    '.vscodeignore',
    'language-configuration.json',
    'l10n',
    'media',
    'package.nls.json',
    'package.nls.ja.json',
    'syntaxes',
  ].map((name) => ({ source: `extension/${name}`, output: `${extension}/${name}` })),
  ...['CHANGELOG.md', 'LICENSE'].map((name) => ({ source: name, output: `${extension}/${name}` })),
  ...['config', 'evidence', 'mapping'].map((name) => ({
    source: `schemas/${name}.schema.json`,
    output: `${extension}/schemas/${name}.schema.json`,
  })),
];

const manifestFile = `${extension}/package.json`;
const readmeFile = `${extension}/README.md`;

/** What each bundle is made of, for the tests that look for duplicates. Not shipped. */
const metaFile = 'dist/meta.json';

/** Of both packages: each holds nearly all that the other does. */
const noticesFiles = ['dist', extension].map((folder) => `${folder}/THIRD-PARTY-NOTICES.txt`);

await checkSources();
const copied = await copyAssets();
await writeReadme();
if (watch) {
  await watchAll();
} else {
  await buildAll();
}

function optionsOf({
  source,
  output,
  also,
  options,
  executable,
  stamped,
  apart = {},
  plugins = [],
}: Entry): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [source],
    outfile: output,
    bundle: true,
    minify: true,
    // ES modules first: UMD builds hide their imports from the bundler and end up twice in a bundle.
    mainFields: ['module', 'main'],
    sourcemap: 'external',
    metafile: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...options,
    ...(executable === true ? { banner: { js: '#!/usr/bin/env node' } } : {}),
    plugins: [
      keptApart(apart),
      withoutChevrotain(),
      littleOfProtocol(),
      ...(options.platform === 'node' ? [loadedWhenUsed()] : []),
      ...plugins,
      ...(options.charset === 'ascii' ? [escapedSources()] : []),
      {
        name: 'after-build',
        setup(build) {
          build.onEnd(async ({ errors, outputFiles = [] }) => {
            if (errors.length > 0) return;
            for (const { path, contents } of outputFiles) {
              await replaceFile(path, stamped === true && !path.endsWith('.map') ? withStamp(contents) : contents);
            }
            if (also !== undefined) await copyFile(join(root, output), join(root, also));
            if (executable === true) await chmod(join(root, output), 0o755);
            const { size } = await stat(join(root, output));
            console.log(`${output}  ${(size / 1000).toFixed(0)} kB`);
          });
        },
      },
    ],
  };
}

function keptApart(apart: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'kept-apart',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path }) => {
        const file = apart[path];
        return file === undefined ? undefined : { path: file, external: true };
      });
    },
  };
}

/** Half of the MCP library's code checks what people fill into forms that a server asks for. Ours asks for none. */
function withoutForms(): Plugin {
  return {
    name: 'without-forms',
    setup(build) {
      build.onLoad({ filter: /validation[\\/]ajv-provider\.js$/ }, () => ({
        contents: 'export class AjvJsonSchemaValidator {}',
      }));
    },
  };
}

/**
 * Langium's lexer and parser stand on Chevrotain, which nothing of ours runs: src/language/parser takes their place. It was 140 kB
 * of each bundle with the language in it, loaded at each start.
 */
function withoutChevrotain(): Plugin {
  return {
    name: 'without-chevrotain',
    setup(build) {
      const namespace = 'without-chevrotain';
      build.onResolve({ filter: /^chevrotain(-allstar)?$/ }, ({ path }) => ({ path, namespace, sideEffects: false }));
      // Langium's parser extends it as soon as it is loaded.
      build.onLoad({ filter: /./, namespace }, () => ({ contents: 'exports.EmbeddedActionsParser = class {};' }));
    },
  };
}

/** Langium needs five names of the protocol of editors. To set up the rest of it took 4 ms of each start. */
function littleOfProtocol(): Plugin {
  return {
    name: 'little-of-protocol',
    setup(build) {
      const namespace = 'little-of-protocol';
      build.onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ path, importer, resolveDir }) =>
        /[\\/]langium[\\/]lib[\\/](utils|workspace)[\\/]/.test(importer)
          ? { path, namespace, sideEffects: false, pluginData: resolveDir }
          : undefined,
      );
      build.onLoad({ filter: /./, namespace }, async ({ pluginData }) => {
        const whole = await build.resolve('vscode-jsonrpc', {
          kind: 'import-statement',
          resolveDir: pluginData as string,
        });
        const folder = dirname(whole.path);
        const part = (file: string): string => JSON.stringify(join(folder, file));
        return {
          contents: `
            export { CancellationToken, CancellationTokenSource } from ${part('cancellation.js')};
            export { Emitter } from ${part('events.js')};
            export { ResponseError } from ${part('messages.js')};
            export const LSPErrorCodes = ${JSON.stringify(LSPErrorCodes)};`,
          resolveDir: folder,
        };
      });
    },
  };
}

/**
 * What most runs of the command do without is loaded when something of it is used: parts of Node, such as for one that keeps nothing
 * and starts no thread, and the statistics of experiments, each of whose packages is a function. Each takes 1 to 4 ms.
 */
function loadedWhenUsed(): Plugin {
  return {
    name: 'loaded-when-used',
    setup(build) {
      const namespace = 'loaded-when-used';
      const builtin = /^node:(crypto|worker_threads|zlib)$/;
      const statistics = /^@stdlib\//;
      build.onResolve({ filter: builtin }, ({ path, importer }) =>
        builtin.test(importer) ? { path, external: true } : { path, namespace },
      );
      build.onResolve({ filter: statistics }, ({ path, importer, resolveDir }) =>
        importer.endsWith('.ts') ? { path, namespace, pluginData: resolveDir } : undefined,
      );
      build.onLoad({ filter: builtin, namespace }, async ({ path }) => {
        const names = Object.keys((await import(path)) as object).filter((name) => name !== 'default');
        const getters = names.map((name) => `get ${name}() { return whole().${name}; }`);
        return { contents: `${wholeOf(path)} module.exports = { ${getters.join(', ')} };` };
      });
      build.onLoad({ filter: statistics, namespace }, ({ path, pluginData }) => ({
        contents: `${wholeOf(path)} module.exports = (...given) => whole()(...given);`,
        resolveDir: pluginData as string,
      }));
    },
  };
}

/** A declaration of `whole()`: a module that is loaded at the first call. */
function wholeOf(path: string): string {
  return `let loaded; const whole = () => (loaded ??= require(${JSON.stringify(path)}));`;
}

async function buildAll(): Promise<void> {
  const metafiles = await Promise.all(
    entries.map(async (entry) => {
      const bundle = await context(optionsOf(entry));
      try {
        return (await bundle.rebuild()).metafile;
      } catch {
        // esbuild has already printed the errors.
        return undefined;
      } finally {
        await bundle.dispose();
      }
    }),
  );
  if (metafiles.includes(undefined)) fail('The build failed.');
  const merged: Metafile = { inputs: {}, outputs: {} };
  for (const metafile of metafiles) {
    Object.assign(merged.inputs, metafile?.inputs);
    Object.assign(merged.outputs, metafile?.outputs);
  }
  await writeFile(join(root, metaFile), `${JSON.stringify(merged, undefined, 2)}\n`);
  const notices = await noticesOf(merged);
  await Promise.all(noticesFiles.map(async (file) => writeFile(join(root, file), notices)));
  const copies = entries.flatMap(({ also = [] }) => also);
  await removeAllBut([
    ...copied,
    ...Object.keys(merged.outputs),
    ...copies,
    ...noticesFiles,
    manifestFile,
    readmeFile,
    metaFile,
  ]);
}

/** esbuild leaves the letters in regular expressions as they are. An escape means the same wherever a letter may stand. */
function escapedSources(): Plugin {
  return {
    name: 'escaped-sources',
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (/\\[^\0-\x7F]/.test(text)) throw new Error(`${path}: a backslash before a letter that is no ASCII`);
        const escaped = text.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        return { contents: escaped, loader: 'ts' };
      });
    },
  };
}

/** For src/cli/bundle.ts, which finds compiled code by the stamp and reads the file as ASCII. */
function withStamp(contents: Uint8Array): Uint8Array {
  if (contents.some((byte) => byte > 0x7f)) throw new Error('A letter that is no ASCII has come into a bundle');
  const stamp = createHash('sha256').update(contents).digest('hex').slice(0, 32);
  return Buffer.concat([contents, Buffer.from(`\n//${stamp}`)]);
}

/** Nobody sees half a file: the command can be used while it is built anew. */
async function replaceFile(path: string, contents: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, contents);
  await rename(`${path}.new`, path);
}

/** What an earlier build has left. */
async function removeAllBut(files: readonly string[]): Promise<void> {
  const kept = new Set(files);
  const items = await readdir(join(root, 'dist'), { withFileTypes: true, recursive: true });
  const stale = items
    .filter((item) => item.isFile())
    .map((item) => relative(root, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.vsix') && !path.startsWith('dist/tests/'))
    .filter((path) => !kept.has(path));
  await Promise.all(stale.map(async (path) => rm(join(root, path))));
}

/**
 * The same for all bundles that are made of the same sources and packages: what one has found in a file, the other would find.
 * Empty while the sources change, which keeps no results.
 */
async function hashOfSources(): Promise<string> {
  if (watch) return '';
  const items = await readdir(join(root, 'src'), { withFileTypes: true, recursive: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const hash = createHash('sha256');
  for (const file of [...files.toSorted(), join(root, 'package-lock.json')]) {
    hash.update(`${relative(root, file).replaceAll('\\', '/')}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 32);
}

async function watchAll(): Promise<void> {
  await Promise.all(entries.map(async (entry) => (await context(optionsOf(entry))).watch()));
  console.log('Watching. Stop with Ctrl+C.');
}

/** Gives the paths of all files that are copied. */
async function copyAssets(): Promise<readonly string[]> {
  const files: string[] = [];
  // One after the other: some go into the same folder, and two that make it at once fail where it was not there before.
  for (const { source, output } of assets) {
    await mkdir(join(root, dirname(output)), { recursive: true });
    await cp(join(root, source), join(root, output), { recursive: true });
    files.push(...(await filesIn(source)).map((path) => output + path.slice(source.length)));
  }
  await mkdir(join(root, extension, 'dist'), { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'extension/package.json'), 'utf8')) as object;
  await writeFile(
    join(root, manifestFile),
    `${JSON.stringify({ ...manifest, version, repository, bugs, homepage }, undefined, 2)}\n`,
  );
  return files;
}

/** A file, or all files in a folder and the folders in it. */
async function filesIn(source: string): Promise<readonly string[]> {
  if ((await stat(join(root, source))).isFile()) return [source];
  const items = await readdir(join(root, source), { withFileTypes: true, recursive: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(root, join(item.parentPath, item.name)).replaceAll('\\', '/'));
}

/**
 * The page that VS Code shows of the extension. VS Code loads its pictures over https or not at all, neither from the package nor
 * from the page itself: without a repository, from which they could come, there are none.
 */
async function writeReadme(): Promise<void> {
  const text = await readFile(join(root, 'extension/README.md'), 'utf8');
  await writeFile(join(root, readmeFile), repository === undefined ? text.replaceAll(/^!\[.*\n\n/gm, '') : text);
}

async function checkSources(): Promise<void> {
  const sources = [...entries, ...assets].map(({ source }) => source);
  const found = await Promise.all(sources.map(async (source) => stat(join(root, source)).catch(() => undefined)));
  const missing = sources.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    fail(
      `Cannot build: scripts/build.ts lists ${missing.join(', ')}, which ${missing.length > 1 ? 'do' : 'does'} not exist.`,
    );
  }
}
