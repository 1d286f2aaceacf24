import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/text.ts';
import { signed, type Curve, type StageContent, type TouchpointContent } from './content.ts';

/** What the map shows, in a few sentences: how long the journey is, how the emotion runs and how much friction there is. */
export function summaryOf(
  stages: readonly StageContent[],
  touchpoints: readonly TouchpointContent[],
  curves: readonly Curve[],
  findings: readonly Finding[],
  locale: Locale,
): string {
  const size =
    locale === 'ja'
      ? `${stages.length}つのステージ、${touchpoints.length}件のタッチポイント。`
      : `${count(stages.length, 'stage', 'stages')} with ${count(touchpoints.length, 'touchpoint', 'touchpoints')}.`;
  const own = curves.filter(({ compared }) => !compared);
  const emotions = own
    .map((curve) => emotionSentence(curve, own.length > 1, touchpoints, locale))
    .filter((text) => text !== '');
  const friction =
    findings.length === 0
      ? []
      : [
          locale === 'ja'
            ? `摩擦の指摘は${findings.length}件です。`
            : `${count(findings.length, 'finding', 'findings')} of friction.`,
        ];
  return [size, ...emotions, ...friction].join(locale === 'ja' ? '' : ' ');
}

function emotionSentence(
  curve: Curve,
  named: boolean,
  touchpoints: readonly TouchpointContent[],
  locale: Locale,
): string {
  const path = curve.points.filter(({ aside }) => !aside);
  const [first] = path;
  const last = path.at(-1);
  if (first === undefined || last === undefined) return '';
  let low = first;
  let high = first;
  for (const point of path) {
    if (point.value < low.value) low = point;
    if (point.value > high.value) high = point;
  }
  const at = (point: typeof first): string => touchpoints[point.at]?.title ?? '';
  if (locale === 'ja') {
    const subject = named ? `${curve.name}の感情は` : '感情は';
    if (low.value === high.value) return `${subject}ずっと${signed(low.value)}のままです。`;
    return `${subject}「${at(high)}」の${signed(high.value)}が最も高く、「${at(low)}」の${signed(low.value)}が最も低く、「${at(last)}」の${signed(last.value)}で終わります。`;
  }
  const subject = named ? `The emotion of ${curve.name}` : 'The emotion';
  if (low.value === high.value) return `${subject} stays at ${signed(low.value)}.`;
  return `${subject} is highest at "${at(high)}" (${signed(high.value)}), lowest at "${at(low)}" (${signed(low.value)}) and ends at "${at(last)}" with ${signed(last.value)}.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
