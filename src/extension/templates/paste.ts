import {
  type Disposable,
  type DataTransfer,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  Range,
  type TextDocument,
} from 'vscode';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import { importedFrom } from './import.ts';

/** Cells of a spreadsheet, a table and a Mermaid journey are pasted as the journey that they are; as plain text by choice. */
export function registerPaste(service: LanguageService): Disposable {
  const provider: DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (document, ranges, dataTransfer) => {
      const [range] = ranges;
      if (range === undefined || ranges.length > 1 || !isOutside(document, range)) return undefined;
      const text = await pasted(dataTransfer);
      if (text === undefined) return undefined;
      const imported = await importedFrom(service, { text, title: l10n.t('Imported journey') });
      return imported === null ? undefined : [new DocumentPasteEdit(imported.text, l10n.t('Paste as Journey'), KIND)];
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: JOURNEY }, provider, {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: ['text/plain'],
  });
}

const KIND = DocumentDropOrPasteEditKind.Text.append('journey');

/** What may be a table or a diagram; most of what is pasted need not be looked at. */
async function pasted(dataTransfer: DataTransfer): Promise<string | undefined> {
  const text = await dataTransfer.get('text/plain')?.asString();
  return text !== undefined && /\t|\||^[ \t]*journey[ \t]*$/m.test(text) ? text : undefined;
}

/** Whether a journey could begin there: on a line of its own, outside of all blocks. */
function isOutside(document: TextDocument, { start }: Range): boolean {
  const before = document
    .getText(new Range(document.positionAt(0), start))
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/.*$|\/\*[^]*?\*\//gm, '');
  return before.split('{').length === before.split('}').length && /(^|\n)[^\S\n]*$/.test(before);
}
