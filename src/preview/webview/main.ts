// The page of a map in VS Code: shows what the extension sends, tells it what is chosen, clicked and changed.
import { withLanes } from '../../map/html/page-data.ts';
import { writeToolbar } from '../../map/html/toolbar.ts';
import { PAGE_IDS } from '../../map/html/page-data.ts';
import { LABELS, PAGE_LABELS } from '../../map/labels.ts';
import { mapScene } from '../../map/map.ts';
import { patched } from '../../map/patch.ts';
import type { Lane } from '../../map/content/lanes.ts';
import type { Theme } from '../../map/style/palette.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import type { Locale } from '../../model/text.ts';
import type { MapResult } from '../../server/protocol.ts';
import { element, onChoice, onClick } from '../dom.ts';
import { MapPage } from '../map-page.ts';
import { markCard, touchpointAt } from './cursor.ts';
import { Details } from './details.ts';
import { addAt, editByHand, type Editing, feelBy, moveBy, renameAt } from './editing.ts';
import { keep, kept, tell } from './host.ts';
import type { MapChoice, OfferedFix, PageState, ToPage } from './messages.ts';
import { base64, exported, pngOf, type Shown } from './pictures.ts';
import { reportOf } from './report.ts';
import { useStyles, WEBVIEW_IDS } from './styles.ts';
import { TEXTS } from './texts.ts';
import { followTheme } from './theme.ts';

type MapMessage = Extract<ToPage, { kind: 'map' }>;

const locale: Locale = document.documentElement.lang === 'ja' ? 'ja' : 'en';
const before = kept();

let page: MapPage | undefined;
let details: Details | undefined;
let shown: MapMessage | undefined;
let toolbar = '';
let choice: MapChoice = before?.choice ?? {};
let cursor: { readonly uri: string; readonly line: number } | undefined;
let fixes: readonly OfferedFix[] = [];
let keeping: number | undefined;
let opening: number | undefined;
/** Milliseconds between the clicks of a double one. */
const doubleClick = 250;

useStyles();
followTheme();
document.body.innerHTML = skeleton();
addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  take(data);
});
tell({ kind: 'ready', ...(before === undefined ? {} : { state: before }) });

const editing: Editing = {
  content: () => current().data.content,
  allowed: () => shown?.editable === true && element(WEBVIEW_IDS.notice).hidden === true,
  apply: (edit) => {
    tell({ kind: 'edit', edit, version: current().version });
  },
};

function take(message: ToPage): void {
  switch (message.kind) {
    case 'map':
      showMap(message);
      break;
    case 'change':
      change(message);
      break;
    case 'state':
      if (shown === undefined) break;
      shown = { ...shown, locked: message.locked, editable: message.editable };
      element(PAGE_IDS.map).classList.toggle('editable', shown.editable);
      remember();
      break;
    case 'redraw':
      page?.view.forget();
      page?.draw();
      break;
    case 'version':
      if (shown !== undefined) shown = { ...shown, result: { ...shown.result, version: message.version } };
      break;
    case 'notice':
      showNotice(message);
      break;
    case 'cursor':
      cursor = message;
      showCursor(message.scrolls);
      break;
    case 'command':
      void runCommand(message.command);
      break;
    case 'fixes':
      fixes = message.fixes;
      if (details?.touchpoint === message.touchpoint) showDetails(message.touchpoint);
      break;
    case 'export':
      void exportAs(message);
      break;
    case 'report':
      tell({ kind: 'report', report: reportOf(page, current().version, locale) });
      break;
    default:
      message satisfies never;
  }
}

function current(): MapResult {
  if (shown === undefined) throw new Error('There is no map yet');
  return shown.result;
}

function change({ from, patch, version, stamp }: Extract<ToPage, { kind: 'change' }>): void {
  if (shown?.result.stamp !== from) {
    tell({ kind: 'lost' });
    return;
  }
  const result = { ...(patched(shown.result, patch) as MapResult), version, stamp };
  showMap({ ...shown, result });
}

function showMap(message: MapMessage): void {
  const isOther = shown?.uri !== message.uri;
  shown = message;
  const { data, personas, journeys } = message.result;
  document.title = data.content.title;
  element(WEBVIEW_IDS.title).textContent = data.content.title;
  const names = personas.length > 1 ? personas.map(({ title }) => title) : [];
  const html = writeToolbar(data.content, names, data.lanes, tools(journeys));
  const isNewToolbar = html !== toolbar;
  toolbar = html;
  if (isNewToolbar) replaceToolbar(html, message.result);
  if (page === undefined) {
    page = firstPage(message.result);
  } else {
    if (isOther && page.choices.lanes === undefined) page.showPreset(data.lanes);
    page.show(data.content);
    if (isNewToolbar) page.reconnect();
  }
  const opened = details?.touchpoint;
  if (opened !== undefined) {
    if (data.content.touchpoints.some(({ key }) => key === opened)) askFixes(opened);
    else details?.close();
  }
}

