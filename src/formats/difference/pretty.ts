import { SCORE_LABEL } from '../../friction/score.ts';
import type { ChangeGroup, ChangeLine } from '../../history/describe.ts';
import { scoreChange } from '../../history/impact.ts';
import { findingCounts, type JourneyStory, scorePair } from '../../history/story.ts';
import { CAUSES } from '../../model/words.ts';
import type { Finding } from '../../model/finding.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { CAUSE_LABELS } from '../../model/cause-names.ts';
import { safeText } from '../terminal/safe.ts';
import type { Paint, Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import { widthOf } from '../terminal/cells.ts';
import { actionText, costText, type DifferenceReport, isEmpty, sameText, SIGNS, VERDICTS, WORDS } from './words.ts';

export interface PrettyDifferenceOptions {
  readonly locale: Locale;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
}

/** The difference as people read it in a terminal. */
export function prettyDifference(report: DifferenceReport, options: PrettyDifferenceOptions): string {
  return new Printer(report, options).print();
}

const signStyles: Readonly<Record<ChangeLine['kind'], Style>> = {
  added: 'green',
  removed: 'red',
  moved: 'blue',
  renamed: 'blue',
  changed: 'yellow',
};

class Printer {
  readonly #report: DifferenceReport;
  readonly #locale: Locale;
  readonly #width: number;
  readonly #paint: Paint;
  readonly #lines: string[] = [];

  constructor(report: DifferenceReport, { locale, width, paint }: PrettyDifferenceOptions) {
    this.#report = report;
    this.#locale = locale;
    this.#width = width;
    this.#paint = paint;
  }

  print(): string {
    const { sides, story, notes } = this.#report;
    this.#lines.push(`${this.#paint(safeText(sides[0]), 'dim')} → ${safeText(sides[1])}`);
    for (const note of notes) this.#wrapped(this.#text(note), '  ', '! ');
    if (isEmpty(this.#report)) this.#lines.push(this.#text(sameText(this.#report)));
    for (const journey of story.journeys) this.#journey(journey);
    if (story.shared.length > 0) {
      this.#lines.push('', this.#paint(this.#text(WORDS.shared), 'bold'));
      this.#groups(story.shared);
    }
    return `${this.#lines.join('\n')}\n`;
  }

  #journey(journey: JourneyStory): void {
    const { impact, verdict, effects, groups, title, path } = journey;
    const change = scoreChange(impact);
    const style: Style = change < 0 ? 'green' : change > 0 ? 'red' : 'dim';
    const [name, file, mark] = [this.#text(title), safeText(path), this.#paint('◆', 'magenta')];
    if (widthOf(`◆ ${name} · ${file}`) <= this.#width) {
      this.#lines.push('', `${mark} ${this.#paint(name, 'bold')} ${this.#paint(`· ${file}`, 'dim')}`);
    } else {
      const [first = '', ...more] = wrap(name, this.#width - 2).map((line) => this.#paint(line, 'bold'));
      this.#lines.push('', `${mark} ${first}`, ...[...more, this.#paint(file, 'dim')].map((line) => `  ${line}`));
    }
    const counts = findingCounts(impact.findings);
    const said = this.#text(VERDICTS[verdict]);
    const facts = [
      `${this.#text(SCORE_LABEL)} ${scorePair(impact)}`,
      ...(counts === undefined ? [] : [this.#text(counts)]),
    ];
    const isNarrow = widthOf(`  ${[said, ...facts].join(' · ')}`) > this.#width;
    const all = [this.#paint(said, style), ...facts];
    this.#lines.push(...(isNarrow ? all : [all.join(' · ')]).map((line) => `  ${line}`));
    const causes = [...CAUSES, 'other' as const]
      .filter((cause) => scorePair(impact, cause).includes('→'))
      .map((cause) => `${this.#text(CAUSE_LABELS[cause])} ${scorePair(impact, cause)}`);
    if (causes.length > 0) this.#wrapped(causes.join(' · '), '  ', '');
    this.#section(
      WORDS.effects,
      effects.map((effect) => this.#text(effect)),
      '• ',
    );
    this.#actions(journey);
    if (groups.length > 0) {
      this.#heading(WORDS.changes);
      this.#groups(groups);
    }
    this.#findings(WORDS.fixed, impact.findings.fixed, '✔ ');
    this.#findings(WORDS.fresh, impact.findings.fresh, '✖ ');
  }

  #actions(journey: JourneyStory): void {
    const improvement = this.#report.improvements.find(
      (each) => each.impact.after?.journey === journey.impact.after?.journey,
    );
    if (improvement === undefined || improvement.actions.length === 0) return;
    const cost = costText(improvement);
    const total = cost === undefined ? [] : [`${this.#text(WORDS.cost)}: ${this.#text(cost)}`];
    this.#section(
      WORDS.actions,
      [...improvement.actions.map((action) => this.#text(actionText(action))), ...total],
      '• ',
    );
  }

  #groups(groups: readonly ChangeGroup[]): void {
    for (const { title, lines } of groups) {
      const [only, ...more] = lines;
      const name = this.#text(title);
      if (only !== undefined && more.length === 0) {
        this.#change(only, `${name}: `, '  ');
      } else {
        this.#wrapped(name, '  ', '');
        for (const line of lines) this.#change(line, '', '    ');
      }
    }
  }

  #change({ kind, text }: ChangeLine, name: string, indent: string): void {
    this.#wrapped(name + this.#text(text), indent, `${this.#paint(SIGNS[kind], signStyles[kind])} `, 2);
  }

  #findings(heading: Text, findings: readonly Finding[], mark: string): void {
    const texts = findings.map(({ code, message }) => `${code}: ${this.#text(message)}`);
    this.#section(heading, texts, mark);
  }

  #section(heading: Text, texts: readonly string[], mark: string): void {
    if (texts.length === 0) return;
    this.#heading(heading);
    for (const text of texts) this.#wrapped(text, '  ', mark, 2);
  }

  #heading(heading: Text): void {
    this.#lines.push(`  ${this.#paint(this.#text(heading), 'underline')}`);
  }

  #wrapped(text: string, indent: string, mark: string, markWidth = mark.length): void {
    const room = this.#width - indent.length - markWidth - 2;
    for (const [index, line] of wrap(text, Math.max(room, 20)).entries()) {
      this.#lines.push(`  ${indent}${index === 0 ? mark : ' '.repeat(markWidth)}${line}`);
    }
  }

  #text(text: Text): string {
    return safeText(inLocale(text, this.#locale));
  }
}
