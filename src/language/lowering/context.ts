import type { AstNode, LangiumDocument, Reference as SyntaxReference } from 'langium';
import type { Reference } from '../../model/values.ts';
import type * as ast from '../generated/ast.ts';
import { type Comment, commentsOf } from '../comments.ts';
import { isLibrary } from '../library/library.ts';
import { syntaxReportOf } from '../parser/journey-parser.ts';
import type { TopLevel } from '../scope/symbols.ts';
import { type HiddenKeys, keyOf, type Names, nameOf, namesIn, rootOf } from './keys.ts';

/** What lowering a file's declarations needs to know, and what it finds out on the way. */
export interface Context extends Home {
  readonly hidden: HiddenKeys;
  /** Declarations that the one being lowered refers to, itself or through what it inherits. */
  readonly targets: Set<TopLevel>;
  /** Other documents whose text it takes over, because it inherits from there. */
  readonly documents: Set<LangiumDocument<ast.JourneyFile>>;
  /** What names were taken to mean, where that is noted. */
  readonly notes?: Note[];
}

/** What a name was taken to mean: as long as it still does, what was lowered with it is still true. */
export interface Note {
  readonly reference: SyntaxReference;
  /** Undefined when it meant nothing. */
  readonly key: string | undefined;
  readonly type: string | undefined;
  /** For an emotion, what it brings. */
  readonly emotion?: DeclaredEmotion | undefined;
}

/** What an emotion brings to whoever feels it. */
export interface DeclaredEmotion {
  readonly label: string | undefined;
  readonly face: string | undefined;
  readonly value: number | undefined;
}

/** The file in which a declaration stands. */
export interface Home {
  readonly uri: string;
  readonly text: string;
  /** Whether it is a file of the standard library. */
  readonly library: boolean;
  readonly root: AstNode;
  readonly names: Names;
  /** Empty when none of them can be a doc comment. */
  readonly comments: readonly Comment[];
  /** Whether somebody is changing the text, so that most of it will soon be lowered again. */
  readonly isChanging: boolean;
}

/** A reference with the key of what it names; undefined when there is no such thing. */
export function refer(context: Context, reference: SyntaxReference): Reference | undefined {
  const target = reference.ref;
  const words = reference.$refNode;
  if (target === undefined || words === undefined) {
    context.notes?.push({ reference, key: undefined, type: target?.$type });
    return undefined;
  }
  const name = nameOf(target, context.names);
  context.targets.add(name.top);
  const key = keyOf(name, context.names, context.hidden);
  context.notes?.push({ reference, key, type: target.$type });
  return { key, place: { uri: context.uri, range: words.range } };
}

/** The context for a node that may stand in another file, such as the segment that a persona inherits from. */
export function contextAt(context: Context, node: AstNode): Context {
  const root = rootOf(node);
  if (root === context.root || root.$document === undefined) return context;
  const document = root.$document as LangiumDocument<ast.JourneyFile>;
  context.documents.add(document);
  return { ...context, ...homeContext(document) };
}

export function homeContext(document: LangiumDocument<ast.JourneyFile>): Home {
  const uri = document.uri.toString();
  const text = document.textDocument.getText();
  return {
    uri,
    text,
    library: isLibrary(uri),
    root: document.parseResult.value,
    names: namesIn(document.parseResult.value),
    // Finding comments means a walk over every word.
    comments: text.includes('/**') ? commentsOf(document) : [],
    isChanging: syntaxReportOf(document.parseResult)?.isReread === true,
  };
}
