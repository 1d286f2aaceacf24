import type { AstNode, Linker, MultiReference, Reference, ValueConverter } from 'langium';
import type { Action, Assignment, Call, Read, State } from './automaton.ts';
import { Composite, TreeOfText } from './concrete-tree.ts';
import { addTo, type Node, type NodeTypes } from './node-types.ts';
import type { Syntax } from './syntax.ts';
import { asCst, type Token } from './token.ts';
import type { Transition } from './transitions.ts';

/** A tree, or the index of the first token that does not fit the grammar (the number of tokens: the end does not). */
export type Built = Tree | { readonly failedAt: number };

export interface Tree {
  readonly tree: AstNode;
  /** All names that refer to something, in the order of the text. */
  readonly references: readonly (Reference | MultiReference)[];
}

export interface Services {
  readonly syntax: Syntax;
  readonly nodeTypes: NodeTypes;
  readonly converter: ValueConverter;
  readonly linker: Linker;
}

/** Blocks of an earlier text that stand in the one that is being read as they were. */
export interface KnownBlocks {
  /** The block that begins with a token. */
  readonly at: (token: Token, index: number) => KnownBlock | undefined;
}

export interface KnownBlock {
  readonly composite: Composite;
  /** Its closing brace, and the index of it. */
  readonly last: Token;
  readonly lastIndex: number;
  readonly references: readonly (Reference | MultiReference)[];
}

/** A rule that has been entered: the node that it makes, or the string. */
class Frame {
  readonly call: Call;
  readonly outer: Frame | undefined;
  node: Node | undefined = undefined;
  text = '';

  constructor(call: Call, outer: Frame | undefined) {
    this.call = call;
    this.outer = outer;
  }
}

/** Builds Langium's abstract and concrete syntax tree from tokens. Does not recover: the repair has done that. */
export class TreeBuilder {
  private readonly cst: TreeOfText;
  private readonly references: (Reference | MultiReference)[] = [];
  /** The innermost of the rules that have been entered. */
  private entered: Frame | undefined = undefined;
  private readonly services: Services;
  private readonly tokens: readonly Token[];
  private readonly hidden: readonly Token[];
  private readonly known: KnownBlocks | undefined;
  private nextHidden = 0;
  /** Whether the statement that is being read began a line. */
  private isLineOfItsOwn = false;
  private tree: Node | undefined;

  /** @param known what need not be read; if the text does not fit the grammar, it is of no use to anybody any more */
  constructor(
    text: string,
    tokens: readonly Token[],
    hidden: readonly Token[],
    services: Services,
    known?: KnownBlocks,
  ) {
    this.known = known;
    this.cst = new TreeOfText(text, hidden);
    this.tokens = tokens;
    this.hidden = hidden;
    this.services = services;
  }

