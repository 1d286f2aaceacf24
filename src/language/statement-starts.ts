import type { Configuration } from './parser/configuration.ts';
import type { Syntax } from './parser/syntax.ts';
import type { Token } from './parser/token.ts';

/**
 * The words that begin a statement, each with what may have been read before it: where the grammar can tell, those that do;
 * after a mistake (then nothing is known of what was read), the keywords that are the first of their line.
 *
 * `items` are the words and comments of a text. At a `restart` a new declaration begins, whatever was read before.
 */
export function statementStarts(
  items: readonly Token[],
  restarts: ReadonlySet<Token>,
  { start }: Syntax,
): ReadonlyMap<Token, Configuration | undefined> {
  const starts = new Map<Token, Configuration | undefined>();
  let read: Configuration | undefined = start;
  for (const item of items) {
    if (isComment(item)) continue;
    if (restarts.has(item)) read = start;
    const { tokenType } = item;
    const step: ReturnType<Configuration['over']> = read?.over(tokenType);
    const begins =
      read === start || (step === undefined ? tokenType.hard : tokenType.hard ? step.mayBegin : step.begins);
    if (begins && tokenType.name !== '}') starts.set(item, read);
    read = step?.to;
  }
  return starts;
}

export function isComment({ tokenType: { name } }: Token): boolean {
  return name.endsWith('_COMMENT');
}
