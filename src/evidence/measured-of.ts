import type { JourneyAnalysis } from '../model/analysis.ts';
import { placeAsWritten, timeAsWritten } from '../model/measured/as-written.ts';
import type { Measured, MeasuredLimit, MeasuredTouchpoint } from '../model/measured/measured.ts';
import type { Conformance, TouchpointResult } from './conformance.ts';
import { feelingOfScore } from './score-scale.ts';

/**
 * What of a comparison stays with the journey, together with what it was held against.
 *
 * @param on the day, as `2026-03-31`
 */
export function measuredOf(result: Conformance, analysis: JourneyAnalysis, on: string): Measured {
  const { from, to } = result.profile;
  const conversions = new Map(analysis.journey.stages.map(({ key, conversion }) => [key, conversion?.ratio]));
  return {
    cases: result.cases,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    on,
    conforming: result.conforming,
    finished: result.finished,
    fitness: result.fitness,
    touchpoints: result.touchpoints
      .filter(({ isSeen }) => isSeen)
      .flatMap((each) => touchpointOf(each, result, analysis)),
    ways: result.branches.flatMap(({ from: start, ways, passages: all }) =>
      ways.map(({ to: goal, end, passages, written }) => ({
        from: start,
        ...(goal !== undefined && { to: goal }),
        ...(end !== undefined && { end }),
        passages,
        all,
        ...(written !== undefined && { written }),
      })),
    ),
    stages: result.stages.map(({ stage, reached, passed }) => {
      const written = conversions.get(stage);
      return { stage, reached, passed, ...(written !== undefined && { written }) };
    }),
    extra: result.deviations.flatMap(({ kind, event, after, cases }) =>
      kind === 'adHoc' && event !== undefined ? [{ event, ...(after !== undefined && { after }), cases }] : [],
    ),
  };
}

function touchpointOf(
  { touchpoint, cases, left, repeated, deviations, wait, limits, score }: TouchpointResult,
  { profile }: Conformance,
  { whole }: JourneyAnalysis,
): MeasuredTouchpoint[] {
  const node = whole.graph.node(touchpoint);
  if (node === undefined) return [];
  const feeling = score === undefined ? undefined : feelingOfScore(score.mean, profile.scores);
  return [
    {
      touchpoint,
      cases,
      left,
      repeated,
      deviations,
      place: placeAsWritten(node),
      ...(wait !== undefined && {
        time: { times: wait.times, median: wait.median, p90: wait.p90, written: timeAsWritten(node.touchpoint) },
      }),
      limits: limits.flatMap(({ kind, ...limit }): MeasuredLimit[] => (kind === 'longest' ? [] : [{ kind, ...limit }])),
      ...(feeling !== undefined && score !== undefined && { feeling: { value: feeling, answers: score.answers } }),
    },
  ];
}