function firstPage(result: MapResult): MapPage {
  const made = new MapPage({ ...result.data, onPersona: choosePersona, onDrawn: drawn });
  details = new Details(element(WEBVIEW_IDS.details), locale);
  editByHand(made, editing);
  made.frame.addEventListener('click', clicked);
  made.frame.addEventListener('keydown', keyed);
  made.frame.addEventListener('scroll', remember, { passive: true });
  if (before !== undefined && before.uri === shown?.uri) {
    const { folded = made.choices.folded, opened, lanes, table, compared, zoom, left, top } = before;
    made.choices = { folded, opened, table, compared, ...(lanes === undefined ? {} : { lanes: lanes as Lane[] }) };
    made.view.zoomTo(zoom);
    made.frame.scrollTo(left, top);
  }
  return made;
}

/** What the map says about itself only after it was drawn: marks, and what can be reached by keys. */
function drawn(): void {
  if (shown === undefined) return;
  const frame = element(PAGE_IDS.map);
  frame.classList.toggle('editable', shown.editable);
  for (const finding of frame.querySelectorAll('.map-finding')) {
    finding.setAttribute('role', 'link');
    finding.setAttribute('tabindex', '0');
  }
  showCursor(false);
  remember();
}

function showCursor(scrolls: boolean): void {
  if (page === undefined || cursor === undefined) return;
  const { uri, line } = cursor;
  markCard(page.frame, details?.touchpoint ?? touchpointAt(current().data.content, uri, line), scrolls);
}

function clicked({ target, detail }: MouseEvent): void {
  // The second click of a double one is for editing; what opens below must not get between the two.
  clearTimeout(opening);
  if (!(target instanceof Element) || target.closest('[role=button]') !== null || detail > 1) return;
  opening = setTimeout(() => {
    open(target, false);
  }, doubleClick);
}

function keyed(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key === 'Escape') details?.close();
  if (key !== 'Enter' || !(target instanceof Element) || target.closest('[role=button]') !== null) return;
  event.preventDefault();
  open(target, true);
}

/** Goes to what an element of the map shows. */
function open(target: Element, focus: boolean): void {
  const { content } = current().data;
  const finding = target.closest('.map-finding');
  if (finding !== null) {
    const index = [...element(PAGE_IDS.map).querySelectorAll('.map-finding')].indexOf(finding);
    const place = content.frictions[index]?.place;
    if (place !== undefined) tell({ kind: 'reveal', place, focus });
    const key = current().findings.find((each) => JSON.stringify(each.place) === JSON.stringify(place))?.touchpoint;
    if (key !== undefined) showDetails(key);
    return;
  }
  const part = target.closest<SVGElement>('.map-card,.map-cell,.map-point');
  const touchpoint = content.touchpoints.find(({ key }) => key === part?.dataset['touchpoint']);
  if (touchpoint !== undefined) {
    // What is gone stands nowhere in the text.
    if (touchpoint.change?.kind !== 'removed') tell({ kind: 'reveal', place: touchpoint.place, focus });
    fixes = [];
    showDetails(touchpoint.key);
    askFixes(touchpoint.key);
  } else if (target.closest('.map-header') !== null) {
    tell({ kind: 'reveal', place: content.place, focus });
  }
}

function showDetails(key: string): void {
  const { data, findings } = current();
  const touchpoint = data.content.touchpoints.find((each) => each.key === key);
  if (touchpoint === undefined || page === undefined) return;
  details?.show(
    touchpoint,
    findings.filter((finding) => finding.touchpoint === key),
    fixes,
    {
      reveal: (place) => {
        tell({ kind: 'reveal', place, focus: true });
      },
      fix: (id) => {
        tell({ kind: 'fix', id });
      },
      ...(shown?.editable === true ? { edits: edits(key, page) } : {}),
    },
    () => {
      showCursor(false);
    },
  );
  showCursor(false);
}

function edits(key: string, made: MapPage): readonly { readonly label: string; readonly run: () => void }[] {
  const card = (): Element | null =>
    [...made.frame.querySelectorAll<SVGElement>('.map-card')].find((each) => each.dataset['touchpoint'] === key) ??
    null;
  const onCard = (action: typeof renameAt) => (): void => {
    const at = card();
    if (editing.allowed() && at !== null) action(at, key, made, editing);
  };
  const apply = (make: typeof moveBy, step: -1 | 1) => (): void => {
    const edit = editing.allowed() ? make(step, key, editing.content()) : undefined;
    if (edit !== undefined) editing.apply(edit);
  };
  return [
    { label: TEXTS.rename[locale], run: onCard(renameAt) },
    { label: TEXTS.addAfter[locale], run: onCard(addAt) },
    { label: TEXTS.moveBack[locale], run: apply(moveBy, -1) },
    { label: TEXTS.moveOn[locale], run: apply(moveBy, 1) },
    { label: TEXTS.better[locale], run: apply(feelBy, 1) },
    { label: TEXTS.worse[locale], run: apply(feelBy, -1) },
  ];
}

