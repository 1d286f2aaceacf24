import type { AstNode, CstNode, Reference as SyntaxReference } from 'langium';
import type { Place, Range } from '../../model/place.ts';
import type {
  CalendarDate,
  Duration,
  Hours,
  Mark,
  Money,
  Percentage,
  PlainNumber,
  Prose,
  Quantity,
  Reference,
  Word,
} from '../../model/values.ts';
import type * as ast from '../generated/ast.ts';
import { type Context, refer } from './context.ts';
import type { Part, Source } from '../parser/concrete-tree.ts';
import { sourceOf, statementRange, wordsOf } from './source.ts';
import { dateOf, hoursOf, isQuantity, quantityOf } from './values.ts';

/** Names of the properties of a syntax node that hold values of a type, one or a list. */
export type PropertyOf<T, Value> = {
  [Key in keyof T]-?: NonNullable<T[Key]> extends Value | readonly Value[] ? Key : never;
}[keyof T] &
  string;

/** One list for all that is not written, which is nearly everything. */
const nothing: readonly never[] = [];
const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

type NodeProperty<T> = { [Key in keyof T]-?: NonNullable<T[Key]> extends readonly AstNode[] ? Key : never }[keyof T] &
  string;
type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** A quantity of one kind. */
type QuantityOf<Kind extends Quantity['kind']> = Extract<Quantity, { kind: Kind }>;

/**
 * Reads the values of one syntax node with their places. What cannot be understood is left out: broken values and
 * unresolved references are reported by others, and where a statement is written twice the first one counts.
 */
export class Reader<T extends AstNode> {
  readonly node: T;
  readonly source: Source;
  readonly context: Context;
  readonly #part: Part | undefined;

  /** @param part what the node is in the block around it, if it is in one */
  constructor(context: Context, node: T, part?: Part) {
    this.node = node;
    this.source = sourceOf(node);
    this.context = context;
    this.#part = part;
  }

  place(range: Range): Place {
    return { uri: this.context.uri, range };
  }

  /** The whole statement: the node with the keywords before it. */
  get statement(): Place {
    return this.#part === undefined ? this.extent : this.place(statementRange(this.#part));
  }

  /** The whole node. */
  get extent(): Place {
    return this.place(this.node.$cstNode?.range ?? nowhere);
  }

  texts(property: PropertyOf<T, string>): readonly Prose[] {
    return this.#all(property, (part, value) => this.#prose(part, value as string));
  }

  text(property: PropertyOf<T, string>): Prose | undefined {
    const part = this.part(property);
    return part && this.#prose(part, this.#valueOf(property));
  }

  words(property: PropertyOf<T, string>): readonly Word[] {
    return this.#all(property, (part, value) => ({ value: value as string, place: this.#at(part) }));
  }

