import type { Loop } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';

/**
 * How likely a customer at one touchpoint of the loop is to come round to it once more, by the shares that are written.
 * Missing when they are not, when nobody gets out, or when the loop is more than one simple round.
 */
export function chanceOfAnotherRound({ nodes, inside }: Loop): number | undefined {
  let chance = 1;
  for (const node of nodes) {
    const [on, ...others] = inside.filter(({ from, kind }) => from === node && kind !== 'skip');
    if (on === undefined || others.length > 0) return undefined;
    const share = on.share ?? restOf(node);
    if (share === undefined) return undefined;
    chance *= share;
  }
  return chance < 1 ? chance : undefined;
}

/** What the written shares of the other ways leave for one way without a share. */
function restOf({ out, ends }: GraphNode): number | undefined {
  const shares = [...out, ...ends].map(({ share }) => share);
  if (shares.length === 1) return 1;
  const written = shares.filter((share) => share !== undefined);
  return written.length === shares.length - 1
    ? Math.max(0, 1 - written.reduce((sum, share) => sum + share, 0))
    : undefined;
}
