import { getLocation, type JSONPath } from 'jsonc-parser';
import { LEVELS, type Level, PRESET_NAMES, PRESETS } from '../friction/configuration/presets.ts';
import { SETTING_NAMES } from '../friction/configuration/read.ts';
import { rules } from '../friction/rules/index.ts';
import { JURISDICTIONS, SETTINGS } from '../friction/settings.ts';
import { ruleCard } from '../language/features/card/texts.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';

/** What an offset in a `journey.config.json` speaks of. */
export interface ConfigurationCard {
  readonly start: number;
  readonly end: number;
  /** Markdown. */
  readonly text: string;
}

/** Something that can be written in a configuration. */
interface ConfigurationProposal {
  /** Without quotes. */
  readonly name: string;
  /** What it means, in Markdown. */
  readonly meaning: string;
  /** With quotes and, for a key, with its value to come. */
  readonly snippet: string;
  /** The same without what is to be filled in. */
  readonly plain: string;
}

export interface ConfigurationProposals {
  readonly start: number;
  readonly end: number;
  readonly items: readonly ConfigurationProposal[];
}

/** What a key or a value means. For editors that read no JSON schema; the one of ours says the same in English. */
export function configurationCardAt(text: string, offset: number, locale: Locale): ConfigurationCard | undefined {
  const { path, isAtPropertyKey, previousNode: node } = getLocation(text, offset);
  if (node === undefined || offset > node.offset + node.length) return undefined;
  const own = isAtPropertyKey ? path.slice(0, -1) : path;
  const found = choicesAt(own, isAtPropertyKey).find(({ name }) => name === node.value);
  return found && { start: node.offset, end: node.offset + node.length, text: found.meaning(locale) };
}

