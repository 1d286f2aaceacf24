import type { Quantity } from '../model/values.ts';

/** A quantity as a number, to be compared with others of its kind: seconds, currency units, a ratio, or the number itself. */
export function amountOf(quantity: Quantity): number {
  switch (quantity.kind) {
    case 'duration':
      return quantity.seconds;
    case 'money':
      return quantity.amount;
    case 'percentage':
      return quantity.ratio;
    default:
      return quantity.value;
  }
}

/** A probability or rate, written as `5%` or as `0.05`; undefined when it is something else. */
export function shareOf(quantity: Quantity | undefined): number | undefined {
  if (quantity?.kind === 'percentage') return quantity.ratio;
  return quantity?.kind === 'number' ? quantity.value : undefined;
}
