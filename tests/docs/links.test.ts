// The documentation hangs together: links lead somewhere, and each page has its twin in the other language.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Tokens } from 'marked';
import { expect, test } from 'vitest';
import { fileOf, isJapanese, type Page, pages, readPage, root, targetsOf } from './pages.ts';

/** What people read who work on the project itself is in English alone. */
const forContributors: ReadonlySet<string> = new Set(['docs/performance.md']);

const english = pages.filter(({ path }) => !isJapanese(path) && !forContributors.has(path));

test.each(pages.map((page) => [page.path, page] as const))('the links of %s lead somewhere', (_path, page) => {
  const dead = targetsOf(page).filter((target) => !leadsSomewhere(page, target));
  expect(dead).toEqual([]);
});

test.each(english.map((page) => [page.path, page] as const))(
  '%s exists in Japanese, with the same parts',
  (path, page) => {
    const twin = twinOf(path);
    expect(existsSync(join(root, twin))).toBe(true);
    expect(headingsOf(readPage(twin)).map(({ depth }) => depth)).toEqual(headingsOf(page).map(({ depth }) => depth));
    expect(readPage(twin).blocks.map(({ language }) => language)).toEqual(page.blocks.map(({ language }) => language));
  },
);

test('no page is in Japanese alone', () => {
  const twins = new Set(english.map(({ path }) => twinOf(path)));
  expect(pages.map(({ path }) => path).filter((path) => isJapanese(path) && !twins.has(path))).toEqual([]);
});

test('every page can be reached from the entry', () => {
  for (const entry of ['docs/index.md', 'docs/ja/index.md']) {
    const seen = new Set([entry]);
    for (const path of seen) {
      for (const target of targetsOf(readPage(path))) {
        const file = fileOf(path, target);
        if (file.endsWith('.md') && file.startsWith('docs/') && existsSync(join(root, file))) seen.add(file);
      }
    }
    const missing = pages
      .map(({ path }) => path)
      .filter((path) => path.startsWith('docs/') && !seen.has(path) && !forContributors.has(path));
    expect(missing).toEqual([]);
  }
});

function twinOf(path: string): string {
  return path.startsWith('docs/') ? path.replace('docs/', 'docs/ja/') : path.replace(/\.md$/, '.ja.md');
}

function headingsOf({ tokens }: Page): readonly Tokens.Heading[] {
  return tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
}

function leadsSomewhere(page: Page, target: string): boolean {
  if (target.startsWith('https://')) return true;
  const [, anchor] = target.split('#');
  const file = fileOf(page.path, target);
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  return headingsOf(readPage(file)).some(({ text }) => anchorOf(text) === decodeURIComponent(anchor));
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
