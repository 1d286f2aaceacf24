import type { AstNode, CstNode, LinkingError, Reference } from 'langium';
import type * as ast from '../generated/ast.ts';

/** What a name leads to. */
export interface Found<T extends ast.Named = ast.Named> {
  readonly node: T;
  /** Others that the name means just as well: it is ambiguous when there are any. */
  readonly rivals: readonly T[];
}

/** What came of looking up a name. `word`: no declaration is meant, but a word that this place allows, as in `shows price`. */
export type Link = Found | LinkingError | 'word';

/**
 * A name in the text that stands for a declaration. It is looked up when first asked for, and kept until unlinked.
 *
 * It is what Langium calls a `Reference`. It does not say so to the compiler, for which an optional property must be
 * missing rather than undefined, as Langium's own references are.
 */
export class JourneyReference {
  readonly $refText: string;
  readonly $refNode: CstNode | undefined;
  /** The syntax node in which it stands, and the property of that node. */
  readonly container: AstNode;
  readonly property: string;
  /** Missing until it has been looked up. */
  link: Link | undefined;
  readonly #look: LookUp;

  constructor(container: AstNode, property: string, refNode: CstNode | undefined, refText: string, look: LookUp) {
    this.$refText = refText;
    this.$refNode = refNode;
    this.container = container;
    this.property = property;
    this.link = undefined;
    this.#look = look;
  }

  get ref(): ast.Named | undefined {
    return this.found?.node;
  }

  get found(): Found | undefined {
    const link = this.link ?? this.#look(this);
    return typeof link === 'object' && 'node' in link ? link : undefined;
  }

  get error(): LinkingError | undefined {
    return typeof this.link === 'object' && 'info' in this.link ? this.link : undefined;
  }
}

/** Looks up a reference; undefined when it is too early to say. */
export type LookUp = (reference: JourneyReference) => Link | undefined;

/** The same reference as the syntax tree's types know it. */
export function asReference(reference: JourneyReference): Reference {
  return reference as unknown as Reference;
}

export function isJourneyReference(value: unknown): value is JourneyReference {
  return value instanceof JourneyReference;
}
