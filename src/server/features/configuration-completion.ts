import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type MarkupKind,
  type Position,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../model/text.ts';
import { markupOf } from '../client-forms.ts';
import { configurationProposalsAt } from '../configuration-help.ts';

interface ConfigurationForm {
  readonly locale: Locale;
  readonly snippets: boolean;
  /** Forms of documentation that the client can show; undefined when it does not say. */
  readonly formats: readonly MarkupKind[] | undefined;
}

/** What can be written in a `journey.config.json`, as a list of the protocol. */
export function configurationCompletion(
  written: string,
  position: Position,
  { locale, snippets, formats }: ConfigurationForm,
): CompletionList {
  const text = TextDocument.create('', 'json', 0, written);
  const { start, end, items } = configurationProposalsAt(written, text.offsetAt(position), locale);
  const range = { start: text.positionAt(start), end: text.positionAt(end) };
  return {
    isIncomplete: false,
    items: items.map(({ name, meaning, snippet, plain }, index): CompletionItem => {
      const newText = snippets ? snippet : plain;
      return {
        label: name,
        kind: CompletionItemKind.Property,
        sortText: String(index).padStart(5, '0'),
        // What stands there may have its quotes already.
        filterText: written.charAt(start) === '"' ? JSON.stringify(name) : name,
        documentation: markupOf(meaning, formats),
        textEdit: { range, newText },
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        insertTextMode: InsertTextMode.adjustIndentation,
      };
    }),
  };
}
