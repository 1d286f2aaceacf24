import { SCORE_LABEL } from '../../friction/score.ts';
import type { ChangeGroup } from '../../history/describe.ts';
import type { JourneyState, TouchpointImpact } from '../../history/impact.ts';
import { findingCounts, type JourneyStory, scorePair, type Verdict } from '../../history/story.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Finding } from '../../model/finding.ts';
import type { Touchpoint } from '../../model/journey.ts';
import { durationText } from '../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { CAUSES } from '../../model/words.ts';
import { CAUSE_LABELS } from '../../model/cause-names.ts';
import { escapeMarkdown } from '../markdown.ts';
import { signed } from '../../history/phrase-values.ts';
import { actionText, costText, type DifferenceReport, isEmpty, sameText, SIGNS, VERDICTS, WORDS } from './words.ts';

/** A comment for a pull request: first what the customer will feel, then what was written differently, folded. */
export function markdownDifference(report: DifferenceReport, locale: Locale): string {
  const writer = new Writer(report, locale);
  return writer.write();
}

/** GitHub takes comments of up to 65,536 characters; the rest is for headings and what a workflow adds. */
const longest = 55_000;

const verdictIcons: Readonly<Record<Verdict, string>> = { new: '🆕', gone: '🗑️', better: '✅', worse: '❌', same: '➖' };

class Writer {
  readonly #report: DifferenceReport;
  readonly #locale: Locale;

  constructor(report: DifferenceReport, locale: Locale) {
    this.#report = report;
    this.#locale = locale;
  }

  write(): string {
    const { story, notes } = this.#report;
    const parts = [`## ${this.#text(WORDS.title)}`, ...notes.map((note) => `> ${this.#text(note)}`)];
    if (isEmpty(this.#report)) parts.push(this.#text(sameText(this.#report)));
    if (story.journeys.length > 0) parts.push(this.#overview(story.journeys));
    const details = story.journeys.flatMap((journey) => this.#journey(journey));
    if (story.shared.length > 0) details.push(this.#folded(WORDS.shared, this.#groups(story.shared)));
    let room = longest - parts.join('\n\n').length;
    let left = 0;
    for (const part of details) {
      room -= part.length + 2;
      if (room > 0) parts.push(part);
      else left += 1;
    }
    if (left > 0)
      parts.push(
        this.#text({
          en: '… more was left out because the comment would be too long.',
          ja: '…(コメントが長くなりすぎるため、以下を省略しました)',
        }),
      );
    return `${parts.join('\n\n')}\n`;
  }

  #overview(journeys: readonly JourneyStory[]): string {
    const rows = journeys.map(({ title, impact, verdict }) => [
      `${verdictIcons[verdict]} ${this.#text(unquoted(title))}`,
      this.#text(VERDICTS[verdict]),
      scorePair(impact),
      this.#text(findingCounts(impact.findings) ?? { en: '–', ja: '–' }),
    ]);
    const head = [WORDS.journey, { en: 'Verdict', ja: '判定' }, SCORE_LABEL, { en: 'Findings', ja: '指摘' }];
    return table(
      head.map((text) => this.#text(text)),
      rows,
    );
  }

  #journey({ title, impact, wholeEffects, groups }: JourneyStory): readonly string[] {
    const { before, after, findings } = impact;
    const parts = [`### ${this.#text(unquoted(title))}`];
    if (wholeEffects.length > 0) parts.push(wholeEffects.map((effect) => `- ${this.#text(effect)}`).join('\n'));
    const causes = [...CAUSES, 'other' as const].filter((cause) => scorePair(impact, cause).includes('→'));
    if (before !== undefined && after !== undefined && causes.length > 0) {
      const rows = causes.map((cause) => [this.#text(CAUSE_LABELS[cause]), scorePair(impact, cause)]);
      parts.push(table([this.#text({ en: 'Cause', ja: '原因' }), this.#text(SCORE_LABEL)], rows));
    }
    parts.push(...this.#actions(impact.after));
    if (impact.touchpoints.length > 0) parts.push(this.#touchpoints(impact.touchpoints));
    parts.push(
      ...this.#findings(WORDS.fixed, findings.fixed, '✔'),
      ...this.#findings(WORDS.fresh, findings.fresh, '✖'),
    );
    if (groups.length > 0) parts.push(this.#folded(WORDS.changes, this.#groups(groups)));
    return parts;
  }

  #actions(after: JourneyState | undefined): readonly string[] {
    const improvement = this.#report.improvements.find(({ impact }) => impact.after?.journey === after?.journey);
    if (improvement === undefined || improvement.actions.length === 0) return [];
    const cost = costText(improvement);
    const lines = improvement.actions.map((action) => `- ${this.#text(actionText(action))}`);
    if (cost !== undefined) lines.push(`- **${this.#text(WORDS.cost)}: ${this.#text(cost)}**`);
    return [`**${this.#text(WORDS.actions)}**\n\n${lines.join('\n')}`];
  }

  /** The small map: the touchpoints at which the customer feels or waits differently. */
  #touchpoints(impacts: readonly TouchpointImpact[]): string {
    const rows = impacts.flatMap(({ after, feelings, isForAll, wait }) => {
      const felt = (isForAll ? feelings.slice(0, 1) : feelings).map(({ persona, before, after: now }) => {
        const who = persona === undefined || isForAll ? '' : ` (${escapeMarkdown(titleOf(persona, this.#locale))})`;
        return [feeling(before), `${feeling(now)}${who}`] as const;
      });
      const waits = wait === undefined ? ['', ''] : [this.#wait(wait.before), this.#wait(wait.after)];
      const [first] = felt;
      const pairs = first === undefined ? [['', ''] as const] : felt;
      return pairs.map(([was, now], index) => [
        index === 0 ? this.#title(after) : '',
        was === '' ? '' : `${was} → ${now}`,
        index === 0 && wait !== undefined ? `${waits[0]} → ${waits[1]}` : '',
      ]);
    });
    return table(
      [WORDS.touchpoint, WORDS.emotion, WORDS.wait].map((text) => this.#text(text)),
      rows,
    );
  }

  #wait(seconds: number): string {
    return seconds === 0 ? '–' : this.#text(durationText(seconds));
  }

  #title(touchpoint: Touchpoint): string {
    return escapeMarkdown(titleOf(touchpoint, this.#locale));
  }

  #findings(heading: Text, findings: readonly Finding[], mark: string): readonly string[] {
    if (findings.length === 0) return [];
    const lines = findings.map(({ code, message }) => `- ${mark} **${escapeMarkdown(code)}** ${this.#text(message)}`);
    return [`**${this.#text(heading)}**\n\n${lines.join('\n')}`];
  }

  #groups(groups: readonly ChangeGroup[]): string {
    return groups
      .map(({ title, lines }) => {
        const inner = lines.map(
          ({ kind, text }) => `  - ${SIGNS[kind] === '~' ? '' : `${SIGNS[kind]} `}${this.#text(text)}`,
        );
        return [`- ${this.#text(title)}`, ...inner].join('\n');
      })
      .join('\n');
  }

  #folded(heading: Text, body: string): string {
    return `<details><summary>${this.#text(heading)}</summary>\n\n${body}\n\n</details>`;
  }

  #text(text: Text): string {
    return escapeMarkdown(inLocale(text, this.#locale));
  }
}

function feeling(value: number | undefined): string {
  return value === undefined ? '–' : signed(value);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A heading names the journey without quotes around it. */
function unquoted({ en, ja }: Text): Text {
  return { en: en.slice(1, -1), ja: ja.slice(1, -1) };
}
