import { round } from './measured.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth line through points from left to right that never goes beyond them: where a value stays, rises or falls, so
 * does the line (monotone cubic interpolation, Fritsch and Carlson 1980, with Steffen's 1990 choice of slopes).
 */
export function monotoneCurve(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return '';
  const slopes = slopesOf(points);
  let data = `M${round(first.x)} ${round(first.y)}`;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (a === undefined || b === undefined) continue;
    const third = (b.x - a.x) / 3;
    const [down, up] = [slopes[index - 1] ?? 0, slopes[index] ?? 0];
    data += `C${round(a.x + third)} ${round(a.y + third * down)} ${round(b.x - third)} ${round(b.y - third * up)} ${round(b.x)} ${round(b.y)}`;
  }
  return data;
}

function slopesOf(points: readonly Point[]): readonly number[] {
  const steps = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    const width = point.x - before.x;
    return { width, slope: width === 0 ? 0 : (point.y - before.y) / width };
  });
  return points.map((_, index) => {
    const left = steps[index - 1];
    const right = steps[index];
    // At both ends the line leaves level, which keeps it inside the scale.
    if (left === undefined || right === undefined || left.slope * right.slope <= 0) return 0;
    const mean = (left.slope * right.width + right.slope * left.width) / (left.width + right.width);
    const limit = 2 * Math.min(Math.abs(left.slope), Math.abs(right.slope));
    return Math.sign(mean) * Math.min(Math.abs(mean), limit);
  });
}