  build(): Built {
    const { tokens } = this;
    const { transitions, automaton } = this.services.syntax;
    let state: State = automaton.start;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      const ways = transitions.over(token.tokenType, state);
      const way = ways.length > 1 ? this.choose(ways, index) : ways[0];
      if (way === undefined) return { failedAt: index };
      if (way.begins) this.isLineOfItsOwn = this.isFirst(index);
      for (const action of way.actions) this.act(action);
      const known = this.known?.at(token, index);
      if (known !== undefined && way.read === token.read && this.adopt(token, known)) {
        index = known.lastIndex;
        state = known.last.read?.target ?? state;
        continue;
      }
      this.consume(token, way.read);
      state = way.read.target;
    }
    const last = transitions.toEnd(state);
    if (last === undefined) return { failedAt: tokens.length };
    for (const action of last) this.act(action);
    if (this.tree === undefined) throw new Error('The entry rule has not been left');
    this.addHidden(Infinity);
    return { tree: this.tree as AstNode, references: this.references };
  }

  /**
   * Takes the way that the following tokens confirm. Where they fit several, it is one that begins no other statement
   * within the line: people write a statement a line, unless they write all on one line.
   */
  private choose(ways: readonly Transition[], index: number): Transition | undefined {
    const { configurations } = this.services.syntax;
    let rivals = ways.map((way) => ({
      way,
      now: configurations.at(way.read.target),
      splits: way.begins && !this.isFirst(index),
    }));
    let inLine = this.isLineOfItsOwn;
    for (let ahead = index + 1; rivals.length > 1; ahead++) {
      const token = this.tokens[ahead];
      inLine &&= !this.isFirst(ahead);
      const next = rivals.flatMap(({ way, now, splits }) => {
        if (token === undefined) return now.mayEnd ? [{ way, now: configurations.of([]), splits }] : [];
        const step = now.over(token.tokenType);
        return step === undefined ? [] : [{ way, now: step.to, splits: splits || (inLine && step.begins) }];
      });
      if (next.length === 0) break;
      rivals = next;
      if (rivals.every(({ now }) => now === rivals[0]?.now)) break;
    }
    return (rivals.find(({ splits }) => !splits) ?? rivals[0])?.way;
  }

  private isFirst(index: number): boolean {
    const token = this.tokens[index];
    const before = this.tokens[index - 1];
    return token === undefined || before === undefined || before.endLine < token.startLine;
  }

  private act(action: Action): void {
    if (action.does === 'enter') {
      if (!action.call.isEntry) this.cst.begin(action.call);
      this.entered = new Frame(action.call, this.entered);
    } else if (action.does === 'leave') {
      this.leave();
    } else {
      this.frame.node = this.services.nodeTypes.create(action.type);
    }
  }

  private get frame(): Frame {
    if (this.entered === undefined) throw new Error('No rule has been entered');
    return this.entered;
  }

  private nodeOf(frame: Frame): Node {
    frame.node ??= this.services.nodeTypes.create(frame.call.type ?? '');
    return frame.node;
  }

  private leave(): void {
    const frame = this.frame;
    const { call, outer: parent } = frame;
    this.entered = parent;
    const composite = this.cst.end();
    if (call.type === undefined) {
      // Its parts are converted already.
      if (call.assignment !== undefined) this.assign(call.assignment, frame.text, composite);
      else this.frame.text += frame.text;
      return;
    }
    const node = this.nodeOf(frame);
    node.$cstNode = asCst(composite);
    if (parent === undefined) this.finish(node, composite);
    // A rule that only chooses between others hands on the node of the chosen one.
    else if (call.assignment === undefined) parent.node = node;
    else this.assign(call.assignment, node, composite);
  }

  private finish(node: Node, composite: Composite): void {
    composite.astNode = node as AstNode;
    this.tree = node;
  }

  /** Takes a block as it was for the one that has just begun, up to its closing brace. */
  private adopt(first: Token, { composite, last, references }: KnownBlock): boolean {
    const { frame } = this;
    if (frame.node !== undefined || frame.call.type === undefined || frame.call !== composite.call) return false;
    this.addHidden(first.startOffset);
    frame.node = composite.astNode as Node;
    this.cst.adopt(composite);
    for (const reference of references) this.references.push(reference);
    while ((this.hidden[this.nextHidden]?.startOffset ?? Infinity) < last.startOffset) this.nextHidden++;
    return true;
  }

  private consume(token: Token, read: Read): void {
    const { assignment } = read;
    if (token.isInsertedInRecovery) {
      this.supply(assignment);
      return;
    }
    if (this.nextHidden < this.hidden.length) this.addHidden(token.startOffset);
    token.read = read;
    this.cst.add(token);
    if (assignment !== undefined) {
      const value = assignment.keyword ?? this.valueOf(token);
      this.assign(assignment, value, token);
    } else if (this.frame.call.type === undefined) {
      this.frame.text += String(this.valueOf(token));
    }
  }

  private valueOf(token: Token): unknown {
    return this.services.converter.convert(token.image, asCst(token));
  }

  /** A name that the repair had to supply is empty; nothing else of what it supplies reaches the tree. */
  private supply(assignment: Assignment | undefined): void {
    if (assignment?.feature === 'name') this.nodeOf(this.frame)['name'] = '';
  }

  private addHidden(before: number): void {
    const first = this.nextHidden;
    while ((this.hidden[this.nextHidden]?.startOffset ?? Infinity) < before) this.nextHidden++;
    if (this.nextHidden > first) this.cst.addHidden(this.hidden.slice(first, this.nextHidden));
  }

  private assign({ feature, operator, reference }: Assignment, value: unknown, source: Token | Composite): void {
    const node = this.nodeOf(this.frame);
    const item = reference && typeof value === 'string' ? this.refer(node, feature, value, source) : value;
    const index = operator === '+=' ? addTo(node, feature, item) : undefined;
    if (index === undefined) node[feature] = operator === '?=' ? true : item;
    if (typeof value === 'object') {
      const child = value as Node;
      child.$container = node as AstNode;
      child.$containerProperty = feature;
      child.$containerIndex = index;
      if (source instanceof Composite) source.astNode = child as AstNode;
    }
  }

  private refer(node: Node, feature: string, name: string, source: Token | Composite): Reference | MultiReference {
    const reference = this.services.linker.buildReference(node as AstNode, feature, asCst(source), name);
    this.references.push(reference);
    return reference;
  }
}
