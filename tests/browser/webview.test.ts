// The page of the map in VS Code, alone in a browser: for every eye and hand, in every theme and width, under its own policy.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { THEMES } from '../../src/map/style/palette.ts';
import type { Locale } from '../../src/model/text.ts';
import type { ToPage } from '../../src/preview/webview/messages.ts';
import type { ChangedMap, MapAnswer, MapParams, MapResult } from '../../src/server/protocol.ts';
import { started } from '../server/client.ts';
import { openBrowser } from '../support/browser.ts';
import { openWebview, type WebviewPage } from './webview-page.ts';

type MapMessage = Extract<ToPage, { kind: 'map' }>;

const { resolve } = createRequire(import.meta.url);
const pictures = fileURLToPath(new URL('../../dist/tests/pictures/', import.meta.url));
const hotel = read('../vscode/workspace/hotel.journey');
const CALLS = '[data-touchpoint$="Calls"]';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

test.each(THEMES)('has nothing for axe to complain about, wide and narrow, theme %s', async (theme) => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser, { theme });
  const { page } = webview;
  await webview.send(map);
  await page.locator(`.map-card${CALLS}`).click();
  await page.locator('#details li').first().waitFor();
  await webview.send({
    kind: 'fixes',
    touchpoint: map.result.findings[0]?.touchpoint ?? '',
    fixes: [{ id: 0, code: 'asks-again', line: 1, title: 'Mend it' }],
  });
  expect(await complaints(webview)).toEqual([]);
  await page.screenshot({ path: `${pictures}webview-${theme}-wide.png` });
  await page.setViewportSize({ width: 420, height: 900 });
  await expect.poll(async () => page.locator('#map .map-details').count()).toBeGreaterThan(0);
  await webview.send({
    kind: 'notice',
    text: 'The map shows the text as it was before the mistake in line 3.',
    place: map.result.data.content.place,
  });
  await page.click('#lane-menu summary');
  expect(await complaints(webview)).toEqual([]);
  await page.screenshot({ path: `${pictures}webview-${theme}-narrow.png` });
  await page.keyboard.press('Escape');
  await page.click('#view');
  expect(await complaints(webview)).toEqual([]);
  expect(webview.errors).toEqual([]);
  await page.close();
});

test('another theme colours it anew and loads nothing', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser, { theme: 'light' });
  await webview.send(map);
  const paper = async (): Promise<string> =>
    webview.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await webview.colour('dark');
  await expect.poll(paper).toBe('rgb(31, 31, 31)');
  expect(await webview.page.getAttribute('html', 'data-theme')).toBe('dark');
  expect(await webview.told('ready')).toHaveLength(1);
  await webview.page.close();
});

test('everything can be done by keys', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser);
  const { page } = webview;
  const focused = async (): Promise<string> =>
    page.evaluate<string>('document.activeElement.dataset.touchpoint ?? document.activeElement.id');
  await webview.send(map);
  // Through the tools into the map, to its first card.
  const passed: string[] = [];
  for (let presses = 0; presses < 40 && !passed.at(-1)?.endsWith('SeesMap'); presses += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused());
  }
  expect(passed).toEqual(expect.arrayContaining(['zoom-in', 'fit', 'find', 'export', 'copy', 'map']));
  expect(passed.at(-1)).toMatch(/SeesMap$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toMatch(/Calls$/);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowRight');
  const edits = (await webview.told('edit')).map(({ edit }) => edit);
  expect(edits).toMatchObject([{ kind: 'setEmotion', value: 0 }, { kind: 'moveTouchpoint' }]);
  await page.keyboard.press('F2');
  // The title is edited where it stands: no old one is to be seen beside the new one.
  const field = await page.getByRole('textbox', { name: 'Rename' }).boundingBox();
  const title = await page.locator(`.map-card${CALLS} .card-title`).boundingBox();
  if (field === null || title === null) throw new Error('There is no field, or no title');
  expect(field.y).toBeLessThan(title.y);
  expect(field.y + field.height).toBeGreaterThan(title.y + title.height);
  await page.keyboard.type('Rings');
  await page.keyboard.press('Escape');
  await page.locator(`.map-card${CALLS}`).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Rings the desk');
  await page.keyboard.press('Enter');
  expect((await webview.told('edit')).slice(2)).toMatchObject([
    { edit: { kind: 'setTitle', title: 'Rings the desk' } },
  ]);
  await page.locator(`.map-card${CALLS}`).focus();
  await page.keyboard.press('Enter');
  expect(await webview.told('reveal')).toMatchObject([{ focus: true }]);
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('#details').isVisible()).toBe(false);
  await page.locator('#map').focus();
  const zoom = async (): Promise<number> => Number(await page.getAttribute('#map svg', 'width'));
  const before = await zoom();
  await page.keyboard.press('+');
  expect(await zoom()).toBeGreaterThan(before);
  await page.keyboard.press('0');
  expect(await zoom()).toBe(before);
  expect(webview.errors).toEqual([]);
  await page.close();
});

