import { CAUSES_SHORT } from '../../model/cause-names.ts';
import type { Curve, MapContent, StageContent, TouchpointContent } from '../../map/content/content.ts';
import { LANES } from '../../map/content/lanes.ts';
import { LABELS } from '../../map/labels.ts';
import { feelings } from '../../map/table/table.ts';
import { cellsOf, widthOf } from './cells.ts';
import { safeText } from './safe.ts';
import { wrap } from './wrap.ts';

/** Marks up a piece of text, e.g. with colours of a terminal. Must not change what it says. */
export type Paint = (text: string, as: 'heading' | 'muted' | 'good' | 'bad') => string;

/**
 * The map drawn with characters: the emotion curve over numbered columns, and below it the touchpoints with their lanes.
 *
 * @param columns of the terminal; nothing is wider
 */
export function writeTerminal(content: MapContent, columns: number, paint: Paint = (text) => text): string {
  const { title, header, summary, stages, locale, frictions } = content;
  const width = Math.max(40, Math.min(columns, 120));
  const lines = [
    ...broken(`${title} [${header.badge}]`, width).map((line) => paint(line, 'heading')),
    ...header.scenarios.flatMap((text) => broken(text, width)),
    '',
    ...broken(summary, width),
    '',
    ...content.curves.filter(({ compared }) => !compared).flatMap((curve) => plot(curve, content, width, paint)),
    ...(content.touchpoints.length === 0 ? [LABELS.empty[locale]] : []),
    ...stages.flatMap((stage) => stageLines(stage, content, width, paint)),
  ];
  if (frictions.length > 0) {
    lines.push(paint(LABELS.topFrictions[locale], 'heading'));
    for (const { cause, where, message } of frictions) {
      const [first = '', ...rest] = broken(`${CAUSES_SHORT[cause][locale]} · ${where}: ${message}`, width - 4);
      lines.push(`  ! ${first}`, ...rest.map((line) => `    ${line}`));
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

const levels = [2, 1, 0, -1, -2] as const;

/** Five rows of characters that are one column wide in every terminal; a long journey takes several bands. */
function plot(curve: Curve, { touchpoints }: MapContent, width: number, paint: Paint): readonly string[] {
  const cell = 4;
  const margin = 5;
  const perBand = Math.max(4, Math.floor((width - margin) / cell));
  const lines: string[] = [paint(safeText(curve.name), 'heading')];
  for (let start = 0; start < touchpoints.length; start += perBand) {
    const band = touchpoints.slice(start, start + perBand);
    for (const level of levels) {
      const row = band.map(({ index }) => {
        const point = curve.points.find(({ at }) => at === index);
        const mark =
          point !== undefined && Math.round(point.value) === level ? (point.aside ? ' o ' : ' @ ') : undefined;
        return `${mark ?? (level === 0 ? '---' : ' . ')}${level === 0 ? '-' : ' '}`;
      });
      const label = level > 0 ? `+${level}` : level === 0 ? ' 0' : String(level);
      const tone = level > 0 ? 'good' : level < 0 ? 'bad' : 'muted';
      lines.push(`${paint(label, tone)} |${row.join('')}`.trimEnd());
    }
    lines.push(
      `    ${band
        .map(({ index }) =>
          String(index + 1)
            .padStart(2)
            .padEnd(cell),
        )
        .join('')}`.trimEnd(),
      '',
    );
  }
  return lines;
}

function stageLines(stage: StageContent, content: MapContent, width: number, paint: Paint): readonly string[] {
  const name = `${stage.index + 1} ${stage.title}`;
  const rule = '='.repeat(Math.max(3, width - widthOf(name) - 5));
  return [
    ...broken(name, width - 10).map((line, index) =>
      paint(index === 0 ? `== ${line} ${rule}` : `   ${line}`, 'heading'),
    ),
    ...stage.touchpoints.flatMap((touchpoint) => touchpointLines(touchpoint, content, width, paint)),
    '',
  ];
}

function touchpointLines(
  touchpoint: TouchpointContent,
  content: MapContent,
  width: number,
  paint: Paint,
): readonly string[] {
  const { locale, joints, lanes, touchpoints } = content;
  const number = String(touchpoint.index + 1).padStart(3);
  const mark = touchpoint.main ? ' ' : '>';
  const star = touchpoint.momentOfTruth ? ' *' : '';
  const channels = touchpoint.channels.map(({ name }) => name).join(', ');
  const head = `${touchpoint.title}${star}${channels === '' ? '' : ` [${channels}]`}`;
  const lines = broken(head, width - 6).map((line, index) =>
    index === 0 ? `${number} ${mark} ${line}` : `      ${line}`,
  );
  const add = (label: string, text: string, tone?: 'good' | 'bad' | 'muted'): void => {
    const left = `      ${label}:${' '.repeat(Math.max(1, 12 - widthOf(label)))}`;
    const roomy = widthOf(left) <= width / 2;
    const indent = ' '.repeat(roomy ? widthOf(left) : 8);
    const [first = '', ...rest] = broken(text, width - indent.length).map((line) =>
      tone === undefined ? line : paint(line, tone),
    );
    if (roomy) lines.push(`${paint(left, 'muted')}${first}`);
    else lines.push(paint(left.trimEnd(), 'muted'), indent + first);
    lines.push(...rest.map((line) => indent + line));
  };
  for (const text of feelings(touchpoint, content)) {
    add(LABELS.feeling[locale], text, text.includes('−') ? 'bad' : text.includes('+') ? 'good' : undefined);
  }
  for (const lane of lanes) {
    if (lane === 'friction') continue;
    for (const { text, badge } of touchpoint.cells[lane] ?? []) {
      add(LANES[lane].label[locale], badge === undefined ? text : `${text} (${badge})`);
    }
  }
  for (const { text } of touchpoint.notes) add(LABELS.note[locale], text, 'muted');
  for (const { to, share } of joints.filter(({ from, kind }) => from === touchpoint.index && kind !== 'main')) {
    add(
      LABELS.wayOn[locale],
      [String(to + 1), touchpoints[to]?.title, share].filter((part) => part !== undefined).join(' '),
      'muted',
    );
  }
  if (touchpoint.causes.length > 0) {
    const causes = touchpoint.causes.map(({ cause, count }) => `${CAUSES_SHORT[cause][locale]} ${count}`);
    add(LABELS.friction[locale], causes.join(', '), 'bad');
  }
  return lines;
}

/** Lines of a text, safe for a terminal; even a word that is wider than a line is broken. */
function broken(text: string, columns: number): readonly string[] {
  const lines = wrap(safeText(text.replace(/\s+/g, ' ').trim()), columns);
  return lines.flatMap((line) => (widthOf(line) <= columns ? line : cut(line, columns)));
}

function cut(line: string, columns: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { text, width } of cellsOf(line)) {
    if (used + width > columns) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += text;
    used += width;
  }
  pieces.push(piece);
  return pieces;
}
