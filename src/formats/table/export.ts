import { csvFormatRows } from 'd3-dsv';
import { titleOf } from '../../model/declaration.ts';
import type { Feeling, Journey, Touchpoint } from '../../model/journey.ts';
import type { Model } from '../../model/model.ts';
import { writtenIn } from '../../model/phrases.ts';
import type { Locale, Text } from '../../model/text.ts';
import type { Prose, Reference } from '../../model/values.ts';
import type { Initiator } from '../../model/words.ts';
import { escapeMarkdown } from '../markdown.ts';
import { COLUMNS, type ColumnId } from './columns.ts';

/** A journey as a table for a spreadsheet, a row for each touchpoint. A formula in a text stays a text. */
export function journeyCsv(model: Model, journey: Journey, locale: Locale): string {
  return csvOf(tableOf(model, journey, locale));
}

/** The same table in Markdown. */
export function journeyMarkdown(model: Model, journey: Journey, locale: Locale): string {
  return `## ${escapeMarkdown(titleOf(journey, locale))}\n\n${markdownTable(tableOf(model, journey, locale))}`;
}

/** Rows as RFC 4180 has them. What a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${csvFormatRows(rows.map((cells) => cells.map(guarded)))}\n`;
}

/** The first row is the headings. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const lines = [rowOf(head.map(shown)), rowOf(head.map(() => '---')), ...rest.map((cells) => rowOf(cells.map(shown)))];
  return `${lines.join('\n')}\n`;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function shown(cell: string): string {
  return cell.split('\n').map(escapeMarkdown).join('<br>');
}

function guarded(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** As the import reads them, too. */
const INITIATORS_WRITTEN: Readonly<Record<Initiator, Text>> = {
  customer: { en: 'customer', ja: '顧客' },
  company: { en: 'company', ja: '企業' },
  partner: { en: 'partner', ja: '提携先' },
};

function tableOf(model: Model, journey: Journey, locale: Locale): readonly (readonly string[])[] {
  const comma = locale === 'ja' ? '、' : ', ';
  const name = (map: ReadonlyMap<string, { readonly id: string }>, { key }: Reference): string => {
    const found = map.get(key);
    return found === undefined ? key : titleOf(found, locale);
  };
  const names = (
    map: ReadonlyMap<string, { readonly id: string }>,
    references: readonly Reference[],
  ): readonly string[] => references.map((reference) => name(map, reference));
  const cells = (stage: string, touchpoint: Touchpoint): Readonly<Record<ColumnId, readonly string[]>> => ({
    stage: [stage],
    touchpoint: [titleOf(touchpoint, locale)],
    persona: [
      names(model.personas, touchpoint.personas.length > 0 ? touchpoint.personas : journey.personas).join(comma),
    ],
    channel: [names(model.channels, touchpoint.channels).join(comma)],
    by: touchpoint.initiator === undefined ? [] : [INITIATORS_WRITTEN[touchpoint.initiator.value][locale]],
    does: texts(touchpoint.does),
    thinks: texts(touchpoint.thinks),
    says: texts(touchpoint.says),
    sees: texts(touchpoint.sees),
    feels: touchpoint.feelings.map((feeling) => feelingText(feeling, model, locale)),
    question: touchpoint.questions.map((question) => titleOf(question, locale)),
    barrier: touchpoint.barriers.map((barrier) => titleOf(barrier, locale)),
    opportunity: texts(touchpoint.opportunities.map(({ text }) => text)),
    waits: touchpoint.wait === undefined ? [] : [writtenIn(touchpoint.wait.typical, locale)],
    takes: touchpoint.takes === undefined ? [] : [writtenIn(touchpoint.takes, locale)],
    owner: touchpoint.owner === undefined ? [] : [name(model.teams, touchpoint.owner)],
    frontstage: texts(touchpoint.frontstage),
    backstage: texts(touchpoint.backstage),
    support: texts(touchpoint.support),
    note: texts(touchpoint.notes),
  });
  const rows = journey.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => cells(titleOf(stage, locale), touchpoint)),
  );
  // Those that nobody uses would only be in the way.
  const used = COLUMNS.filter(
    ({ id }) => id === 'stage' || id === 'touchpoint' || rows.some((row) => row[id].join('') !== ''),
  );
  return [used.map(({ heading }) => heading[locale]), ...rows.map((row) => used.map(({ id }) => row[id].join('\n')))];
}

function texts(prose: readonly Prose[]): readonly string[] {
  return prose.map(({ text }) => text);
}

/** `Ken: Anxious (-1)`; a number alone stays one for the spreadsheet. */
function feelingText({ persona, name, emotion, value }: Feeling, model: Model, locale: Locale): string {
  const felt = emotion === undefined ? undefined : model.emotions.get(emotion);
  const word = felt === undefined ? name : titleOf(felt, locale);
  const known = persona === undefined ? undefined : model.personas.get(persona.key);
  const who = known === undefined ? '' : `${titleOf(known, locale)}: `;
  if (word === undefined && who === '') return String(value);
  return `${who}${word === undefined ? value : `${word} (${value > 0 ? '+' : ''}${value})`}`;
}