test('what is known of a card is opened by keys without leaving the map, and left the same way', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser, { height: 700 });
  const { page } = webview;
  await webview.send(map);
  const card = page.locator(`.map-card${CALLS}`);
  await card.focus();
  await page.keyboard.press('Space');
  await webview.send({
    kind: 'fixes',
    touchpoint: map.result.findings.find(({ touchpoint }) => touchpoint?.endsWith('Calls'))?.touchpoint ?? '',
    fixes: map.result.findings.map(({ code, place }, id) => ({
      id,
      code,
      line: place.range.start.line,
      title: `Mend ${id}`,
    })),
  });
  const fix = page.locator('#details .fix').first();
  await fix.waitFor();
  const focused = async (): Promise<string> => page.evaluate<string>('document.activeElement.textContent');
  for (let presses = 0; presses < 20 && !(await focused()).startsWith('Mend'); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  expect(await webview.told('fix')).toHaveLength(1);
  expect(await webview.told('reveal')).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.locator('#details').isVisible()).toBe(false);
  expect(await page.evaluate<string>('document.activeElement.dataset.touchpoint')).toMatch(/Calls$/);
  expect(webview.errors).toEqual([]);
  await page.close();
});

test('a map that may not be changed offers no fixes, from the moment on that it may not', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser);
  const { page } = webview;
  await webview.send(map);
  await page.locator(`.map-card${CALLS}`).click();
  await expect.poll(async () => webview.told('askFixes')).toHaveLength(1);
  const { touchpoint = '' } = map.result.findings.find((finding) => finding.touchpoint?.endsWith('Calls')) ?? {};
  const fixes = map.result.findings.map(({ code, place }, id) => ({
    id,
    code,
    line: place.range.start.line,
    title: 'Mend it',
  }));
  await webview.send({ kind: 'fixes', touchpoint, fixes });
  const buttons = async (): Promise<number> => page.locator('#details .fix').count();
  await expect.poll(buttons).toBeGreaterThan(0);
  const findings = await page.locator('#details li').count();
  await webview.send({ kind: 'state', locked: false, editable: false });
  await expect.poll(buttons).toBe(0);
  expect(await page.locator('#details li').count()).toBe(findings);
  // Asked for before and answered now.
  await webview.send({ kind: 'fixes', touchpoint, fixes });
  expect(await buttons()).toBe(0);
  expect(await webview.told('askFixes')).toHaveLength(1);
  await webview.send({ kind: 'state', locked: false, editable: true });
  await expect.poll(async () => webview.told('askFixes')).toHaveLength(2);
  expect(webview.errors).toEqual([]);
  await page.close();
});

test('a card that is gone to is not hidden by the stages that stay above it', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser, { width: 900, height: 500 });
  const { page } = webview;
  await webview.send(map);
  await page.evaluate("document.getElementById('map').scrollTo(0, 600)");
  await page.locator('.map-card[data-touchpoint$=SeesMap]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const card = await page.locator(`.map-card${CALLS}`).boundingBox();
  const stage = await page.locator('.map-stage[data-stage$="Book"]').boundingBox();
  const labels = await page.locator('.map-lane-label').first().boundingBox();
  expect(card?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0));
  expect(card?.x).toBeGreaterThanOrEqual((labels?.x ?? 0) + (labels?.width ?? 0));
  await page.close();
});

