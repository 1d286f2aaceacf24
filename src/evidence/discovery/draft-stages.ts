/** Touchpoints that belong together, in their order. */
export interface DraftStage {
  /** As the log names it; missing where the stage is a part of the order. */
  readonly name?: string;
  /** Codes; at least one. */
  readonly touchpoints: readonly number[];
}

interface Placed {
  readonly code: number;
  readonly wait?: { readonly p90: number };
}

export interface StageOptions {
  /** What the log calls the stage of an event. */
  readonly stageOf: (code: number) => string | undefined;
  /** How many, where the log names none; missing: one for about four touchpoints. */
  readonly count?: number;
}

const TOUCHPOINTS_A_STAGE = 4;

/**
 * Puts touchpoints into stages: those that the log names, in the order of their first touchpoints, or else parts of the
 * order, cut where customers wait longest.
 *
 * @param touchpoints in the order of the journey
 */
export function stagesOf(touchpoints: readonly Placed[], { stageOf, count }: StageOptions): readonly DraftStage[] {
  const named = new Map<string, number[]>();
  let last: number[] | undefined;
  const before: number[] = [];
  for (const { code } of touchpoints) {
    const name = stageOf(code);
    // What has no stage of its own goes on in the one that the journey is in.
    const own = name === undefined ? (last ?? before) : (named.get(name) ?? []);
    if (name !== undefined) named.set(name, own);
    own.push(code);
    last = own;
  }
  const stages = [...named].map(([name, codes]) => ({ name, touchpoints: codes }));
  if (stages.length === 0) return cut(touchpoints, count ?? Math.round(touchpoints.length / TOUCHPOINTS_A_STAGE));
  return before.length === 0 ? stages : [{ touchpoints: before }, ...stages];
}

function cut(touchpoints: readonly Placed[], count: number): readonly DraftStage[] {
  const cuts = new Set<number>();
  const isFree = (place: number): boolean => ![place - 1, place + 1].some((near) => cuts.has(near));
  const byWait = [...touchpoints.keys()]
    .slice(1)
    .toSorted((a, b) => (touchpoints[b]?.wait?.p90 ?? 0) - (touchpoints[a]?.wait?.p90 ?? 0) || a - b);
  // First without stages of a single touchpoint; if that does not give enough of them, with.
  for (const place of byWait) {
    const isEdge = place === 1 || place === touchpoints.length - 1;
    if (cuts.size < count - 1 && !isEdge && isFree(place)) cuts.add(place);
  }
  for (const place of byWait) if (cuts.size < count - 1) cuts.add(place);
  const stages: { touchpoints: number[] }[] = [];
  for (const [place, { code }] of touchpoints.entries()) {
    const stage = stages.at(-1);
    if (stage === undefined || cuts.has(place)) stages.push({ touchpoints: [code] });
    else stage.touchpoints.push(code);
  }
  return stages;
}
