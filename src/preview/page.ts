// The script of a map's page: connects the tools of the page with the map. Runs in a browser.
import type { MapContent } from '../map/content/content.ts';
import type { Lane } from '../map/content/lanes.ts';
import { PAGE_IDS, type PageData, withLanes, withoutCompared } from '../map/html/page-data.ts';
import { fittingLanes, foldedAtFirst, mapScene, NARROW_BELOW } from '../map/map.ts';
import { writeHtmlTable } from '../map/table/html-table.ts';
import { listenToButtons } from './buttons.ts';
import { moveBetweenCards } from './card-keys.ts';
import { element, onChoice, onClick, press } from './dom.ts';
import { Finder } from './finder.ts';
import { Folds } from './folds.ts';
import { LaneChoice } from './lane-choice.ts';
import { MapView } from './map-view.ts';
import { panAndZoom, zoomIn, zoomOut } from './pan-zoom.ts';
import { printOn } from './print.ts';

const data = JSON.parse(element(PAGE_IDS.data).textContent) as PageData;
const map = element(PAGE_IDS.map);
const table = element(PAGE_IDS.table);
const find = element(PAGE_IDS.find) as HTMLInputElement;
const foldButton = element(PAGE_IDS.fold);

let { content } = data;
let isCompared = true;
let { lanes } = data;
let areLanesChosen = false;

const folds = new Folds(foldedAtFirst(content));
const view = new MapView(map);
const finder = new Finder(find, element(PAGE_IDS.found), [map, table]);
const laneChoice = new LaneChoice(
  (preset) => {
    showLanes(preset, false);
  },
  (chosen) => {
    showLanes(chosen, true);
  },
);

panAndZoom(view);
moveBetweenCards(map);
listenToButtons(map, pressed);
printOn(element(PAGE_IDS.print), () => withLanes(shown(), lanes), data.footer);
onClick(PAGE_IDS.zoomIn, () => {
  zoomIn(view);
});
onClick(PAGE_IDS.zoomOut, () => {
  zoomOut(view);
});
onClick(PAGE_IDS.fit, () => {
  view.fit();
});
onClick(PAGE_IDS.fold, () => {
  folds.toggleAllStages(content.stages.map(({ key }) => key));
  draw();
});
onClick(PAGE_IDS.view, (button) => {
  table.hidden = !table.hidden;
  map.hidden = !table.hidden;
  press(button, !table.hidden);
  if (!map.hidden) draw();
});
onClick(PAGE_IDS.printButton, () => {
  globalThis.print();
});
onChoice(PAGE_IDS.persona, (index) => {
  content = (index === '' ? undefined : data.single?.[Number(index)]) ?? data.content;
  table.innerHTML = writeHtmlTable(content);
  draw();
});
onChoice(PAGE_IDS.theme, (theme) => {
  if (theme === '') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
});
onClick(PAGE_IDS.compare, () => {
  isCompared = !isCompared;
  draw();
});
find.addEventListener('input', draw);
let width = map.clientWidth;
new ResizeObserver(() => {
  if (map.clientWidth === 0 || map.clientWidth === width) return;
  width = map.clientWidth;
  draw();
}).observe(map);
draw();

/** Lays the map out anew. The texts were measured once already, so this is quick. */
function draw(): void {
  const room = map.clientWidth;
  const drawn = areLanesChosen ? lanes : fittingLanes(lanes, room);
  view.show(
    mapScene(withLanes(shown(), drawn), {
      locale: content.locale,
      footer: data.footer,
      folded: folds.stages,
      // What is looked for may stand anywhere.
      opened: finder.isLooking ? content.touchpoints.map(({ key }) => key) : folds.opened,
      width: room,
    }),
  );
  laneChoice.tick(drawn);
  press(foldButton, folds.stages.length > 0);
  // A narrow map has no stages to fold.
  foldButton.toggleAttribute('disabled', room < NARROW_BELOW);
  finder.mark(content);
}

function shown(): MapContent {
  return isCompared ? content : withoutCompared(content);
}

function showLanes(next: readonly Lane[], chosen: boolean): void {
  lanes = next;
  areLanesChosen = chosen;
  draw();
}

function pressed(button: SVGElement): void {
  const { touchpoint, stage } = button.dataset;
  if (button.classList.contains('map-minimap-stage')) {
    const place = [...map.querySelectorAll<SVGElement>('.map-stage')].find((other) => other.dataset['stage'] === stage);
    place?.scrollIntoView({ block: 'start', inline: 'center' });
    return;
  }
  if (touchpoint !== undefined) folds.toggleTouchpoint(touchpoint);
  else if (stage !== undefined) folds.toggleStage(stage);
  draw();
}
