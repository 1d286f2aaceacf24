import type { Action } from '../../model/entities.ts';
import { asWritten, moneyText, titled } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { STATUS_TITLES } from '../../model/word-titles.ts';
import type { Change } from '../../history/difference.ts';
import type { Improvement, Story, Verdict } from '../../history/story.ts';

/** What is to be printed: two versions, or a to-be journey and the as-is journey that it improves. */
export interface DifferenceReport {
  /** What people call the two sides: revisions, or files. */
  readonly sides: readonly [before: string, after: string];
  readonly story: Pick<Story, 'journeys' | 'shared'>;
  /** More about the journeys that are improvements. */
  readonly improvements: readonly Improvement[];
  /** What could not be read or holds errors, so that something may be missing. */
  readonly notes: readonly Text[];
}

/** What is said when there is nothing to tell: that two files mean the same knows only who has read all of them. */
export function sameText({ notes }: DifferenceReport): Text {
  return notes.length === 0 ? WORDS.onlyLayout : WORDS.restIsSame;
}

/** Whether there is anything to tell. */
export function isEmpty({ story }: DifferenceReport): boolean {
  return story.journeys.length === 0 && story.shared.length === 0;
}

export const VERDICTS: Readonly<Record<Verdict, Text>> = {
  new: { en: 'new', ja: '新規' },
  gone: { en: 'removed', ja: '削除' },
  better: { en: 'better', ja: '改善' },
  worse: { en: 'worse', ja: '悪化' },
  same: { en: 'as much friction as before', ja: '摩擦は変わらず' },
};

/** Read by eye and by screen reader: a sign, never a colour alone. */
export const SIGNS: Readonly<Record<Change['kind'], string>> = {
  added: '+',
  removed: '−',
  moved: '↷',
  renamed: '≈',
  changed: '~',
};

export const WORDS = {
  title: { en: 'What changes for the customer', ja: 'お客様にとっての変化' },
  none: { en: 'No difference.', ja: '違いはありません。' },
  noMap: { en: 'no journey differs, so there is no map to draw', ja: '違いのあるジャーニーがないため、図はありません' },
  onlyLayout: {
    en: 'The files mean the same: no difference.',
    ja: '内容の違いはありません(書式やコメントの違いは数えません)。',
  },
  restIsSame: {
    en: 'Nothing differs in what could be compared.',
    ja: '比較できた範囲では、内容の違いはありません。',
  },
  effects: { en: 'For the customer', ja: 'お客様への影響' },
  changes: { en: 'What is written differently', ja: '記述の変更' },
  fixed: { en: 'Fixed', ja: '解消した指摘' },
  fresh: { en: 'New', ja: '新しい指摘' },
  remaining: { en: 'Still there', ja: '残っている指摘' },
  shared: { en: 'Shared by journeys', ja: '共有の定義' },
  actions: { en: 'Actions that carry it', ja: '実現する施策' },
  cost: { en: 'Cost', ja: '費用' },
  journey: { en: 'Journey', ja: 'ジャーニー' },
  touchpoint: { en: 'Touchpoint', ja: 'タッチポイント' },
  before: { en: 'Before', ja: '前' },
  after: { en: 'After', ja: '後' },
  emotion: { en: 'Emotion', ja: '感情' },
  wait: { en: 'Wait', ja: '待ち時間' },
} as const satisfies Readonly<Record<string, Text>>;

/** An action in a line: what, when, how far, how much. */
export function actionText({ status, due, cost, ...action }: Action): Text {
  const name = titled(action);
  const details = [status && STATUS_TITLES[status.value], due && asWritten(due), cost && moneyText(cost)].filter(
    (each) => each !== undefined,
  );
  return details.length === 0
    ? name
    : {
        en: `${name.en} (${details.map(({ en }) => en).join(', ')})`,
        ja: `${name.ja}(${details.map(({ ja }) => ja).join('、')})`,
      };
}

/** `780,000 GBP + 3,000 EUR`. */
export function costText({ costs }: Improvement): Text | undefined {
  if (costs.length === 0) return undefined;
  const sums = costs.map(moneyText);
  return { en: sums.map(({ en }) => en).join(' + '), ja: sums.map(({ ja }) => ja).join(' + ') };
}
