import type { JourneyState } from './impact.ts';

/** A journey as a commit left it. */
export interface TimelinePoint {
  readonly commit: string;
  /** ISO 8601 */
  readonly date: string;
  /** The first line of the commit's message. */
  readonly subject: string;
  readonly figures: JourneyFigures;
}

/** What is followed over the commits. */
export interface JourneyFigures {
  readonly score: number;
  readonly touchpoints: number;
  /** Seconds on the longest way to a good end, of the persona who waits longest. Missing when nobody gets anywhere. */
  readonly wait?: number;
  /** Mean of the personas' means, −2…+2. */
  readonly mean?: number;
  /** The lowest point of any persona, −2…+2. */
  readonly lowest?: number;
}

/** One journey over the commits that changed what it says or what is found in it, oldest first. */
export interface Timeline {
  readonly id: string;
  readonly points: readonly TimelinePoint[];
  /** The commit that made it worse by most; missing when none did. */
  readonly worst?: { readonly point: TimelinePoint; readonly by: number };
}

export function figuresOf({ score, touchpoints, personas }: JourneyState): JourneyFigures {
  const waits = personas.flatMap(({ wait }) => wait ?? []);
  const means = personas.flatMap(({ mean }) => mean ?? []);
  const lows = personas.flatMap(({ lowest }) => lowest?.value ?? []);
  return {
    score: score.total,
    touchpoints,
    ...(waits.length > 0 && { wait: Math.max(...waits) }),
    ...(means.length > 0 && { mean: means.reduce((sum, mean) => sum + mean, 0) / means.length }),
    ...(lows.length > 0 && { lowest: Math.min(...lows) }),
  };
}

export function timelineOf(id: string, points: readonly TimelinePoint[]): Timeline {
  const steps = points.slice(1).map((point, index) => ({
    point,
    by: point.figures.score - (points[index]?.figures.score ?? 0),
  }));
  const worst = steps.reduce<(typeof steps)[number] | undefined>(
    (most, step) => (step.by > (most?.by ?? 0) ? step : most),
    undefined,
  );
  return { id, points, ...(worst !== undefined && { worst }) };
}
