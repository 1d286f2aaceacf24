// What the schema of the configuration lets pass is what is read without a complaint.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readConfiguration } from '../../src/friction/configuration/read.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import { rules } from '../../src/friction/rules/index.ts';

const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

function durationOf(written: string): number | undefined {
  return /^\d+ min$/.test(written) ? 60 : undefined;
}

function isReadAsValid(content: unknown): boolean {
  return readConfiguration(JSON.stringify(content), 'file:///c.json', durationOf).problems.length === 0;
}

test.each(['docs/configuration.md', 'docs/ja/configuration.md'])('the example of %s is one', (path) => {
  const page = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  expect(validate(JSON.parse(example))).toBe(true);
  expect(readConfiguration(example, 'file:///c.json', () => 60).problems).toEqual([]);
});

const { jurisdiction, today: _, ...settings } = defaultSettings;

test.each([
  [true, {}],
  [true, { extends: 'all', rules: Object.fromEntries(rules.map(({ meta }) => [meta.id, 'off'])) }],
  [true, { settings, jurisdiction }],
  [true, { settings: { untoldWait: '4 min', today: '2026-04-01', waitLimits: { phone: { warn: '2 min' } } } }],
  [true, { ignore: ['old/'], overrides: [{ files: ['a/**'], rules: { 'asks-again': 'hint' }, settings: {} }] }],
  [false, []],
  [false, { extends: 'nothing' }],
  [false, { rules: { 'ask-again': 'off' } }],
  [false, { rules: { 'asks-again': true } }],
  [false, { settings: { jurisdiction: 'eu' } }],
  [false, { settings: { untoldWait: 'long' } }],
  [false, { settings: { channelSwitches: 0.5 } }],
  [false, { settings: { waitLimits: { fax: { warn: 1 } } } }],
  [false, { settings: { waitLimits: { phone: 3 } } }],
  [false, { ignore: [''] }],
  [false, { overrides: [{ rules: {} }] }],
  [false, { nothing: 1 }],
])('%s: %j', (expected, content) => {
  expect([validate(content), isReadAsValid(content)]).toEqual([expected, expected]);
});
