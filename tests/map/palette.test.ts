import { describe, expect, test } from 'vitest';
import { MEETINGS, PALETTES, THEMES } from '../../src/map/style/palette.ts';

describe.each(THEMES)('the colours of the theme %s', (theme) => {
  const palette = PALETTES[theme];

  test.each(MEETINGS)('keep %s apart from %s, at least %d : 1', (front, behind, least) => {
    expect(contrast(palette[front], palette[behind])).toBeGreaterThanOrEqual(least);
  });
});

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
