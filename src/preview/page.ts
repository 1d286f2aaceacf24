// The script of a map's page: pan, zoom, find, fold stages, choose lanes and colours, table, print. Runs in a browser.
import { type Lane, type Preset, PRESETS } from '../map/content/lanes.ts';
import { PAGE_IDS, type PageData, withLanes } from '../map/html/page-data.ts';
import { mapPages, mapScene } from '../map/map.ts';
import type { Scene } from '../map/scene.ts';
import { writeSvg } from '../map/svg/write-svg.ts';

const data = JSON.parse(element(PAGE_IDS.data).textContent) as PageData;
const map = element(PAGE_IDS.map);
const find = element(PAGE_IDS.find) as HTMLInputElement;

let lanes: readonly Lane[] = data.lanes;
let folded: ReadonlySet<string> = new Set();
let zoom = 1;
let scene: Scene | undefined;
let hits: readonly Element[] = [];
let hit = 0;

draw();
listen();

/** Lays the map out anew. The page was measured once already, so this is quick. */
function draw(): void {
  const { locale } = data.content;
  scene = mapScene(withLanes(data.content, lanes), {
    locale,
    footer: data.footer,
    folded: [...folded],
    width: map.clientWidth,
  });
  map.innerHTML = writeSvg(scene, { id: 'journey-map', theme: 'variables', interactive: true, ownStyles: false });
  resize();
  search();
}

function resize(): void {
  const svg = map.querySelector('svg');
  if (svg === null || scene === undefined) return;
  svg.setAttribute('width', String(scene.width * zoom));
  svg.setAttribute('height', String(scene.height * zoom));
  stick();
}

/** Keeps lane labels at the left and stages at the top while the rest scrolls. */
function stick(): void {
  if (scene?.sticky === undefined) return;
  const { left, top, bottom } = scene.sticky;
  const dx = Math.max(0, map.scrollLeft / zoom);
  const dy = Math.max(0, map.scrollTop / zoom - top + 4);
  const svg = map.querySelector('svg');
  for (const label of map.querySelectorAll('.map-lane-label')) {
    svg?.append(label);
    label.setAttribute('transform', `translate(${dx} 0)`);
  }
  for (const stage of map.querySelectorAll('.map-stage')) {
    svg?.append(stage);
    stage.setAttribute('transform', `translate(0 ${Math.min(dy, scene.height - bottom)})`);
  }
  map.classList.toggle('scrolled', map.scrollLeft / zoom > left);
}

function zoomTo(next: number, x = map.clientWidth / 2, y = map.clientHeight / 2): void {
  const limited = Math.max(0.1, Math.min(4, next));
  const at = { x: (map.scrollLeft + x) / zoom, y: (map.scrollTop + y) / zoom };
  zoom = limited;
  resize();
  map.scrollTo(at.x * zoom - x, at.y * zoom - y);
}

function fit(): void {
  if (scene !== undefined) zoomTo(Math.min(map.clientWidth / scene.width, map.clientHeight / scene.height));
}

/** Marks the cards and cells that hold what is looked for, and dims the rest. */
function search(): void {
  const wanted = find.value.trim().toLowerCase();
  const parts = [...map.querySelectorAll('.map-card, .map-cell')];
  hits = wanted === '' ? [] : parts.filter((part) => saysOf(part).includes(wanted));
  for (const part of parts) {
    part.classList.toggle('hit', hits.includes(part));
    part.classList.toggle('miss', wanted !== '' && !hits.includes(part));
  }
  element(PAGE_IDS.found).textContent = wanted === '' ? '' : String(hits.length);
  hit = 0;
}

/** What stands in a part: lines joined as in English, and as in Japanese. */
function saysOf(part: Element): string {
  const texts = [...part.querySelectorAll('text')].map((text) =>
    [...text.children].map(({ textContent }) => textContent),
  );
  return texts
    .flatMap((lines) => [lines.join(' '), lines.join('')])
    .join('\n')
    .toLowerCase();
}

function showHit(step: number): void {
  if (hits.length === 0) return;
  hits[hit]?.scrollIntoView({ block: 'center', inline: 'center' });
  hit = (hit + step + hits.length) % hits.length;
}

function toggleStage(key: string): void {
  const next = new Set(folded);
  if (!next.delete(key)) next.add(key);
  folded = next;
  draw();
}

