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
import { DigestedFiles } from '../kept/digested-files.ts';
import { keptPlace } from '../kept/place.ts';
import { ServerFiles } from '../kept/server-files.ts';

/** `journey lsp`: serves an editor until it ends the conversation, and with it the process. */
export async function runServer({ version, locale, env }: Context): Promise<ExitCode> {
  const { serve } = await import('../../server/node.ts');
  /** URIs of pages, by their paths in the package. Each finding asks for one, and whether it is there does not change. */
  const pages = new Map<string, string | undefined>();
  const place = keptPlace(env);
  const digested = place && new DigestedFiles();
  serve(
    {
      version,
      locale,
      files: digested ?? fileAccess,
      find: async (folder) => {
        const path = URI.parse(folder).fsPath;
        return discover([path], path).files.map(({ file }) => fileUri(file));
      },
      refresh: async (uris) => {
        for (const uri of uris) digested?.forget(uri);
      },
      kept: (options) => place && digested && new ServerFiles(place, digested, options),
      rulePage: (id, spoken) => {
        const path = pageOf(id, spoken);
        if (!pages.has(path)) pages.set(path, pageUri(path));
        return pages.get(path);
      },
      roots: (folder) => rootsOf(URI.parse(folder).fsPath),
    },
    process.stdin,
    process.stdout,
  );
  return EXIT.clean;
}

/** Beside the bundles' folder, in the package as in the repository; undefined when it is not there. */
function pageUri(path: string): string | undefined {
  const page = join(dirname(ownFile()), '..', path);
  return existsSync(page) ? fileUri(page) : undefined;
}
