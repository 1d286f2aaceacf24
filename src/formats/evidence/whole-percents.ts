/**
 * Shares in percent that are easy to read and still add up: whole numbers by the largest remainder, with as many decimals as
 * it takes that none becomes zero.
 *
 * @param shares 0…1, together 1
 */
export function wholePercents(shares: readonly number[]): readonly number[] {
  for (let unit = 1; ; unit *= 10) {
    const whole = 100 * unit;
    const exact = shares.map((share) => share * whole);
    const rounded = exact.map(Math.floor);
    const rest = Math.round(whole * shares.reduce((sum, share) => sum + share, 0)) - rounded.reduce((a, b) => a + b, 0);
    const byRest = [...exact.keys()].toSorted((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1) || a - b);
    for (const place of byRest.slice(0, rest)) rounded[place] = (rounded[place] ?? 0) + 1;
    if (unit >= MOST_PRECISE || rounded.every((part, place) => part > 0 || shares[place] === 0)) {
      return rounded.map((part) => part / unit);
    }
  }
}

const MOST_PRECISE = 10_000;
