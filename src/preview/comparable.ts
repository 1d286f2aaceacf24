/** For finding: upper and lower case, full-width and half-width are the same. */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
