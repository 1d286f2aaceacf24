import { COLOURS, PALETTES, type Theme } from '../style/palette.ts';
import { LOOKS, type Look } from '../style/styles.ts';

/** Fonts by how likely a reader has them; the text is measured in the first two. */
const FONT_FAMILY =
  "Inter, 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * The style sheet of one map, for the styles it uses; every rule is for the inside of the element with that id.
 *
 * @param theme colours to write out; `auto` writes variables, which follow the reader's preference for light or dark;
 *   `variables` leaves their values to the page
 */
export function styleSheet(id: string, styles: Iterable<string>, theme: Theme | 'auto' | 'variables'): string {
  const used = [...new Set(styles)].toSorted();
  const within = `#${id}`;
  const colour = (name: (typeof COLOURS)[number]): string =>
    theme === 'auto' || theme === 'variables'
      ? `var(--journey-${name},${PALETTES.light[name]})`
      : PALETTES[theme][name];
  const rules = used.flatMap((style) => {
    const look = LOOKS[style];
    return look === undefined ? [] : [`${within} .${style}{${declarations(look, colour)}}`];
  });
  const variables = theme === 'auto' ? [autoVariables(within)] : [];
  return [
    ...variables,
    `${within} text{font-family:${FONT_FAMILY};white-space:pre}`,
    `${within} .j{font-family:'Noto Sans JP'}`,
    `${within} .b{font-weight:600}`,
    `${within} .m{text-anchor:middle}`,
    `${within} .e{text-anchor:end}`,
    ...rules,
  ].join('\n');
}

/** Values of the colour variables for one theme. */
function themeVariables(theme: Theme): string {
  return COLOURS.map((name) => `--journey-${name}:${PALETTES[theme][name]}`).join(';');
}

function autoVariables(within: string): string {
  const dark = `@media (prefers-color-scheme:dark){${within}{${themeVariables('dark')}}}`;
  const contrast = `@media (prefers-contrast:more){${within}{${themeVariables('hc-light')}}}`;
  const both = `@media (prefers-contrast:more) and (prefers-color-scheme:dark){${within}{${themeVariables('hc-dark')}}}`;
  return [dark, contrast, both].join('\n');
}

function declarations(look: Look, colour: (name: (typeof COLOURS)[number]) => string): string {
  const { fill, stroke, width, dash, halo, round } = look;
  return [
    `fill:${fill === undefined ? 'none' : colour(fill)}`,
    ...(stroke === undefined ? [] : [`stroke:${colour(stroke)}`]),
    ...(width === undefined ? [] : [`stroke-width:${width}`]),
    ...(dash === undefined ? [] : [`stroke-dasharray:${dash.join(' ')}`]),
    ...(round === true ? ['stroke-linecap:round', 'stroke-linejoin:round'] : []),
    ...(halo === undefined
      ? []
      : [`stroke:${colour(halo)}`, 'stroke-width:3', 'stroke-linejoin:round', 'paint-order:stroke']),
  ].join(';');
}
