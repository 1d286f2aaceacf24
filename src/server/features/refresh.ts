import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { namesUsedIn } from '../../language/features/usage.ts';
import type { Feature } from '../feature.ts';

/**
 * Asks the client to look again at what it shows in open files when something else than their own text has changed it. A
 * client asks by itself after an edit, but only about the file that was edited.
 */
export const refresh: Feature = (connection, session, { workspace: client }) => {
  /** The trees of open files about which something was told. */
  const known = new Map<string, unknown>();
  /** What open files named when it was last quiet. */
  const named = new Map<string, { readonly tree: unknown; readonly names: string }>();
  const stale = { names: false, lenses: false };
  session.onTold((uri, isOther) => {
    const document = session.workspace.document(uri);
    if (document === undefined || session.version(uri) === null) {
      known.delete(uri);
      named.delete(uri);
      return;
    }
    const tree = document.parseResult.value;
    if (known.get(uri) === tree && isOther()) stale.names = true;
    known.set(uri, tree);
  });
  session.workspace.onLinked((uri) => {
    const before = known.get(uri);
    // Names mean something else although the text is the same.
    if (before !== undefined && before === session.workspace.document(uri)?.parseResult.value) stale.names = true;
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
    // Nobody waits for this at each key.
    for (const uri of known.keys()) {
      const document = session.workspace.document(uri);
      const before = named.get(uri);
      const tree = document?.parseResult.value;
      if (document === undefined || before?.tree === tree) continue;
      const names = namesUsedIn(document);
      named.set(uri, { tree, names });
      if (before?.names !== names) stale.lenses = true;
    }
    if (stale.names || stale.lenses) ask(stale.names);
    stale.names = false;
    stale.lenses = false;
  });
  session.settings.onChange(() => ask(true));
  return {};
};