function print(): void {
  const pages = mapPages(withLanes(data.content, lanes), 'a3', {
    locale: data.content.locale,
    footer: data.footer,
    folded: [...folded],
  });
  element(PAGE_IDS.print).innerHTML = pages
    .map((page, index) => writeSvg(page, { id: `page-${index + 1}`, theme: 'variables', ownStyles: false }))
    .join('');
}

function listen(): void {
  click(PAGE_IDS.zoomIn, () => {
    zoomTo(zoom * 1.25);
  });
  click(PAGE_IDS.zoomOut, () => {
    zoomTo(zoom / 1.25);
  });
  click(PAGE_IDS.fit, fit);
  click(PAGE_IDS.printButton, () => {
    globalThis.print();
  });
  click(PAGE_IDS.fold, (button) => {
    folded = folded.size > 0 ? new Set() : new Set(data.content.stages.map(({ key }) => key));
    button.setAttribute('aria-pressed', String(folded.size > 0));
    draw();
  });
  click(PAGE_IDS.view, (button) => {
    const table = element(PAGE_IDS.table);
    table.hidden = !table.hidden;
    map.hidden = !table.hidden;
    button.setAttribute('aria-pressed', String(!table.hidden));
    if (!map.hidden) draw();
  });
  choose(PAGE_IDS.preset, (preset) => {
    lanes = preset in PRESETS ? PRESETS[preset as Preset] : data.lanes;
    draw();
  });
  choose(PAGE_IDS.theme, (theme) => {
    if (theme === '') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  });
  find.addEventListener('input', search);
  find.addEventListener('keydown', ({ key, shiftKey }) => {
    if (key === 'Enter') showHit(shiftKey ? -1 : 1);
  });
  map.addEventListener('scroll', stick, { passive: true });
  map.addEventListener('wheel', onWheel, { passive: false });
  map.addEventListener('keydown', onKey);
  map.addEventListener('click', ({ target }) => {
    const stage = target instanceof Element ? target.closest('.map-stage')?.getAttribute('data-stage') : undefined;
    if (typeof stage === 'string' && !dragged) toggleStage(stage);
  });
  map.addEventListener('pointerdown', onDrag);
  globalThis.addEventListener('beforeprint', print);
  let narrow = map.clientWidth < 700;
  new ResizeObserver(() => {
    // Only the turn by 90° needs another layout.
    if (map.clientWidth > 0 && (map.clientWidth < 700 || narrow)) draw();
    narrow = map.clientWidth < 700;
  }).observe(map);
}

function onWheel(event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const { left, top } = map.getBoundingClientRect();
  zoomTo(zoom * Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
}

/** Arrow keys go from card to card; + − 0 zoom. */
function onKey(event: KeyboardEvent): void {
  const cards = [...map.querySelectorAll<SVGGElement>('.map-card')];
  const current = cards.findIndex((card) => card === document.activeElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined && current >= 0) {
    event.preventDefault();
    const next = cards[current + step];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest', inline: 'center' });
  } else if (event.key === '+' || event.key === '=') zoomTo(zoom * 1.25);
  else if (event.key === '-') zoomTo(zoom / 1.25);
  else if (event.key === '0') zoomTo(1);
}

let dragged = false;

/** Drags the map with a mouse or pen; fingers scroll by themselves. */
function onDrag({ button, pointerType, clientX, clientY }: PointerEvent): void {
  if (button !== 0 || pointerType === 'touch') return;
  const from = { left: map.scrollLeft, top: map.scrollTop };
  dragged = false;
  const move = (event: PointerEvent): void => {
    const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
    if (!dragged && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    map.classList.add('grabbing');
    map.scrollTo(from.left - dx, from.top - dy);
  };
  const stop = (): void => {
    map.classList.remove('grabbing');
    globalThis.removeEventListener('pointermove', move);
  };
  globalThis.addEventListener('pointermove', move);
  globalThis.addEventListener('pointerup', stop, { once: true });
}

function click(id: string, action: (button: HTMLElement) => void): void {
  const button = element(id);
  button.addEventListener('click', () => {
    action(button);
  });
}

function choose(id: string, action: (value: string) => void): void {
  const list = element(id) as HTMLSelectElement;
  list.addEventListener('change', () => {
    action(list.value);
  });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element '${id}'`);
  return found;
}
