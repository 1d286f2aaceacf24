// `npm run package`: the extension as one file, which VS Code installs. Builds first.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, root, runNode } from './run.ts';
import { LARGEST, packExtension } from './vsix.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const target = join(root, 'dist', `journey-language-${version}.vsix`);
const size = await packExtension(target);
console.log(`${target}  ${(size / 1000).toFixed(0)} kB`);
if (size > LARGEST) fail(`The extension has ${size} bytes, which is more than ${LARGEST}.`);
