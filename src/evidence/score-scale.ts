/** Scales that customers are asked on, narrow before wide: feelings, CSAT, effort, NPS, percent. */
const SCALES: readonly (readonly [lowest: number, highest: number])[] = [
  [-2, 2],
  [1, 5],
  [1, 7],
  [0, 10],
  [0, 100],
];

/**
 * A mean score on the scale of feelings, −2…+2: the narrowest usual scale that holds all scores of the log is spread over it
 * evenly. Missing where no usual scale does.
 */
export function feelingOfScore(
  mean: number,
  found: { readonly lowest: number; readonly highest: number } | undefined,
): number | undefined {
  const scale = found === undefined ? undefined : scaleOf(found);
  if (scale === undefined) return undefined;
  const [lowest, highest] = scale;
  return Math.round((((mean - lowest) / (highest - lowest)) * 4 - 2) * 100) / 100;
}

/** The usual scale that a log's scores are on, as far as can be told. */
function scaleOf(found: {
  readonly lowest: number;
  readonly highest: number;
}): readonly [lowest: number, highest: number] | undefined {
  // Nobody writes feelings without ever a negative one or a zero; a log of ones and twos is one of bad marks.
  const fitting = SCALES.filter(([lowest, highest]) => found.lowest >= lowest && found.highest <= highest);
  return fitting.find(([lowest]) => lowest !== -2 || found.lowest < 1);
}
