import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Wait } from '../../../model/journey.ts';
import { asWritten, durationText, quoted, titled } from '../../../model/phrases.ts';
import type { Prose } from '../../../model/values.ts';
import { isJapanese, literal } from '../../fixes.ts';
import type { Observation } from '../../rule.ts';
import { type SpokenTime, spokenTimeIn } from '../../spoken-time.ts';

/** What is said to take “about an hour” may take a quarter more before it is wrong; our own choice. */
const roughly = 1.25;

/** The words of `told` state a time, and the typical wait at the same touchpoint is longer. */
export function brokenWords({ key, touchpoint }: GraphNode): Omit<Observation, 'help'> | undefined {
  const { told, wait } = touchpoint;
  if (told === undefined || wait === undefined) return undefined;
  const time = spokenTimeIn(told.text);
  if (time === undefined || wait.typical.seconds <= time.longestSeconds * (time.rough ? roughly : 1)) return undefined;
  const [at, said, takes] = [titled(touchpoint), quoted(time.written), asWritten(wait.typical)];
  return {
    place: told.place,
    message: {
      en: `At ${at.en} the customer is told ${said.en}, but waits ${takes.en}.`,
      ja: `${at.ja}では${said.ja}と伝えていますが、お客様は${takes.ja}待つことになります。`,
    },
    related: [
      {
        place: wait.typical.place,
        message: { en: `${takes.en} at ${at.en}`, ja: `${at.ja}で${takes.ja}` },
      },
    ],
    fixes: () => tellMore(told, time, wait),
    subject: { touchpoint: key },
  };
}

function tellMore(told: Prose, { written }: SpokenTime, { typical, longest }: Wait): readonly Fix[] {
  if (!told.text.includes(written)) return [];
  const time = durationText((longest ?? typical).longestSeconds);
  const text = told.text.replace(written, () => (isJapanese(told.text) ? time.ja : time.en));
  return [
    {
      title: { en: `Tell the customer: ${quoted(text).en}`, ja: `お客様に${quoted(text).ja}と伝える` },
      safe: false,
      edits: [{ kind: 'replace', place: told.place, text: literal(text) }],
    },
  ];
}
