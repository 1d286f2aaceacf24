import type { JourneyFigures, Timeline } from '../../history/timeline.ts';
import { signed } from '../../history/phrase-values.ts';
import { scoreText } from '../../friction/score.ts';
import { PALETTES, type Theme } from '../../map/style/palette.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import { durationText } from '../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { safeText } from '../terminal/safe.ts';
import { worstText } from './rows.ts';

/** The journey over time as a picture: score, waits and emotion above each other, a step for each commit. */
export function timelineSvg(timeline: Timeline, title: string, { locale, theme }: TimelineSvgOptions): string {
  const { points } = timeline;
  const colours = PALETTES[theme];
  const xOf = (index: number): number =>
    points.length < 2 ? left + plotWidth / 2 : left + (plotWidth * index) / (points.length - 1);
  const panels = PANELS.filter(({ valueOf }) => points.some(({ figures }) => valueOf(figures) !== undefined));
  const height = top + panels.length * (panelHeight + gap) + bottom;
  const worst = timeline.worst === undefined ? undefined : points.indexOf(timeline.worst.point);
  const parts = panels.map((panel, row) => {
    const y = top + row * (panelHeight + gap);
    return drawPanel(
      panel,
      points.map(({ figures }) => panel.valueOf(figures)),
      { y, xOf, locale, colours, worst },
    );
  });
  const dates = shownDates(points.length).map((index) => {
    const anchor =
      points.length > 1 && index === 0 ? 'start' : index === points.length - 1 && index > 0 ? 'end' : 'middle';
    return text(xOf(index), height - 14, points[index]?.date.slice(0, 10) ?? '', colours.muted, { anchor });
  });
  const summary = inLocale(worstText(timeline), locale);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" lang="${locale}" font-family="${font}" font-size="12">`,
    `<title id="title">${xml(title)}</title><desc id="desc">${xml(summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    text(left, 30, title, colours.ink, { size: 18, weight: 600 }),
    text(left, 50, summary, colours.muted, {}),
    ...parts,
    ...dates,
    '</svg>\n',
  ].join('\n');
}

export interface TimelineSvgOptions {
  readonly locale: Locale;
  readonly theme: Theme;
}

interface Panel {
  readonly label: Text;
  readonly valueOf: (figures: JourneyFigures) => number | undefined;
  readonly say: (value: number) => Text;
  /** Fixed ends of the scale; otherwise from zero to the largest value. */
  readonly scale?: readonly [low: number, high: number];
}

const PANELS: readonly Panel[] = [
  {
    label: { en: 'Friction score (estimate)', ja: '摩擦スコア(目安)' },
    valueOf: ({ score }) => score,
    say: (value) => ({ en: scoreText(value), ja: scoreText(value) }),
  },
  {
    label: { en: 'Time spent waiting, longest way', ja: '待ち時間の合計(最も長い経路)' },
    valueOf: ({ wait }) => wait,
    say: (value) => (value === 0 ? { en: '0', ja: '0' } : durationText(value)),
  },
  {
    label: { en: 'Emotion, mean', ja: '感情(平均)' },
    valueOf: ({ mean }) => mean,
    say: (value) => ({ en: signed(value), ja: signed(value) }),
    scale: [-2, 2],
  },
];

interface Frame {
  readonly y: number;
  readonly xOf: (index: number) => number;
  readonly locale: Locale;
  readonly colours: (typeof PALETTES)[Theme];
  /** Index of the commit that made it worse by most. */
  readonly worst: number | undefined;
}

function drawPanel(panel: Panel, values: readonly (number | undefined)[], frame: Frame): string {
  const { y, xOf, locale, colours, worst } = frame;
  const given = values.filter((value) => value !== undefined);
  const [low, high] = panel.scale ?? [0, Math.max(...given, 1)];
  const yOf = (value: number): number => y + 22 + (panelHeight - 22) * (1 - (value - low) / (high - low));
  const line = values
    .map((value, index) => (value === undefined ? '' : `${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`))
    .filter((point) => point !== '');
  const dots = values.map((value, index) => {
    if (value === undefined || values.length > mostDots) return '';
    return `<circle cx="${xOf(index).toFixed(1)}" cy="${yOf(value).toFixed(1)}" r="3" fill="${colours.ink}"/>`;
  });
  const last = values.at(-1);
  const mark =
    worst === undefined
      ? ''
      : `<path d="M${xOf(worst).toFixed(1)} ${y + panelHeight + 4} l5 9 h-10 z" fill="${colours.warm}"/>`;
  return [
    text(left, y + 12, inLocale(panel.label, locale), colours.ink, { weight: 600 }),
    ...[high, low].map((value) => {
      const at = yOf(value).toFixed(1);
      return `<path d="M${left} ${at} H${left + plotWidth}" stroke="${colours.line}"/>${text(left - 8, Number(at) + 4, inLocale(panel.say(value), locale), colours.muted, { anchor: 'end' })}`;
    }),
    `<polyline points="${line.join(' ')}" fill="none" stroke="${colours.ink}" stroke-width="2" stroke-linejoin="round"/>`,
    ...dots,
    last === undefined
      ? ''
      : text(left + plotWidth + 8, yOf(last) + 4, inLocale(panel.say(last), locale), colours.ink, { weight: 600 }),
    mark,
  ].join('');
}

const width = 960;
const left = 120;
const plotWidth = 720;
const top = 66;
const panelHeight = 120;
const gap = 26;
const bottom = 30;
/** More points than this are a line. */
const mostDots = 80;
const font = 'Inter, &quot;Noto Sans JP&quot;, sans-serif';

/** As many dates as stand beside each other. */
function shownDates(count: number): readonly number[] {
  const shown = Math.min(count, 7);
  if (shown < 2) return count === 0 ? [] : [0];
  return Array.from({ length: shown }, (_, index) => Math.round((index * (count - 1)) / (shown - 1)));
}

interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: number;
}

function text(
  x: number,
  y: number,
  content: string,
  fill: string,
  { anchor = 'start', size, weight }: TextOptions,
): string {
  const style = `${size === undefined ? '' : ` font-size="${size}"`}${weight === undefined ? '' : ` font-weight="${weight}"`}`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${fill}" text-anchor="${anchor}"${style}>${xml(content)}</text>`;
}

function xml(content: string): string {
  return escapeXml(safeText(content));
}
