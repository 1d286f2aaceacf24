import type { AstNode, CstNode, GrammarAST } from 'langium';
import type { Position, Range } from '../../model/place.ts';
import type { Call } from './automaton.ts';
import type { Token } from './token.ts';

/** A piece of text that a rule of the grammar was read from: a node of the concrete syntax tree. Its leaves are tokens. */
export class Composite {
  container: Composite | undefined = undefined;
  /** What of the grammar it was read as; missing for the whole text. */
  readonly call: Call | undefined;
  content: readonly (Token | Composite)[] = NOTHING;
  /** What its syntax node was read from, once somebody has asked for it. */
  source: Source | undefined = undefined;
  /** Whether nothing is wrong in it, whatever stands around it; not known as long as nobody has looked. */
  isSound: boolean | undefined = undefined;
  /** What a touchpoint was lowered to, in a text that somebody is changing. Only the lowering knows what it is. */
  lowered: object | undefined = undefined;
  private own: AstNode | undefined = undefined;
  private knownRange: Range | undefined = undefined;

  constructor(call: Call | undefined) {
    this.call = call;
  }

  /** The property of the syntax node around it that it fills. */
  get property(): string | undefined {
    return this.call?.assignment?.feature;
  }

  get grammarSource(): GrammarAST.AbstractElement | undefined {
    return this.call?.element;
  }

  /** The node of the abstract syntax tree that was made of it, or of what it stands in. */
  get astNode(): AstNode {
    const node = this.own ?? this.container?.astNode;
    if (node === undefined) throw new Error('No node has been made of this text');
    return node;
  }

  set astNode(node: AstNode) {
    this.own = node;
  }

  get hidden(): boolean {
    return false;
  }

  get root(): Root {
    // Nothing but the whole text stands in nothing.
    return this.container === undefined ? (this as unknown as Root) : this.container.root;
  }

  get offset(): number {
    return this.first?.offset ?? 0;
  }

  get end(): number {
    return this.last?.end ?? 0;
  }

  get length(): number {
    return this.end - this.offset;
  }

  get range(): Range {
    const { first, last } = this;
    if (first === undefined || last === undefined) return { start: BEGINNING, end: BEGINNING };
    if (this.knownRange === undefined) {
      const start = first.startPosition;
      const end = last.endPosition;
      this.knownRange = { start, end: end.line < start.line ? start : end };
    }
    return this.knownRange;
  }

  get startPosition(): Position {
    return this.range.start;
  }

  get endPosition(): Position {
    return this.range.end;
  }

  get text(): string {
    return this.root.fullText.substring(this.offset, this.end);
  }

  /** It stands on other lines now. */
  forgetPlace(): void {
    this.knownRange = undefined;
    this.lowered = undefined;
    for (const part of this.content) if (part instanceof Composite) part.forgetPlace();
  }

  private get first(): Token | Composite | undefined {
    for (const node of this.content) if (!node.hidden) return node;
    return this.content[0];
  }

  private get last(): Token | Composite | undefined {
    const { content } = this;
    for (let index = content.length - 1; index >= 0; index--) {
      const node = content[index];
      if (node?.hidden === false) return node;
    }
    return content.at(-1);
  }
}

const NOTHING: readonly never[] = [];
const BEGINNING: Position = { line: 0, character: 0 };

/** The whole text. */
export class Root extends Composite {
  readonly fullText: string;
  /** All comments and everything else that is not part of the language, in the order of the text. */
  readonly hiddenTokens: readonly Token[];

  constructor(text: string, hiddenTokens: readonly Token[]) {
    super(undefined);
    this.fullText = text;
    this.hiddenTokens = hiddenTokens;
  }
}

/** What a syntax node was read from. */
export interface Source {
  /**
   * What fills the node's properties, in the order of the text. A list property has as many values, in the same order:
   * the parser appends one for each piece of text that it accepts, recovered or not.
   */
  readonly parts: readonly Part[];
  /** The braces of its block, as far as they are written. */
  readonly open: CstNode | undefined;
  readonly close: CstNode | undefined;
}

/** A piece of text that fills a property of a syntax node. */
export interface Part {
  /** Name of the property. */
  readonly property: string;
  /** Its words: one token, or the tokens of a part with a syntax node of its own. */
  readonly node: CstNode;
  /** The first of the keywords directly before it, such as `waits` in `waits 4 min`; missing after a comma. */
  readonly lead: CstNode | undefined;
  /** Whether it stands directly behind a comma, as one more of a list. */
  readonly comma: boolean;
}

/** Builds the concrete syntax tree that Langium would build. */
export class TreeOfText {
  readonly root: Root;
  /** What is being built, from the outside to the inside, and where its content begins in `content`. */
  private readonly open: Composite[];
  /** The innermost of it. */
  private building: Composite | undefined;
  private readonly starts = [0];
  /** The content of all that is being built, that of the inner behind that of the outer. */
  private readonly content: (Token | Composite)[] = [];
  private count = 0;

  constructor(text: string, hiddenTokens: readonly Token[]) {
    this.root = new Root(text, hiddenTokens);
    this.open = [this.root];
    this.building = this.root;
  }

  begin(call: Call): void {
    const composite = new Composite(call);
    composite.container = this.building;
    this.content[this.count++] = composite;
    this.open.push(composite);
    this.building = composite;
    this.starts.push(this.count);
  }

  add(token: Token): void {
    token.container = this.building;
    this.content[this.count++] = token;
  }

  /** Takes a block of an earlier text for the one that has just begun. */
  adopt(block: Composite): void {
    const level = this.open.length - 1;
    block.container = this.open[level - 1];
    this.open[level] = block;
    this.building = block;
    this.content[this.startOf(level) - 1] = block;
  }

  /** Ends the innermost of what is being built. If nothing stands in it, it is not part of the tree. */
  end(): Composite {
    const composite = this.open.pop() ?? this.root;
    this.building = composite.container;
    const start = this.starts.pop() ?? 0;
    if (this.count > start) composite.content = this.content.slice(start, this.count);
    const isLeftOut = composite.content.length === 0 && composite !== this.root;
    this.count = isLeftOut ? start - 1 : start;
    return composite;
  }

  /** Adds comments to what is being built, or where they are the first of it, before it. */
  addHidden(tokens: readonly Token[]): void {
    for (const token of tokens) token.read = undefined;
    let level = this.open.length - 1;
    if (level < 0) {
      for (const token of tokens) token.container = this.root;
      this.root.content = [...this.root.content, ...tokens];
      return;
    }
    const isFirst = this.count === this.startOf(level);
    if (isFirst) while (level > 0 && this.startOf(level) - this.startOf(level - 1) === 1) level--;
    // Of the root nothing stands before what is being built.
    const parent = this.open[isFirst ? Math.max(0, level - 1) : level];
    const at = isFirst ? Math.max(0, this.startOf(Math.max(1, level)) - 1) : this.count;
    for (const token of tokens) token.container = parent;
    this.insert(at, tokens);
    if (isFirst)
      for (let inner = Math.max(1, level); inner < this.starts.length; inner++)
        this.starts[inner] = this.startOf(inner) + tokens.length;
  }

  private insert(at: number, tokens: readonly Token[]): void {
    this.content.length = this.count;
    const behind = this.content.splice(at);
    for (const token of tokens) this.content.push(token);
    for (const node of behind) this.content.push(node);
    this.count = this.content.length;
  }

  private startOf(level: number): number {
    return this.starts[level] ?? 0;
  }
}
