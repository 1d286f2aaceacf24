import type { Locale } from '../../model/text.ts';
import type { StyleName, TextBlock } from '../scene.ts';
import { breakText } from './break.ts';
import { cleanText } from './clean.ts';
import type { Font } from './measure.ts';
import { isRightToLeft, languageOf } from './script.ts';

export interface BlockOptions {
  readonly style: StyleName;
  readonly font: Font;
  readonly width: number;
  readonly maxLines: number;
  readonly locale: Locale;
  readonly align?: TextBlock['align'];
  readonly italic?: true;
  /** The map itself says it, whatever it quotes first: it runs as the locale does. */
  readonly ownWords?: true;
}

/** Line height in ems; room for the marks above capital letters and for Japanese, which fills its square. */
const lineHeight = 1.4;
/** Where the baseline stands in a line, from its top, in ems. */
const baseline = 1.02;

/** A text laid out at the origin; `moveText` puts it in its place. */
export function textBlock(text: string, options: BlockOptions): TextBlock {
  const { font, width, maxLines, locale, style, align = 'start', italic, ownWords } = options;
  const clean = cleanText(text).trim();
  const { lines, cut } = breakText(clean, font, width, maxLines);
  const step = Math.round(font.size * lineHeight * 10) / 10;
  return {
    kind: 'text',
    style,
    font,
    x: 0,
    y: 0,
    width,
    height: step * lines.length,
    align,
    lines: lines.map((line, index) => ({
      text: line.text,
      width: line.width,
      baseline: step * index + baseline * font.size,
    })),
    lang: languageOf(clean, locale),
    rightToLeft: ownWords !== true && isRightToLeft(clean),
    ...(italic === true ? { italic } : {}),
    ...(cut ? { full: clean } : {}),
  };
}

export function moveText(block: TextBlock, x: number, y: number): TextBlock {
  const lines = block.lines.map(({ text, width, baseline: at }) => ({ text, width, baseline: at + y }));
  return { ...block, x: block.x + x, y: block.y + y, lines };
}
