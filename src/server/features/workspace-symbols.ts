import type { SymbolInformation } from 'vscode-languageserver';
import { symbolsMatching } from '../../language/features/workspace-symbols.ts';
import type { Feature } from '../feature.ts';
import { symbolKind } from '../symbol-kinds.ts';

/** Declarations of the whole workspace by a few letters of what they are called. */
export const workspaceSymbols: Feature = (connection, session) => {
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await session.whole(token);
    return symbolsMatching(session.workspace, query, session.locale).map(({ type, title, container, place }) => {
      const location = { uri: session.clientUri(place.uri), range: place.range };
      const symbol: SymbolInformation = { name: title, kind: symbolKind(type), location };
      if (container !== undefined) symbol.containerName = container;
      return symbol;
    });
  });
  return { workspaceSymbolProvider: true };
};
