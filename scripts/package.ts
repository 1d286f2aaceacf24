// `npm run package`: the extension as one file, which VS Code installs. Builds first.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root, runNode } from './run.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const packagePath = join(root, 'dist', `journey-language-${version}.vsix`);
// Everything is bundled: there are no dependencies to look for.
await createVSIX({
  cwd: join(root, 'dist/extension'),
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: true,
  // The package stands alone: there is no address that links to other files of the repository could lead to.
  rewriteRelativeLinks: false,
});
const { size } = await stat(packagePath);
/** Bytes. The language, its rules and the map are in it twice: for Node and for the browser. */
const goal = 1_500_000;
if (size > goal) console.error(`The extension has ${size} bytes; the goal is ${goal}.`);
console.log(`${packagePath}  ${(size / 1000).toFixed(0)} kB`);
