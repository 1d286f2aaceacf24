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
import { type Part, type Source, sourceOf, statementRange } from './source.ts';
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
    return this.#each(property, (part, value) => this.#prose(part.node, value));
  }

  text(property: PropertyOf<T, string>): Prose | undefined {
    return this.#first(property, (part, value) => this.#prose(part.node, value));
  }

  words(property: PropertyOf<T, string>): readonly Word[] {
    return this.#each(property, (part, value) => this.#word(part, value));
  }

  word(property: PropertyOf<T, string>): Word | undefined {
    return this.#first(property, (part, value) => this.#word(part, value));
  }

  /** The words that belong to a closed vocabulary. */
  chosenAll<V extends string>(property: PropertyOf<T, string>, vocabulary: readonly V[]): readonly Word<V>[] {
    return this.#each(property, (part, value) => this.#chosen(part, value, vocabulary));
  }

  chosen<V extends string>(property: PropertyOf<T, string>, vocabulary: readonly V[]): Word<V> | undefined {
    return this.#first(property, (part, value) => this.#chosen(part, value, vocabulary));
  }

  quantities(property: PropertyOf<T, string>): readonly Quantity[] {
    return this.#each(property, (part) => this.#quantity(part.node));
  }

  quantity(property: PropertyOf<T, string>): Quantity | undefined {
    return this.#first(property, (part) => this.#quantity(part.node));
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
    return this.#first(property, (part, value) => {
      const written = this.textOf(part.node);
      return isQuantity(written) ? this.#quantity(part.node) : this.#prose(part.node, value);
    });
  }

  date(property: PropertyOf<T, string>): CalendarDate | undefined {
    return this.#first(property, (part) => dateOf(this.textOf(part.node), this.place(part.node.range)));
  }

  hours(property: PropertyOf<T, ast.OpeningHours>): readonly Hours[] {
    return this.#pair(property, (node: ast.OpeningHours, part) =>
      hoursOf(node, this.textOf(part.node), this.place(part.node.range)),
    );
  }

  /** Whether a statement that is only a word is there. */
  mark(property: PropertyOf<T, string>, word?: string): Mark | undefined {
    return this.#first(property, (part, value) =>
      word === undefined || value === word ? { place: this.place(statementRange(part)) } : undefined,
    );
  }

  references(property: PropertyOf<T, SyntaxReference>): readonly Reference[] {
    if (!this.#isWritten(property)) return nothing;
    const references = listOf(this.node[property] as SyntaxReference | readonly SyntaxReference[] | undefined);
    const [first] = references;
    if (first !== undefined && references.length === 1) {
      const result = refer(this.context, first);
      return result === undefined ? nothing : [result];
    }
    return references.map((reference) => refer(this.context, reference)).filter((result) => result !== undefined);
  }

  reference(property: PropertyOf<T, SyntaxReference>): Reference | undefined {
    return this.references(property)[0];
  }

  /** Parts with a syntax node of their own. */
  items<Key extends NodeProperty<T>, Result>(
    property: Key,
    read: (reader: Reader<ItemOf<T[Key]> & AstNode>) => Result | undefined,
  ): readonly Result[] {
    return this.#pair(property, (node: ItemOf<T[Key]> & AstNode, part) => read(new Reader(this.context, node, part)));
  }

  /** The first of these parts that can be understood. */
  item<Key extends NodeProperty<T>, Result>(
    property: Key,
    read: (reader: Reader<ItemOf<T[Key]> & AstNode>) => Result | undefined,
  ): Result | undefined {
    return this.items(property, read)[0];
  }

  /** The words of a piece of text as written. */
  textOf(node: CstNode): string {
    return this.context.text.substring(node.offset, node.end);
  }

  /** What a property is written as. */
  part(property: string): Part | undefined {
    return this.source.parts.find((part) => part.property === property);
  }

  #kind<Kind extends Quantity['kind']>(property: PropertyOf<T, string>, kind: Kind): QuantityOf<Kind> | undefined {
    return this.#first(property, (part) => {
      const quantity = this.#quantity(part.node);
      return quantity?.kind === kind ? (quantity as QuantityOf<Kind>) : undefined;
    });
  }

  #each<Result>(
    property: PropertyOf<T, string>,
    read: (part: Part, value: string) => Result | undefined,
  ): readonly Result[] {
    return this.#pair(property, (value: string, part) => read(part, value));
  }

  #first<Result>(
    property: PropertyOf<T, string>,
    read: (part: Part, value: string) => Result | undefined,
  ): Result | undefined {
    return this.#each(property, read)[0];
  }

  #isWritten(property: string): boolean {
    for (const part of this.source.parts) if (part.property === property) return true;
    return false;
  }

  /** Brings together the values of a property and what they are written as. */
  #pair<Item, Result>(property: string, read: (item: Item, part: Part) => Result | undefined): readonly Result[] {
    let items: readonly unknown[] | undefined;
    let first: Result | undefined;
    let results: Result[] | undefined;
    let index = 0;
    for (const part of this.source.parts) {
      if (part.property !== property) continue;
      items ??= listOf((this.node as unknown as Readonly<Record<string, unknown>>)[property]);
      const item = items[index++];
      if (item === undefined) continue;
      const result = read(item as Item, part);
      if (result === undefined) continue;
      // Nearly always one: a list that grows would take room for many.
      if (first === undefined) first = result;
      else (results ??= [first]).push(result);
    }
    return results ?? (first === undefined ? nothing : [first]);
  }

  #prose(node: CstNode, text: string): Prose {
    return { kind: 'text', text, written: text, place: this.place(node.range) };
  }

  #word(part: Part, value: string): Word {
    return { value, place: this.place(part.node.range) };
  }

  #chosen<V extends string>(part: Part, value: string, vocabulary: readonly V[]): Word<V> | undefined {
    const known = vocabulary.find((word) => word === value);
    return known && { value: known, place: this.place(part.node.range) };
  }

  #quantity(node: CstNode): Quantity | undefined {
    return quantityOf(this.textOf(node), this.place(node.range));
  }
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return nothing;
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
