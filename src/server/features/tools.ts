import { URI, Utils } from 'vscode-uri';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import type { ToolFile } from '../../tools/run-tool.ts';
import type { Feature } from '../feature.ts';
import type { ToolParams, ToolResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The tools for language models, on the files as the editor has them. */
export const tools: Feature = (connection, session) => {
  connection.onRequest(
    'journey/tool',
    async ({ name, input, locale = session.locale }: ToolParams, token): Promise<ToolResult> => {
      // Loaded when a language model asks for it.
      const { runTool } = await import('../../tools/run-tool.ts');
      return runTool(name, input, {
        locale,
        all: async () => {
          await session.whole(token);
          return session.workspace.documents
            .filter((document) => session.files.folders.some((folder) => isIn(document.uri.toString(), folder)))
            .map((document) => fileOf(document, session));
        },
        open: async (path) => {
          for (const folder of session.files.folders) {
            const uri = Utils.joinPath(URI.parse(folder), path).toString();
            const document = isIn(uri, folder) ? await session.document(uri, token) : undefined;
            if (document !== undefined) return fileOf(document, session);
          }
          return undefined;
        },
      });
    },
  );
  return {};
};

function fileOf(document: JourneyDocument, session: Session): ToolFile {
  const uri = document.uri.toString();
  const folder = session.files.folders.find((each) => isIn(uri, each));
  const path = folder === undefined ? uri : decodeURIComponent(uri.slice(folder.length + 1));
  return {
    path,
    document,
    // Most tools ask for no file's findings, or for those of one.
    get findings() {
      return session.findings(document);
    },
  };
}

function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
