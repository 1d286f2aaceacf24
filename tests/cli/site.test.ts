import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';

const people = 'persona Ken "健" en "Ken"\nteam Desk "<b>Desk</b>"\n';
const outage = `import "people.journey"
journey Outage "When it is <script>alert(1)</script> down" {
  for Ken
  owner Desk
  stage S "Find" {
    touchpoint T "Calls & waits" on phone {
      waits 90 min
    }
  }
}
`;
const other = (title: string): string =>
  `journey Other "${title}" {\n  stage S {\n    touchpoint T "Asks" on chat\n  }\n}\n`;

test('a page for each journey, and lists of everything else', async () => {
  const cwd = folderWith({ 'people.journey': people, 'a.journey': outage, 'b.journey': other('Other') });
  const { code, stdout, stderr } = await journey(['index', '-o', 'site'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('site/index.html: 8 pages, 8 written, 0 unchanged, 0 removed\n');
  expect(readdirSync(join(cwd, 'site/journeys')).toSorted()).toEqual(['Other.html', 'Outage.html']);
  const page = (name: string): string => readFileSync(join(cwd, 'site', name), 'utf8');
  expect(page('index.html')).toContain('href="journeys/Outage.html"');
  expect(page('index.html')).toContain('href="personas.html#Ken"');
  expect(page('personas.html')).toMatch(/id="Ken"[\s\S]*journeys\/Outage\.html/);
  expect(page('channels.html')).toContain('journeys/Outage.html#Outage.S.T');
  expect(page('owners.html')).toContain('&lt;b&gt;Desk&lt;/b&gt;');
  expect(page('findings.html')).toMatch(/<li id="f-\w{12}">[\s\S]*wait-/);
  expect(page('journeys/Outage.html')).toContain('href="../index.html"');
  const files = readdirSync(join(cwd, 'site'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('html'),
  );
  for (const path of files) {
    expect(page(path)).not.toContain('<script>alert');
    expect(page(path)).not.toContain('<b>Desk');
    // Where the files lie is nobody's business.
    expect(page(path)).not.toContain(encodeURI(cwd));
    expect(page(path)).not.toContain(cwd);
  }
});

test('what has not changed is not written again, and what is gone is removed', async () => {
  const cwd = folderWith({ 'people.journey': people, 'a.journey': outage, 'b.journey': other('Other') });
  await journey(['index'], { cwd });
  const site = join(cwd, 'journey-site');
  writeFileSync(join(site, 'journeys/mine.html'), 'mine');
  const before = statSync(join(site, 'journeys/Outage.html')).mtimeMs;
  expect((await journey(['index'], { cwd })).stdout).toContain('8 pages, 0 written, 8 unchanged, 0 removed');
  rmSync(join(cwd, 'b.journey'));
  expect((await journey(['index'], { cwd })).stdout).toMatch(/7 pages, \d written, \d unchanged, 1 removed/);
  expect(existsSync(join(site, 'journeys/Other.html'))).toBe(false);
  expect(existsSync(join(site, 'journeys/mine.html'))).toBe(true);
  expect(statSync(join(site, 'journeys/Outage.html')).mtimeMs).toBe(before);
});

test('an address keeps its meaning when another journey takes the same id', async () => {
  const cwd = folderWith({ 'x/a.journey': other('First'), 'x/c.journey': 'journey CON "Device"\n' });
  await journey(['index'], { cwd });
  const pages = (): readonly string[] => readdirSync(join(cwd, 'journey-site/journeys')).toSorted();
  expect(pages()).toEqual(['CON_.html', 'Other.html']);
  writeFileSync(join(cwd, 'x/b.journey'), other('Second').replace('Other', 'OTHER'));
  await journey(['index'], { cwd });
  expect(pages()).toEqual(['CON_.html', 'Other--x-a.html', 'Other--x-b.html', 'Other.html']);
  const choice = readFileSync(join(cwd, 'journey-site/journeys/Other.html'), 'utf8');
  expect(choice).toContain('<a href="Other--x-a.html">First</a>');
  expect(choice).toContain('<a href="Other--x-b.html">Second</a>');
});

test('somebody else’s page stays', async () => {
  const cwd = folderWith({ 'a.journey': other('Other'), 'public/index.html': 'mine' });
  const { code, stderr } = await journey(['index', '-o', 'public', '--locale', 'ja'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('public には「journey index」以外が作った index.html があります');
  expect(readFileSync(join(cwd, 'public/index.html'), 'utf8')).toBe('mine');
});

test('a mistyped folder leaves the site as it is', async () => {
  const cwd = folderWith({ 'journeys/a.journey': other('Other') });
  await journey(['index', 'journeys'], { cwd });
  const before = readdirSync(join(cwd, 'journey-site'), { recursive: true });
  const run = await journey(['index', 'journey'], { cwd });
  expect(run).toEqual({ code: 2, stdout: '', stderr: 'journey: journey: no such file or folder\n' });
  expect(readdirSync(join(cwd, 'journey-site'), { recursive: true })).toEqual(before);
});

test('a list that was tampered with removes nothing outside', async () => {
  const cwd = folderWith({ 'a.journey': other('Other'), 'precious.html': 'mine' });
  await journey(['index', '-o', 'site'], { cwd });
  const files = ['../precious.html', 'journeys/../../precious.html', 'journeys/..', 5];
  writeFileSync(join(cwd, 'site/journey-index.json'), JSON.stringify({ files }));
  expect((await journey(['index', '-o', 'site'], { cwd })).code).toBe(0);
  expect(existsSync(join(cwd, 'precious.html'))).toBe(true);
});

test('a workspace without journeys has a site that says so', async () => {
  const cwd = folderWith({ 'people.journey': people });
  const { code, stdout } = await journey(['index', '--locale', 'ja'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('全6ページ');
  expect(readFileSync(join(cwd, 'journey-site/index.html'), 'utf8')).toContain('まだ何もありません。');
});
