import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { clean, folderWith, journey, wrong } from './journey.ts';

const example = 'examples/quick-start.journey';
const root = join(import.meta.dirname, '../..');

test('prints the model of a file as JSON that fits the published schema', async () => {
  const run = await journey(['export', example, '--format', 'json'], { cwd: root });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const model = JSON.parse(run.stdout) as { file: string; journeys: { id: string; stages: unknown[] }[] };
  expect(model.file).toBe(example);
  expect(model.journeys.map(({ id, stages }) => [id, stages.length])).toEqual([['BookRoom', 2]]);
  const schema = JSON.parse(readFileSync(join(root, 'schemas/model.schema.json'), 'utf8')) as object;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  validate(model);
  expect(validate.errors).toBeNull();
});

test('names no folder of the machine', async () => {
  const { stdout } = await journey(['export', example], { cwd: root });
  expect(stdout).not.toContain(JSON.stringify(root).slice(1, -1));
  expect(stdout).not.toContain('file://');
});

test('writes to a file instead', async () => {
  const cwd = folderWith({ 'a.journey': clean });
  expect(await journey(['export', 'a.journey', '-o', 'out/a.json'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(JSON.parse(readFileSync(join(cwd, 'out/a.json'), 'utf8'))).toMatchObject({ file: 'a.journey' });
});

test('reads standard input', async () => {
  const cwd = folderWith({ 'people.journey': 'persona Ken "健"\n' });
  const input = 'import "../people.journey"\njourney A {\n  for Ken\n}\n';
  const run = await journey(['export', '-', '--stdin-file-name', 'journeys/a.journey'], { cwd, input });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(run.stdout)).toMatchObject({ file: 'journeys/a.journey', personas: [{ label: '健' }] });
});

test('says that a file with errors may not be whole, and exports what there is', async () => {
  const run = await journey(['export', 'a.journey'], { cwd: folderWith({ 'a.journey': wrong }) });
  expect(run.code).toBe(1);
  expect(run.stderr).toBe('journey: a.journey has 1 error, so something may be missing; see "journey check"\n');
  expect(JSON.parse(run.stdout)).toMatchObject({ journeys: [{ id: 'Booking' }] });
});

test.each([
  ['gone.journey', 'gone.journey: no such file or folder'],
  ['two', 'two: a folder with 2 journey files; name one of them'],
  ['empty', 'empty: no .journey files in this folder'],
  ['binary.journey', 'binary.journey: a binary file, not text'],
])('exit code 2 and a line for %s', async (operand, line) => {
  const cwd = folderWith({
    'two/a.journey': clean,
    'two/b.journey': clean,
    'empty/readme.md': '',
    'binary.journey': Uint8Array.of(1, 0),
  });
  expect(await journey(['export', operand], { cwd })).toEqual({ code: 2, stdout: '', stderr: `journey: ${line}\n` });
});

test('writes a card for each persona, own and imported, with no markup of the document', async () => {
  const cwd = folderWith({
    'people.journey':
      'persona Ken "健 <b>" en "Ken <b>" {\n  age 42\n  occupation "Owner"\n  quote "Quick, *please*"\n  need Fast "A room now"\n  prefers app\n}\n',
    'a.journey': 'import "people.journey"\njourney A {\n  for Ken\n}\n',
  });
  const run = await journey(['export', 'a.journey', '-f', 'personas'], { cwd });
  expect(run).toEqual({
    code: 0,
    stderr: '',
    stdout:
      '## Ken &#60;b&#62;\n\n*42 · Owner*\n\n> Quick, &#42;please&#42;\n\n- **Prefers**: App\n\n**Needs**\n\n- A room now\n',
  });
  const { stdout } = await journey(['export', 'a.journey', '-f', 'personas', '--locale', 'ja'], { cwd });
  expect(stdout).toContain('**ニーズ**');
});

test('persona cards as a page, by the name of the file', async () => {
  const cwd = folderWith({ 'a.journey': 'persona Ken "<b>健</b>" {\n  age 41\n  quote "Where is it?"\n}\n' });
  expect(await journey(['export', 'a.journey', '-o', 'cards.html', '--locale', 'ja'], { cwd })).toMatchObject({
    code: 0,
  });
  const page = readFileSync(join(cwd, 'cards.html'), 'utf8');
  expect(page).toContain('<h2>&lt;b&gt;健&lt;/b&gt;</h2>');
  expect(page).toContain('<blockquote>Where is it?</blockquote>');
  expect(page).toContain("default-src 'none'; style-src 'sha256-");
  expect(page).not.toContain('<script');
});
