import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type Proposal, proposalsAt } from '../../language/features/completion.ts';
import type { Range } from '../../model/place.ts';
import type { Feature } from '../feature.ts';

/** What can be written at a place. */
export const completion: Feature = (connection, session, { textDocument: client }) => {
  const takesSnippets = client?.completion?.completionItem?.snippetSupport === true;
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return [];
    const text = document.textDocument;
    const { start, items } = proposalsAt(session.workspace, document, text.offsetAt(position), session.locale);
    const range = { start: text.positionAt(start), end: position };
    return items.map((proposal, index) => itemOf(proposal, index, range, takesSnippets));
  });
  return { completionProvider: { triggerCharacters: [' ', '.'] } };
};

function itemOf(proposal: Proposal, index: number, range: Range, takesSnippets: boolean): CompletionItem {
  const { kind, text, title, detail, snippet } = proposal;
  const isSnippet = takesSnippets && snippet !== undefined && snippet !== text;
  const item: CompletionItem = {
    label: text,
    kind: kind === 'keyword' ? CompletionItemKind.Keyword : CompletionItemKind.Reference,
    // Clients would sort by the alphabet; ours is the order of nearness.
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText: isSnippet ? snippet : text },
  };
  if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (title !== undefined && title !== text) {
    item.labelDetails = { description: title };
    // So that it is found by what people call it as well.
    item.filterText = `${text} ${title}`;
  }
  const known = [title, detail].filter((part) => part !== undefined && part !== text);
  if (known.length > 0) item.detail = known.join('  ');
  return item;
}
