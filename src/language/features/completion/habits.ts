import type { Token } from '../../parser/token.ts';

/** How the author of a file writes its blocks: what they say, and in which order. */
export interface Habits {
  /**
   * How likely a statement comes next in a block, between 0 and 1: as often as it followed the last one in blocks of its kind,
   * and as many of these as have it.
   *
   * @param block the keyword that opens such blocks, such as `touchpoint`
   * @param last the statement above; undefined at the beginning of the block
   */
  readonly likelihood: (block: string, last: string | undefined, word: string) => number;
}

/** Read from the keywords that begin statements, once for a version of the text. */
export function habitsIn(tokens: readonly Token[]): Habits {
  let habits = known.get(tokens);
  if (habits === undefined) known.set(tokens, (habits = read(tokens)));
  return habits;
}

const known = new WeakMap<readonly Token[], Habits>();

/** What blocks of one kind say. */
interface Kind {
  blocks: number;
  /** In how many of them a statement stands. */
  readonly having: Map<string, number>;
  /** How often one statement followed another; `` at the beginning. */
  readonly after: Map<string, { all: number; readonly next: Map<string, number> }>;
}

interface OpenBlock {
  readonly kind: Kind;
  readonly words: Set<string>;
  last: string;
}

function read(tokens: readonly Token[]): Habits {
  const kinds = new Map<string, Kind>();
  const opened = (keyword: string): OpenBlock => {
    let kind = kinds.get(keyword);
    if (kind === undefined) kinds.set(keyword, (kind = { blocks: 0, having: new Map(), after: new Map() }));
    kind.blocks += 1;
    return { kind, words: new Set(), last: '' };
  };
  const open = [opened('')];
  for (const { tokenType } of tokens) {
    const block = open.at(-1);
    if (block === undefined) break;
    if (tokenType.name === '{') open.push(opened(block.last));
    else if (tokenType.name === '}') {
      if (open.length > 1) open.pop();
    } else if (tokenType.hard) note(tokenType.name, block);
  }
  return {
    likelihood: (block, last = '', word) => {
      const kind = kinds.get(block);
      const after = kind?.after.get(last);
      const following = after === undefined ? 0 : (after.next.get(word) ?? 0) / after.all;
      const having = kind === undefined ? 0 : (kind.having.get(word) ?? 0) / kind.blocks;
      return (2 * following + having) / 3;
    },
  };
}

function note(word: string, block: OpenBlock): void {
  const { kind, words, last } = block;
  let after = kind.after.get(last);
  if (after === undefined) kind.after.set(last, (after = { all: 0, next: new Map() }));
  after.all += 1;
  after.next.set(word, (after.next.get(word) ?? 0) + 1);
  if (!words.has(word)) kind.having.set(word, (kind.having.get(word) ?? 0) + 1);
  words.add(word);
  block.last = word;
}
