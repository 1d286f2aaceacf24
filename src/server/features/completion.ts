import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type MarkupKind,
  type Range,
} from 'vscode-languageserver';
import { proposalsAt } from '../../language/features/completion.ts';
import { explanationOf } from '../../language/features/completion/explain.ts';
import type { Asking } from '../../language/features/completion/place.ts';
import type { Proposal } from '../../language/features/completion/proposal.ts';
import { normalized } from '../../language/workspace/file-access.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { markupOf } from '../client-forms.ts';
import { isConfiguration } from '../configurations.ts';
import type { Feature } from '../feature.ts';
import type { ClientCommands } from '../protocol.ts';
import type { Session } from '../session.ts';
import { configurationCompletion } from './configuration-completion.ts';

/** What can be written at a place. What a proposal means is told when somebody looks at it. */
export const completion: Feature = (connection, session, { textDocument: client }) => {
  const form = { ...formFor(client), asksAgain: session.commands.has(SHOW_PROPOSALS) };
  // Clients ask only about the list that they show.
  let shown: Shown | undefined;
  let lists = 0;
  connection.onCompletion(async ({ textDocument, position }, token): Promise<CompletionList> => {
    const uri = normalized(textDocument.uri);
    if (isConfiguration(uri)) {
      const { locale } = session;
      return configurationCompletion(session.openText(uri) ?? '', position, {
        locale,
        snippets: form.snippets,
        formats: form.formats,
      });
    }
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return { isIncomplete: false, items: [] };
    const text = document.textDocument;
    const { start, end, items } = proposalsAt(
      session.workspace,
      document,
      text.offsetAt(position),
      askingFor(session, document),
    );
    const insert = { start: text.positionAt(start), end: position };
    const replace = { start: insert.start, end: text.positionAt(end) };
    const written = text.getText(insert);
    const wide = written.normalize('NFKC') === written ? undefined : written;
    const writable = form.snippets ? items : items.filter(({ kind }) => kind !== 'template');
    const proposals = wide === undefined ? writable : writable.filter((item) => matches(item, wide));
    shown = { list: ++lists, document, proposals };
    return {
      // Clients compare letters as they are, so full-width ones are compared here, each time anew.
      isIncomplete: wide !== undefined,
      items: proposals.map((proposal, index) => {
        const item = itemOf(proposal, index, { insert, replace, form });
        if (wide !== undefined) item.filterText = wide;
        item.data = { list: lists, index };
        return item;
      }),
    };
  });
  connection.onCompletionResolve((item) => {
    const { list, index } = (item.data ?? {}) as Partial<{ readonly list: number; readonly index: number }>;
    const proposal = shown?.list === list ? shown?.proposals[index ?? -1] : undefined;
    if (shown === undefined || proposal === undefined) return item;
    return { ...item, ...explained(proposal, shown.document, session, form.formats) };
  });
  return {
    completionProvider: {
      triggerCharacters: [' ', '.', ',', '"', '/', ':', '-', '>', '　', '、', '，'],
      resolveProvider: true,
    },
  };
};

const SHOW_PROPOSALS: keyof ClientCommands = 'editor.action.triggerSuggest';

interface Shown {
  readonly list: number;
  readonly document: JourneyDocument;
  readonly proposals: readonly Proposal[];
}

/** What the client can show. */
interface Form {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  /** Whether it can be told to ask at once what comes next. */
  readonly asksAgain: boolean;
  /** Forms of documentation; undefined when it does not say. */
  readonly formats: readonly MarkupKind[] | undefined;
}

function formFor(client: ClientCapabilities['textDocument']): Omit<Form, 'asksAgain'> {
  const item = client?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    formats: item?.documentationFormat,
  };
}

function askingFor(session: Session, document: JourneyDocument): Asking {
  const now = new Date();
  return {
    locale: session.locale,
    today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    findings: () => session.findings(document),
  };
}

/** Whether all that is written occurs in its order in the name or in what people call it. */
function matches({ text, title = '' }: Proposal, written: string): boolean {
  const letters = Array.from(written.normalize('NFKC').toLowerCase());
  return [text, title].some((name) => {
    let at = -1;
    const plain = name.normalize('NFKC').toLowerCase();
    return letters.every((letter) => (at = plain.indexOf(letter, at + 1)) >= 0);
  });
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  name: CompletionItemKind.Reference,
  word: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
  sign: CompletionItemKind.Operator,
  rule: CompletionItemKind.Constant,
  template: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
};

interface Target {
  /** Up to the place, and to the end of the word that stands there. */
  readonly insert: Range;
  readonly replace: Range;
  readonly form: Form;
}

function itemOf(proposal: Proposal, index: number, { insert, replace, form }: Target): CompletionItem {
  const { kind, text, title, aside, snippet, also, commits = [] } = proposal;
  const picks = proposal.picks === true && form.asksAgain;
  const isSnippet = !picks && form.snippets && snippet !== undefined && snippet !== text;
  const newText = picks ? `${text} ` : isSnippet ? snippet : (proposal.insert ?? text);
  const item: CompletionItem = {
    label: text,
    kind: KINDS[kind],
    // Clients would sort by the alphabet; ours is the order of nearness.
    sortText: String(index).padStart(5, '0'),
    textEdit: form.insertReplace ? { newText, insert, replace } : { newText, range: insert },
  };
  if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (picks) item.command = { title: '', command: SHOW_PROPOSALS };
  if (newText.includes('\n')) item.insertTextMode = InsertTextMode.adjustIndentation;
  if (commits.length > 0 && !isSnippet) item.commitCharacters = [...commits];
  if (also !== undefined) item.additionalTextEdits = [{ range: also.range, newText: also.text }];
  const hasTitle = title !== undefined && title !== text;
  if (hasTitle || aside !== undefined) {
    item.labelDetails = {
      ...(aside === undefined ? {} : { detail: `  ${aside}` }),
      ...(hasTitle ? { description: title } : {}),
    };
  }
  // So that it is found by what people call it as well.
  if (hasTitle) item.filterText = `${text} ${title}`;
  const detail = [title, aside].filter((part) => part !== undefined && part !== text).join('  ');
  if (aside !== undefined && detail !== '') item.detail = detail;
  return item;
}

/** What is told only when somebody looks at a proposal. */
function explained(
  proposal: Proposal,
  document: JourneyDocument,
  session: Session,
  formats: readonly MarkupKind[] | undefined,
): Partial<CompletionItem> {
  const context = {
    document,
    findings: () => session.findings(document),
    locale: session.locale,
  };
  const value = explanationOf(proposal, context);
  const { title, aside, text } = proposal;
  const detail = [title, aside].filter((part) => part !== undefined && part !== text).join('  ');
  return {
    ...(detail === '' ? {} : { detail }),
    ...(value === undefined ? {} : { documentation: markupOf(value, formats) }),
  };
}
