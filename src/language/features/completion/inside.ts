import { indexOf } from '../../workspace/index-manager.ts';
import { importPath, resolveImport } from '../../imports.ts';
import type { JourneyDocument } from '../../workspace/journey-workspace.ts';
import { isLibrary } from '../../library/library.ts';
import { closingQuotes } from '../../parser/strings.ts';
import type { Syntax } from '../../parser/syntax.ts';
import { firstFrom, type Token } from '../../parser/token.ts';
import { rules } from '../../../friction/rules/index.ts';
import type { Finding } from '../../../model/finding.ts';
import { inLocale, type Locale } from '../../../model/text.ts';
import type { Proposal, Proposals } from './proposal.ts';
import { scanOf } from './reading.ts';

/** The string or comment that an offset stands in, also one that nobody has closed yet. */
export function textAround(document: JourneyDocument, syntax: Syntax, offset: number): Token | undefined {
  const { tokens, hidden } = scanOf(document, syntax);
  const text = document.textDocument.getText();
  return (
    lastAt(tokens, offset, (token) => token.tokenType === syntax.kinds.STRING && holds(token, text, offset)) ??
    lastAt(hidden, offset, (token) => holds(token, text, offset))
  );
}

/** The last token that begins before the offset, if it is what is looked for. */
function lastAt(tokens: readonly Token[], offset: number, is: (token: Token) => boolean): Token | undefined {
  const token = tokens[firstFrom(tokens, offset) - 1];
  return token !== undefined && is(token) ? token : undefined;
}

function holds(token: Token, text: string, offset: number): boolean {
  const end = token.endOffset + 1;
  if (offset < end) return true;
  // Blanks at the end of a line do not count as part of a text that is not closed.
  return !isClosed(token) && !/[\r\n]/.test(text.substring(end, offset)) && text.substring(end, offset).trim() === '';
}

function isClosed({ image, tokenType: { name } }: Token): boolean {
  if (name === 'STRING') {
    const closing = closingQuotes(image.charAt(0)) ?? '"';
    return image.length > 1 && closing.includes(image.charAt(image.length - 1)) && !/(?:^|[^\\])\\"$/.test(image);
  }
  return name === 'ML_COMMENT' && image.length > 3 && image.endsWith('*/');
}

const SUPPRESSION = /(?:^|[\r\n])[\s/*]*journey-ignore[^\S\r\n]+([\p{L}\p{N}-]*)$/u;

/** Rule ids in a comment that silences one; those that speak about the line below come first. */
export function rulesInComment(
  comment: Token,
  document: JourneyDocument,
  offset: number,
  locale: Locale,
  findings: () => readonly Finding[],
): Proposals | undefined {
  const written = document.textDocument.getText().substring(comment.startOffset, offset);
  const match = SUPPRESSION.exec(written);
  if (match === null) return undefined;
  const start = offset - (match[1]?.length ?? 0);
  const rest = /^[\p{L}\p{N}-]*/u.exec(document.textDocument.getText().substring(offset))?.[0] ?? '';
  const { line } = document.textDocument.positionAt(offset);
  const near = findings().filter(({ place: { range } }) => range.start.line >= line && range.start.line <= line + 2);
  const here = new Set(near.map(({ code }) => code));
  const hasReason = /^[\p{L}\p{N}-]*[^\S\r\n]*[:：]/u.test(document.textDocument.getText().substring(offset));
  const reason = locale === 'ja' ? '理由' : 'why the customer is fine here';
  const items = rules.map(({ meta: { id, summary } }): Proposal => {
    const title = inLocale(summary, locale);
    const about = { kind: 'rule', id } as const;
    if (hasReason) return { kind: 'rule', text: id, title, about };
    return { kind: 'rule', text: id, snippet: `${id}: \${1:${reason}}`, title, about };
  });
  const isHere = ({ text }: Proposal): boolean => here.has(text);
  return {
    start,
    end: offset + rest.length,
    items: [...items.filter(isHere), ...items.filter((item) => !isHere(item))],
  };
}

/** The rule that a comment silences, if the offset stands in its id. */
export function ruleInComment(
  comment: Token,
  text: string,
  offset: number,
): { readonly id: string; readonly start: number; readonly end: number } | undefined {
  const start = offset - (/[\p{L}\p{N}-]*$/u.exec(text.substring(comment.startOffset, offset))?.[0].length ?? 0);
  const id = /^[\p{L}\p{N}-]*/u.exec(text.substring(start))?.[0] ?? '';
  const isNamed = SUPPRESSION.test(text.substring(comment.startOffset, start));
  return isNamed && id !== '' ? { id, start, end: start + id.length } : undefined;
}

/** Paths of the workspace's other files, between the quotes of an import; the nearest first. */
export function filesInString(string: Token, document: JourneyDocument, offset: number): Proposals {
  const closed = isClosed(string);
  return {
    start: string.startOffset + 1,
    end: Math.max(closed ? string.endOffset : string.endOffset + 1, offset),
    items: importable(document).map((text) => ({
      kind: 'file',
      text,
      insert: closed ? text : `${text}"`,
      about: { kind: 'nothing' },
    })),
  };
}

/** Paths of the files that a document could import and does not yet, the nearest first. */
export function importable(document: JourneyDocument): readonly string[] {
  const uri = document.uri.toString();
  const index = indexOf(document);
  const imported = new Set(document.parseResult.value.imports.map(({ path }) => resolveImport(uri, path ?? '')));
  const others = index.uris().filter((each) => each !== uri && !isLibrary(each) && index.mayImport(uri, each));
  const paths = others.map((each) => ({ path: importPath(uri, each), isImported: imported.has(each) }));
  return paths
    .filter(({ isImported }) => !isImported)
    .map(({ path }) => path)
    .toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}
