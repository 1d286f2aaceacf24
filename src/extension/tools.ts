import {
  Disposable,
  type Extension,
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  McpStdioServerDefinition,
  workspace,
} from 'vscode';
import type { ToolParams, ToolResult } from '../server/protocol.ts';
import type { LanguageService } from './language-service.ts';
import type { CommandLine } from './tasks.ts';

/** As much of the manifest as is read. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

/** What language models in VS Code can ask for. The server answers, with the files as they are in the editor. */
export function registerTools(service: LanguageService, { packageJSON }: Extension<unknown>): Disposable {
  const { languageModelTools } = (packageJSON as Manifest).contributes;
  const registered = languageModelTools.map(({ name }) =>
    lm.registerTool<object>(name, {
      invoke: async ({ input }, token) => {
        const params: ToolParams = { name, input };
        const { content } = await service.request<ToolResult>('journey/tool', params, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(content)]);
      },
    }),
  );
  return Disposable.from(...registered);
}

/** Offers `journey mcp` for each folder to the programs that VS Code knows, without anybody configuring it. */
export function registerToolServer(
  { executable, script }: CommandLine,
  { packageJSON }: Extension<unknown>,
): Disposable {
  const { version } = packageJSON as Manifest;
  return lm.registerMcpServerDefinitionProvider('journey.mcp', {
    provideMcpServerDefinitions: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map(({ name, uri }) => {
          const label = l10n.t('Customer journeys in {0}', name);
          const env = { ELECTRON_RUN_AS_NODE: '1' };
          const server = new McpStdioServerDefinition(label, executable, [script, 'mcp', uri.fsPath], env, version);
          server.cwd = uri;
          return server;
        }),
  });
}
