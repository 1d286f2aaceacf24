import { PAGE_IDS } from '../../map/html/page-data.ts';
import { LABELS, PAGE_LABELS } from '../../map/labels.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import { locale } from './locale.ts';
import { WEBVIEW_IDS } from './styles.ts';
import { TEXTS } from './texts.ts';

/** What is in the page before there is a map. */
export function skeleton(): string {
  const label = escapeXml(LABELS.journeyMap[locale]);
  return `<header id="${WEBVIEW_IDS.tools}"></header>
<div id="${WEBVIEW_IDS.notice}" role="status" hidden></div>
<main id="${WEBVIEW_IDS.main}" aria-label="${label}">
<h1 id="${WEBVIEW_IDS.title}">${label}</h1>
<div id="${PAGE_IDS.map}" tabindex="0" role="region" aria-label="${label}">${escapeXml(TEXTS.loading[locale])}</div>
<div id="${PAGE_IDS.table}" tabindex="0" role="region" aria-label="${escapeXml(PAGE_LABELS.table[locale])}" hidden></div>
<div id="${PAGE_IDS.print}" aria-hidden="true"></div>
</main>
<section id="${WEBVIEW_IDS.details}" aria-label="${escapeXml(TEXTS.findings[locale])}" hidden></section>`;
}
