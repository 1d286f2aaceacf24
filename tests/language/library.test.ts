import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { isLibrary, libraryText } from '../../src/language/library/library.ts';
import { LIBRARY_TEXTS } from '../../src/language/library/texts.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import { KINDS } from '../../src/language/scope/symbols.ts';
import { CHANNEL_KINDS, DATA_KINDS, METRIC_KINDS, SHOWN_WORDS, TASKS } from '../../src/model/words.ts';
import { documentOf, loaded, virtualAccess } from './virtual-files.ts';

const folder = fileURLToPath(new URL('../../src/language/library', import.meta.url));

describe('the standard library', () => {
  let workspace: JourneyWorkspace;
  beforeAll(() => {
    workspace = createWorkspace({ files: virtualAccess({}) });
  });
  const files = () => workspace.shared.workspace.IndexManager.library();
  const declarations = () => files().flatMap((file) => file.declarations);

  test('is the text of the files beside the sources', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.journey'));
    expect(LIBRARY_TEXTS.map(({ name }) => name)).toEqual(names.toSorted());
    for (const { name, text } of LIBRARY_TEXTS) expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(text);
  });

  test('has no problem of any kind', async () => {
    const documents = files().flatMap(({ uri }) => workspace.document(uri) ?? []);
    await workspace.shared.workspace.DocumentBuilder.build(documents, { validation: true });
    expect(documents).toHaveLength(LIBRARY_TEXTS.length);
    for (const document of documents) {
      expect(document.parseResult.lexerErrors).toEqual([]);
      expect(document.parseResult.parserErrors).toEqual([]);
      expect(document.diagnostics).toEqual([]);
      expect(linkProblems(document)).toEqual([]);
    }
  });

  test('gives every declaration a title in both languages', () => {
    const untitled = declarations().filter(({ label, labelEn, labelJa }) => !((labelEn ?? label) && labelJa));
    expect(untitled.map(({ name }) => name)).toEqual([]);
  });

  test('declares no name of a kind twice, in no two files', () => {
    for (const kind of KINDS) {
      const names = files().flatMap((file) => [...file.get(kind).values()].flat().map(({ name }) => name));
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('has a channel for each kind, of the same name', () => {
    const channels = files().flatMap((file) => [...file.get('Channel').values()].flat());
    for (const kind of CHANNEL_KINDS) {
      expect(channels.filter(({ name, kinds }) => name === kind && kinds[0] === kind)).toHaveLength(1);
    }
    expect(channels.filter(({ kinds }) => !(CHANNEL_KINDS as readonly string[]).includes(kinds[0] ?? ''))).toEqual([]);
  });

  test('uses no kind of data or metric that the vocabulary does not know', () => {
    const data = files().flatMap((file) => [...file.get('Data').values()].flat());
    expect(
      data.flatMap(({ kinds }) => kinds).filter((kind) => !(DATA_KINDS as readonly string[]).includes(kind)),
    ).toEqual([]);
    const metrics = files().flatMap((file) => [...file.get('Metric').values()].flat());
    expect(metrics.filter(({ kinds }) => !(METRIC_KINDS as readonly string[]).includes(kinds[0] ?? ''))).toEqual([]);
  });

  test('keeps every emotion on the scale, each with a face', () => {
    const emotions = files().flatMap((file) => [...file.get('Emotion').values()].flat());
    expect(emotions.length).toBeGreaterThan(80);
    for (const { name, value, face } of emotions) {
      const shown = `${name} = ${Number(value)} ${face}`;
      expect(shown).toMatch(/^\S+ = (-2|-1|0|1|2) \p{Extended_Pictographic}\uFE0F?$/u);
    }
  });

  test.each([
    ['channel', 'line', 'LINE', 'LINE'],
    ['channel', 'phone', 'Phone', '電話'],
    ['emotion', '安心', 'Reassured', '安心'],
    ['data', 'memberNo', 'Member number', '会員番号'],
    ['metric', 'firstContactResolution', 'First contact resolution', '一次解決率'],
  ])('knows the %s %s', (kind, name, en, ja) => {
    const found = declarations().filter((node) => node.name === name && node.$type.toLowerCase() === kind);
    expect(found.map(({ label, labelJa }) => [label, labelJa])).toEqual([[en, ja]]);
  });

  test('is always in scope, and its documents can be opened', async () => {
    const used = await loaded({
      'main.journey': `journey J "J" {
        stage S "S" {
          touchpoint A "A" on line { asks memberNo
            feels 不安
            metric csat
          }
        }
      }`,
    });
    const document = documentOf(used, 'main.journey');
    expect(linkProblems(document)).toEqual([]);
    expect(document.references.map(({ $refText }) => $refText).toSorted()).toEqual([
      'csat',
      'line',
      'memberNo',
      '不安',
    ]);
    const [channel] = document.parseResult.value.declarations.flatMap((journey) =>
      journey.$type === 'Journey' ? (journey.stages[0]?.touchpoints[0]?.channels ?? []) : [],
    );
    const uri = channel?.ref?.$container.$document?.uri.toString() ?? '';
    expect(isLibrary(uri)).toBe(true);
    expect(libraryText(uri)).toContain('channel line');
    expect(used.document(uri)?.textDocument.getText()).toBe(libraryText(uri));
  });

  test('is parsed once for a workspace', () => {
    expect(files()).toBe(files());
  });
});

describe('the words', () => {
  test('all have a title in both languages', () => {
    for (const { en, ja } of [...Object.values(TASKS), ...Object.values(SHOWN_WORDS)]) {
      expect(en).toMatch(/\S/);
      expect(ja).toMatch(/\S/);
    }
  });
});
