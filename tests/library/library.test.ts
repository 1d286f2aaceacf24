// The built library, as other programs import it: in Node 20, and in a page.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type * as published from '../../types/index.d.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: { '.': { default: string; types: string } };
};
const entry = pathToFileURL(join(root, manifest.exports['.'].default)).href;
const library = (await import(entry)) as typeof published;

const text = `import "people.journey"
journey A "予約" {
  for Ken
  stage S "Find" {
    touchpoint T "Calls" on phone {
      waits 4 min
      feels anxious
    }
  }
}
`;
const files = { 'people.journey': 'persona Ken "Ken <b>"\n' };

test('checks, in the language asked for', async () => {
  const findings = await library.check(text, { files });
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'wait-untold', severity: 'warning', cause: 'duration' }),
  );
  expect((await library.check(text, { files, locale: 'ja' }))[0]?.message).toMatch(/[ぁ-ん]/);
  expect((await library.check(text)).map(({ severity }) => severity)).toContain('error');
  expect(await library.check('')).toEqual([]);
});

test('gives the model of the published schema', async () => {
  const model = await library.model(text, { files });
  const schema = JSON.parse(readFileSync(join(root, 'schemas/model.schema.json'), 'utf8')) as object;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  validate(model);
  expect(validate.errors).toBeNull();
  expect(JSON.stringify(model)).not.toContain('file://');
});

test('draws', async () => {
  const svg = await library.renderSvg(text, { files, locale: 'ja', theme: 'dark', id: 'mine' });
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('Ken &lt;b&gt;');
  expect(svg).toContain('mine');
  expect(await library.renderSvg(text, { files, journey: 'B' })).toBeUndefined();
});

test('is found by the name of the package, by the Node that is installed', () => {
  const script = `import { check } from 'journey-language'; console.log(process.version.split('.')[0], (await check('team A')).length)`;
  const out = execFileSync('/usr/bin/env', ['node', '--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(out).toMatch(/^v\d+ 0\n$/);
});
