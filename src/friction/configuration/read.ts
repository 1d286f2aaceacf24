import { type MemberNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Finding } from '../../model/finding.ts';
import type { Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { notJson, positionOf, rangeOf } from '../json-places.ts';
import { didYouMean } from '../nearest.ts';
import { rules as allRules } from '../rules/index.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { type Level, LEVELS, PRESET_NAMES } from './presets.ts';
import { type DurationReader, readSetting } from './read-setting.ts';

export interface ReadConfiguration {
  /** What could be understood; the rest is as without a configuration. */
  readonly configuration: Configuration;
  /** What is wrong, at its place in the file. */
  readonly problems: readonly Finding[];
  /** Whether all that the file wants to be ignored could be understood. */
  readonly knowsIgnored: boolean;
}

/** Settings that stand under `settings`; the jurisdiction has a key of its own. */
export const SETTING_NAMES = (Object.keys(SETTINGS) as (keyof Settings)[]).filter((name) => name !== 'jurisdiction');

/**
 * Reads the text of a `journey.config.json`. Never throws; a mistake costs what it stands in and nothing else.
 *
 * @param durationOf seconds of a length of time as the language writes it, such as `4 min`; undefined if it is none
 */
export function readConfiguration(text: string, uri: string, durationOf: DurationReader): ReadConfiguration {
  return new Reader(uri, durationOf).read(text);
}

const ruleIds = allRules.map(({ meta }) => meta.id);
const keys = {
  file: ['$schema', 'extends', 'rules', 'settings', 'jurisdiction', 'ignore', 'overrides'],
  override: ['files', 'rules', 'settings'],
} as const;

class Reader {
  readonly #problems: Finding[] = [];
  #knowsIgnored = true;
  readonly #uri: string;
  readonly #durationOf: DurationReader;

  constructor(uri: string, durationOf: DurationReader) {
    this.#uri = uri;
    this.#durationOf = durationOf;
  }

  read(text: string): ReadConfiguration {
    const root = this.#parse(text);
    const configuration = root === undefined ? defaultConfiguration : this.#file(root);
    return { configuration, problems: this.#problems, knowsIgnored: root !== undefined && this.#knowsIgnored };
  }

  #parse(text: string): ValueNode | undefined {
    try {
      return parse(text, { mode: 'json' }).body;
    } catch (error) {
      const at = positionOf(error) ?? { line: 0, character: 0 };
      this.#add('config-syntax', { start: at, end: { line: at.line, character: at.character + 1 } }, notJson(error));
      return undefined;
    }
  }

  #file(root: ValueNode): Configuration {
    const members = this.#members(root, keys.file);
    const preset = this.#choice(members.get('extends'), PRESET_NAMES);
    const jurisdiction = members.get('jurisdiction');
    return {
      preset: preset ?? defaultConfiguration.preset,
      rules: this.#rules(members.get('rules')),
      settings: {
        ...this.#settings(members.get('settings')),
        ...(jurisdiction && this.#setting('jurisdiction', jurisdiction)),
      },
      ignore: this.#ignored(members.get('ignore')),
      overrides: this.#elements(members.get('overrides')).map((element) => {
        const own = this.#members(element, keys.override);
        if (element.type === 'Object' && !own.has('files')) {
          this.#invalid(element, { en: 'an object with "files"', ja: '「files」を含むオブジェクト' });
        }
        return {
          files: this.#strings(own.get('files')),
          rules: this.#rules(own.get('rules')),
          settings: this.#settings(own.get('settings')),
        };
      }),
    };
  }

  #ignored(node: ValueNode | undefined): readonly string[] {
    const before = this.#problems.length;
    const ignored = this.#strings(node);
    this.#knowsIgnored = this.#problems.length === before;
    return ignored;
  }

  #rules(node: ValueNode | undefined): Readonly<Record<string, Level>> {
    const levels: Record<string, Level> = {};
    for (const [id, { name, value }] of this.#entries(node)) {
      if (!ruleIds.includes(id)) {
        const hint = didYouMean(id, ruleIds);
        this.#add('config-unknown-rule', rangeOf(name), {
          en: `There is no rule "${id}"${hint.en === '' ? '.' : hint.en}`,
          ja: `「${id}」というルールはありません${hint.ja}。`,
        });
        continue;
      }
      const level = this.#choice(value, LEVELS);
      if (level !== undefined) levels[id] = level;
    }
    return levels;
  }

  #settings(node: ValueNode | undefined): Partial<Settings> {
    const settings: Partial<Settings> = {};
    for (const [key, { name, value }] of this.#entries(node)) {
      const setting = SETTING_NAMES.find((known) => known === key);
      if (setting === undefined) this.#unknownKey(name, key, SETTING_NAMES);
      else Object.assign(settings, this.#setting(setting, value));
    }
    return settings;
  }

  #setting(name: keyof Settings, node: ValueNode): Partial<Settings> {
    const result = readSetting(name, node, this.#durationOf);
    for (const { node: wrong, expected } of result.mistakes) this.#invalid(wrong, expected);
    return result.value === undefined ? {} : { [name]: result.value };
  }

  /** The values of an object by their keys, without those that are not known. */
  #members(node: ValueNode, known: readonly string[]): ReadonlyMap<string, ValueNode> {
    const members = new Map<string, ValueNode>();
    for (const [key, { name, value }] of this.#entries(node)) {
      if (known.includes(key)) members.set(key, value);
      else this.#unknownKey(name, key, known);
    }
    return members;
  }

  #entries(node: ValueNode | undefined): ReadonlyMap<string, MemberNode> {
    const entries = new Map<string, MemberNode>();
    if (node === undefined) return entries;
    if (node.type !== 'Object') {
      this.#invalid(node, { en: 'an object in braces', ja: '波括弧で囲んだオブジェクト' });
      return entries;
    }
    for (const member of node.members) {
      const key = nameOf(member);
      if (entries.has(key)) {
        this.#add('config-duplicate-key', rangeOf(member.name), {
          en: `"${key}" stands here a second time; only the last one counts.`,
          ja: `「${key}」が重複しています。最後のものだけが有効です。`,
        });
      }
      entries.set(key, member);
    }
    return entries;
  }

  #elements(node: ValueNode | undefined): readonly ValueNode[] {
    if (node === undefined) return [];
    if (node.type === 'Array') return node.elements.map(({ value }) => value);
    this.#invalid(node, { en: 'a list in square brackets', ja: '角括弧で囲んだ配列' });
    return [];
  }

  #strings(node: ValueNode | undefined): readonly string[] {
    return this.#elements(node).flatMap((element) => {
      if (element.type === 'String' && element.value !== '') return [element.value];
      this.#invalid(element, {
        en: 'a path in quotes, such as "drafts/**"',
        ja: '"drafts/**" のような引用符つきのパス',
      });
      return [];
    });
  }

  #choice<T extends string>(node: ValueNode | undefined, choices: readonly T[]): T | undefined {
    if (node === undefined) return undefined;
    const found = node.type === 'String' ? choices.find((choice) => choice === node.value) : undefined;
    if (found === undefined) {
      const all = choices.map((choice) => `"${choice}"`).join(', ');
      const hint = node.type === 'String' ? didYouMean(node.value, choices) : { en: '', ja: '' };
      this.#invalid(node, { en: `one of ${all}${hint.en}`, ja: `次のいずれか: ${all}${hint.ja}` });
    }
    return found;
  }

  #unknownKey(name: MemberNode['name'], key: string, known: readonly string[]): void {
    const hint = didYouMean(key, known);
    this.#add('config-unknown-key', rangeOf(name), {
      en: `There is no "${key}" here${hint.en === '' ? `, only ${known.join(', ')}.` : hint.en}`,
      ja: `「${key}」は指定できません${hint.ja === '' ? `(指定できるもの: ${known.join('、')})` : hint.ja}。`,
    });
  }

  #invalid(node: ValueNode, expected: Text): void {
    const stop = expected.en.endsWith('?') ? '' : '.';
    this.#add('config-invalid-value', rangeOf(node), {
      en: `This must be ${expected.en}${stop}`,
      ja: `指定できない値です。指定できるのは${expected.ja}です。`,
    });
  }

  #add(code: string, range: Range, message: Text): void {
    this.#problems.push({
      code,
      severity: 'error',
      message,
      help: {
        en: 'What is wrong is left out. schemas/config.schema.json describes what may stand here.',
        ja: '誤りのある指定は無視されます。書き方は schemas/config.schema.json を参照してください。',
      },
      place: { uri: this.#uri, range },
      related: [],
      fixes: [],
      subject: {},
      personas: [],
    });
  }
}

function nameOf({ name }: ObjectNode['members'][number]): string {
  return name.type === 'String' ? name.value : name.name;
}