test('going to a place in the map moves nothing around the map', async () => {
  const stages = Array.from(
    { length: 21 },
    (_, index) =>
      `stage Part${index} "Part ${index}" { touchpoint Does${index} "Does the thing ${index}" on web { emotion 0 } }`,
  );
  const [map] = await mapsOf([
    `persona Ann "Ann" {}\njourney Long "A long way" { personas Ann\n${stages.join('\n')} }`,
  ]);
  const webview = await openWebview(browser, { width: 1300, height: 400 });
  const { page } = webview;
  // VS Code's panel around the page is a few pixels taller than what is to be seen of it.
  await page.evaluate("document.documentElement.style.paddingBlockEnd = '40px'");
  await webview.send(map);
  const moved = async (): Promise<readonly [number, boolean]> =>
    page.evaluate(
      "[scrollY, document.getElementById('map').scrollTop + document.getElementById('map').scrollLeft > 0]",
    );
  const back = async (): Promise<void> => page.evaluate("document.getElementById('map').scrollTo(0, 0)");
  await page.locator('.map-minimap-stage').last().click();
  expect(await moved()).toEqual([0, true]);
  await back();
  // However far down somebody reads: stages stand beside each other.
  await page.evaluate("document.getElementById('map').scrollTo(0, 60)");
  const down = async (): Promise<number> => page.evaluate("document.getElementById('map').scrollTop");
  const before = await down();
  for (const stage of [19, 3]) await page.locator('.map-minimap-stage').nth(stage).click();
  expect(await down()).toBe(before);
  await back();
  await page.fill('#find', 'thing 20');
  await page.press('#find', 'Enter');
  expect(await moved()).toEqual([0, true]);
  await page.fill('#find', '');
  await back();
  await webview.send({ kind: 'cursor', uri: map.result.uri, line: 22, scrolls: true, follows: false });
  expect(await moved()).toEqual([0, true]);
  await page.close();
});

test('stages pass under the lane labels, and their names stay to be read', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser, { width: 700, height: 500 });
  const { page } = webview;
  await webview.send(map);
  // Well inside the second stage, and below the lane labels' own beginnings.
  await page.evaluate("document.getElementById('map').scrollTo(620, 500)");
  const labels = await page.locator('.map-lane-label').first().boundingBox();
  const right = (labels?.x ?? 0) + (labels?.width ?? 0);
  const name = page.locator('.map-stage[data-stage$="Book"] .map-stage-name');
  await expect.poll(async () => (await name.boundingBox())?.x).toBeGreaterThanOrEqual(right);
  const { x = 0, y = 0, width = 0, height = 0 } = (await name.boundingBox()) ?? {};
  const on = async (left: number): Promise<string | null> =>
    page.evaluate<string | null>(
      `document.elementFromPoint(${left}, ${y + height / 2}).closest('.map-stage')?.dataset.stage ?? null`,
    );
  expect(await on(x + width / 2)).toMatch(/Book$/);
  expect(await on(right - 10)).toBe(null);
  await page.close();
});

test('what the cursor is in is marked, from the first word of a block to its closing brace', async () => {
  const text = `journey Stay "Stay" {
  for Ken

  stage Find "Find" {
    owner Desk
    touchpoint Looks on web {
      feels -1
    }
    touchpoint Calls on phone
    // A remark.
  }
}
`;
  const [map] = await mapsOf([text]);
  const webview = await openWebview(browser);
  const { page } = webview;
  await webview.send(map);
  const marked: (string | null)[] = [];
  for (const line of text.split('\n').keys()) {
    await webview.send({ kind: 'cursor', uri: map.uri, line, scrolls: true, follows: true });
    marked.push(
      await page.evaluate<string | null>(
        "(({ dataset } = { dataset: {} }) => dataset.touchpoint ?? dataset.stage ?? null)(document.querySelector('[aria-current]') ?? undefined)",
      ),
    );
  }
  const stage = 'Stay.Find';
  const [looks, calls] = [`${stage}.Looks`, `${stage}.Calls`];
  expect(marked).toEqual([null, null, null, stage, stage, looks, looks, looks, calls, stage, stage, null, null]);
  // Of a folded stage no card is to be seen: the stage stands for it.
  await page.click('#fold');
  await webview.send({ kind: 'cursor', uri: map.uri, line: 6, scrolls: true, follows: true });
  expect(await page.locator('.map-stage[aria-current]').count()).toBe(1);
  await page.close();
});

