import { createTwoFilesPatch, FILE_HEADERS_ONLY, OMIT_HEADERS } from 'diff';
import { safeText } from './terminal/safe.ts';
import type { Paint, Style } from './terminal/style.ts';

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

/** Unified diffs for a terminal: without characters that would control it, and in colours. */
export function paintedDiff(text: string, paint: Paint): string {
  return text
    .split('\n')
    .map((line) => {
      const shown = safeText(line);
      const style = styles.find(([start]) => line.startsWith(start))?.[1];
      return style === undefined ? shown : paint(shown, style);
    })
    .join('\n');
}

const styles: readonly (readonly [string, Style])[] = [
  ['--- ', 'bold'],
  ['+++ ', 'bold'],
  ['@@', 'cyan'],
  ['-', 'red'],
  ['+', 'green'],
];
