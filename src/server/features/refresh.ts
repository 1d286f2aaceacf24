import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { namesUsedIn } from '../../language/features/usage.ts';
import type { Feature } from '../feature.ts';

/**
 * Asks the client to look again at what it shows in open files when something else than their own text has changed it. A
 * client asks by itself after an edit, but only about the file that was edited.
 */
export const refresh: Feature = (connection, session, { workspace: client }) => {
  const known = new Map<string, { readonly tree: unknown; readonly named: string }>();
  const stale = { names: false, lenses: false };
  session.onTold((uri, isOther) => {
    const document = session.workspace.document(uri);
    if (document === undefined || session.version(uri) === null) {
      known.delete(uri);
      return;
    }
    const before = known.get(uri);
    const now = { tree: document.parseResult.value, named: namesUsedIn(document) };
    known.set(uri, now);
    if (before !== undefined && before.tree === now.tree && isOther) stale.names = true;
    if (before?.named !== now.named) stale.lenses = true;
  });
  session.workspace.onLinked((uri) => {
    const before = known.get(uri);
    // Names mean something else although the text is the same.
    if (before !== undefined && before.tree === session.workspace.document(uri)?.parseResult.value) stale.names = true;
    // Who uses what an open file declares is counted in all files.
    if (session.version(uri) === null) stale.lenses = true;
  });
  const ask = (names: boolean): void => {
    const requests: (() => Promise<void>)[] = [];
    if (names && client?.semanticTokens?.refreshSupport === true) {
      requests.push(async () => connection.languages.semanticTokens.refresh());
    }
    if (names && client?.inlayHint?.refreshSupport === true) {
      requests.push(async () => connection.languages.inlayHint.refresh());
    }
    if (client?.codeLens?.refreshSupport === true) {
      requests.push(async () => connection.sendRequest(CodeLensRefreshRequest.type));
    }
    // A client that refuses looks again when somebody scrolls.
    for (const request of requests) request().catch(() => undefined);
  };
  session.onQuiet(() => {
    if (stale.names || stale.lenses) ask(stale.names);
    stale.names = false;
    stale.lenses = false;
  });
  session.settings.onChange(() => ask(true));
  return {};
};
