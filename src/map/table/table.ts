import { type Item, type MapContent, signed, type TouchpointContent } from '../content/content.ts';
import { LANES } from '../content/lanes.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { INITIATORS_SHOWN, LABELS } from '../labels.ts';

/** The same facts as the picture, a row for each touchpoint. */
export interface MapTable {
  readonly headers: readonly string[];
  readonly rows: readonly MapRow[];
}

interface MapRow {
  readonly touchpoint: TouchpointContent;
  readonly stage: string;
  /** One for each header; several lines where there are several entries. */
  readonly cells: readonly (readonly string[])[];
}

export function tableOf(content: MapContent): MapTable {
  const { locale, lanes, touchpoints, stages, frictions } = content;
  const shown = lanes.filter((lane) => lane !== 'friction' && lane !== 'owner');
  const causes = frictions.length > 0 || touchpoints.some((touchpoint) => touchpoint.causes.length > 0);
  return {
    headers: [
      '#',
      LABELS.stage[locale],
      LABELS.touchpoint[locale],
      LABELS.channel[locale],
      ...(content.curves.length > 0 ? [LABELS.feeling[locale]] : []),
      ...shown.map((lane) => LANES[lane].label[locale]),
      ...(lanes.includes('owner') ? [LABELS.owner[locale]] : []),
      ...(causes ? [LABELS.friction[locale]] : []),
    ],
    rows: touchpoints.map((touchpoint) => {
      const stage = stages[touchpoint.stage]?.title ?? '';
      return {
        touchpoint,
        stage,
        cells: [
          [String(touchpoint.index + 1)],
          [stage],
          titleCell(touchpoint, content),
          [...touchpoint.channels, ...touchpoint.alternatives].map(({ name }) => name),
          ...(content.curves.length > 0 ? [feelings(touchpoint, content)] : []),
          ...shown.map((lane) => (touchpoint.cells[lane] ?? []).map(itemText)),
          ...(lanes.includes('owner') ? [touchpoint.owner === undefined ? [] : [touchpoint.owner]] : []),
          ...(causes ? [touchpoint.causes.map(({ cause, count }) => `${CAUSES_SHORT[cause][locale]} ${count}`)] : []),
        ],
      };
    }),
  };
}

function titleCell(touchpoint: TouchpointContent, { locale, joints, touchpoints }: MapContent): readonly string[] {
  const star = touchpoint.momentOfTruth ? [LABELS.momentOfTruth[locale]] : [];
  const initiator = touchpoint.initiator === undefined ? [] : [INITIATORS_SHOWN[touchpoint.initiator][locale]];
  const ways = joints
    .filter(({ from, to, kind }) => from === touchpoint.index && (kind !== 'main' || to !== from + 1))
    .map(({ to, share }) =>
      ['→', String(to + 1), touchpoints[to]?.title, share].filter((part) => part !== undefined).join(' '),
    );
  const { change } = touchpoint;
  const changes = change === undefined ? [] : [change.label, ...change.details];
  return [touchpoint.title, ...changes, ...star, ...initiator, ...touchpoint.notes.map(itemText), ...ways];
}

/** How everybody feels here: `+1 Hopeful`, with the name where they differ. */
export function feelings(touchpoint: TouchpointContent, { curves }: MapContent): readonly string[] {
  const own = curves.filter(({ compared }) => !compared);
  const said = own.flatMap(({ name, points }) =>
    points
      .filter(({ at }) => at === touchpoint.index)
      .map(({ value, label }) => ({ name, text: `${signed(value)} ${label}`.trim() })),
  );
  const same = said.length === own.length && said.every(({ text }) => text === said[0]?.text);
  if (same) return said.slice(0, 1).map(({ text }) => text);
  return said.map(({ name, text }) => `${name} ${text}`);
}

function itemText({ text, badge }: Item): string {
  return badge === undefined ? text : `${text} (${badge})`;
}
