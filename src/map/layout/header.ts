import type { MapContent, PersonaContent, ScoreContent } from '../content/content.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { personaBadge } from './card.ts';
import { box, flow, icon, type Measured, measuredText, stack } from './measured.ts';
import { FONTS } from './sizes.ts';

/** Title, people, goals and friction, side by side as far as the width goes. */
export function headerBlock(content: MapContent, width: number): Measured {
  const cards = cardsOf(content);
  let used = 0;
  for (const card of cards) used += card.width + gap;
  const row =
    width - used >= Math.min(width, 520) ? besideTitle(cards, content, width - used) : belowTitle(content, width);
  return {
    width,
    height: row.height,
    draw: (x, y) => [
      { kind: 'group', role: 'header', of: { journey: content.key, place: content.place }, children: row.draw(x, y) },
    ],
  };
}

function besideTitle(cards: readonly Measured[], content: MapContent, room: number): Measured {
  const title = titleBlock(content, Math.min(760, room));
  const tallest = Math.max(title.height, ...cards.map(({ height }) => height));
  return flow([title, ...cards.map((card) => frame(card, tallest))], Number.POSITIVE_INFINITY, gap);
}

/** Cards in rows that are all as long as the title is wide; on a phone one below the other. */
function belowTitle(content: MapContent, width: number): Measured {
  const title = titleBlock(content, Math.min(width, 900));
  const count = cardsOf(content).length;
  const most = Math.max(1, Math.floor((width + gap) / (252 + gap)));
  const perRow = Math.ceil(count / Math.max(1, Math.ceil(count / most)));
  const cards = cardsOf(content, Math.floor((width - gap * (perRow - 1)) / Math.max(1, perRow)));
  const rows = Array.from({ length: Math.ceil(count / Math.max(1, perRow)) }, (_, index) => {
    const row = cards.slice(index * perRow, (index + 1) * perRow);
    const tallest = Math.max(0, ...row.map(({ height }) => height));
    return flow(
      row.map((card) => frame(card, tallest)),
      Number.POSITIVE_INFINITY,
      gap,
    );
  });
  return stack([title, ...rows], gap);
}

function cardsOf(content: MapContent, width?: number): readonly Measured[] {
  const { personas, header } = content;
  return [
    ...personas.map((persona) => personaCard(persona, content, width ?? 252)),
    ...goalsCard(content, width ?? 236),
    ...(header.score === undefined ? [] : [scoreCard(header.score, content, width ?? 312)]),
  ];
}

const gap = 16;
const padding = 14;

function frame({ width, height, draw }: Measured, tallest: number): Measured {
  const full = Math.max(height, tallest);
  return { width, height: full, draw: (x, y) => [box('panel', x, y, width, full, 10), ...draw(x, y)] };
}

function titleBlock({ title, kind, header, locale }: MapContent, width: number): Measured {
  const badge = kindBadge(header.badge, kind, locale);
  const heading = measuredText(title, 'title', { font: FONTS.display, width, locale });
  const scenario = header.scenarios.map((text) =>
    measuredText(text, 'text', {
      font: { size: 14, weight: 'regular' },
      width: Math.min(width, 640),
      locale,
    }),
  );
  const expects = header.expectations.map((text) =>
    labelled(LABELS.expectation[locale], text, Math.min(width, 640), locale),
  );
  const facts = [
    fact('team', LABELS.owner[locale], header.owner, locale),
    fact('reviewed', LABELS.reviewed[locale], header.reviewed, locale),
    fact(
      'evidence',
      LABELS.evidence[locale],
      header.evidence === undefined ? undefined : `${header.evidence.known} / ${header.evidence.all}`,
      locale,
    ),
  ];
  return { ...stack([badge, heading, ...scenario, ...expects, flow(facts, width, 20, 6)], 9), width };
}

export function kindBadge(text: string, kind: MapContent['kind'], locale: MapContent['locale']): Measured {
  const type = measuredText(LABELS.journeyMap[locale], 'text-muted', {
    font: FONTS.small,
    width: 240,
    locale,
    shrink: true,
  });
  const label = measuredText(text, 'on-stage', { font: FONTS.smallStrong, width: 120, locale, shrink: true });
  const height = 22;
  return {
    width: label.width + 22 + 10 + type.width,
    height,
    draw: (x, y) => [
      box(`kind-${kind}`, x, y, label.width + 22, height, 11),
      ...label.draw(x + 11, y + (height - label.height) / 2),
      ...type.draw(x + label.width + 32, y + (height - type.height) / 2),
    ],
  };
}

function labelled(label: string, text: string, width: number, locale: MapContent['locale']): Measured {
  const name = measuredText(label, 'text-muted', { font: FONTS.smallStrong, width: 120, locale, shrink: true });
  const body = measuredText(text, 'text', { font: FONTS.body, width: width - name.width - 10, locale });
  return {
    width,
    height: Math.max(name.height, body.height),
    draw: (x, y) => [...name.draw(x, y + 1), ...body.draw(x + name.width + 10, y)],
  };
}

function fact(
  name: 'team' | 'reviewed' | 'evidence',
  label: string,
  value: string | undefined,
  locale: MapContent['locale'],
): Measured {
  if (value === undefined) return { width: 0, height: 0, draw: () => [] };
  const key = measuredText(label, 'text-muted', { font: FONTS.small, width: 120, locale, shrink: true });
  const text = measuredText(value, 'text', { font: FONTS.strong, width: 220, locale, shrink: true });
  const height = Math.max(18, text.height);
  return {
    width: 20 + key.width + 6 + text.width,
    height,
    draw: (x, y) => [
      icon(name, 'icon-muted', 14, x, y + 2),
      ...key.draw(x + 20, y + (18 - key.height) / 2),
      ...text.draw(x + 26 + key.width, y + (height - text.height) / 2),
    ],
  };
}

