// Every folder under src/friction/rules: its texts are complete, its files report what they say, its fixes mend.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf, RULE_FAILED } from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { Settings } from '../../src/friction/settings.ts';
import type { Finding } from '../../src/model/finding.ts';
import { described, expectedIn, measuredIn, type RuleFolder, ruleFolders } from './rule-folders.ts';
import { snapshotOf } from './snapshot.ts';
import { type OpenFile, openFiles } from './workspace.ts';

/** Ages are counted from a day that does not move. */
const testSettings: Settings = { ...defaultSettings, today: '2026-11-21' };

/** The examples of the documentation. What the other files of a folder hold is for the tests alone. */
const EXAMPLES = [
  { en: 'invalid.journey', ja: 'invalid.ja.journey' },
  { en: 'valid.journey', ja: 'valid.ja.journey' },
];

const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

test('every folder is in the registry (npm run generate)', () => {
  expect(rules.map(({ meta }) => meta.id)).toEqual(ruleFolders.map(({ id }) => id));
});

describe.each(ruleFolders.map((folder) => [folder.id, folder] as const))('%s', (id, folder) => {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (rule === undefined) throw new Error(`${id} is not in the registry: npm run generate`);

  test('its metadata is complete', () => {
    const { meta } = rule;
    expect(rule.check ?? rule.checkModel).toBeDefined();
    for (const text of [meta.summary, meta.why, meta.remedy]) expectBothLanguages(text);
    for (const { title, url = 'https://' } of meta.sources) {
      expect(title).not.toBe('');
      expect(url).toMatch(/^https:\/\//);
    }
    expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect([...folder.files.keys()]).toEqual(expect.arrayContaining(EXAMPLES.flatMap(({ en, ja }) => [en, ja])));
  });

  test.each(EXAMPLES)('$en is for English readers, $ja says the same to Japanese ones', async ({ en, ja }) => {
    const [english, japanese] = [await check(folder, en, rule), await check(folder, ja, rule)];
    expect(english.file.text).not.toMatch(JAPANESE);
    // Every text that a Japanese reader meets, comments included.
    for (const text of textsOf(japanese.file.text)) expect(text).toMatch(JAPANESE);
    const severities = ({ findings }: typeof english): readonly string[] => findings.map(({ severity }) => severity);
    expect(severities(japanese)).toEqual(severities(english));
  });

  test.each(folder.valid)('says nothing about %s', async (name) => {
    const { file, findings } = await check(folder, name, rule);
    expect(file.mistakes).toEqual([]);
    expect(findings.map(({ message }) => message.en)).toEqual([]);
  });

  test.each(folder.invalid)('finds what %s says', async (name) => {
    const { file, findings } = await check(folder, name, rule);
    expect(file.mistakes).toEqual([]);
    const expected = expectedIn(file.text, id);
    expect(expected).not.toEqual([]);
    const withSeverity = expected.some((each) => !/\d$/.test(each));
    const found = findings.map(({ place, severity }) =>
      described(place.range.start.line + 1, withSeverity ? severity : ''),
    );
    expect(found.toSorted()).toEqual(expected);
    for (const finding of findings) expectWellFormed(finding, file, rule);
  });

  test('its snapshot is as it was (npm run test:unit -- tests/friction -u)', async () => {
    const shown: string[] = [];
    for (const name of folder.invalid) {
      const { files, file, findings } = await check(folder, name, rule);
      shown.push(snapshotOf(file, findings, files));
    }
    await expect(shown.join('\n')).toMatchFileSnapshot(join(folder.path, 'snapshot.md'));
  });

  test('it names the settings that it reads', async () => {
    const read = new Set<string>();
    const watched = new Proxy(testSettings, {
      get: (settings, name, receiver): unknown => {
        read.add(String(name));
        return Reflect.get(settings, name, receiver);
      },
    });
    for (const name of [...folder.invalid, ...folder.valid]) await check(folder, name, rule, watched);
    expect([...read].toSorted()).toEqual(rule.meta.settings.toSorted());
  });
});

/** What stands in quotes and in comments, but for what only these tests read, and for names such as "1/3". */
function textsOf(text: string): readonly string[] {
  return (text.match(/"[^"]*"|\/\/(?! expect: ).*/g) ?? []).filter((each) => /[a-z]{3}/i.test(each));
}

async function check(
  folder: RuleFolder,
  name: string,
  rule: Rule,
  settings: Settings = testSettings,
): Promise<{
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly file: OpenFile;
  readonly findings: readonly Finding[];
}> {
  const files = await openFiles(folder.files);
  const file = files.get(name);
  if (file === undefined) throw new Error(`${name} was not opened.`);
  const findings = frictionOf(file.model, settings, { rules: [rule], measured: measuredIn(folder, name) });
  const broken = findings.find(({ code }) => code === RULE_FAILED);
  // Once more without the runner's safety net, to see the error.
  if (broken !== undefined) throw new Error(broken.message.en);
  return { files, file, findings };
}

function expectWellFormed({ message, help, place, related, fixes }: Finding, file: OpenFile, { meta }: Rule): void {
  expect(place.uri).toBe(file.uri);
  expectBothLanguages(message);
  expectBothLanguages(help);
  // A message is a sentence.
  expect(message.en).toMatch(/^["A-Z0-9].*\.$/);
  expect(message.ja).toMatch(/。$/);
  for (const each of related) expectBothLanguages(each.message);
  for (const { title, safe } of fixes) {
    expectBothLanguages(title);
    expect(safe ? ['safe'] : ['safe', 'unsafe']).toContain(meta.fix);
  }
}

function expectBothLanguages({ en, ja }: { readonly en: string; readonly ja: string }): void {
  expect(en.trim()).not.toBe('');
  expect(ja).toMatch(JAPANESE);
  // A placeholder that was not filled.
  expect(`${en}${ja}`).not.toMatch(/undefined|NaN|\[object/);
}
