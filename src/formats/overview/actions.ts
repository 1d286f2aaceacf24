import { type Declaration, titleOf } from '../../model/declaration.ts';
import type { Action, Opportunity } from '../../model/entities.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Locale, Text } from '../../model/text.ts';
import type { Reference, Word } from '../../model/values.ts';
import { type Overview, type OverviewCell, type OverviewColumn, type OverviewFile, sumCell } from './overview.ts';
import { ACTION_KIND_TITLES, STATUS_TITLES } from '../../model/word-titles.ts';

const columns: readonly OverviewColumn[] = [
  { id: 'status', heading: { en: 'Status', ja: '状況' } },
  { id: 'due', heading: { en: 'Due', ja: '期限' } },
  { id: 'action', heading: { en: 'Action', ja: '施策' } },
  { id: 'owner', heading: { en: 'Owner', ja: '担当' } },
  { id: 'solves', heading: { en: 'Solves', ja: '解決する課題' } },
  { id: 'supports', heading: { en: 'Goal', ja: 'ビジネス目標' } },
  { id: 'at', heading: { en: 'Where', ja: '場所' } },
  { id: 'impact', heading: { en: 'Impact', ja: '効果' } },
  { id: 'effort', heading: { en: 'Effort', ja: '労力' } },
  { id: 'cost', heading: { en: 'Cost', ja: '費用' } },
  { id: 'phase', heading: { en: 'Phase', ja: 'フェーズ' } },
  { id: 'ticket', heading: { en: 'Ticket', ja: 'チケット' } },
  { id: 'kind', heading: { en: 'Kind', ja: '種類' } },
  { id: 'source', heading: { en: 'Written at', ja: '記載箇所' } },
];

const OPPORTUNITY: Text = { en: 'opportunity', ja: '改善機会' };

/** The action plan of a workspace: every action, and every opportunity noted on the spot, in the order of its due date. */
export function actionPlan(files: readonly OverviewFile[], locale: Locale): Overview {
  const rows = files.flatMap((file) => [
    ...[...file.model.actions.values()]
      .filter(({ place }) => place.uri === file.model.uri)
      .map((action) => actionRow(action, file, locale)),
    ...ownJourneys(file.model).flatMap((journey) =>
      [
        { where: titleOf(journey, locale), opportunities: journey.opportunities },
        ...journey.stages.flatMap((stage) => [
          { where: titleOf(stage, locale), opportunities: stage.opportunities },
          ...stage.touchpoints.map((touchpoint) => ({
            where: titleOf(touchpoint, locale),
            opportunities: touchpoint.opportunities,
          })),
        ]),
      ].flatMap(({ where, opportunities }) =>
        opportunities.map((opportunity) => opportunityRow(opportunity, where, file, locale)),
      ),
    ),
  ]);
  return { title: 'action', columns, rows: rows.toSorted((a, b) => compare(dueOf(a), dueOf(b))) };
}

type Row = readonly OverviewCell[];

function actionRow(action: Action, { model, path }: OverviewFile, locale: Locale): Row {
  const { solves, supports, at, owner, due, status, effort, impact, cost, phase, ticket, kind, place } = action;
  return [
    statusText(status, locale),
    due?.written,
    titleOf(action, locale),
    owner && named(model.teams, owner, locale),
    texts(solves.map(({ key }) => problemText(model, key, locale))),
    texts(supports.map((goal) => named(model.goals, goal, locale))),
    texts(at.map(({ key }) => touchpointText(model, key, locale))),
    impact && { value: impact.value, text: impact.written },
    effort && { value: effort.value, text: effort.written },
    cost && sumCell(cost, locale),
    phase === undefined ? undefined : 'text' in phase ? phase.text : phase.written,
    ticket?.text,
    kind && ACTION_KIND_TITLES[kind.value][locale],
    sourceText(path, place.range.start.line),
  ];
}

function opportunityRow(
  { text, owner, status, solves, place }: Opportunity,
  where: string,
  { model, path }: OverviewFile,
  locale: Locale,
): Row {
  return [
    statusText(status, locale),
    undefined,
    text.text,
    owner && named(model.teams, owner, locale),
    texts(solves.map(({ key }) => problemText(model, key, locale))),
    undefined,
    where,
    ...Array.from({ length: 5 }, () => undefined),
    OPPORTUNITY[locale],
    sourceText(path, place.range.start.line),
  ];
}

function dueOf(row: Row): string {
  const due = row[1];
  // What has no date comes last.
  return typeof due === 'string' ? due : '~';
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function statusText(status: Word<keyof typeof STATUS_TITLES> | undefined, locale: Locale): string | undefined {
  return status && STATUS_TITLES[status.value][locale];
}

function texts(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join('\n');
}

function sourceText(path: string, line: number): string {
  return `${path}:${line + 1}`;
}

function named(things: ReadonlyMap<string, { readonly id: string }>, { key }: Reference, locale: Locale): string {
  const thing = things.get(key);
  return thing === undefined ? key : titleOf(thing, locale);
}

/** A barrier, question, pain or need by its title, wherever it stands. */
function problemText(model: Model, key: string, locale: Locale): string {
  const journeys = [...model.journeys.values()];
  const stages = journeys.flatMap((journey) => journey.stages);
  const blocks = [...journeys, ...stages, ...stages.flatMap(({ touchpoints }) => touchpoints)];
  const people = [...model.personas.values()];
  const all: readonly Declaration[] = [
    ...blocks.flatMap(({ barriers }) => barriers),
    ...[...blocks, ...people].flatMap(({ questions }) => questions),
    ...people.flatMap(({ pains }) => pains),
    ...people.flatMap(({ needs }) => needs),
  ];
  const found = all.find((thing) => thing.key === key);
  return found === undefined ? key : titleOf(found, locale);
}

function touchpointText(model: Model, key: string, locale: Locale): string {
  const found = [...model.journeys.values()]
    .flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints))
    .find((touchpoint) => touchpoint.key === key);
  return found === undefined ? key : titleOf(found, locale);
}