test('a file without a journey is not drawn for ever', async () => {
  const webview = await openWebview(browser);
  await webview.send({ kind: 'notice', text: 'There is no journey in new.journey yet.' });
  await expect.poll(async () => webview.page.innerText('#notice')).toContain('no journey');
  expect(await webview.page.innerText('#map')).toBe('');
  const [map] = await mapsOf([hotel]);
  await webview.send(map);
  await webview.send({ kind: 'notice' });
  expect(await webview.page.locator('.map-card').count()).toBe(6);
  await webview.page.close();
});

test('what is typed changes what it is about, and everything else stays as it is', async () => {
  const texts = [
    hotel,
    hotel.replace('Calls the front desk', 'Rings the front desk'),
    hotel.replace('feels anxious', 'feels hopeful'),
    hotel.replace('waits 4 min max 12 min', 'waits 40 min max 2 h'),
    hotel.replace('"Reads the availability page"', '"Reads the availability page, which is a very long one to read"'),
    hotel.replace(/ {4}touchpoint LeavesMessage[^}]*\}\n/, ''),
    hotel.replace(' "Find a room" : search', ''),
  ];
  const [, , ...whole] = await mapsOf(texts);
  const [first, second, ...changes] = await typed(texts);
  const webview = await openWebview(browser);
  const { page } = webview;
  await webview.send(first);
  await page.locator(`.map-card${CALLS}`).focus();
  const marked = [`.map-card${CALLS}`, '.map-card[data-touchpoint$=SeesMap]', '.map-curve', '.map-header'];
  for (const selector of marked) await page.evaluate(`document.querySelector('${selector}').kept = true`);
  await webview.send(second);
  expect(await page.getAttribute(`.map-card${CALLS}`, 'aria-label')).toContain('Rings the front desk');
  expect(await page.evaluate<string>('document.activeElement.dataset.touchpoint')).toMatch(/Calls$/);
  // A group whose name is another one stays as well, with all that is in it.
  for (const selector of marked) expect(await page.evaluate(`document.querySelector('${selector}').kept`)).toBe(true);
  // Whatever was there before, it ends up as if it had been drawn at once.
  for (const [index, map] of whole.entries()) {
    const change = changes[index];
    if (change !== undefined) await webview.send(change);
    const fresh = await openWebview(browser);
    await fresh.send(map);
    expect(await drawing(webview)).toEqual(await drawing(fresh));
    await fresh.page.close();
  }
  expect(webview.errors).toEqual([]);
  await page.close();
});

