import { scoreText } from '../../friction/score.ts';
import { signed } from '../../history/phrase-values.ts';
import type { JourneyFigures, Timeline } from '../../history/timeline.ts';
import { durationText } from '../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';

/** What the columns are called, in their order. */
export const COLUMNS: readonly Text[] = [
  { en: 'Date', ja: '日付' },
  { en: 'Commit', ja: 'コミット' },
  { en: 'Friction score', ja: '摩擦スコア' },
  { en: 'Change', ja: '増減' },
  { en: 'Touchpoints', ja: 'タッチポイント' },
  { en: 'Longest wait', ja: '待ち時間(最長経路)' },
  { en: 'Emotion, mean', ja: '感情(平均)' },
  { en: 'Emotion, lowest', ja: '感情(最低)' },
  { en: 'Message', ja: 'メッセージ' },
];

/** A row for each commit that changed a journey, oldest first, as people read it. */
export function rowsOf({ points }: Timeline, locale: Locale): readonly (readonly string[])[] {
  return points.map(({ commit, date, subject, figures }, index) => [
    date.slice(0, 10),
    commit.slice(0, 7),
    scoreText(figures.score),
    changeText(points[index - 1]?.figures, figures),
    String(figures.touchpoints),
    figures.wait === undefined ? '' : inLocale(durationText(figures.wait), locale),
    figures.mean === undefined ? '' : signed(figures.mean),
    figures.lowest === undefined ? '' : signed(figures.lowest),
    subject,
  ]);
}

function changeText(before: JourneyFigures | undefined, { score }: JourneyFigures): string {
  if (before === undefined) return '';
  const change = signed(score - before.score);
  return change === '0' ? '' : change;
}

/** Which commit made it worse by most, in a sentence. */
export function worstText({ worst }: Timeline): Text {
  if (worst === undefined) return { en: 'No commit made it worse.', ja: '摩擦を増やしたコミットはありません。' };
  const { commit, subject, date } = worst.point;
  const by = scoreText(worst.by);
  const name = `${commit.slice(0, 7)} (${date.slice(0, 10)})`;
  return {
    en: `What made it worse by most (+${by}): ${name} ${subject}`,
    ja: `摩擦を最も増やしたコミット(+${by}): ${name} ${subject}`,
  };
}
