// A page for each rule and an index by cause, in both languages, and the schema of the configuration that sets them.
import { LEVELS, PRESET_NAMES, PRESETS } from '../../src/friction/configuration/presets.ts';
import { LIMIT_PARTS } from '../../src/friction/configuration/read-setting.ts';
import { SETTING_NAMES } from '../../src/friction/configuration/read.ts';
import type { Rule, RuleMeta } from '../../src/friction/rule.ts';
import { JURISDICTIONS, SETTINGS, type Settings } from '../../src/friction/settings.ts';
import { ruleIndex, rulePage } from '../../src/formats/rules/rule-pages.ts';
import { pageOf } from '../../src/formats/rules/rule-texts.ts';
import { CHANNEL_KINDS } from '../../src/model/words.ts';
import { readExample, ruleIds } from './rules.ts';

export async function generateRuleDocs(): Promise<ReadonlyMap<string, string>> {
  const metas = await readMetas();
  const files = new Map<string, string>();
  for (const locale of ['en', 'ja'] as const) {
    files.set(pageOf('README', locale), ruleIndex(metas, locale));
    for (const meta of metas)
      files.set(pageOf(meta.id, locale), rulePage(meta, await readExample(meta.id, locale), locale));
  }
  return files;
}

export async function generateConfigSchema(): Promise<ReadonlyMap<string, string>> {
  const schema = configSchema(await readMetas());
  return new Map([['schemas/config.schema.json', JSON.stringify(schema, undefined, 2)]]);
}

/** From the folders, because the registry may not know of a new one yet. */
async function readMetas(): Promise<readonly RuleMeta[]> {
  const ids = await ruleIds();
  const modules = await Promise.all(
    ids.map(async (id) => import(`../../src/friction/rules/${id}/rule.ts`) as Promise<{ readonly rule: Rule }>),
  );
  return modules.map(({ rule }) => rule.meta);
}

type Schema = Readonly<Record<string, unknown>>;

const duration: Schema = {
  description: 'A length of time as in a journey, such as "4 min" or "4分", or a number of seconds.',
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^\\s*[0-9０-９]' },
  ],
};

function settingSchema(name: keyof Settings): Schema {
  const { unit, meaning, default: preset } = SETTINGS[name];
  const described = { description: `${meaning.en}.`, default: preset };
  switch (unit) {
    case 'seconds':
      return { ...duration, ...described };
    case 'ratio':
      return { ...described, type: 'number', minimum: 1, maximum: 1000 };
    case 'steps':
    case 'count':
      return { ...described, type: 'integer', minimum: 0 };
    case 'feeling':
      return { ...described, type: 'number', minimum: -4, maximum: 4 };
    case 'choice':
      return { ...described, enum: JURISDICTIONS };
    case 'date':
      return { description: described.description, type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    default:
      return {
        ...described,
        type: 'object',
        properties: Object.fromEntries(CHANNEL_KINDS.map((kind) => [kind, { $ref: '#/$defs/limit' }])),
        additionalProperties: false,
      };
  }
}

const strings: Schema = { type: 'array', items: { type: 'string', minLength: 1 } };

function configSchema(metas: readonly RuleMeta[]): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'journey.config.json',
    description: 'What "journey check" and the editor find, and what they let pass.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: PRESET_NAMES.map((name) => `${name}: ${PRESETS[name].meaning.en}`).join(' '),
        enum: PRESET_NAMES,
        default: 'recommended',
      },
      rules: { $ref: '#/$defs/rules' },
      settings: { $ref: '#/$defs/settings' },
      jurisdiction: settingSchema('jurisdiction'),
      ignore: { description: 'Globs of files that are not checked, relative to this file.', ...strings },
      overrides: {
        description: 'More about some files; of several that match, the later one wins.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: { description: 'Globs of the files, relative to this file.', ...strings },
            rules: { $ref: '#/$defs/rules' },
            settings: { $ref: '#/$defs/settings' },
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
    $defs: {
      level: { enum: LEVELS },
      rules: {
        type: 'object',
        properties: Object.fromEntries(
          metas.map(({ id, summary }) => [id, { description: summary.en, $ref: '#/$defs/level' }]),
        ),
        additionalProperties: false,
      },
      settings: {
        type: 'object',
        properties: Object.fromEntries(SETTING_NAMES.map((name) => [name, settingSchema(name)])),
        additionalProperties: false,
      },
      limit: {
        type: 'object',
        properties: Object.fromEntries(LIMIT_PARTS.map((part) => [part, duration])),
        additionalProperties: false,
      },
    },
  };
}
