import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './run.ts';

/** Bytes that the packed extension may have: people wait for it, in a browser every time. */
export const LARGEST = 1_550_000;

/** Packs what the build has left in dist/extension. Gives the size of the file in bytes. */
export async function packExtension(target: string): Promise<number> {
  await createVSIX({
    cwd: join(root, 'dist/extension'),
    packagePath: target,
    // Everything is bundled: there are no dependencies to look for.
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    // The package stands alone: there is no address that links to other files of the repository could lead to.
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(target);
  return size;
}
