import type { Token } from '../parser/token.ts';

export interface Braces {
  /** Whether a brace, or what stands in a block, stays on one line: a block that was written so and holds one statement at most. */
  readonly isInline: (item: Token) => boolean;
  /** For each word or comment, in how many blocks it stands. A closing brace stands outside of its block. */
  readonly depths: readonly number[];
}

/** The words that begin a statement. */
type Starts = Pick<ReadonlySet<Token>, 'has'>;

/** At a `restart` a new declaration begins, whatever was left open before. */
export function bracesOf(items: readonly Token[], starts: Starts, restarts: ReadonlySet<Token>): Braces {
  const inline = new Set<Token>();
  const depths: number[] = [];
  let open: number[] = [];
  for (const [index, item] of items.entries()) {
    if (restarts.has(item)) open = [];
    const { name } = item.tokenType;
    if (name === '}') {
      const from = open.pop();
      const block = from === undefined ? [] : items.slice(from, index + 1);
      if (staysInline(block, starts)) for (const each of block) inline.add(each);
    }
    depths.push(open.length);
    if (name === '{') open.push(index);
  }
  return { isInline: (item) => inline.has(item), depths };
}

function staysInline(block: readonly Token[], starts: Starts): boolean {
  const [first] = block;
  if (first === undefined || first.startLine !== block.at(-1)?.endLine) return false;
  const inside = block.slice(1, -1);
  return (
    inside.filter((item) => starts.has(item)).length <= 1 && inside.every(({ tokenType }) => tokenType.name !== '{')
  );
}
