import type { CustomerWay } from './ways.ts';

/** A way on from a touchpoint. */
export interface DraftWay {
  /** The code that it leads to; missing for an end. */
  readonly to?: number;
  /** It is gone after a failure. */
  readonly failed: boolean;
  /** 0…1; of a failure among all who come here, of other ways among those for whom it did not fail. */
  readonly share: number;
  /** Places of personas; empty for all who are here. */
  readonly personas: readonly number[];
}

/** Personas whose shares are nearer to each other than this are told apart no further. */
const SAME_SHARE = 0.1;

/**
 * The ways on from an event, or from the beginning. Doing it again at once is no way on, unless it had failed.
 *
 * @param from missing for the beginning
 * @param waysOf the ways of each persona
 */
export function waysFrom(from: number | undefined, waysOf: readonly (readonly CustomerWay[])[]): readonly DraftWay[] {
  const counted = waysOf.map((ways) => passagesFrom(from, ways));
  const shares = [...counted.entries()].flatMap(([persona, passages]) =>
    passages.size === 0 ? [] : [sharesOf(passages, [persona])],
  );
  const [first] = shares;
  if (first === undefined) return [];
  const isSame = shares.every(
    (other) =>
      other.length === first.length &&
      other.every((way) =>
        first.some((own) => idOf(own) === idOf(way) && Math.abs(own.share - way.share) < SAME_SHARE),
      ),
  );
  if (!isSame) return shares.flat();
  const together = new Map<string, number>();
  for (const passages of counted) for (const [id, cases] of passages) together.set(id, (together.get(id) ?? 0) + cases);
  return sharesOf(together, []);
}

function passagesFrom(from: number | undefined, ways: readonly CustomerWay[]): ReadonlyMap<string, number> {
  const passages = new Map<string, number>();
  const pass = (to: number | undefined, failed: boolean, cases: number): void => {
    const id = idOf({ ...(to !== undefined && { to }), failed });
    passages.set(id, (passages.get(id) ?? 0) + cases);
  };
  for (const { steps, cases } of ways) {
    if (from === undefined) pass(steps[0]?.code, false, cases);
    else {
      for (const [place, { code, failed }] of steps.entries()) {
        const next = steps[place + 1]?.code;
        if (code === from && (next !== code || failed)) pass(next, failed, cases);
      }
    }
  }
  return passages;
}

function idOf({ to, failed }: Pick<DraftWay, 'to' | 'failed'>): string {
  return `${failed ? '!' : ''}${to ?? ''}`;
}

/** The most frequent first, failures after the others. */
function sharesOf(passages: ReadonlyMap<string, number>, personas: readonly number[]): readonly DraftWay[] {
  const ways = [...passages].map(([id, cases]) => ({ id, cases, failed: id.startsWith('!') }));
  const whole = ways.reduce((sum, { cases }) => sum + cases, 0);
  const failing = ways.reduce((sum, { failed, cases }) => sum + (failed ? cases : 0), 0);
  return ways
    .toSorted((a, b) => Number(a.failed) - Number(b.failed) || b.cases - a.cases)
    .map(({ id, cases, failed }) => {
      const share = cases / (failed ? whole : whole - failing);
      const to = id.replace('!', '');
      return to === '' ? { failed, share, personas } : { to: Number(to), failed, share, personas };
    });
}
