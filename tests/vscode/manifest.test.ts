// The manifest as data: what it promises is there, in both languages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journey } from '../cli/journey.ts';
import { PRESET_LABELS, PRESETS } from '../../src/map/content/lanes.ts';

interface Manifest {
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly group?: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly viewsWelcome: readonly { readonly when: string; readonly contents: string }[];
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>> };
  readonly completionEvents: readonly string[];
}

interface Setting {
  readonly order?: number;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly enumItemLabels?: readonly string[];
}

const text = readFileSync('extension/package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { commands, keybindings, menus, configuration } = manifest.contributes;
const sources = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/extension', file), 'utf8'))
  .join('\n');

test('every text exists in English and Japanese, and none is left over', () => {
  const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key).toSorted();
  const [en, ja] = [readJson('extension/package.nls.json'), readJson('extension/package.nls.ja.json')];
  expect(Object.keys(en).toSorted()).toEqual([...new Set(used)]);
  expect(Object.keys(ja).toSorted()).toEqual(Object.keys(en).toSorted());
  const texts = Object.entries(ja).filter(([key]) => !key.startsWith('picture.'));
  for (const [, value] of texts) expect(value).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
});

test('every message of the extension has its Japanese, and none is left over', () => {
  const said = [...sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message = '']) => message).toSorted();
  expect(Object.keys(readJson('extension/l10n/bundle.l10n.ja.json')).toSorted()).toEqual([...new Set(said)]);
});

test('every command is registered, and what is bound or listed is a command', () => {
  const declared = commands.map(({ command }) => command);
  for (const command of declared) expect(sources).toContain(`registerCommand('${command}'`);
  const registered = [...sources.matchAll(/registerCommand\('(journey\.[\w.]+)'/g)].map(([, command = '']) => command);
  expect(declared.toSorted()).toEqual(registered.toSorted());
  for (const { command } of [...keybindings, ...Object.values(menus).flat()]) expect(declared).toContain(command);
  expect(commands.filter(({ category }) => category === undefined)).toEqual([]);
});

test('one icon stands at the top of the editor of a journey', () => {
  const icons = (menus['editor/title'] ?? []).filter(({ group }) => group === 'navigation');
  expect(icons.map(({ command }) => command)).toEqual(['journey.showMapToSide', 'journey.showSource']);
});

test('a side bar without a line leads on: from no folder, from no journey, and from a filter that lets none through', () => {
  const texts = readJson('extension/package.nls.json');
  const ways = manifest.contributes.viewsWelcome.map(({ when, contents }) => [
    when,
    [...(texts[contents.replaceAll('%', '')] ?? '').matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command),
  ]);
  expect(ways).toEqual([
    ['workbenchState == empty', ['vscode.openFolder', 'journey.openExample', 'journey.new']],
    ['workbenchState != empty && !journey.isFiltered', ['journey.new', 'journey.import', 'journey.openExample']],
    ['workbenchState != empty && journey.isFiltered', ['journey.filterJourneys']],
  ]);
});

test('every step of the walkthrough has its pictures, leads to a command and is done when that has run', () => {
  const known = new Set([...commands.map(({ command }) => command), ...THEIR_COMMANDS]);
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  expect(steps).toHaveLength(5);
  for (const { description, media, completionEvents } of steps) {
    const done = completionEvents.map((event) => event.replace('onCommand:', ''));
    expect(done.filter((command) => !known.has(command))).toEqual([]);
    for (const texts of [readJson('extension/package.nls.json'), readJson('extension/package.nls.ja.json')]) {
      const pictures = Object.values(media.image).map((key) => texts[key.replaceAll('%', '')] ?? '');
      expect(pictures.filter((picture) => !existsSync(join('extension', picture)))).toEqual([]);
      const said = texts[description.replaceAll('%', '')] ?? '';
      const led = [...said.matchAll(/\(command:(?:toSide:)?([\w.]+)/g)].map(([, command = '']) => command);
      expect(led.length).toBeGreaterThan(0);
      expect(led.filter((command) => !known.has(command))).toEqual([]);
      expect(led.some((command) => done.includes(command))).toBe(true);
    }
  }
});

/** Of VS Code itself. */
const THEIR_COMMANDS = ['workbench.actions.view.problems', 'editor.action.marker.next', 'editor.action.quickFix'];

test.each(['en', 'ja'] as const)('every line of a check task is taken for a problem, %s', async (locale) => {
  const args = ['check', '--format', 'concise', '--locale', locale, 'tests/vscode/workspace'];
  const { stdout } = await journey(args, { cwd: process.cwd() });
  const matchers = manifest.contributes.problemMatchers.map(({ pattern }) => new RegExp(pattern.regexp));
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => line.includes('.journey:'));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => matchers.filter((matcher) => matcher.test(line)).length !== 1)).toEqual([]);
});

test('every setting has an order, a description, and a meaning for each choice', () => {
  const settings = configuration.flatMap(({ properties }) => Object.values(properties));
  for (const setting of settings) {
    expect(setting).toMatchObject({
      order: expect.any(Number) as number,
      description: expect.stringMatching(/^%/) as string,
    });
    expect(setting.enumDescriptions?.length).toBe(setting.enum?.length);
  }
  const [map] = configuration;
  expect(map?.properties['journey.map.lanes']?.enum).toEqual(Object.keys(PRESETS));
});

test('the lanes of a map are called in the settings what they are called in the map', () => {
  const lanes = configuration.flatMap(({ properties }) => properties['journey.map.lanes'] ?? []);
  const keys = lanes.flatMap(({ enumItemLabels = [] }) => enumItemLabels).map((key) => key.replaceAll('%', ''));
  const [en, ja] = [readJson('extension/package.nls.json'), readJson('extension/package.nls.ja.json')];
  const labels = keys.map((key) => ({ en: en[key], ja: ja[key] }));
  expect(labels).toEqual(Object.keys(PRESETS).map((preset) => PRESET_LABELS[preset as keyof typeof PRESETS]));
});

test('it can be found, and fits the types that it was written with', () => {
  expect(manifest.keywords.length).toBeLessThanOrEqual(10);
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  expect(manifest.engines.vscode).toBe(`^${devDependencies['@types/vscode'] ?? ''}`);
});

function readJson(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
}
