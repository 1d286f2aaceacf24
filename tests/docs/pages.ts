// The pages of the documentation, and what stands in them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Page {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly language: string;
  readonly text: string;
  /** As it stands in the page, with its fences. */
  readonly raw: string;
  readonly line: number;
  /** What the comment directly above says, as in `<!-- file: returns.journey -->`. */
  readonly marks: ReadonlyMap<string, string>;
}

export const pages: readonly Page[] = [
  'README.md',
  'README.ja.md',
  'examples/README.md',
  'examples/README.ja.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md')),
].map(readPage);

/** The pages of rules are made from the folders of the rules, and tested there. */
export const ownPages = pages.filter(({ path }) => !path.includes('/rules/'));

export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const tokens = lexer(text);
  return { path, text, tokens, blocks: blocksOf(text, tokens) };
}

function blocksOf(text: string, tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  visit(tokens, (token) => {
    if (token.type !== 'code') return;
    const { lang = '', raw, text: code } = token as Tokens.Code;
    const start = text.indexOf(raw, from);
    from = start + raw.length;
    const before = text.slice(0, start);
    const above = before.trimEnd().split('\n').at(-1) ?? '';
    blocks.push({ language: lang, text: code, raw, line: before.split('\n').length, marks: marksOf(above) });
  });
  return blocks;
}

function marksOf(line: string): ReadonlyMap<string, string> {
  const [, key, value] = /^<!-- (\w+): (.*) -->$/.exec(line.trim()) ?? [];
  return new Map(key === undefined || value === undefined ? [] : [[key, value]]);
}

/** What stands as code within sentences. */
export function inlineCode({ tokens }: Page): readonly string[] {
  const found: string[] = [];
  visit(tokens, (token) => {
    if (token.type === 'codespan') found.push((token as Tokens.Codespan).text);
  });
  return found;
}

/** Where the links and pictures of a page lead, as they are written. */
export function targetsOf({ tokens }: Page): readonly string[] {
  const targets: string[] = [];
  visit(tokens, (token) => {
    if (token.type === 'link' || token.type === 'image') targets.push((token as Tokens.Link | Tokens.Image).href);
  });
  return targets;
}

/** The file that a link of a page leads to, from the root. */
export function fileOf(page: string, target: string): string {
  const [path = ''] = target.split('#');
  return path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path))).replaceAll('\\', '/');
}

export function isJapanese(path: string): boolean {
  return path.startsWith('docs/ja/') || path.endsWith('.ja.md');
}

/** Calls for every token and what is inside it. */
export function visit(tokens: readonly Token[], call: (token: Token) => void): void {
  // It makes promises of what the callback gives, for those who need that.
  void walkTokens([...tokens], call);
}
