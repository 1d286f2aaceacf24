import type { Body, Declaration } from '../../model/declaration.ts';
import type { Place, Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { docAbove } from '../comments.ts';
import { keyOf, nameOf } from './keys.ts';
import type { Reader } from './reader.ts';

/**
 * All fields of a type, those that may be missing as `undefined`. Writing out every field lets the compiler find the one
 * that is forgotten when the language grows.
 */
export type Draft<T> = {
  [Key in keyof Required<T>]: Pick<T, Key> extends Required<Pick<T, Key>> ? T[Key] : T[Key] | undefined;
};

/** A draft as what it is a draft of: whoever reads a field that was not written finds nothing there. */
export function finish<T>(draft: Draft<T>): T {
  return draft as T;
}

/** A reader of any node with a name. */
type NamedReader = Pick<Reader<ast.Named>, 'node' | 'context' | 'source' | 'extent' | 'place' | 'part'>;

/** What all declarations share. */
export function declare(reader: NamedReader): Draft<Declaration> {
  const declaration = { ...nothingDeclared };
  declareIn(declaration, reader);
  return declaration;
}

/**
 * The same, into a draft that has the fields already: before code is warm, the engine takes thirty times as long to put together a
 * large object from two.
 */
export function declareIn(
  draft: { -readonly [Field in keyof Draft<Declaration>]: Draft<Declaration>[Field] },
  reader: NamedReader,
): void {
  const { node, context } = reader;
  const extent = reader.extent;
  const name = reader.part('name');
  draft.key = keyOf(nameOf(node, context.names), context.names, context.hidden);
  draft.id = node.name ?? '';
  draft.label = node.label;
  draft.labelJa = node.labelJa;
  draft.labelEn = node.labelEn;
  draft.doc = docOf(reader);
  draft.place = name === undefined ? reader.place(firstWord(reader, extent.range)) : reader.place(name.node.range);
  draft.extent = extent;
  draft.body = bodyOf(reader, extent.range);
  draft.library = context.library;
}

const nowhere: Place = { uri: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };

/** A declaration of which nothing has been read yet. */
export const nothingDeclared: Draft<Declaration> = {
  key: '',
  id: '',
  label: undefined,
  labelJa: undefined,
  labelEn: undefined,
  doc: undefined,
  place: nowhere,
  extent: nowhere,
  body: undefined,
  library: false,
};

/** What is written in the doc comment above it. */
export function docOf({ node, context }: Pick<NamedReader, 'node' | 'context'>): string | undefined {
  if (context.comments.length === 0 || node.$cstNode === undefined) return undefined;
  return docAbove(context.comments, context.text, node.$cstNode.offset);
}

function bodyOf({ source }: NamedReader, extent: Range): Body | undefined {
  const { open, close } = source;
  if (open === undefined) return undefined;
  return { start: open.range.end, end: close?.range.start ?? extent.end, closed: close !== undefined };
}

/** Where a finding points while the id is missing: the keyword. */
function firstWord({ node, context }: NamedReader, extent: Range): Range {
  const { start } = extent;
  const word = /^\p{L}*/u.exec(context.text.slice(node.$cstNode?.offset ?? 0))?.[0] ?? '';
  return { start, end: { line: start.line, character: start.character + word.length } };
}
