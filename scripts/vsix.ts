import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './run.ts';

/** Bytes that the packed extension may have: people wait for it, in a browser every time. */
export const LARGEST = 1_570_000;

interface Manifest {
  readonly version: string;
  readonly repository?: { readonly url: string };
}

/** Packs what the build has left in a folder. Gives the size of the file in bytes. */
export async function packExtension(target: string, folder = join(root, 'dist/extension')): Promise<number> {
  const { repository, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const address = repository?.url.replace(/^git\+|\.git$/g, '');
  await createVSIX({
    cwd: folder,
    packagePath: target,
    // Everything is bundled: there are no dependencies to look for.
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    // Pictures of the page are loaded from the release's own tag. Without an address it has none (`build.ts`).
    ...(address === undefined
      ? { rewriteRelativeLinks: false }
      : {
          baseContentUrl: `${address}/blob/v${version}/extension`,
          baseImagesUrl: `${address}/raw/v${version}/extension`,
        }),
  });
  const { size } = await stat(target);
  return size;
}
