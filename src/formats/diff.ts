import { createTwoFilesPatch, FILE_HEADERS_ONLY, OMIT_HEADERS } from 'diff';

/** A unified diff of one file, as `git apply` and `patch -p1` read it. Empty when nothing has changed. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [from, to] = [`a/${path}`, `b/${path}`];
  // The library writes every letter beyond ASCII as three octal numbers, which nobody can read and nobody needs.
  const isPlain = !/[\p{Cc}"\\]/u.test(path);
  const headerOptions = isPlain ? OMIT_HEADERS : FILE_HEADERS_ONLY;
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3, headerOptions });
  return isPlain ? `--- ${from}\n+++ ${to}\n${patch}` : patch;
}
