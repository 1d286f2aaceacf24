import type { Range } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type * as ast from '../../generated/ast.ts';

/** Something that can be written at a place. */
export interface Proposal {
  readonly kind: 'keyword' | 'name' | 'word' | 'value' | 'text' | 'sign' | 'rule' | 'file' | 'template';
  /** What is listed, and what is written unless `insert` says otherwise. */
  readonly text: string;
  readonly insert?: string;
  /** The same with its required parts, in the syntax of LSP's snippets. */
  readonly snippet?: string;
  /** What comes next is one of a list that is better chosen from than written over. */
  readonly picks?: true;
  /** What people call it, in the language asked for: listed beside it, and it is found by it. */
  readonly title?: string;
  /** What else there is to see at a glance: the face and value of an emotion, the file that is going to be imported. */
  readonly aside?: string;
  /** Typed behind the proposal, these take it. */
  readonly commits?: readonly string[];
  /** What must be written elsewhere in the file together with it. */
  readonly also?: { readonly range: Range; readonly text: string };
  /** What there is to know about it; worked out when somebody looks at the proposal (explain.ts). */
  readonly about: About;
}

type About =
  | { readonly kind: 'keyword'; readonly block: string; readonly word: string }
  | { readonly kind: 'declaration'; readonly node: ast.Named }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'nothing' };

export interface Proposals {
  /** Where the word begins that is being written; it ends at the place. */
  readonly start: number;
  /** Where the word ends that stands there already, for clients that can replace it. */
  readonly end: number;
  /** The likeliest first. */
  readonly items: readonly Proposal[];
}