test('a change that was refused takes back what was moved by hand', async () => {
  const [map] = await mapsOf([hotel]);
  const webview = await openWebview(browser);
  const { page } = webview;
  await webview.send(map);
  const point = page.locator(`.map-point${CALLS}`);
  const at = await point.boundingBox();
  const [x, y] = [(at?.x ?? 0) + (at?.width ?? 0) / 2, (at?.y ?? 0) + (at?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 80, { steps: 4 });
  await page.mouse.up();
  expect(await webview.told('edit')).toHaveLength(1);
  expect((await point.boundingBox())?.y).toBeGreaterThan((at?.y ?? 0) + 10);
  await webview.send({ kind: 'redraw' });
  expect((await point.boundingBox())?.y).toBe(at?.y);
  await page.close();
});

test('it comes back as it was left', async () => {
  const [map] = await mapsOf([hotel]);
  const first = await openWebview(browser, { width: 900, height: 500 });
  await first.send(map);
  await first.page.locator('#map').focus();
  await first.page.keyboard.press('+');
  await first.page.evaluate("document.getElementById('map').scrollTo(120, 60)");
  await first.page.locator('.map-stage[data-stage$="Find"]').focus();
  await first.page.keyboard.press('Enter');
  await expect.poll(async () => (await first.state())?.folded?.length).toBe(1);
  const state = (await first.state()) ?? undefined;
  await first.page.close();
  const second = await openWebview(browser, { width: 900, height: 500, ...(state === undefined ? {} : { state }) });
  expect(await second.told('ready')).toMatchObject([{ state: { uri: map.uri } }]);
  await second.send(map);
  await expect.poll(async () => second.state()).toEqual(state);
  expect(await second.page.getAttribute('.map-stage[data-stage$="Find"]', 'aria-expanded')).toBe('false');
  await second.page.close();
});

test('it speaks Japanese', async () => {
  const [map] = await mapsOf([hotel], 'ja');
  const webview = await openWebview(browser, { locale: 'ja' });
  await webview.send(map);
  await webview.page.locator(`.map-card${CALLS}`).click();
  await webview.page.locator('#details li').first().waitFor();
  const texts = await webview.page.locator('#tools button, #tools summary, #details .tools button').allInnerTexts();
  expect(texts.filter((text) => /[A-Za-z]{3}/.test(text))).toEqual([]);
  await webview.page.screenshot({ path: `${pictures}webview-ja.png` });
  await webview.page.close();
});

/** What the extension would send for these versions of one file. */
async function mapsOf(
  texts: readonly string[],
  locale: Locale = 'en',
): Promise<readonly [MapMessage, ...MapMessage[]]> {
  const client = await started({ locale });
  const uri = client.uri('hotel.journey');
  const messages: MapMessage[] = [];
  for (const [index, text] of texts.entries()) {
    if (index === 0) await client.open('hotel.journey', text);
    else await client.change('hotel.journey', text);
    const result = await client.connection.sendRequest<MapResult>('journey/map', { textDocument: { uri } });
    messages.push({ kind: 'map', result, uri, locked: false, editable: true });
  }
  const [first, ...others] = messages;
  if (first === undefined) throw new Error('No text was given');
  return [first, ...others];
}

/** What the extension sends while the first of these texts becomes the others: after the first map only what is different. */
async function typed(texts: readonly string[]): Promise<readonly [MapMessage, ToPage, ...ToPage[]]> {
  const client = await started({});
  const uri = client.uri('hotel.journey');
  const answers: MapAnswer[] = [];
  for (const [index, text] of texts.entries()) {
    if (index === 0) await client.open('hotel.journey', text);
    // Once its findings are told, too: whole maps are made with them.
    else await client.version('hotel.journey', await client.change('hotel.journey', text));
    const known = answers.at(-1)?.stamp;
    const params: MapParams = { textDocument: { uri }, live: true, ...(known === undefined ? {} : { known }) };
    answers.push(await client.connection.sendRequest<MapAnswer>('journey/map', params));
  }
  const [result, second, ...others] = answers;
  if (result?.kind !== 'map' || second?.kind !== 'change') throw new Error('There is no map, or no change of it');
  return [{ kind: 'map', result, uri, locked: false, editable: true }, second, ...others.filter(isChange)];
}

function isChange(answer: MapAnswer): answer is ChangedMap {
  return answer.kind === 'change';
}

/** The picture, without what is not drawn: who is marked and who has the focus. */
async function drawing({ page }: WebviewPage): Promise<readonly string[]> {
  return page.evaluate<string[]>(`[...document.querySelector('#map svg').children].map((part) => {
    const copy = part.cloneNode(true);
    for (const each of [copy, ...copy.querySelectorAll('*')]) {
      each.classList.remove('current', 'hit', 'miss');
      each.removeAttribute('aria-current');
    }
    return copy.outerHTML.replaceAll('\\n', '');
  }).toSorted()`);
}

async function complaints({ page }: WebviewPage): Promise<readonly string[]> {
  await page.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 300)).join(' | ')))`);
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
}