  word(property: PropertyOf<T, string>): Word | undefined {
    const part = this.part(property);
    return part && { value: this.#valueOf(property), place: this.#at(part) };
  }

  /** The words that belong to a closed vocabulary. */
  chosenAll<V extends string>(property: PropertyOf<T, string>, vocabulary: readonly V[]): readonly Word<V>[] {
    return this.#all(property, (part, value) => this.#chosen(part, value as string, vocabulary));
  }

  chosen<V extends string>(property: PropertyOf<T, string>, vocabulary: readonly V[]): Word<V> | undefined {
    const part = this.part(property);
    return part && this.#chosen(part, this.#valueOf(property), vocabulary);
  }

  quantities(property: PropertyOf<T, string>): readonly Quantity[] {
    return this.#all(property, (part) => this.#quantity(part));
  }

  quantity(property: PropertyOf<T, string>): Quantity | undefined {
    const part = this.part(property);
    return part && this.#quantity(part);
  }

  duration(property: PropertyOf<T, string>): Duration | undefined {
    return this.#kind(property, 'duration');
  }

  money(property: PropertyOf<T, string>): Money | undefined {
    return this.#kind(property, 'money');
  }

  /** A share of a whole, 0…100 %. */
  share(property: PropertyOf<T, string>): Percentage | undefined {
    const share = this.#kind(property, 'percentage');
    return share !== undefined && !share.points && share.ratio >= 0 && share.ratio <= 1 ? share : undefined;
  }

  /** A number without a unit, inclusive of both limits. */
  number(property: PropertyOf<T, string>, least = -Infinity, most = Infinity): PlainNumber | undefined {
    const number = this.#kind(property, 'number');
    return number !== undefined && number.value >= least && number.value <= most ? number : undefined;
  }

  textOrQuantity(property: PropertyOf<T, string>): Prose | Quantity | undefined {
    const part = this.part(property);
    if (part === undefined) return undefined;
    return isQuantity(this.textOf(part.node)) ? this.#quantity(part) : this.#prose(part, this.#valueOf(property));
  }

  date(property: PropertyOf<T, string>): CalendarDate | undefined {
    const part = this.part(property);
    return part && dateOf(this.textOf(part.node), this.#at(part));
  }

  hours(property: PropertyOf<T, ast.OpeningHours>): readonly Hours[] {
    return this.#all(property, (part, node) =>
      hoursOf(node as ast.OpeningHours, this.textOf(part.node), this.#at(part)),
    );
  }

  /** Whether a statement that is only a word is there; where there are several such words, which one. */
  mark(property: PropertyOf<T, string>, word?: string): Mark | undefined {
    return this.#all(property, (part, value) =>
      word === undefined || value === word ? { place: this.place(statementRange(part)) } : undefined,
    )[0];
  }

  references(property: PropertyOf<T, SyntaxReference>): readonly Reference[] {
    return this.#all(property, (_, reference) => refer(this.context, reference as SyntaxReference));
  }

  reference(property: PropertyOf<T, SyntaxReference>): Reference | undefined {
    if (this.part(property) === undefined) return undefined;
    const [first] = listOf(this.node[property] as SyntaxReference | readonly SyntaxReference[] | undefined);
    return first && refer(this.context, first);
  }

  /** Parts with a syntax node of their own. */
  items<Key extends NodeProperty<T>, Result>(
    property: Key,
    read: (reader: Reader<ItemOf<T[Key]> & AstNode>) => Result | undefined,
  ): readonly Result[] {
    return this.#all(property, (part, node) => read(new Reader(this.context, node as ItemOf<T[Key]> & AstNode, part)));
  }

  /** The first of these parts. */
  item<Key extends NodeProperty<T>, Result>(
    property: Key,
    read: (reader: Reader<ItemOf<T[Key]> & AstNode>) => Result | undefined,
  ): Result | undefined {
    const part = this.part(property);
    if (part === undefined) return undefined;
    const [node] = listOf(this.node[property] as readonly (ItemOf<T[Key]> & AstNode)[]);
    return node && read(new Reader(this.context, node, part));
  }

  /** The words of a piece of text as written. */
  textOf(node: CstNode): string {
    return wordsOf(node, this.context.text);
  }

  /** What a property is written as, the first time. */
  part(property: string): Part | undefined {
    for (const part of this.source.parts) if (part.property === property) return part;
    return undefined;
  }

  #kind<Kind extends Quantity['kind']>(property: PropertyOf<T, string>, kind: Kind): QuantityOf<Kind> | undefined {
    const quantity = this.quantity(property);
    return quantity?.kind === kind ? (quantity as QuantityOf<Kind>) : undefined;
  }

  /** The first value of a property that is written. */
  #valueOf(property: PropertyOf<T, string>): string {
    const value = this.node[property] as string | readonly string[];
    return typeof value === 'string' ? value : (value[0] ?? '');
  }

  /** Reads each value of a property together with what it is written as. */
  #all<Result>(property: string, read: (part: Part, value: unknown) => Result | undefined): readonly Result[] {
    let values: readonly unknown[] | undefined;
    let first: Result | undefined;
    let results: Result[] | undefined;
    let index = 0;
    for (const part of this.source.parts) {
      if (part.property !== property) continue;
      values ??= listOf((this.node as unknown as Readonly<Record<string, unknown>>)[property]);
      const value = values[index++];
      if (value === undefined) continue;
      const result = read(part, value);
      if (result === undefined) continue;
      // Nearly always one: a list that grows would take room for many.
      if (first === undefined) first = result;
      else (results ??= [first]).push(result);
    }
    return results ?? (first === undefined ? nothing : [first]);
  }

  #at(part: Part): Place {
    return this.place(part.node.range);
  }

  #prose(part: Part, text: string): Prose {
    return { kind: 'text', text, written: text, place: this.#at(part) };
  }

  #chosen<V extends string>(part: Part, value: string, vocabulary: readonly V[]): Word<V> | undefined {
    const known = vocabulary.find((word) => word === value);
    return known && { value: known, place: this.#at(part) };
  }

  #quantity(part: Part): Quantity | undefined {
    return quantityOf(this.textOf(part.node), this.#at(part));
  }
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return nothing;
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
