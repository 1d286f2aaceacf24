// The table of terms points to things that exist.
import { expect, test } from 'vitest';
import { COVERAGE, type Pointer, type PointerKind } from '../../scripts/generators/coverage-rows.ts';
import { commands } from '../../src/cli/commands.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { keywordOf } from '../../src/language/features/completion/slot.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { loadLibrary } from '../../src/language/library/documents.ts';
import { PROPERTY_RULES } from '../../src/language/structure/properties.ts';
import { CELL_LANES } from '../../src/map/content/lanes.ts';

const { journey, shared } = createWorkspace({ files: { read: () => ({ text: '' }), list: () => [] } });

/** The words of phrases such as `tells next` one by one. */
const keywords = journey.parser.Syntax.automaton.states.flatMap(({ exits }) =>
  exits.flatMap((exit) =>
    exit.kind === undefined ? [] : (keywordOf({ read: exit, actions: [], begins: false }) ?? '').split(' '),
  ),
);

const libraryNames = loadLibrary(shared).flatMap(({ parseResult }) =>
  parseResult.value.declarations.flatMap((each) => (each.$type === 'Handover' ? [] : [each.name])),
);

const words = Object.values(PROPERTY_RULES).flatMap((properties) =>
  Object.values(properties).flatMap((rule) => rule.words?.known ?? []),
);

const existing: Readonly<Record<PointerKind, ReadonlySet<string>>> = {
  keyword: new Set(keywords),
  rule: new Set(rules.map(({ meta }) => meta.id)),
  lane: new Set([...CELL_LANES, 'emotion']),
  command: new Set(
    commands.flatMap(({ name, options }) => [name].concat(options.map((option) => `${name} --${option.name}`))),
  ),
  library: new Set(libraryNames),
  word: new Set(words),
};

const rows = COVERAGE.flatMap((section) => section.rows);

test('everything that the table points to exists', () => {
  const missing = rows.flatMap(({ title, answers }) =>
    answers.filter((answer) => !exists(answer)).map(({ kind, name }) => `${title.en}: ${kind} ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every one of the 111 terms is there, once and with an answer', () => {
  expect(rows).toHaveLength(111);
  expect(new Set(rows.map(({ title }) => title.en)).size).toBe(rows.length);
  expect(rows.filter(({ answers }) => answers.length === 0)).toEqual([]);
});

function exists({ kind, name }: Pointer): boolean {
  return existing[kind].has(name);
}
