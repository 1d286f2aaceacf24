import {
  type ClientCapabilities,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type MarkupContent,
  MarkupKind,
  type SymbolInformation,
} from 'vscode-languageserver';

// What older or smaller clients cannot show is sent to them in the form that they know.

/**
 * A text in Markdown; without its marks for a client that says what it can show and does not name Markdown, as Emacs without
 * its `markdown-mode`.
 *
 * @param formats what the client can show; undefined when it does not say
 */
export function markupOf(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  if (formats === undefined || formats.includes(MarkupKind.Markdown)) {
    return { kind: MarkupKind.Markdown, value: markdown };
  }
  return { kind: MarkupKind.PlainText, value: plain(markdown) };
}

/** Our own Markdown without its marks: bold, code, blocks of code and escapes. */
function plain(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !line.startsWith('```'))
    .map((line) => line.replaceAll(/\\([^\p{L}\p{N}\s])|\*\*|`| {2}$/gu, (_, escaped?: string) => escaped ?? ''))
    .join('\n');
}

/** Places with the whole of what stands there; a client that takes no links gets the places alone. */
export function linksFor(
  links: LocationLink[] | undefined,
  takesLinks: boolean | undefined,
): LocationLink[] | Location[] | undefined {
  if (links === undefined) return undefined;
  if (takesLinks === true) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** An outline; one after the other for a client that knows no tree of them. */
export function symbolsFor(
  symbols: DocumentSymbol[],
  uri: string,
  { textDocument }: ClientCapabilities,
): DocumentSymbol[] | SymbolInformation[] {
  return textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? symbols : flat(symbols, uri);
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flat(children, uri, name),
  ]);
}
