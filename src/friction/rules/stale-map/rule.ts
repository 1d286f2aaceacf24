import { titled } from '../../../model/phrases.ts';
import { durationText } from '../../../model/phrases.ts';
import type { CalendarDate } from '../../../model/values.ts';
import { originOf } from '../../settings.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'stale-map',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'The journey was last reviewed long ago.',
      ja: '長い間、見直されていないマップです。',
    },
    why: {
      en: `A map that nobody holds against reality is a poster. After half a year at the latest somebody should look whether it is still true.

Compared is \`reviewed\` with today. Without \`reviewed\`, and where today is not known, nothing is said. A month without a day counts from its last day.`,
      ja: `現実と照らし合わせないマップは、ただのポスターです。遅くとも半年に一度は、まだ正しいかを確かめましょう。

\`reviewed\`(見直した日)を今日の日付と比べます。\`reviewed\` がなければ何も言いません。日のない月は月末とみなします。`,
    },
    remedy: {
      en: 'Go through it with the people who meet the customers, and set `reviewed`.',
      ja: 'お客様に接する人と見直し、`reviewed` の日付を更新します。',
    },
    sources: [],
    settings: ['today', 'mapAge'],
  },
  check: ({ journey, settings, ages, report }) => {
    const { reviewed } = journey;
    if (reviewed === undefined || !ages.isOver(lastDayOf(reviewed), settings.mapAge)) return;
    const [name, limit, origin] = [titled(journey), durationText(settings.mapAge), originOf('mapAge', settings)];
    report({
      place: reviewed.place,
      message: {
        en: `${name.en} was last reviewed on ${reviewed.written}, longer ago than ${limit.en} (${origin.en}).`,
        ja: `${name.ja}は${reviewed.written}から見直されておらず、${limit.ja}を過ぎています(${origin.ja})。`,
      },
      help: rule.meta.remedy,
    });
  },
};

function lastDayOf({ year, month, day }: CalendarDate): number {
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}
