import { grouped } from '../grouped.ts';

/**
 * How many customers, as far as it may be told: a number, or where that would point at a few people `<5` (fewer than five; none
 * only where to tell so would give others away) or `>95` (more than 95, all but a few).
 */
export type Count = number | `<${number}` | `>${number}`;

/** What a count is certainly not below. */
export function atLeast(count: Count): number {
  if (typeof count === 'number') return count;
  return count.startsWith('<') ? 1 : Number(count.slice(1)) + 1;
}

/** As people write it: `1,434`, `<5`, `>1,429`. */
export function shownCount(count: Count): string {
  if (typeof count === 'number') return grouped(count);
  return `${count.slice(0, 1)}${grouped(Number(count.slice(1)))}`;
}

/** A count as a share of another, 0…1, with the sign of what is not told exactly. */
export function shareOf(
  count: Count,
  whole: Count,
): { readonly sign: '' | '<' | '>'; readonly ratio: number } | undefined {
  if (typeof whole !== 'number' || whole === 0) return undefined;
  if (typeof count === 'number') return { sign: '', ratio: count / whole };
  return { sign: count.startsWith('<') ? '<' : '>', ratio: Math.min(1, Number(count.slice(1)) / whole) };
}
