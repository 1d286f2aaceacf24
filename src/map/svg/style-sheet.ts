import { COLOURS, PALETTES, type Theme, THEMES } from '../style/palette.ts';
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

/**
 * The style sheet of a page that holds a map: its own parts, every style of the map inside the given elements, and the
 * themes, by the reader's preference or as `data-theme` of the root says.
 */
export function pageStyles(...ids: readonly string[]): string {
  const maps = ids.map((id) => styleSheet(id, Object.keys(LOOKS), 'variables'));
  return [...themeRules(), PAGE_RULES, ...maps].join('\n');
}

/**
 * The style sheet of a document with pages of one size inside the element with that id, in pixels: one fills the window,
 * and one a sheet of paper.
 */
export function sheetStyles(id: string, width: number, height: number): string {
  return [
    ...themeRules(),
    `html{scroll-snap-type:y proximity;background:var(--journey-panel)}
body{margin:0}
h1{position:absolute;margin:0;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
section{display:grid;place-items:center;min-height:100vh;scroll-snap-align:start}
section svg{display:block;width:min(100vw,calc(100vh*${width / height}));height:auto}
@page{size:${width}px ${height}px;margin:0}
@media print{section{min-height:0;break-after:page}section svg{width:${width}px}}`,
    styleSheet(id, Object.keys(LOOKS), 'variables'),
  ].join('\n');
}

/** The style sheet of a document that explains the maps in it, inside the element with that id. */
export function documentStyles(id: string): string {
  return [
    ...themeRules(),
    `body{margin:0;background:var(--journey-paper);color:var(--journey-ink);font:15px/1.6 ${FONT_FAMILY}}
main{padding:24px 32px}
h1{font-size:24px;line-height:1.3;margin:0 0 8px}
h2{font-size:20px;line-height:1.3;margin:36px 0 4px}
h3{font-size:15px;margin:0 0 4px}
p{margin:0 0 12px}
ul{margin:0;padding-inline-start:20px}
li{max-width:80ch;overflow-wrap:anywhere}
.map{overflow:auto;border:1px solid var(--journey-panelLine);border-radius:8px}
.map svg{display:block}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:20px 36px;margin:20px 0}
summary{cursor:pointer;margin:8px 0}
:focus-visible{outline:2px solid var(--journey-cool);outline-offset:2px}
table{border-collapse:collapse;margin:12px}
caption{text-align:start;padding-bottom:10px;max-width:60em}
th,td{border:1px solid var(--journey-panelLine);padding:6px 9px;text-align:start;vertical-align:top;min-width:6em}
@media print{.map{overflow:visible;border:0}.map svg{width:100%;height:auto}}`,
    styleSheet(id, Object.keys(LOOKS), 'variables'),
  ].join('\n');
}

/** The style sheet of a page of texts without a map: its own rules, in the colours and the font of the maps. */
export function sheetOf(rules: string): string {
  return [
    ...themeRules(),
    `body{background:var(--journey-paper);color:var(--journey-ink);font-family:${FONT_FAMILY}}`,
    rules,
  ].join('\n');
}

function themeRules(): readonly string[] {
  return [
    `:root{${themeVariables('light')};color-scheme:light dark}`,
    `@media (prefers-color-scheme:dark){:root{${themeVariables('dark')}}}`,
    `@media (prefers-contrast:more){:root{${themeVariables('hc-light')}}}`,
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{${themeVariables('hc-dark')}}}`,
    ...THEMES.map((theme) => `:root[data-theme=${theme}]{${themeVariables(theme)}}`),
  ];
}

const PAGE_RULES = `html,body{margin:0;height:100%}
body{display:flex;flex-direction:column;background:var(--journey-paper);color:var(--journey-ink);font:13px/1.5 ${FONT_FAMILY}}
#toolbar{display:flex;flex-wrap:wrap;gap:6px 10px;align-items:center;padding:8px 12px;border-bottom:1px solid var(--journey-panelLine);background:var(--journey-panel)}
button,select,input{font:inherit;color:inherit;background:var(--journey-paper);border:1px solid var(--journey-strongLine);border-radius:6px;padding:3px 9px;min-height:28px;box-sizing:border-box}
button[aria-pressed=true]{background:var(--journey-ink);color:var(--journey-paper)}
input{width:10em}
main{flex:1;min-height:0;position:relative}
.home{display:inline-block;margin:8px 12px;color:var(--journey-cool)}
#map,#table{position:absolute;inset:0;overflow:auto}
#map svg{display:block}
#map.grabbing{cursor:grabbing;user-select:none}
:focus-visible{outline:2px solid var(--journey-cool);outline-offset:-2px}
button:disabled{opacity:.5}
#lane-menu{position:relative}
#lane-menu summary{border:1px solid var(--journey-strongLine);border-radius:6px;padding:3px 9px;background:var(--journey-paper);cursor:pointer;box-sizing:border-box;min-height:28px}
#lane-menu>div{position:absolute;z-index:1;inset-block-start:calc(100% + 4px);inset-inline-start:0;width:max-content;max-height:70vh;overflow:auto;padding:12px;border:1px solid var(--journey-strongLine);border-radius:8px;background:var(--journey-paper)}
fieldset{border:0;margin:8px 0 0;padding:0;columns:2}
h1,legend{position:absolute;margin:0;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.check{display:flex;gap:6px;align-items:center;min-height:26px;break-inside:avoid}
.check input{width:auto;min-height:0}
#map [role=button],#map .map-card{cursor:pointer}
#map [role=button]:focus-visible{outline:2px solid var(--journey-cool);outline-offset:2px}
tr.miss{opacity:.25}
#map :focus:not(:focus-visible),#map .map-card:focus{outline:none}
#map .map-card:focus-visible>rect:first-child{stroke:var(--journey-cool);stroke-width:3}
#map .miss{opacity:.25}
#map .hit>rect:first-child{stroke:var(--journey-warm);stroke-width:3}
table{border-collapse:collapse;margin:16px}
caption{text-align:start;padding-bottom:10px;max-width:60em}
th,td{border:1px solid var(--journey-panelLine);padding:6px 9px;text-align:start;vertical-align:top;min-width:6em}
thead th{position:sticky;top:0;background:var(--journey-panel)}
#print{display:none}
[hidden]{display:none}
@page{size:A3 landscape;margin:0}
@media print{html,body{height:auto;display:block}#toolbar,#map,#table,.home{display:none}#print{display:block}#print svg{display:block;width:420mm;height:296.9mm;break-after:page}}`;

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