/** What can be written at an offset: keys that are not there yet, rules, settings, and the words that they take. */
export function configurationProposalsAt(text: string, offset: number, locale: Locale): ConfigurationProposals {
  const { path, isAtPropertyKey, previousNode: node } = getLocation(text, offset);
  const isInside = node !== undefined && text.charAt(node.offset) === '"' && offset <= node.offset + node.length;
  const word = /[\w-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const start = isInside ? node.offset : offset - word.length;
  const end = isInside ? node.offset + node.length : offset;
  const own = isAtPropertyKey ? path.slice(0, -1) : path;
  const hasValue = /^\s*:/.test(text.slice(end));
  const items = choicesAt(own, isAtPropertyKey).map(({ name, meaning, value }): ConfigurationProposal => {
    const quoted = JSON.stringify(name);
    const isKey = isAtPropertyKey && !hasValue;
    return {
      name,
      meaning: meaning(locale),
      plain: isKey ? `${quoted}: ` : quoted,
      snippet: isKey ? `${quoted}: ${value ?? '$0'}` : quoted,
    };
  });
  return { start, end, items };
}

interface Choice {
  readonly name: string;
  readonly meaning: (locale: Locale) => string;
  /** A snippet of the value that a key takes. */
  readonly value?: string;
}

function choicesAt(path: JSONPath, isKey: boolean): readonly Choice[] {
  // What an override says about some files is written like what the file says about all.
  const inOverride = path[0] === 'overrides' && typeof path[1] === 'number';
  const [key, name, ...rest] = inOverride ? path.slice(2) : path;
  if (rest.length > 0) return [];
  if (isKey) {
    if (key === undefined) return inOverride ? OVERRIDE_KEYS : path.length === 0 ? FILE_KEYS : [];
    if (name !== undefined) return [];
    if (key === 'rules') return RULES;
    return key === 'settings' ? SETTING_CHOICES : [];
  }
  if (key === 'rules' && name !== undefined)
    return LEVELS.map((level) => ({ name: level, meaning: said(LEVEL[level]) }));
  if (inOverride || name !== undefined) return [];
  if (key === 'extends') return PRESET_NAMES.map((each) => ({ name: each, meaning: said(PRESETS[each].meaning) }));
  return key === 'jurisdiction' ? JURISDICTIONS.map((each) => ({ name: each, meaning: said(JURISDICTION[each]) })) : [];
}

function said(text: Text): Choice['meaning'] {
  return (locale) => inLocale(text, locale);
}

const JURISDICTION: Readonly<Record<(typeof JURISDICTIONS)[number], Text>> = {
  eu: { en: 'The law of the European Union.', ja: 'EUの法令。' },
  jp: { en: 'The law of Japan.', ja: '日本の法令。' },
  us: { en: 'The law of the United States.', ja: '米国の法令。' },
  none: { en: 'No law in particular.', ja: '特定の法令を前提にしません。' },
};

const LEVEL: Readonly<Record<Level, Text>> = {
  off: { en: 'The rule is not used.', ja: 'このルールを使いません。' },
  error: { en: 'Must not stay: the check fails.', ja: '必ず直すもの。チェックは不合格になります。' },
  warning: {
    en: 'Should be looked at; the check fails only with --max-warnings.',
    ja: '確認すべきもの。--max-warningsを指定したときだけ不合格になります。',
  },
  information: { en: 'Good to know.', ja: '参考になる情報。' },
  hint: { en: 'A suggestion.', ja: '提案。' },
};

const RULES_KEY: Choice = {
  name: 'rules',
  meaning: said({
    en: 'How grave what each rule finds is, or "off".',
    ja: 'ルールごとの重大度。「off」にすると使いません。',
  }),
  value: '{\n\t$0\n}',
};
const SETTINGS_KEY: Choice = {
  name: 'settings',
  meaning: said({ en: 'The numbers that the rules compare with.', ja: 'ルールが判断に使う数値。' }),
  value: '{\n\t$0\n}',
};
const OVERRIDE_KEYS: readonly Choice[] = [
  {
    name: 'files',
    meaning: said({
      en: 'Globs of the files, relative to this file.',
      ja: '対象ファイルのglob(このファイルからの相対パス)。',
    }),
    value: '["$0"]',
  },
  RULES_KEY,
  SETTINGS_KEY,
];
const FILE_KEYS: readonly Choice[] = [
  {
    name: 'extends',
    meaning: said({ en: 'The preset to begin with.', ja: '土台にするプリセット。' }),
    value: `"\${1|${PRESET_NAMES.join(',')}|}"`,
  },
  RULES_KEY,
  SETTINGS_KEY,
  {
    name: 'jurisdiction',
    meaning: (locale) => `${inLocale(SETTINGS.jurisdiction.meaning, locale)}${locale === 'ja' ? '。' : '.'}`,
    value: `"\${1|${JURISDICTIONS.join(',')}|}"`,
  },
  {
    name: 'ignore',
    meaning: said({
      en: 'Globs of files that are not checked, relative to this file.',
      ja: 'チェックしないファイルのglob(このファイルからの相対パス)。',
    }),
    value: '["$0"]',
  },
  {
    name: 'overrides',
    meaning: said({
      en: 'What is different for some files; of several that match, the later one wins.',
      ja: '一部のファイルだけに適用する設定。複数が当てはまるときは後のものを使います。',
    }),
    value: '[{ "files": ["$1"], "rules": { $0 } }]',
  },
];
const RULES: readonly Choice[] = rules.map(({ meta: { id } }) => ({
  name: id,
  meaning: (locale) => ruleCard(id, locale) ?? id,
  value: `"\${1|${LEVELS.join(',')}|}"`,
}));
const SETTING_CHOICES: readonly Choice[] = SETTING_NAMES.map((name) => ({
  name,
  meaning: (locale) => {
    const { meaning, source } = SETTINGS[name];
    return locale === 'ja'
      ? `${meaning.ja}。\n\n既定値の根拠: ${source.ja}`
      : `${meaning.en}.\n\nWhere the default comes from: ${source.en}`;
  },
}));
