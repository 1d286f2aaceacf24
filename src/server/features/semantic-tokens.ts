import {
  SemanticTokenModifiers,
  type SemanticTokens,
  type SemanticTokensEdit,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { type SemanticToken, type TokenKind, tokensOf } from '../../language/features/semantic-tokens.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import type { Feature } from '../feature.ts';

/** What each word is, so that a name that is spelt like a keyword is coloured as a name. */
export const semanticTokens: Feature = (connection, session) => {
  /** What the client was sent last, by document. Of files that are closed it asks nothing more. */
  const sent = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  let count = 0;
  const remember = (document: JourneyDocument): { resultId: string; data: number[] } => {
    for (const uri of sent.keys()) if (session.version(uri) === null) sent.delete(uri);
    count += 1;
    const result = { resultId: String(count), data: encoded(tokensOf(document)) };
    sent.set(document.uri.toString(), result);
    return result;
  };
  const { semanticTokens: requests } = connection.languages;
  requests.on(async ({ textDocument }, token): Promise<SemanticTokens> => {
    const document = await session.document(textDocument.uri, token);
    return document === undefined ? { data: [] } : remember(document);
  });
  requests.onDelta(async ({ textDocument, previousResultId }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return { data: [] };
    const before = sent.get(document.uri.toString());
    const now = remember(document);
    if (before?.resultId !== previousResultId) return now;
    return { resultId: now.resultId, edits: editsBetween(before.data, now.data) };
  });
  requests.onRange(async ({ textDocument, range }, token) => {
    const document = await session.document(textDocument.uri, token);
    return { data: document === undefined ? [] : encoded(tokensOf(document, range)) };
  });
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  };
};

/** The protocol's own types, which every theme knows. */
const LOOKS: Readonly<Partial<Record<TokenKind, SemanticTokenTypes>>> = {
  keyword: SemanticTokenTypes.keyword,
  text: SemanticTokenTypes.string,
  number: SemanticTokenTypes.number,
  comment: SemanticTokenTypes.comment,
  word: SemanticTokenTypes.enumMember,
  Journey: SemanticTokenTypes.namespace,
  Stage: SemanticTokenTypes.namespace,
  Touchpoint: SemanticTokenTypes.event,
  Persona: SemanticTokenTypes.class,
  Segment: SemanticTokenTypes.interface,
  Channel: SemanticTokenTypes.enum,
  System: SemanticTokenTypes.struct,
  Team: SemanticTokenTypes.type,
  Emotion: SemanticTokenTypes.enumMember,
  Action: SemanticTokenTypes.function,
  Experiment: SemanticTokenTypes.function,
};

/** Data, metrics, goals, facts, questions and whatever else has an id. */
const OTHER = SemanticTokenTypes.property;
const TYPES: readonly SemanticTokenTypes[] = [...new Set([...Object.values(LOOKS), OTHER])];
const MODIFIERS = [SemanticTokenModifiers.declaration, SemanticTokenModifiers.defaultLibrary] as const;

/** Five numbers a token, lines and characters counted from the token before, as the protocol has it. */
function encoded(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const token of tokens) {
    const { line, character, length, kind, isDeclaration, isLibrary } = token;
    const lines = line - before.line;
    const characters = lines === 0 ? character - before.character : character;
    const modifiers = (isDeclaration ? 1 : 0) + (isLibrary ? 2 : 0);
    data.push(lines, characters, length, TYPES.indexOf(LOOKS[kind] ?? OTHER), modifiers);
    before = token;
  }
  return data;
}

/** What stands between the first and the last number that differ: an edit changes one place. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const least = Math.min(before.length, now.length);
  let start = 0;
  while (start < least && before[start] === now[start]) start += 1;
  if (start === before.length && start === now.length) return [];
  let same = 0;
  while (same < least - start && before.at(-1 - same) === now.at(-1 - same)) same += 1;
  return [{ start, deleteCount: before.length - start - same, data: now.slice(start, now.length - same) }];
}
