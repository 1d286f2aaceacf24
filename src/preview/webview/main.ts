// The page of a map in VS Code: shows what the extension sends, tells it what is chosen, clicked and changed.
import { PAGE_IDS } from '../../map/html/page-data.ts';
import type { Lane } from '../../map/content/lanes.ts';
import { patched } from '../../map/patch.ts';
import type { MapResult } from '../../server/protocol.ts';
import { element } from '../dom.ts';
import { MapPage } from '../map-page.ts';
import { mark, otherJourneyAt, withStage, writtenAt } from './cursor.ts';
import { editByHand, type Editing } from './editing.ts';
import { keep, kept, tell } from './host.ts';
import { Inspector } from './inspector.ts';
import { locale } from './locale.ts';
import type { MapChoice, PageState, ToPage } from './messages.ts';
import { isNoticeShown, showNotice } from './notice.ts';
import { base64, exported, pictureOf, pngOf, type Shown } from './pictures.ts';
import { reportOf } from './report.ts';
import { skeleton } from './skeleton.ts';
import { passSourceKeys } from './source-keys.ts';
import { useStyles, WEBVIEW_IDS } from './styles.ts';
import { followTheme } from './theme.ts';
import { Toolbar } from './toolbar.ts';

type MapMessage = Extract<ToPage, { kind: 'map' }>;

const before = kept();

let page: MapPage | undefined;
let inspector: Inspector | undefined;
let shown: MapMessage | undefined;
let choice: MapChoice = before?.choice ?? {};
let cursor: { readonly uri: string; readonly line: number } | undefined;
/** The map of the journey that the cursor has gone to is awaited. */
let isFollowing = false;
let keeping: number | undefined;
/** What was kept last. */
let remembered: string | undefined;

useStyles();
followTheme();
passSourceKeys();
document.body.innerHTML = skeleton();
addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  take(data);
});
tell({ kind: 'ready', ...(before === undefined ? {} : { state: before }) });

const editing: Editing = {
  content: () => current().data.content,
  allowed: () => shown?.editable === true && !isNoticeShown(),
  refuse: () => {
    tell({ kind: 'refused' });
  },
  apply: (edit) => {
    tell({ kind: 'edit', edit, version: current().version });
  },
};

const toolbar = new Toolbar({
  chooseJourney: (journey) => {
    choose({ ...choice, journey });
  },
  copy: () => {
    void runCommand('copy');
  },
});

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
      inspector?.renew();
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
      // Nothing is being drawn: there is nothing to draw.
      if (page === undefined && message.text !== undefined && message.place === undefined) {
        element(PAGE_IDS.map).textContent = '';
      }
      break;
    case 'cursor':
      cursor = message;
      if (message.follows) followJourney();
      showCursor(message.scrolls);
      break;
    case 'command':
      void runCommand(message.command);
      break;
    case 'fixes':
      inspector?.takeFixes(message);
      break;
    case 'export':
      void exportAs(message);
      break;
    case 'report':
      tell({ kind: 'report', report: reportOf(page, shown?.result.version ?? null, locale) });
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
  const { data } = message.result;
  showTitle(data.content.title);
  const isNewToolbar = toolbar.show(message.result, choice);
  if (page === undefined) {
    page = firstPage(message.result);
  } else {
    if (isOther && page.choices.lanes === undefined) page.showPreset(data.lanes);
    page.show(data.content);
    if (isNewToolbar) page.reconnect();
  }
  inspector?.renew();
}

/** Not set again for every key: the browser would lay out what it stands in. */
function showTitle(title: string): void {
  const heading = element(WEBVIEW_IDS.title);
  if (document.title !== title) document.title = title;
  if (heading.textContent !== title) heading.textContent = title;
}

function firstPage(result: MapResult): MapPage {
  const made = new MapPage({ ...result.data, steady: true, onPersona: choosePersona, onDrawn: drawn });
  editByHand(made, editing);
  inspector = new Inspector(made, {
    current,
    editing,
    editable: () => shown?.editable === true,
    changed: () => {
      // What is told below the map takes room from it: the card that it is about stays to be seen.
      showCursor(inspector?.touchpoint !== undefined);
    },
  });
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
function drawn(isOtherShape: boolean): void {
  if (shown === undefined) return;
  const frame = element(PAGE_IDS.map);
  frame.classList.toggle('editable', shown.editable);
  for (const finding of frame.querySelectorAll('.map-finding')) {
    finding.setAttribute('role', 'link');
    finding.setAttribute('tabindex', '0');
  }
  showCursor(isFollowing || isOtherShape);
  isFollowing = false;
  remember();
}

function showCursor(scrolls: boolean): void {
  if (page === undefined || cursor === undefined) return;
  const { uri, line } = cursor;
  const looked = inspector?.touchpoint;
  const marked = looked === undefined ? writtenAt(current(), uri, line) : withStage(current(), looked);
  mark(page.frame, marked, scrolls);
}

/** Shows the journey that the cursor has gone to. */
function followJourney(): void {
  if (shown === undefined || cursor === undefined) return;
  const journey = otherJourneyAt(current(), cursor.uri, cursor.line);
  if (journey === undefined) return;
  isFollowing = true;
  choose({ ...choice, journey });
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
  await focused();
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture()) })]);
}

/** Only a page with the focus may write to the clipboard; after a command of the palette it comes a moment later. */
async function focused(): Promise<void> {
  if (document.hasFocus()) return;
  await new Promise((resolve) => {
    addEventListener('focus', resolve, { once: true });
    // Who has gone elsewhere meanwhile is told that it could not be copied.
    setTimeout(resolve, 3000);
  });
}

async function exportAs({ format, script }: Extract<ToPage, { kind: 'export' }>): Promise<void> {
  const blob = await exported(picture(), format, script);
  const name = current().data.content.title;
  tell({ kind: 'exported', format, name, base64: await base64(blob) });
}

function picture(): Shown {
  return pictureOf(current().data, page?.choices);
}

/** Remembers how the page looks, a little later: scrolling must not wait for it. */
function remember(): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    if (page === undefined || shown === undefined) return;
    const { frame, view, choices } = page;
    const { scrollLeft: left, scrollTop: top } = frame;
    const state: PageState = { uri: shown.uri, locked: shown.locked, choice, zoom: view.zoom, left, top, ...choices };
    const written = JSON.stringify(state);
    if (written === remembered) return;
    remembered = written;
    keep(state);
  }, 150);
}
