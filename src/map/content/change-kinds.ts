import type { Text } from '../../model/text.ts';

export const CHANGE_KINDS = ['added', 'removed', 'moved', 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How something differs from an earlier version: a sign that also stands alone, and the word for it. */
export const CHANGES_SHOWN: Readonly<Record<ChangeKind, { readonly sign: string; readonly label: Text }>> = {
  added: { sign: '+', label: { en: 'added', ja: '追加' } },
  removed: { sign: '−', label: { en: 'removed', ja: '削除' } },
  moved: { sign: '→', label: { en: 'moved', ja: '移動' } },
  changed: { sign: '~', label: { en: 'changed', ja: '変更' } },
};
