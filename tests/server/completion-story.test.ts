// Journeys are written from nothing: whatever is not the author's own is picked from what is proposed, near the top of the list.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CstUtils } from 'langium';
import { expect, test } from 'vitest';
import { proposalsAt } from '../../src/language/features/completion.ts';
import { isJourneyReference } from '../../src/language/linking/reference.ts';
import type { JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { scan } from '../../src/language/parser/scanner.ts';
import type { Syntax } from '../../src/language/parser/syntax.ts';
import type { Token } from '../../src/language/parser/token.ts';
import { fileOf } from '../../src/language/scope/places.ts';
import { documentOf, loaded, uriOf } from '../language/virtual-files.ts';
import { asking } from './proposals.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const read = (path: string): string => readFileSync(examples + path, 'utf8');

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

/** One word that is picked: where it stands in the list, from 0, with nothing typed and with its first letter; -1 if nowhere. */
interface Pick {
  readonly before: string;
  readonly word: string;
  readonly untyped: number;
  readonly typed: number;
}

/** Writes a journey from its beginning to its end, and asks before each word, or before one of so many. */
async function picksFor(folder: string, isAsked: (token: Token, index: number) => boolean): Promise<readonly Pick[]> {
  const text = read(`${folder}/as-is.journey`);
  const files = {
    'people.journey': read(`${folder}/people.journey`),
    'services.journey': read(`${folder}/services.journey`),
  };
  const workspace = await loaded({ ...files, 'main.journey': text }, ['main.journey', ...Object.keys(files)]);
  const { Syntax: syntax } = workspace.journey.parser;
  const { tokens } = scan(text, syntax);
  const whole = documentOf(workspace, 'main.journey');
  const own = ownWords(whole, tokens, syntax);
  const picks: Pick[] = [];
  for (const [index, token] of tokens.entries()) {
    const { image, startOffset, tokenType } = token;
    const isPath = tokenType === syntax.kinds.STRING && text.substring(startOffset - 7, startOffset) === 'import ';
    if (!isPath && (TYPED.has(tokenType.name) || own.has(startOffset))) continue;
    if (!isAsked(token, index)) continue;
    const document = await workspace.open(uriOf('main.journey'), text.substring(0, startOffset));
    const { items } = proposalsAt(workspace, document, startOffset, asking);
    const labels = items.map((item) => item.text.replace('{ }', '{'));
    const at = (list: readonly string[]): number =>
      list.findIndex((label) => label === image || label.startsWith(`${image} `));
    const letter = image.charAt(0).toLowerCase();
    picks.push({
      before: text.substring(text.lastIndexOf('\n', startOffset) + 1, startOffset),
      word: image,
      untyped: at(labels),
      typed: at(labels.filter((label) => label.toLowerCase().startsWith(letter))),
    });
  }
  return picks;
}

function share(picks: readonly Pick[], is: (pick: Pick) => boolean): number {
  return picks.filter(is).length / picks.length;
}

test('the coworking journey: each statement, and in its first two stages each word', async () => {
  const second = read('coworking/as-is.journey').indexOf('stage 申し込む');
  // Each word is asked for until the second stage is written, after that what begins a statement.
  const picks = await picksFor('coworking', ({ startOffset, tokenType }) => startOffset <= second || tokenType.hard);
  expect(picks.filter(({ untyped }) => untyped < 0)).toEqual([]);
  expect(picks.length).toBeGreaterThan(400);
  // A letter brings what is wanted under everybody's eyes; mostly it is there without one.
  expect(picks.filter(({ typed }) => typed > 4)).toEqual([]);
  expect(share(picks, ({ untyped }) => untyped < 5)).toBeGreaterThan(0.7);
});

test('an English journey: every third word', async () => {
  const picks = await picksFor('broadband-outage', (_, index) => index % 3 === 0);
  expect(picks.length).toBeGreaterThan(200);
  expect(picks.filter(({ typed }) => typed > 7)).toEqual([]);
  expect(share(picks, ({ typed }) => typed < 5)).toBeGreaterThan(0.95);
  expect(share(picks, ({ untyped }) => untyped >= 0 && untyped < 5)).toBeGreaterThan(0.7);
});
