import type { MapContent } from '../content/content.ts';
import type { Lane } from '../content/lanes.ts';
import { LABELS, PAGE_LABELS } from '../labels.ts';
import { mapScene } from '../map.ts';
import type { Theme } from '../style/palette.ts';
import { escapeXml } from '../svg/escape.ts';
import { pageStyles } from '../svg/style-sheet.ts';
import { writeSvg } from '../svg/write-svg.ts';
import { writeHtmlTable } from '../table/html-table.ts';
import { PAGE_IDS, type PageData, withLanes } from './page-data.ts';
import { policyOf } from './policy.ts';
import { pageTools, writeToolbar } from './toolbar.ts';

export interface HtmlOptions {
  /** Lanes to show at first; the reader can choose others. */
  readonly lanes: readonly Lane[];
  readonly footer: string;
  /** Colours at first; the reader can choose others. Missing: as the reader's system says. */
  readonly theme?: Theme;
  /** The bundled script of the page. */
  readonly script: string;
  /** SHA-256 in base 64, for the content security policy. */
  readonly hash: (text: string) => string;
  /** The script of a page that follows its server, which it may then talk to. */
  readonly liveScript?: string;
  /** The page that this one belongs to. */
  readonly home?: { readonly href: string; readonly text: string };
}

/**
 * One page with everything in it: the map, the same as a table, and a script for moving about. Nothing is loaded from
 * anywhere, and no script or style but the page's own can run. Without the script the map and the table are still there.
 *
 * @param whole the journey for all its personas, with all lanes
 * @param single the same for each persona alone; empty when there is one only
 */
export function writeHtml(
  whole: MapContent,
  single: readonly MapContent[],
  { lanes, footer, theme, script, hash, home, liveScript }: HtmlOptions,
): string {
  const { locale, title } = whole;
  const styles = pageStyles(PAGE_IDS.map, PAGE_IDS.print);
  const policy = policyOf({ styles, script, hash, ...(liveScript !== undefined && { liveScript }) });
  const names = single.map(({ personas }) => personas.map(({ name }) => name).join(' · '));
  const data: PageData = { content: whole, single, lanes, footer };
  const svg = writeSvg(mapScene(withLanes(whole, lanes), { locale, footer }), {
    id: 'journey-map',
    theme: 'variables',
    interactive: true,
    ownStyles: false,
  });
  return `<!doctype html>
<html lang="${locale}"${theme === undefined ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${styles}</style>
</head>
<body>
<header>${home === undefined ? '' : `<nav><a class="home" href="${escapeXml(home.href)}">${escapeXml(home.text)}</a></nav>`}<h1>${escapeXml(title)}</h1>${writeToolbar(whole, names, lanes, pageTools(locale, theme))}</header>
<main>
<div id="${PAGE_IDS.map}" tabindex="0" role="region" aria-label="${escapeXml(LABELS.journeyMap[locale])}">${svg}</div>
<div id="${PAGE_IDS.table}" tabindex="0" role="region" aria-label="${escapeXml(PAGE_LABELS.table[locale])}" hidden>${writeHtmlTable(whole)}</div>
<div id="${PAGE_IDS.print}" aria-hidden="true"></div>
</main>
<script type="application/json" id="${PAGE_IDS.data}">${jsonOf(data)}</script>
<script>${script}</script>${liveScript === undefined ? '' : `\n<script>${liveScript}</script>`}
</body>
</html>
`;
}

/** Data for a script element. Where the author keeps the files is left out: the page may travel far. */
function jsonOf(data: PageData): string {
  const text = JSON.stringify(data, (key, value: unknown) => (key === 'uri' ? '' : value));
  return text.replaceAll('<', String.raw`\u003c`);
}
