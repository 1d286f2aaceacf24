import { type Lane, PRESETS } from '../content/lanes.ts';
import type { MapContent } from '../content/content.ts';
import { LABELS, PAGE_LABELS, PRESET_LABELS, THEME_LABELS } from '../labels.ts';
import { mapScene } from '../map.ts';
import { THEMES } from '../style/palette.ts';
import { escapeXml } from '../svg/escape.ts';
import { pageStyles } from '../svg/style-sheet.ts';
import { writeSvg } from '../svg/write-svg.ts';
import { writeHtmlTable } from '../table/html-table.ts';
import { PAGE_IDS, type PageData, withLanes } from './page-data.ts';

export interface HtmlOptions {
  /** Lanes to show at first; the reader can choose others. */
  readonly lanes: readonly Lane[];
  readonly footer: string;
  /** The bundled script of the page. */
  readonly script: string;
  /** SHA-256 in base 64, for the content security policy. */
  readonly hash: (text: string) => string;
}

/**
 * One page with everything in it: the map, the same as a table, and a script for moving about. Nothing is loaded from
 * anywhere, and no script or style but the page's own can run. Without the script the map and the table are still there.
 *
 * @param content with all lanes
 */
export function writeHtml(content: MapContent, { lanes, footer, script, hash }: HtmlOptions): string {
  const { locale, title } = content;
  const label = (name: keyof typeof PAGE_LABELS): string => escapeXml(PAGE_LABELS[name][locale]);
  const styles = pageStyles(PAGE_IDS.map, PAGE_IDS.print);
  const policy = `default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(styles)}'; base-uri 'none'; form-action 'none'`;
  const data: PageData = { content, lanes, footer };
  const shown = withLanes(content, lanes);
  const svg = writeSvg(mapScene(shown, { locale, footer }), {
    id: 'journey-map',
    theme: 'variables',
    interactive: true,
    ownStyles: false,
  });
  const button = (id: string, name: keyof typeof PAGE_LABELS, text: string): string =>
    `<button type="button" id="${id}" title="${label(name)}" aria-label="${label(name)}">${text}</button>`;
  const initial = Object.entries(PRESETS).find(([, own]) => own.join() === lanes.join())?.[0];
  const options = (
    values: readonly string[],
    names: Readonly<Record<string, { readonly en: string; readonly ja: string }>>,
  ): string =>
    values
      .map(
        (value) =>
          `<option value="${value}"${value === initial ? ' selected' : ''}>${escapeXml(names[value]?.[locale] ?? value)}</option>`,
      )
      .join('');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${styles}</style>
</head>
<body>
<header><div id="${PAGE_IDS.toolbar}" role="toolbar" aria-label="${label('toolbar')}">
${button(PAGE_IDS.zoomOut, 'zoomOut', '−')}${button(PAGE_IDS.zoomIn, 'zoomIn', '+')}${button(PAGE_IDS.fit, 'fit', label('fit'))}
<label>${label('lanes')} <select id="${PAGE_IDS.preset}">${initial === undefined ? '<option value="">–</option>' : ''}${options(Object.keys(PRESETS), PRESET_LABELS)}</select></label>
${button(PAGE_IDS.fold, 'fold', label('fold'))}${button(PAGE_IDS.view, 'table', label('table'))}
<label>${label('find')} <input type="search" id="${PAGE_IDS.find}" autocomplete="off"></label> <output id="${PAGE_IDS.found}" for="${PAGE_IDS.find}"></output>
<label>${label('theme')} <select id="${PAGE_IDS.theme}"><option value="">${label('auto')}</option>${options(THEMES, THEME_LABELS)}</select></label>
${button(PAGE_IDS.printButton, 'print', label('print'))}
</div></header>
<main>
<div id="${PAGE_IDS.map}" tabindex="0" role="region" aria-label="${escapeXml(LABELS.journeyMap[locale])}">${svg}</div>
<div id="${PAGE_IDS.table}" tabindex="0" role="region" aria-label="${label('table')}" hidden>${writeHtmlTable(content)}</div>
<div id="${PAGE_IDS.print}" aria-hidden="true"></div>
</main>
<script type="application/json" id="${PAGE_IDS.data}">${jsonOf(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Data for a script element. Where the author keeps the files is left out: the page may travel far. */
function jsonOf(data: PageData): string {
  const text = JSON.stringify(data, (key, value: unknown) => (key === 'uri' ? '' : value));
  return text.replaceAll('<', String.raw`\u003c`);
}
