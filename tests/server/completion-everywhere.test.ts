// Asks at every place of every example: no answer fails, and whatever is taken leaves a file that can be read up to there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { proposalsAt } from '../../src/language/features/completion.ts';
import { afterTokens, type Configuration } from '../../src/language/parser/configuration.ts';
import { scan } from '../../src/language/parser/scanner.ts';
import type { Syntax } from '../../src/language/parser/syntax.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import { documentOf, loaded, uriOf } from '../language/virtual-files.ts';
import { asking, writtenFor } from './proposals.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const paths = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.journey'))
  .toSorted();
const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(join(examples, path), 'utf8')]));

/** What has been read above each line of a text, which the examples let us say without mending anything. */
class Lines {
  private readonly states = new Map<number, Configuration | undefined>();
  private readonly text: string;
  private readonly syntax: Syntax;

  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  /** Whether a text can stand there, judged without what comes after it. */
  take(start: number, written: string): boolean {
    const line = this.text.lastIndexOf('\n', start - 1) + 1;
    if (!this.states.has(line)) this.states.set(line, this.read(undefined, this.text.substring(0, line)));
    return this.read(line, this.text.substring(line, start) + written) !== undefined;
  }

  private read(line: number | undefined, text: string): Configuration | undefined {
    const { tokens } = scan(text, this.syntax);
    const state = line === undefined ? this.syntax.start : this.states.get(line);
    return afterTokens(state, tokens, 0, tokens.length);
  }
}

test.each(paths)('%s', async (path) => {
  const workspace = await loaded(texts, paths);
  const document = documentOf(workspace, path);
  const text = document.textDocument.getText();
  const lines = new Lines(text, workspace.journey.parser.Syntax);
  /** Lines that begin alike and go on alike are tried once. */
  const tried = new Set<string>();
  const wrong: string[] = [];
  let last = -1;
  for (let offset = 0; offset <= text.length; offset++) {
    const { start, end, items } = proposalsAt(workspace, document, offset, asking);
    if (start > offset || end < offset) wrong.push(`at ${offset}: from ${start} to ${end}`);
    // Within a word the same is proposed as at its beginning.
    if (start === last) continue;
    last = start;
    const before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    for (const item of items) {
      if (item.kind === 'rule' || item.kind === 'file') continue;
      const written = writtenFor(item);
      const key = before.replaceAll(/"[^"]*"/g, '""') + written;
      if (tried.has(key)) continue;
      tried.add(key);
      if (!lines.take(start, written)) wrong.push(`at ${offset}: ${before}${written}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('a name that is taken leads somewhere, with its import if it needs one', async () => {
  const workspace = await loaded(texts, paths);
  const path = 'coworking/as-is.journey';
  const text = texts[path] ?? '';
  const wrong: string[] = [];
  let imports = 0;
  for (let offset = 0; offset <= text.length; offset += 101) {
    const document = await workspace.open(uriOf(path), text);
    const { start, end, items } = proposalsAt(workspace, document, offset, asking);
    const names = items.filter(({ kind }) => kind === 'name');
    for (const item of new Set([names[offset % names.length], names.at(-1)])) {
      if (item === undefined) continue;
      const { also } = item;
      const at = also === undefined ? 0 : document.textDocument.offsetAt(also.range.start);
      const added = also?.text ?? '';
      if (also !== undefined) imports++;
      // Behind it a new line, so that what stood there is not read as part of the name.
      const whole = `${text.substring(0, at)}${added}${text.substring(at, start)}${item.text}\n${text.substring(end)}`;
      const taken = await workspace.open(uriOf(path), whole);
      const place = taken.textDocument.positionAt(start + added.length);
      for (const { range, message } of linkProblems(taken)) {
        const { line, character } = range.start;
        if (line === place.line && character === place.character)
          wrong.push(`at ${offset}: ${item.text}: ${message.en}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(imports).toBeGreaterThan(5);
});

test.each(paths)('%s, cut off anywhere', async (path) => {
  const workspace = await loaded(texts, paths);
  const text = texts[path] ?? '';
  const lines = new Lines(text, workspace.journey.parser.Syntax);
  const wrong: string[] = [];
  for (let offset = 0; offset <= text.length; offset += 293) {
    const document = await workspace.open(uriOf(path), text.substring(0, offset));
    const { start, items } = proposalsAt(workspace, document, offset, asking);
    for (const item of items) {
      if (item.kind === 'rule' || item.kind === 'file') continue;
      const written = writtenFor(item);
      if (!lines.take(start, written)) wrong.push(`at ${offset}: ${written}`);
    }
  }
  expect(wrong).toEqual([]);
});
