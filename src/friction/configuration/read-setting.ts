import type { ValueNode } from '@humanwhocodes/momoa';
import type { Text } from '../../model/text.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../model/words.ts';
import { defaultSettings, JURISDICTIONS, SETTINGS, type Settings } from '../settings.ts';

/** Seconds of a length of time as it is written in the language; undefined when it is none. */
export type DurationReader = (written: string) => number | undefined;

interface SettingReading {
  /** Missing when nothing could be understood. */
  readonly value?: unknown;
  readonly mistakes: readonly Mistake[];
}

interface Mistake {
  readonly node: ValueNode;
  readonly expected: Text;
}

/** The parts of a wait limit. */
export const LIMIT_PARTS = ['note', 'warn', 'upTo', 'reply', 'replyUpTo'] as const;

/** Reads the value of one setting by its unit. */
export function readSetting(name: keyof Settings, node: ValueNode, durationOf: DurationReader): SettingReading {
  switch (SETTINGS[name].unit) {
    case 'seconds':
      return orMistake(secondsOf(node, durationOf), node, expectedDuration);
    case 'ratio':
      return orMistake(numberOf(node, 1, 1000), node, { en: 'a number from 1 on', ja: '1以上の数' });
    case 'steps':
    case 'count':
      return orMistake(wholeOf(node), node, { en: 'a whole number, zero or more', ja: '0以上の整数' });
    case 'feeling':
      return orMistake(numberOf(node, -4, 4), node, { en: 'a number from -4 to 4', ja: '-4から4までの数' });
    case 'choice':
      return orMistake(wordOf(node, JURISDICTIONS), node, {
        en: `one of ${JURISDICTIONS.map((word) => `"${word}"`).join(', ')}`,
        ja: `次のいずれか: ${JURISDICTIONS.map((word) => `"${word}"`).join('、')}`,
      });
    case 'date':
      return orMistake(dateOf(node), node, { en: 'a date such as "2026-04-01"', ja: '"2026-04-01" のような日付' });
    default:
      return limitsOf(node, durationOf);
  }
}

const expectedDuration: Text = {
  en: 'a length of time, such as "4 min", or a number of seconds',
  ja: '"4 min" や "4分" のような時間、または秒数',
};

function orMistake(value: unknown, node: ValueNode, expected: Text): SettingReading {
  return value === undefined ? { mistakes: [{ node, expected }] } : { value, mistakes: [] };
}

function secondsOf(node: ValueNode, durationOf: DurationReader): number | undefined {
  if (node.type === 'String') return durationOf(node.value);
  return numberOf(node, 0, Number.MAX_SAFE_INTEGER);
}

function numberOf(node: ValueNode, least: number, most: number): number | undefined {
  return node.type === 'Number' && node.value >= least && node.value <= most ? node.value : undefined;
}

function wholeOf(node: ValueNode): number | undefined {
  const value = numberOf(node, 0, Number.MAX_SAFE_INTEGER);
  return Number.isInteger(value) ? value : undefined;
}

function wordOf<T extends string>(node: ValueNode, words: readonly T[]): T | undefined {
  return node.type === 'String' ? words.find((word) => word === node.value) : undefined;
}

function dateOf(node: ValueNode): string | undefined {
  if (node.type !== 'String' || !/^\d{4}-\d{2}-\d{2}$/.test(node.value)) return undefined;
  const time = Date.parse(`${node.value}T00:00:00Z`);
  // A day that does not exist would be taken for one of the next month.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(node.value) ? undefined : node.value;
}

function limitsOf(node: ValueNode, durationOf: DurationReader): SettingReading {
  const mistakes: Mistake[] = [];
  const limits: Partial<Record<ChannelKind, Readonly<Record<string, number>>>> = {};
  for (const [key, value] of membersOf(node)) {
    const kind = CHANNEL_KINDS.find((known) => known === key);
    const own: Record<string, number> = { ...(kind === undefined ? {} : defaultSettings.waitLimits[kind]) };
    for (const [part, limit] of membersOf(value)) {
      const seconds = LIMIT_PARTS.some((known) => known === part) ? secondsOf(limit, durationOf) : undefined;
      if (seconds === undefined) mistakes.push({ node: limit, expected: expectedLimit });
      else own[part] = seconds;
    }
    const isLimit = kind !== undefined && value.type === 'Object' && own['warn'] !== undefined;
    if (isLimit) limits[kind] = own;
    else mistakes.push({ node: value, expected: kind === undefined ? expectedKind : expectedLimit });
  }
  if (node.type !== 'Object') mistakes.push({ node, expected: expectedKind });
  return { value: limits, mistakes };
}

const expectedKind: Text = {
  en: `an object whose keys are kinds of channels: ${CHANNEL_KINDS.join(', ')}`,
  ja: `チャネルの種類をキーとするオブジェクト(${CHANNEL_KINDS.join('、')})`,
};
const expectedLimit: Text = {
  en: 'an object such as { "note": "20 s", "warn": "1 min" }, with "warn" and perhaps "note", "upTo", "reply" and "replyUpTo"',
  ja: '{ "note": "20秒", "warn": "1分" } のようなオブジェクト(必須: warn、任意: note、upTo、reply、replyUpTo)',
};

function membersOf(node: ValueNode): readonly (readonly [string, ValueNode])[] {
  if (node.type !== 'Object') return [];
  return node.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, value] as const);
}
