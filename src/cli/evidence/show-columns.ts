import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import type { Columns } from './columns.ts';
import type { OpenLog } from './engine.ts';

/**
 * The guess can be wrong, so it is shown.
 *
 * @param names what a command calls columns, where it means something of its own by them
 */
export function showColumns(
  { columns }: OpenLog,
  { output }: Pick<Context, 'output'>,
  names: Partial<Record<keyof Columns, Text>> = {},
): void {
  const shown = ROLES.flatMap(([role, usual]) => {
    // Where a case's channel is asked for, it takes the place of the segment.
    const column = role === 'segment' && columns.segment === columns.channel ? undefined : columns[role];
    const { en, ja } = names[role] ?? usual;
    return column === undefined ? [] : [{ en: `${en} "${column}"`, ja: `${ja}「${column}」` }];
  });
  output.complain({
    en: `columns: ${shown.map(({ en }) => en).join(', ')}`,
    ja: `列: ${shown.map(({ ja }) => ja).join('、')}`,
  });
}

const ROLES: readonly (readonly [keyof Columns, Text])[] = [
  ['case', { en: 'case', ja: 'ケース' }],
  ['activity', { en: 'event', ja: 'イベント' }],
  ['time', { en: 'time', ja: '日時' }],
  ['status', { en: 'status', ja: '成否' }],
  ['persona', { en: 'persona', ja: 'ペルソナ' }],
  ['segment', { en: 'segment', ja: 'セグメント' }],
  ['score', { en: 'score', ja: '評価' }],
  ['channel', { en: 'channel', ja: 'チャネル' }],
  ['owner', { en: 'owner', ja: '担当' }],
  ['stage', { en: 'stage', ja: 'ステージ' }],
];
