import { AstUtils, type CstNode, CstUtils, GrammarAST, isLeafCstNode, type LeafCstNode } from 'langium';
import type { Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { commentsOf } from '../comments.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isLibrary } from '../library/library.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { uriOf } from '../scope/places.ts';
import { hasName } from '../scope/symbols.ts';
import { idsOf } from '../linking/reference-ids.ts';

/** What a piece of text is: a word of the language, a value, or the `$type` of the declaration that it names. */
export type TokenKind = 'keyword' | 'word' | 'text' | 'number' | 'comment' | ast.Named['$type'];

/** A piece of text on one line. Numbers count from zero, in UTF-16 code units. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: TokenKind;
  readonly isDeclaration: boolean;
  /** Whether the standard library declares it. */
  readonly isLibrary: boolean;
}

/**
 * What each word of a document is, in the order of the text; between two lines, the second one included, if they are given.
 * Only this can tell a keyword from a name that is spelt like one. A name that leads nowhere is left out.
 */
export function tokensOf(document: JourneyDocument, range?: Range): readonly SemanticToken[] {
  const root = document.parseResult.value.$cstNode;
  if (root === undefined) return [];
  const from = range?.start.line ?? 0;
  const to = range?.end.line ?? Number.POSITIVE_INFINITY;
  const isAsked = (first: number, last: number): boolean => last >= from && first <= to;
  const names = namesIn(document);
  const tokens: SemanticToken[] = [];
  const add = (node: Pick<CstNode, 'offset' | 'text'>, token: Token): void => {
    tokens.push(...onLines(node, token, document).filter(({ line }) => isAsked(line, line)));
  };
  for (const leaf of CstUtils.flattenCst(root)) {
    const { start, end } = leaf.range;
    if (!isLeafCstNode(leaf) || leaf.hidden || !isAsked(start.line, end.line)) continue;
    const token = names.get(leaf.offset) ?? tokenOf(leaf);
    if (token !== undefined) add(leaf, token);
  }
  for (const comment of commentsOf(document)) add(comment, { kind: 'comment' });
  return tokens.toSorted((a, b) => a.line - b.line || a.character - b.character);
}

interface Token {
  readonly kind: TokenKind;
  readonly isDeclaration?: boolean;
  readonly isLibrary?: boolean;
}

/** What each id refers to, by its offset; words that a place allows instead of a name are there as words. */
function namesIn(document: JourneyDocument): ReadonlyMap<number, Token | undefined> {
  const names = new Map<number, Token | undefined>();
  for (const reference of document.references) {
    if (!isJourneyReference(reference) || reference.$refNode === undefined) continue;
    if (reference.link === 'word') names.set(reference.$refNode.offset, { kind: 'word' });
    for (const { node, place } of idsOf(reference)) {
      const token: Token = { kind: node.$type, isLibrary: isLibrary(uriOf(node)) };
      names.set(document.textDocument.offsetAt(place.range.start), token);
    }
  }
  return names;
}

function tokenOf(leaf: LeafCstNode): Token | undefined {
  const { grammarSource, astNode, tokenType } = leaf;
  switch (tokenType.name) {
    case 'STRING':
      return { kind: 'text' };
    case 'QUANTITY':
    case 'DATE':
    case 'HOURS':
      return { kind: 'number' };
  }
  if (GrammarAST.isKeyword(grammarSource)) return /^\p{L}/u.test(leaf.text) ? { kind: 'keyword' } : undefined;
  if (!GrammarAST.isRuleCall(grammarSource)) return undefined;
  if (grammarSource.rule.$refText.startsWith('INLINE_')) return { kind: 'keyword' };
  const assignment = AstUtils.getContainerOfType(grammarSource, GrammarAST.isAssignment);
  if (assignment === undefined) return undefined;
  if (assignment.feature !== 'name') return { kind: 'word' };
  const named = astNode as ast.Named;
  return hasName(named) ? { kind: named.$type, isDeclaration: true } : undefined;
}

/** Many clients take no token of several lines. */
function onLines(
  { offset, text }: Pick<CstNode, 'offset' | 'text'>,
  { kind, isDeclaration = false, isLibrary: library = false }: Token,
  { textDocument }: JourneyDocument,
): readonly SemanticToken[] {
  const start = textDocument.positionAt(offset);
  return text.split(/\r\n|\n|\r/).flatMap((part, index) => {
    if (part === '') return [];
    const line = start.line + index;
    const character = index === 0 ? start.character : 0;
    return { line, character, length: part.length, kind, isDeclaration, isLibrary: library };
  });
}
