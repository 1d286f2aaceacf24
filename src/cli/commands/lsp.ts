import { URI } from 'vscode-uri';
import { fileUri } from '../inputs.ts';
import type { Context } from '../command.ts';
import { configure } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { discover } from '../files/discover.ts';
import { fileAccess, rootsOf } from '../workspace.ts';

/** `journey lsp`: serves an editor until it ends the conversation, and with it the process. */
export async function runServer({ version, cwd }: Context): Promise<ExitCode> {
  const { serve } = await import('../../server/node.ts');
  serve(
    {
      version,
      files: fileAccess,
      find: (folder) => {
        const path = URI.parse(folder).fsPath;
        return discover([path], path).files.map(({ file }) => fileUri(file));
      },
      configurationOf: (uri) => configure({ cwd, uris: [uri], problems: [] }, undefined).configurations[0],
      roots: (folder) => rootsOf(URI.parse(folder).fsPath),
    },
    process.stdin,
    process.stdout,
  );
  return EXIT.clean;
}