function askFixes(touchpoint: string): void {
  const own = current().findings.filter((finding) => finding.touchpoint === touchpoint);
  const places = own.map(({ code, place }) => ({ code, place }));
  tell({ kind: 'askFixes', touchpoint, places });
}

function choosePersona(index: number | undefined): void {
  const key = index === undefined ? undefined : current().personas[index]?.key;
  const { personas: _, ...rest } = choice;
  choose(key === undefined ? rest : { ...rest, personas: [key] });
}

function choose(next: MapChoice): void {
  choice = next;
  remember();
  tell({ kind: 'choose', choice });
}

function replaceToolbar(html: string, { personas, journey }: MapResult): void {
  const holder = element(WEBVIEW_IDS.tools);
  const find = document.getElementById(PAGE_IDS.find);
  const wanted = find instanceof HTMLInputElement ? find.value : '';
  holder.innerHTML = html;
  (element(PAGE_IDS.find) as HTMLInputElement).value = wanted;
  const persona = document.getElementById(PAGE_IDS.persona);
  if (persona instanceof HTMLSelectElement) {
    const index = personas.findIndex(({ key }) => key === choice.personas?.[0]);
    persona.value = index < 0 ? '' : String(index);
  }
  const journeys = document.getElementById(WEBVIEW_IDS.journey);
  if (journeys instanceof HTMLSelectElement) journeys.value = journey;
  onChoice(WEBVIEW_IDS.journey, (key) => {
    choose({ ...choice, journey: key });
  });
  onClick(WEBVIEW_IDS.compareWith, () => {
    tell({ kind: 'chooseCompared' });
  });
  onClick(WEBVIEW_IDS.export, () => {
    tell({ kind: 'chooseExport' });
  });
  onClick(WEBVIEW_IDS.copy, () => {
    void runCommand('copy');
  });
}

function tools(journeys: MapResult['journeys']): string {
  const options = journeys.map(({ key, title }) => `<option value="${escapeXml(key)}">${escapeXml(title)}</option>`);
  const label = escapeXml(TEXTS.journey[locale]);
  const list =
    journeys.length < 2
      ? ''
      : `<label>${label} <select id="${WEBVIEW_IDS.journey}">${options.join('')}</select></label>`;
  return [
    list,
    button(WEBVIEW_IDS.compareWith, TEXTS.compareWith[locale]),
    button(WEBVIEW_IDS.export, TEXTS.export[locale]),
    button(WEBVIEW_IDS.copy, TEXTS.copy[locale]),
  ].join('');
}

function button(id: string, text: string): string {
  return `<button type="button" id="${id}">${escapeXml(text)}</button>`;
}

function skeleton(): string {
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

function showNotice({ text, place }: Extract<ToPage, { kind: 'notice' }>): void {
  const notice = element(WEBVIEW_IDS.notice);
  notice.hidden = text === undefined;
  notice.textContent = text ?? '';
  if (text === undefined || place === undefined) return;
  const link = document.createElement('button');
  link.type = 'button';
  link.textContent = TEXTS.showSource[locale];
  link.addEventListener('click', () => {
    tell({ kind: 'reveal', place, focus: true });
  });
  notice.append(link);
}

async function runCommand(command: 'find' | 'fit' | 'copy'): Promise<void> {
  if (page === undefined) return;
  if (command === 'fit') page.view.fit();
  else if (command === 'find') {
    const input = element(PAGE_IDS.find) as HTMLInputElement;
    input.focus();
    input.select();
  } else {
    const done = await copy().then(
      () => true,
      () => false,
    );
    tell({ kind: 'copied', done });
  }
}

async function copy(): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture()) })]);
}

async function exportAs({ format, script }: Extract<ToPage, { kind: 'export' }>): Promise<void> {
  const blob = await exported(picture(), format, script);
  const name = current().data.content.title;
  tell({ kind: 'exported', format, name, base64: await base64(blob) });
}

function picture(): Shown {
  const { content, lanes: preset, footer } = current().data;
  const { folded = [], lanes = preset } = page?.choices ?? {};
  const theme = (document.documentElement.dataset['theme'] ?? 'light') as Theme;
  const scene = mapScene(withLanes(content, lanes), { locale: content.locale, footer, folded });
  return { content, lanes, scene, theme };
}

/** Remembers how the page looks, a little later: scrolling must not wait for it. */
function remember(): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    if (page === undefined || shown === undefined) return;
    const { frame, view, choices } = page;
    const { scrollLeft: left, scrollTop: top } = frame;
    const state: PageState = { uri: shown.uri, locked: shown.locked, choice, zoom: view.zoom, left, top, ...choices };
    keep(state);
  }, 150);
}
