import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { fileUri } from '../inputs.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { discover } from '../files/discover.ts';
import { ownFile } from '../own-file.ts';
import { pageOf } from '../../formats/rules/rule-texts.ts';
import { fileAccess, rootsOf } from '../files/access.ts';

/** `journey lsp`: serves an editor until it ends the conversation, and with it the process. */
export async function runServer({ version, locale }: Context): Promise<ExitCode> {
  const { serve } = await import('../../server/node.ts');
  serve(
    {
      version,
      locale,
      files: fileAccess,
      find: async (folder) => {
        const path = URI.parse(folder).fsPath;
        return discover([path], path).files.map(({ file }) => fileUri(file));
      },
      refresh: async () => undefined,
      rulePage: (id, spoken) => {
        // Beside the bundles' folder, in the package as in the repository.
        const page = join(dirname(ownFile()), '..', pageOf(id, spoken));
        return existsSync(page) ? fileUri(page) : undefined;
      },
      roots: (folder) => rootsOf(URI.parse(folder).fsPath),
    },
    process.stdin,
    process.stdout,
  );
  return EXIT.clean;
}
