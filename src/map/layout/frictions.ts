import type { Locale } from '../../model/text.ts';
import type { FrictionContent, MapContent } from '../content/content.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { LABELS } from '../labels.ts';
import { box, empty, flow, icon, type Measured, measuredText, stack } from './measured.ts';
import { FONTS } from './sizes.ts';

type FrictionsContent = Pick<MapContent, 'frictions' | 'locale'>;

/** The worst findings in full sentences: what is wrong, where, and what to do. */
export function frictionsBlock({ frictions, locale }: FrictionsContent, width: number): Measured {
  if (frictions.length === 0) return empty;
  const heading = measuredText(LABELS.topFrictions[locale], 'text', { font: FONTS.title, width, locale });
  const most = Math.max(1, Math.min(frictions.length, Math.floor((width + gap) / 280)));
  // Rows of the same length rather than one card alone in the last.
  const perRow = Math.ceil(frictions.length / Math.ceil(frictions.length / most));
  const cardWidth = Math.min(460, (width - gap * (perRow - 1)) / perRow);
  const cards = frictions.map((friction) => card(friction, cardWidth, locale));
  const tallest = Math.max(...cards.map(({ height }) => height));
  const framed = cards.map(({ draw, height }, index): Measured => {
    const full = perRow === 1 ? height : tallest;
    const place = frictions[index]?.place;
    return {
      width: cardWidth,
      height: full,
      draw: (x, y) => [
        {
          kind: 'group',
          role: 'finding',
          ...(place === undefined ? {} : { of: { place } }),
          children: [box('panel', x, y, cardWidth, full, 8), ...draw(x, y)],
        },
      ],
    };
  });
  const body = stack([heading, flow(framed, width + 1, gap)], 10);
  return {
    width,
    height: body.height,
    draw: (x, y) => [{ kind: 'group', role: 'findings', children: body.draw(x, y) }],
  };
}

const gap = 12;
const padding = 12;

function card({ cause, where, message }: FrictionContent, width: number, locale: Locale): Measured {
  const inner = width - 2 * padding;
  const body = stack(
    [
      measuredText([CAUSES_SHORT[cause][locale], where].filter((part) => part !== '').join(' · '), 'warm-text', {
        font: FONTS.smallStrong,
        width: inner - 20,
        locale,
      }),
      measuredText(message, 'text', { font: FONTS.body, width: inner, locale, ownWords: true }),
    ],
    5,
  );
  return {
    width,
    height: body.height + 2 * padding,
    draw: (x, y) => {
      const [title, ...rest] = body.draw(x + padding, y + padding);
      // The icon stands before the first line, which makes room for it.
      const moved = title?.kind === 'text' ? { ...title, x: title.x + 20 } : title;
      return [icon(cause, 'warm-icon', 14, x + padding, y + padding), ...(moved === undefined ? [] : [moved]), ...rest];
    },
  };
}
