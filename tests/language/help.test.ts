// The help for keywords and words: nothing is missing, nothing is left over, and every example can be written.
import { expect, test } from 'vitest';
import { KEYWORDS, keywordHelp } from '../../src/language/help/keywords.ts';
import { wordHelp } from '../../src/language/help/words.ts';
import { keywordOf } from '../../src/language/features/completion/slot.ts';
import { PROPERTY_RULES } from '../../src/language/structure/properties.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { syntaxProblems } from '../../src/language/syntax-problems.ts';
import { documentOf, loaded } from './virtual-files.ts';

const { Syntax: syntax } = createWorkspace({ files: { read: () => ({ text: '' }), list: () => [] } }).journey.parser;

/** Every keyword of the grammar with the rule that it stands in. */
const keywords = syntax.automaton.states.flatMap(({ exits }) =>
  exits.flatMap((exit) => {
    if (exit.kind === undefined) return [];
    const word = keywordOf({ read: exit, actions: [], begins: false });
    return word !== undefined && /^(?:\p{L}|->)/u.test(word) ? [{ rule: exit.rule, word }] : [];
  }),
);

test('every keyword has help, in both languages', () => {
  const missing = keywords.filter(({ rule, word }) => keywordHelp(rule, word) === undefined);
  expect(missing).toEqual([]);
  const unsaid = Object.entries(KEYWORDS).filter(
    ([, { meaning }]) => !meaning.en.endsWith('.') || !/[ぁ-んァ-ヶ一-龠].*。$/.test(meaning.ja),
  );
  expect(unsaid).toEqual([]);
});

test('no help is left over', () => {
  const known = new Set(keywords.flatMap(({ rule, word }) => [word, `${rule}.${word}`]));
  const left = Object.keys(KEYWORDS).filter((key) => !known.has(key) && !known.has(key.replace(/ .*/, '')));
  expect(left).toEqual([]);
});

const WRAPPERS: readonly ((example: string) => string)[] = [
  (example) => example,
  (example) => `journey J {\n  stage S {\n    touchpoint T {\n      ${example}\n    }\n  }\n}\n`,
  (example) => `journey J {\n  stage S {\n    ${example}\n  }\n}\n`,
  ...[
    'journey',
    'persona',
    'segment',
    'channel',
    'system',
    'data',
    'consent',
    'metric',
    'goal',
    'brand',
    'action',
    'experiment',
  ].map(
    (keyword) =>
      (example: string): string =>
        `${keyword} X {\n  ${example}\n}\n`,
  ),
];

test('every example can be written in some block', async () => {
  const wrong: string[] = [];
  for (const [key, { example }] of Object.entries(KEYWORDS)) {
    for (const text of new Set([example.en, example.ja])) {
      const texts = Object.fromEntries(WRAPPERS.map((wrap, index) => [`${index}.journey`, wrap(text)]));
      const workspace = await loaded(texts, Object.keys(texts));
      const fits = Object.keys(texts).some((path) => syntaxProblems(documentOf(workspace, path)).length === 0);
      if (!fits) wrong.push(`${key}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every word of a closed list is explained', () => {
  const missing = Object.entries(PROPERTY_RULES).flatMap(([type, properties]) =>
    Object.entries(properties).flatMap(([feature, rule]) => {
      const help = wordHelp(type, feature);
      return (rule.words?.known ?? []).filter((word) => !help.has(word)).map((word) => `${type}.${feature} ${word}`);
    }),
  );
  expect(missing).toEqual([]);
});
