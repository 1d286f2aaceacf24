/** With commas between thousands: `1,434`, `780,000.5`. By hand: `toLocaleString` takes 0.1 ms for each number. */
export function grouped(value: number): string {
  return groupedDigits(String(value));
}

/** The same of a number that is written in digits. */
export function groupedDigits(digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? shown : `${shown}.${decimals}`;
}
