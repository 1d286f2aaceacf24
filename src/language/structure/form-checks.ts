import { quoted } from '../../model/phrases.ts';
import { didYouMean } from '../linking/messages.ts';
import { suggest } from '../linking/suggestions.ts';
import { dateReadingOf, periodOf } from '../lowering/values.ts';
import { readHours } from '../quantity.ts';
import { daysNamed, WEEKDAY_NAMES } from '../weekdays.ts';
import type { PropertyRule } from './properties.ts';
import type { Report, Statement } from './statement.ts';
import { changeTo } from './word-checks.ts';

type Form = NonNullable<PropertyRule['form']>;

/** Checks what has a form of its own: a date, opening hours, a day of the week, a title. */
export function checkForm(statement: Statement, form: Form, report: Report): void {
  CHECKS[form](statement, report);
}

const CHECKS: Readonly<Record<Form, (statement: Statement, report: Report) => void>> = {
  date: checkDate,
  hours: checkHours,
  day: checkDay,
  period: checkPeriod,
  title: checkTitle,
};

function checkDate(statement: Statement, report: Report): void {
  const { written } = statement;
  const reading = dateReadingOf(written);
  if (reading.ok) return;
  const { place } = statement;
  const date = quoted(written);
  if (reading.problem.kind === 'impossible') {
    report({
      code: 'impossible-date',
      message: { en: `There is no such date as ${date.en}.`, ja: `${date.ja}という日付はありません。` },
      help: {
        en: 'Write a date of the calendar, such as 2026-03-31.',
        ja: '実在する日付を書いてください(例: 2026-03-31)。',
      },
      range: place.range,
    });
    return;
  }
  const { suggestion } = reading.problem;
  report({
    code: 'date-format',
    message: {
      en: `The date ${date.en} is not written as year-month-day.`,
      ja: `日付${date.ja}の書き方が違います。`,
    },
    help:
      suggestion === undefined
        ? {
            en: 'Write it as 2026-03-31, or 2026-03 for the month.',
            ja: '2026-03-31 または 2026-03 の形で書いてください。',
          }
        : { en: `Write it as ${suggestion}.`, ja: `${suggestion} と書いてください。` },
    range: place.range,
    fixes: suggestion === undefined ? [] : [changeTo(suggestion, place, true)],
  });
}

function checkHours(statement: Statement, report: Report): void {
  const { written } = statement;
  const reading = readHours(written);
  if (reading.ok) return;
  const { place } = statement;
  const hours = quoted(written);
  report({
    code: 'impossible-hours',
    message:
      reading.problem.kind === 'impossible'
        ? { en: `${hours.en} are no times of a day.`, ja: `${hours.ja}は時刻としてありえません。` }
        : { en: `${hours.en} cannot be read as opening hours.`, ja: `${hours.ja}は時間帯として読めません。` },
    help: {
      en: 'Write them as 9:00-18:00; hours past midnight as 22:00-2:00.',
      ja: '9:00-18:00 の形で書いてください。深夜にまたがるときは 22:00-2:00 と書きます。',
    },
    range: place.range,
  });
}

function checkDay(statement: Statement, report: Report): void {
  const { written } = statement;
  if (daysNamed(written) !== undefined) return;
  const { place } = statement;
  const { names } = suggest(
    written,
    WEEKDAY_NAMES.map((name) => ({ name, titles: [], spellings: [] })),
  );
  const day = quoted(written);
  report({
    code: 'unknown-day',
    message: { en: `${day.en} is not a day of the week.`, ja: `${day.ja}という曜日はありません。` },
    help:
      names.length > 0
        ? didYouMean(names)
        : {
            en: 'Write Mon, Mon-Fri, weekdays, weekends or daily.',
            ja: '月、月-金、平日、土日、毎日 のように書いてください。',
          },
    range: place.range,
    fixes: names.map((name) => changeTo(name, place, names.length === 1)),
  });
}

function checkPeriod(statement: Statement, report: Report): void {
  const { written } = statement;
  if (periodOf(written) !== undefined) return;
  const { place } = statement;
  const period = quoted(written);
  report({
    code: 'unknown-unit',
    message: { en: `${period.en} is not a unit of time.`, ja: `${period.ja}は時間の単位ではありません。` },
    help: { en: 'Write it as: 800 per day', ja: '800 per day、800 per 週 のように書いてください。' },
    range: place.range,
  });
}

function checkTitle(statement: Statement, report: Report): void {
  const { block, property } = statement;
  const title = (block.node as unknown as Readonly<Record<string, unknown>>)[property];
  if (typeof title !== 'string' || title.trim() !== '') return;
  report({
    code: 'empty-title',
    severity: 'warning',
    message: { en: 'The title is empty.', ja: 'タイトルが空です。' },
    help: {
      en: 'Write what people call it, or leave the title out: the id is shown then.',
      ja: '呼び名を書くか、タイトルを省いてください。省くとIDが表示されます。',
    },
    range: statement.place.range,
  });
}
