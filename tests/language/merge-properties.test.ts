// What holds for every merge, tried on the examples with edits that no one has chosen.
import {
  array,
  assert,
  type Arbitrary,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  tuple,
} from '../support/properties.ts';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatLanguageOf } from '../../src/language/format/language.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { textOf } from '../../src/language/merge/chunk.ts';
import { mergeTexts } from '../../src/language/merge/merge.ts';
import { bodyOf, type Piece, type Pieces } from '../../src/language/merge/piece.ts';
import { split } from '../../src/language/merge/split.ts';
import { mergePieces } from '../../src/language/merge/three-way.ts';
import { virtualAccess } from './virtual-files.ts';

const language = formatLanguageOf(createWorkspace({ files: virtualAccess({}) }).journey);
const labels = { ours: 'HEAD', theirs: 'work', markerSize: 7 };

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpus = globSync(['examples/**/*.journey', 'src/friction/rules/*/valid.journey'], { cwd: root })
  .toSorted()
  .map((file) => readFileSync(root + file, 'utf8'))
  .filter((text) => text.length < 12_000);

interface Edit {
  readonly does: 'remove' | 'reword' | 'add' | 'swap';
  /** Which of all pieces of the text, from the outside to the inside. */
  readonly at: number;
}

function edits(does: readonly Edit['does'][], most: number): Arbitrary<readonly Edit[]> {
  return array(record({ does: constantFrom(...does), at: integer({ min: 0, max: 2000 }) }), { maxLength: most });
}

const every = ['remove', 'reword', 'add', 'swap'] as const;

/** The text with edits; `name` makes what it adds its own. */
function edited(text: string, made: readonly Edit[], name: string): string {
  const pieces = splitText(text);
  const count = pieces.pieces.flatMap(withInner).length;
  const byPlace = new Map(made.map(({ does, at }) => [at % count, does]));
  let place = -1;
  const again = (siblings: readonly Piece[]): Piece[] => {
    const result: Piece[] = [];
    const swapped: number[] = [];
    for (const piece of siblings) {
      place++;
      const own = place;
      const does = byPlace.get(own);
      const children = piece.children === undefined ? undefined : again(piece.children);
      const now = { ...piece, children };
      if (does === 'swap') swapped.push(result.length);
      if (does === 'reword') result.push({ ...now, head: now.head.replace('"', `"${name} ${own} `) });
      else if (does !== 'remove') result.push(now);
      if (does === 'add') result.push({ ...plainCopy(piece), head: renamed(piece, `${name}${own}`) });
    }
    for (const index of swapped) {
      const [one, other] = [result[index], result[index + 1]];
      if (one !== undefined && other !== undefined) result.splice(index, 2, other, one);
    }
    return result;
  };
  return written({ ...pieces, pieces: again(pieces.pieces) });
}

function plainCopy(piece: Piece): Piece {
  return { ...piece, lead: '' };
}

/** The head of a copy: another id, or another text. A word of the language is neither: `loop max 2` is copied as it is. */
function renamed({ head, kin, key }: Piece, name: string): string {
  if (kin !== undefined || key.startsWith('import')) return head.replace('"', `"${name} `);
  return head.replace(/^(\p{L}+ )(?!(?:max|every) )(\p{L}[\p{L}\d]*)/u, `$1$2${name}`);
}

function withInner(piece: Piece): readonly Piece[] {
  return [piece, ...(piece.children ?? []).flatMap(withInner)];
}

function written({ preamble, pieces, foot }: Pieces): string {
  return preamble + pieces.map((piece) => piece.lead + bodyOf(piece)).join('') + foot;
}

function splitText(text: string): Pieces {
  const pieces = split(text, language.syntax);
  if (pieces === undefined) throw new Error(`cannot be split:\n${text}`);
  return pieces;
}

function codes(text: string): readonly string[] {
  return language.problemsOf(text).map(({ code }) => code);
}

function headsIn(text: string): readonly string[] {
  return splitText(text)
    .pieces.flatMap(withInner)
    .map(({ head }) => head);
}

const numRuns = 150;

test('a text is the sum of its pieces', () => {
  for (const text of corpus) expect(written(splitText(text))).toBe(text);
});

test('what only one side changed is taken as it is', () => {
  assert(
    property(constantFrom(...corpus), edits(every, 6), (base, made) => {
      const [was, is] = [splitText(base), splitText(edited(base, made, 'Ours'))];
      const merged = (ours: Pieces, theirs: Pieces): string => textOf(mergePieces({ base: was, ours, theirs }), labels);
      expect(merged(was, is)).toBe(written(is));
      expect(merged(is, was)).toBe(written(is));
      expect(merged(is, is)).toBe(written(is));
    }),
    { numRuns },
  );
});

test('nothing that a side added or changed is lost, and the file stays understood', () => {
  assert(
    property(constantFrom(...corpus), edits(every, 6), edits(every, 6), (base, one, other) => {
      const [ours, theirs] = [edited(base, one, 'Ours'), edited(base, other, 'Theirs')];
      const merged = mergeTexts({ base, ours, theirs }, labels, language);
      expect(merged).toBeDefined();
      const { text = '', conflicts = 0 } = merged ?? {};
      const old = new Set(headsIn(base));
      const news = [...headsIn(ours), ...headsIn(theirs)].filter((head) => !old.has(head));
      expect(news.filter((head) => !text.includes(head))).toEqual([]);
      const known = new Set([...codes(ours), ...codes(theirs), ...(conflicts > 0 ? ['merge-conflict'] : [])]);
      expect(codes(text).filter((code) => !known.has(code))).toEqual([]);
    }),
    { numRuns },
  );
});

test('independent edits: the same as doing both', () => {
  const place = integer({ min: 0, max: 2000 });
  const pair = oneof(
    tuple(constantFrom('reword' as const, 'remove' as const, 'add' as const), place),
    tuple(constantFrom('reword' as const), place),
  );
  assert(
    property(constantFrom(...corpus), array(pair, { minLength: 2, maxLength: 8 }), (base, made) => {
      const apart = independent(base, made);
      const ours = apart.filter((_, index) => index % 2 === 0);
      const theirs = apart.filter((_, index) => index % 2 === 1);
      const both = edited(base, apart, 'Both');
      const merged = mergeTexts(
        { base, ours: edited(base, ours, 'Both'), theirs: edited(base, theirs, 'Both') },
        labels,
        language,
      );
      expect(merged?.conflicts).toBe(0);
      // The order of what both added at one place is ours first, and not that of the text.
      expect(merged?.text.split('\n').toSorted()).toEqual(both.split('\n').toSorted());
      const isOrdered = apart.every(({ does }) => does !== 'add');
      expect(isOrdered ? merged?.text : both).toBe(both);
    }),
    { numRuns },
  );
});

/** Leaves out what touches a piece that another edit touches, or that lies in one that is removed or copied. */
function independent(text: string, made: readonly (readonly [Edit['does'], number])[]): readonly Edit[] {
  const spans: { readonly from: number; readonly to: number }[] = [];
  let place = -1;
  const visit = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      place++;
      const from = place;
      spans[from] = { from, to: from };
      visit(piece.children ?? []);
      spans[from] = { from, to: place };
    }
  };
  visit(splitText(text).pieces);
  const taken: { readonly from: number; readonly to: number }[] = [];
  return made.flatMap(([does, where]) => {
    const at = where % spans.length;
    const span = does === 'reword' ? { from: at, to: at } : (spans[at] ?? { from: at, to: at });
    if (taken.some(({ from, to }) => from <= span.to && span.from <= to)) return [];
    taken.push(span);
    return [{ does, at }];
  });
}
