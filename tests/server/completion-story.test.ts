// The coworking journey is written from nothing: whatever is not the author's own is picked from what is proposed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CstUtils } from 'langium';
import { expect, test } from 'vitest';
import { proposalsAt } from '../../src/language/features/completion.ts';
import { isJourneyReference } from '../../src/language/linker-reference.ts';
import type { JourneyDocument } from '../../src/language/journey-workspace.ts';
import { scan } from '../../src/language/parser/scanner.ts';
import type { Syntax } from '../../src/language/parser/syntax.ts';
import type { Token } from '../../src/language/parser/token-types.ts';
import { fileOf } from '../../src/language/scope-places.ts';
import { documentOf, loaded, uriOf } from '../language/virtual-files.ts';
import { asking } from './proposals.ts';

const folder = fileURLToPath(new URL('../../examples/coworking/', import.meta.url));
const read = (name: string): string => readFileSync(folder + name, 'utf8');

/** Texts, numbers, dates and the signs between them are typed. */
const TYPED: ReadonlySet<string> = new Set(['STRING', 'QUANTITY', 'DATE', 'HOURS', ',', '.', '}', '=', '-', '..']);

/** Offsets of the ids that the author thinks up: of declarations, of things still to be declared, of words of their own. */
function ownWords(document: JourneyDocument, tokens: readonly Token[], { kinds }: Syntax): ReadonlySet<number> {
  const own = new Set<number>();
  for (const reference of document.references) {
    if (!isJourneyReference(reference) || reference.$refNode === undefined) continue;
    const { ref, $refNode } = reference;
    const isLater =
      ref !== undefined && fileOf(ref).$document === document && (ref.$cstNode?.offset ?? 0) > $refNode.offset;
    if (ref === undefined || isLater) for (const leaf of CstUtils.flattenCst($refNode)) own.add(leaf.offset);
  }
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const declares = /^(?:journey|stage|touchpoint|question|barrier)$/.test(before?.image ?? '');
    if (declares && before?.tokenType !== kinds.STRING) own.add(token.startOffset);
  }
  return own;
}

test('the coworking journey: each statement, and in its first two stages each word', async () => {
  const text = read('as-is.journey');
  const files = { 'people.journey': read('people.journey'), 'services.journey': read('services.journey') };
  const workspace = await loaded({ ...files, 'main.journey': text }, ['main.journey', ...Object.keys(files)]);
  const { Syntax: syntax } = workspace.journey.parser;
  const { tokens } = scan(text, syntax);
  const whole = documentOf(workspace, 'main.journey');
  const own = ownWords(whole, tokens, syntax);
  const missing: string[] = [];
  let picked = 0;
  for (const { image, startOffset, tokenType } of tokens) {
    const isPath = tokenType === syntax.kinds.STRING && text.substring(startOffset - 7, startOffset) === 'import ';
    if (!isPath && (TYPED.has(tokenType.name) || own.has(startOffset))) continue;
    // Each word is asked for until the second stage is written, after that what begins a statement.
    if (startOffset > text.indexOf('stage 申し込む') && !tokenType.hard) continue;
    const document = await workspace.open(uriOf('main.journey'), text.substring(0, startOffset));
    const { items } = proposalsAt(workspace, document, startOffset, asking);
    const labels = items.map((item) => item.text.replace('{ }', '{'));
    if (labels.some((label) => label === image || label.startsWith(`${image} `))) picked++;
    else missing.push(`${text.substring(text.lastIndexOf('\n', startOffset) + 1, startOffset)}|${image}`);
  }
  expect(missing).toEqual([]);
  expect(picked).toBeGreaterThan(400);
}, 120_000);
