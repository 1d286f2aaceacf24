// The code that runs in extension hosts, as files that they can load.
import { cp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from './hosts/install.ts';

/** Where the bundles and the pictures go. */
export const built = join(root, 'dist/tests');

const options = {
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
  absWorkingDir: root,
} as const satisfies BuildOptions;

/**
 * A suite as one file, which both kinds of extension host can load, and the file system for the web.
 *
 * @param constants texts that the suite declares and gets here
 * @returns where the file is
 */
export async function bundleSuite(source: string, constants: Readonly<Record<string, string>>): Promise<string> {
  const suite = join(built, basename(join(source, '..')), 'suite.js');
  const define = Object.fromEntries(Object.entries(constants).map(([name, text]) => [name, JSON.stringify(text)]));
  await build({ ...options, entryPoints: [source], outfile: suite, define });
  const memoryFiles = join(built, 'memory-files');
  await build({
    ...options,
    entryPoints: ['tests/vscode/memory-files/extension.ts'],
    outfile: join(memoryFiles, 'extension.js'),
  });
  await cp(join(root, 'tests/vscode/memory-files/manifest.json'), join(memoryFiles, 'package.json'));
  // The package is one of ES modules; the suite is not.
  await writeFile(join(built, 'package.json'), '{ "type": "commonjs" }\n');
  return suite;
}
