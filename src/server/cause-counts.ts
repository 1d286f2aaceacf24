import type { CountByCause } from './protocol.ts';

/** Numbers by cause without those that are zero, as the protocol gives them. */
export function countsOf(causes: CountByCause): CountByCause {
  return Object.fromEntries(Object.entries(causes).filter(([, count]) => count !== 0));
}