function personaCard(persona: PersonaContent, { locale }: MapContent, width: number): Measured {
  const inner = width - 2 * padding;
  const name = measuredText(persona.name, 'text', { font: FONTS.title, width: inner - 30, locale });
  const about = measuredText(persona.about, 'text-muted', {
    font: FONTS.small,
    width: inner - 30,
    locale,
  });
  const quote = persona.quote === undefined ? [] : [quoteText(persona.quote, inner, locale)];
  const rest = stack(
    [
      ...quote,
      ...(persona.need === undefined ? [] : [lineWith('goal', persona.need, inner, locale)]),
      ...(persona.pain === undefined ? [] : [lineWith('barrier', persona.pain, inner, locale)]),
      measuredText(persona.figures, 'text-muted', { font: FONTS.small, width: inner, locale }),
    ],
    6,
  );
  const head = Math.max(24, name.height + about.height);
  return {
    width,
    height: head + 8 + rest.height + 2 * padding,
    draw: (x, y) => [
      ...personaBadge(persona, x + padding, y + padding + 2, locale),
      ...name.draw(x + padding + 28, y + padding),
      ...about.draw(x + padding + 28, y + padding + name.height),
      ...rest.draw(x + padding, y + padding + head + 8),
    ],
  };
}

function quoteText(text: string, width: number, locale: MapContent['locale']): Measured {
  const quoted = /^[「“"]/.test(text) ? text : locale === 'ja' ? `「${text}」` : `“${text}”`;
  return measuredText(quoted, 'text', { font: FONTS.body, width, locale });
}

function lineWith(name: 'goal' | 'barrier', text: string, width: number, locale: MapContent['locale']): Measured {
  const body = measuredText(text, 'text', { font: FONTS.small, width: width - 19, locale });
  return {
    width,
    height: body.height,
    draw: (x, y) => [icon(name, name === 'goal' ? 'cool-icon' : 'warm-icon', 13, x, y + 1), ...body.draw(x + 19, y)],
  };
}

function goalsCard({ header, locale }: MapContent, width: number): readonly Measured[] {
  if (header.goals.length === 0) return [];
  const inner = width - 2 * padding;
  const heading = measuredText(LABELS.goals[locale], 'text-muted', { font: FONTS.smallStrong, width: inner, locale });
  const goals = header.goals.map(({ title, figures }) =>
    stack(
      [
        measuredText(title, 'text', { font: FONTS.body, width: inner, locale }),
        measuredText(figures, 'cool-text', { font: FONTS.title, width: inner, locale }),
      ],
      1,
    ),
  );
  const body = stack([heading, ...goals], 8);
  return [{ width, height: body.height + 2 * padding, draw: (x, y) => body.draw(x + padding, y + padding) }];
}

/** The number, and under it a bar with one part for each cause and a list that names them. */
function scoreCard({ total, causes }: ScoreContent, { locale }: MapContent, width: number): Measured {
  const inner = width - 2 * padding;
  const heading = measuredText(LABELS.score[locale], 'text-muted', { font: FONTS.smallStrong, width: inner, locale });
  const figure = measuredText(total, 'text', { font: FONTS.figure, width: inner, locale });
  let all = 0;
  for (const { value } of causes) all += value;
  const bar: Measured = {
    width: inner,
    height: all === 0 ? 0 : 10,
    draw: (x, y) => {
      let left = x;
      return causes.map(({ cause, value }): SceneNode => {
        const part = (inner * value) / all;
        const node = box(`cause-${cause}`, left, y, Math.max(1, part - 1.5), 10, 2);
        left += part;
        return node;
      });
    },
  };
  const labels = causes.map(({ cause, text }) => causeLabel(cause, text, locale));
  // Side by side where each has room for its whole name.
  const half = (inner - 8) / 2;
  const each = labels.every(({ least }) => least <= half) ? half : inner;
  const names = flow(
    labels.map(({ draw }) => draw(each)),
    inner,
    8,
    4,
  );
  const none =
    all === 0 ? [measuredText(LABELS.noFriction[locale], 'text', { font: FONTS.body, width: inner, locale })] : [];
  const body = stack([heading, figure, bar, names, ...none], 7);
  return { width, height: body.height + 2 * padding, draw: (x, y) => body.draw(x + padding, y + padding) };
}

/** A cause with its number at the right end, and the width that it needs at least. */
function causeLabel(
  cause: keyof typeof CAUSES_SHORT,
  value: string,
  locale: MapContent['locale'],
): { readonly least: number; readonly draw: (width: number) => Measured } {
  const text = CAUSES_SHORT[cause][locale];
  const number = measuredText(value, 'text', { font: FONTS.smallStrong, width: 40, locale, shrink: true });
  const beside = 34 + number.width;
  const whole = measuredText(text, 'text', {
    font: FONTS.small,
    width: Number.POSITIVE_INFINITY,
    locale,
    shrink: true,
  });
  return {
    least: whole.width + beside,
    draw: (width) => {
      const name = measuredText(text, 'text', { font: FONTS.small, width: width - beside, locale });
      return {
        width,
        height: 17,
        draw: (x, y): readonly SceneNode[] => [
          box(`cause-${cause}`, x, y + 4, 9, 9, 2),
          icon(cause, 'icon-muted', 13, x + 13, y + 2),
          ...name.draw(x + 30, y + 8.5 - name.height / 2),
          ...number.draw(x + width - number.width, y + 8.5 - number.height / 2),
        ],
      };
    },
  };
}
