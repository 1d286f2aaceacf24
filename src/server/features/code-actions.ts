import { type CodeAction, CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { normalized } from '../../language/workspace/file-access.ts';
import type { Range } from '../../model/place.ts';
import { inLocale } from '../../model/text.ts';
import type { Asked, Offer, Offers } from '../actions/action.ts';
import { missingDeclarations } from '../actions/missing-declarations.ts';
import { quickFixes } from '../actions/quick-fixes.ts';
import { refactorings } from '../actions/refactorings.ts';
import { FIX_ALL, sourceActions } from '../actions/source-actions.ts';
import { suppressions } from '../actions/suppression.ts';
import type { Feature } from '../feature.ts';
import { isRecord } from '../records.ts';

/** Everything that can be done with a click, a file each sort in `actions/`. In the order in which it is offered. */
const OFFERS: readonly Offers[] = [quickFixes, missingDeclarations, suppressions, refactorings, sourceActions];

/** Fixes, other ways to write something, and what can be done with a whole file. */
export const codeActions: Feature = (connection, session, client) => {
  const resolves = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const offersFor = async (
    uri: string,
    range: Range,
    only: readonly string[] | undefined,
    token: CancellationToken,
  ): Promise<readonly Offer[]> => {
    const document = await session.document(uri, token);
    if (document === undefined) return [];
    const asked: Asked = { document, range, session, client, wants: (kind) => isWanted(kind, only), token };
    return OFFERS.flatMap((offers) => offers(asked));
  };

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }, token) => {
    if (!resolves && isWanted(CodeActionKind.Refactor, only)) await session.whole(token);
    const offers = await offersFor(uri, range, only, token);
    const seen = new Map<string, number>();
    const version = session.version(normalized(uri));
    return offers.flatMap((offer): CodeAction[] => {
      const { title, edit, ...rest } = offer;
      const action: CodeAction = { title: inLocale(title, session.locale), ...rest };
      const name = nameOf(offer);
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const chosen: Chosen = { uri, range, version, name, count };
      if (resolves) return [{ ...action, data: chosen }];
      const made = edit();
      return made === undefined ? [] : [{ ...action, edit: made }];
    });
  });

  connection.onCodeActionResolve(async (action, token) => {
    const chosen = action.data as unknown;
    if (!isChosen(chosen)) return action;
    const { uri, range, version, name, count } = chosen;
    if (needsWhole(action.kind)) await session.whole(token);
    const offers = await offersFor(uri, range, action.kind === undefined ? undefined : [action.kind], token);
    if (session.version(normalized(uri)) !== version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since this was offered.');
    }
    const edit = offers.filter((offer) => nameOf(offer) === name)[count]?.edit();
    return edit === undefined ? action : { ...action, edit };
  });

  return {
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.Refactor,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorRewrite,
        `${CodeActionKind.Refactor}.move`,
        FIX_ALL,
        CodeActionKind.SourceOrganizeImports,
      ],
      resolveProvider: true,
    },
  };
};

/** What tells which action was chosen when a client asks for what it changes. */
interface Chosen {
  readonly uri: string;
  readonly range: Range;
  readonly version: number | null;
  readonly name: string;
  /** How many of the same name stood before it. */
  readonly count: number;
}

function isChosen(data: unknown): data is Chosen {
  return isRecord(data) && typeof data['uri'] === 'string' && typeof data['name'] === 'string';
}

function nameOf({ kind, title }: Offer): string {
  return `${kind}: ${title.en}`;
}

/**
 * Whoever asks for `refactor` wants all that is below it. Without a wish, what can be done at the place is wanted, and not what
 * is done with a whole file.
 */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((wish) => wish === '' || kind === wish || kind.startsWith(`${wish}.`));
}

/** Refactorings change every file that speaks of the same thing. */
function needsWhole(kind: string | undefined): boolean {
  return kind?.startsWith(CodeActionKind.Refactor) === true;
}
