import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { fileUri } from '../inputs.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { discover } from '../files/discover.ts';
import { ownFile } from '../own-file.ts';
import { pageOf } from '../../formats/rules/rule-texts.ts';
import { rootsOf } from '../files/access.ts';
import { Helpers } from '../helping/helpers.ts';
import { DigestedFiles } from '../kept/digested-files.ts';
import { OpenDigests } from '../kept/open-digests.ts';
import { keptPlace } from '../kept/place.ts';
import { ServerFiles } from '../kept/server-files.ts';

/** `journey lsp`: serves an editor until it ends the conversation, and with it the process. */
export async function runServer({ version, locale, env }: Context): Promise<ExitCode> {
  const { serve } = await import('../../server/node.ts');
  /** URIs of pages, by their paths in the package. Each finding asks for one, and whether it is there does not change. */
  const pages = new Map<string, string | undefined>();
  const place = keptPlace(env);
  const files = new DigestedFiles();
  serve(
    {
      version,
      locale,
      files,
      find: async (folder) => {
        const path = URI.parse(folder).fsPath;
        return discover([path], path).files.map(({ file }) => fileUri(file));
      },
      refresh: async (uris) => {
        for (const uri of uris) files.forget(uri);
      },
      kept: ({ openText, roots }) => place && new ServerFiles(place, new OpenDigests(files, openText), roots),
      helpers: (options) => new Helpers(place, new OpenDigests(files, options.openText), options),
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
