// What we export, drawn by Mermaid itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportMermaid } from '../../src/formats/mermaid/export.ts';
import { importMermaid } from '../../src/formats/mermaid/import.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { openBrowser } from '../support/browser.ts';
import { MERMAID_INPUTS } from '../formats/mermaid-inputs.ts';
import { filesOf } from '../support/documents.ts';

const { resolve } = createRequire(import.meta.url);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setContent('<div id="place"></div>');
  await page.addScriptTag({ content: readFileSync(resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8') });
});
afterAll(async () => browser.close());

interface Drawn {
  readonly texts: readonly string[];
  readonly title: string;
  readonly description: string;
  /** Where the faces are, from the top. */
  readonly faces: readonly number[];
}

const names = [
  'Plain',
  'Section one',
  'title of the book',
  'journey on',
  'a: b; c',
  '#1 of 10, really',
  'R&D <b>bold</b> "quoted"',
  '%%{init: {}}%% and %% more',
  '100% sure',
  '--- dashes',
  '電話をかける「予約」',
];

test('every name is shown as it is, with its face and its actors', async () => {
  const steps = names.map((name, index) => `touchpoint T${index} ${JSON.stringify(name)} { feels ${(index % 5) - 2} }`);
  const people = names.map((name, index) => `persona P${index} ${JSON.stringify(name)}`);
  const drawn = await draw(
    [
      ...people,
      'journey J "a: b; c #1" {',
      `  for ${people.map((_, index) => `P${index}`).join(', ')}`,
      '  scenario "Told: all; #1"',
      '  stage S "Section: of; #1, R&D" {',
      ...steps.map((step) => `    ${step}`),
      '  }',
      '}',
    ].join('\n'),
  );
  const shown = drawn.texts.map((text) => text.replace(/\s+/g, ' ').trim());
  // Once as a task, once in the legend.
  const missing = names.filter((name) => shown.filter((text) => text === name).length < 2);
  expect(missing).toEqual([]);
  expect(shown).toContain('a: b; c #1');
  expect(shown).toContain('Section: of; #1, R&D');
  expect(drawn.title).toBe('a: b; c #1');
  expect(drawn.description).toBe('Told: all; #1');
  expect(drawn.faces).toEqual(names.map((_, index) => 300 + (5 - ((index % 5) + 1)) * 30));
});

test('every example is drawn with all its touchpoints', async () => {
  const folder = new URL('../../examples/large-tv/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const files = await filesOf(
    Object.fromEntries(['as-is.journey', 'people.journey', 'services.journey'].map((name) => [name, read(name)])),
  );
  const model = files.model('as-is.journey');
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('There is no journey');
  const { faces } = await drawDiagram(exportMermaid(model, journey, 'ja').text);
  expect(faces).toHaveLength(journey.stages.flatMap(({ touchpoints }) => touchpoints).length);
});

const noTasks = new Set(['parser/journey.spec.js, a title']);

test.for(Object.entries(MERMAID_INPUTS).filter(([name]) => !noTasks.has(name)))(
  'the story of Mermaid’s %s is the same after a way through our language',
  async ([, diagram]) => {
    const imported = importMermaid(diagram, 'mermaid');
    const [theirs, ours] = [await drawDiagram(trimmed(diagram)), await draw(imported?.text ?? '')];
    expect(storyOf(ours, theirs.faces)).toEqual(storyOf(theirs));
  },
);

/** Mermaid takes no front matter that is indented; a page trims what it hands over. */
function trimmed(diagram: string): string {
  const lines = diagram.replace(/^\n+/, '').split('\n');
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, /^\s*/.exec(line)?.[0].length ?? 0))).join('\n');
}

/**
 * What is read, however wide the author wants labels to be, and what is felt. Where Mermaid draws a face at no place at all,
 * because the score is no number, we read a score and say so.
 */
function storyOf({ texts, faces }: Drawn, unknown: readonly number[] = faces): unknown {
  const said = texts
    .join('')
    .replaceAll(/<br\s*\/?>/g, '')
    .replaceAll(/[\s-]+/g, '');
  return { said, faces: faces.map((face, index) => (Number.isNaN(unknown[index]) ? 'unknown' : face)) };
}

async function draw(text: string): Promise<Drawn> {
  const model = (await filesOf({ 'a.journey': text })).model('a.journey');
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('There is no journey');
  return drawDiagram(exportMermaid(model, journey, 'en').text);
}

async function drawDiagram(diagram: string): Promise<Drawn> {
  return page.evaluate<Drawn>(`(async () => {
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render('drawn', ${JSON.stringify(diagram)});
    document.querySelector('#place').innerHTML = svg;
    const root = document.querySelector('#place svg');
    return {
      texts: [...root.querySelectorAll('foreignObject, text')].map((node) => node.textContent),
      title: root.querySelector('title')?.textContent ?? '',
      description: root.querySelector('desc')?.textContent ?? '',
      faces: [...root.querySelectorAll('circle.face')].map((node) => Number(node.getAttribute('cy'))),
    };
  })()`);
}
