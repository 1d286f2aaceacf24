// What stands in code in the documentation is true: journeys are read, commands do what the page says.
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands, globalOptions } from '../../src/cli/commands.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { SEVERITY_LABELS } from '../../src/formats/labels.ts';
import { syntaxProblems } from '../../src/language/syntax-problems.ts';
import { usualConfiguration } from '../../src/language/usual-configuration.ts';
import { CELL_LANES } from '../../src/map/content/lanes.ts';
import { documentOf, loaded } from '../language/virtual-files.ts';
import { type Block, inlineCode, isJapanese, ownPages, pages, readPage, root } from './pages.ts';
import { replayed } from './shell.ts';

function blocksIn(...languages: readonly string[]): readonly (readonly [string, Block])[] {
  return ownPages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => languages.includes(language))
      .map((block) => [`${path}:${block.line}`, block] as const),
  );
}

test.for(blocksIn('journey'))('%s is read', async ([, { text }]) => {
  expect(await mistakesOf(text)).toEqual([]);
});

test.for(blocksIn('sh', 'console'))('the commands of %s exist, with their options', ([, { text, language }]) => {
  // What a console prints can begin like a command.
  const typed = language === 'console' ? text.replaceAll(/^(?!\$ ).*\n?/gm, '') : text;
  expect(journeyCommands(typed).flatMap((line) => mistakeIn(line) ?? [])).toEqual([]);
});

test.for(ownPages.map((page) => [page.path, page] as const))(
  'the commands within sentences of %s exist',
  ([, page]) => {
    // A journey begins with the same word, and its id with a capital letter.
    const typed = inlineCode(page).filter((code) => /^journey [a-z-]/.test(code));
    expect(journeyCommands(typed.join('\n')).flatMap((line) => mistakeInMention(line) ?? [])).toEqual([]);
  },
);

test.for(['README.md', 'README.ja.md'])('what %s shows of a finding is what is found', async (path) => {
  const { blocks } = readPage(path);
  const [journey, shown] = ['journey', 'text'].map(
    (wanted) => blocks.find(({ language }) => language === wanted)?.text ?? '',
  );
  const [, severity = '', rule, message = ''] = /^(\S+) (\S+)\s+([^]+)$/.exec(shown ?? '') ?? [];
  const locale = isJapanese(path) ? 'ja' : 'en';
  const workspace = await loaded({ 'a.journey': withinStage(journey ?? '') }, ['a.journey']);
  const found = findingsOf(documentOf(workspace, 'a.journey'), usualConfiguration()).findings.map((finding) => [
    SEVERITY_LABELS[finding.severity][locale],
    finding.code,
    finding.message[locale],
  ]);
  expect(found).toContainEqual([severity, rule, message.replaceAll('\n', locale === 'ja' ? '' : ' ')]);
});

test.for(['docs/map.md', 'docs/ja/map.md'])('%s tells of every lane', (path) => {
  const { text } = readPage(path);
  const told = text
    .split('\n')
    .flatMap((line) => (line.startsWith('| `') ? line.split('|')[1]?.match(/\w+/g) : null) ?? []);
  expect(told.toSorted()).toEqual([...CELL_LANES, 'emotion'].toSorted());
});

test.for(blocksIn('json'))('%s is JSON', ([, { text }]) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

test.for(blocksIn('yaml'))('%s is YAML', ([, { text }]) => {
  expect(() => parseYaml(text) as unknown).not.toThrow();
});

const played = ownPages.filter(({ blocks }) => blocks.some(({ language }) => language === 'console'));

test.for(played.map((page) => [page.path, page] as const))(
  'the commands of %s print what it says (vitest -u writes it anew)',
  async ([path, page]) => {
    await expect(await replayed(page)).toMatchFileSnapshot(`${root}${path}`);
  },
);

test('every block says what it is', () => {
  const unknown = pages.flatMap(({ path, blocks }) =>
    blocks.filter(({ language }) => language === '').map(({ line }) => `${path}:${line}`),
  );
  expect(unknown).toEqual([]);
});

/** A part of a journey is read where it belongs. */
const surroundings: readonly ((text: string) => string)[] = [
  (text) => text,
  withinStage,
  (text) => `journey J {\n  stage S {\n    touchpoint T {\n${text}\n    }\n  }\n}\n`,
  (text) => `journey J {\n${text}\n}\n`,
];

function withinStage(text: string): string {
  return `journey J {\n  stage S {\n${text}\n  }\n}\n`;
}

async function mistakesOf(text: string): Promise<readonly string[]> {
  let first: readonly string[] | undefined;
  for (const around of surroundings) {
    const workspace = await loaded({ 'a.journey': around(text) }, ['a.journey']);
    const mistakes = syntaxProblems(documentOf(workspace, 'a.journey')).map(({ message }) => message.en);
    if (mistakes.length === 0) return [];
    first ??= mistakes;
  }
  return first ?? [];
}

/** The calls of our command in a script, without what is around them. */
function journeyCommands(text: string): readonly string[] {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/^\$ /, '').replace(/(^|\s)#.*$/, ''))
    .flatMap((line) => line.split(/\|\|?|&&|;/))
    .flatMap((line) => /^\s*(?:npx )?(?:node dist\/cli\.cjs|journey)(?: +(.*))?$/.exec(line)?.[1] ?? []);
}

function mistakeIn(line: string): string | undefined {
  const [name = '', ...args] = wordsOf(line);
  if (name.startsWith('-') || name === 'COMMAND') return undefined;
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return `${line}: there is no such command`;
  const { mistake, operands } = parseArguments(args, [...command.options, ...globalOptions]);
  if (mistake !== undefined) return `${line}: ${mistake.en}`;
  const { least, most } = command.count;
  const asksForHelp = args.includes('--help');
  return asksForHelp || (operands.length >= least && operands.length <= most) ? undefined : `${line}: operands`;
}

/** A sentence may leave out what the command works on, or which value an option takes. */
function mistakeInMention(line: string): string | undefined {
  const mistake = mistakeIn(line);
  return mistake === undefined || /: operands$|needs a value$/.test(mistake) ? undefined : mistake;
}

function wordsOf(line: string): readonly string[] {
  const words = line.match(/"[^"]*"|'[^']*'|[^\s"'<>]+/g) ?? [];
  return words.map((word) => word.replaceAll(/^["']|["']$/g, ''));
}
