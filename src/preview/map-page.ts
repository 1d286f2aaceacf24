import type { MapContent } from '../map/content/content.ts';
import type { Lane } from '../map/content/lanes.ts';
import { PAGE_IDS, withLanes, withoutCompared } from '../map/html/page-data.ts';
import { foldedAtFirst, mapScene, NARROW_BELOW } from '../map/map.ts';
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
import { scrollWithin } from './scroll-within.ts';

export interface MapPageOptions {
  readonly content: MapContent;
  readonly lanes: readonly Lane[];
  readonly footer: string;
  /** Whether its text is being written. */
  readonly steady?: boolean;
  /** Somebody wants to see one persona, by its place in the list, or all of them. */
  readonly onPersona: (index: number | undefined) => void;
  /** The map was drawn anew; whether in another shape, in which everything stands elsewhere. */
  readonly onDrawn?: (isOtherShape: boolean) => void;
}

/** The part of what a reader has chosen that a page can take up again. */
export interface Choices {
  readonly folded: readonly string[];
  readonly opened: readonly string[];
  /** Missing: the preset's. */
  readonly lanes?: readonly Lane[];
  readonly table: boolean;
  readonly compared: boolean;
}

/** A map with its tools, in a page of its own as in an editor. The elements of PAGE_IDS must be there. */
export class MapPage {
  readonly frame = element(PAGE_IDS.map);
  readonly view = new MapView(this.frame);
  readonly #table = element(PAGE_IDS.table);
  readonly #options: MapPageOptions;
  #content: MapContent;
  #isCompared = true;
  #isNarrow: boolean | undefined;
  #lanes: readonly Lane[];
  #areLanesChosen = false;
  #folds: Folds;
  #finder: Finder;
  #laneChoice: LaneChoice;

  constructor(options: MapPageOptions) {
    this.#options = options;
    this.#content = options.content;
    this.#lanes = options.lanes;
    this.#folds = new Folds(foldedAtFirst(options.content));
    const { finder, laneChoice } = this.#tools();
    this.#finder = finder;
    this.#laneChoice = laneChoice;
    panAndZoom(this.view);
    moveBetweenCards(this.frame);
    listenToButtons(this.frame, (button) => this.#pressed(button));
    printOn(element(PAGE_IDS.print), () => withLanes(this.#shown, this.#lanes), options.footer);
    let width = this.frame.clientWidth;
    new ResizeObserver(() => {
      if (this.frame.clientWidth === 0 || this.frame.clientWidth === width) return;
      width = this.frame.clientWidth;
      this.draw();
    }).observe(this.frame);
    this.draw();
  }

  get choices(): Choices {
    return {
      folded: this.#folds.stages,
      opened: this.#folds.opened,
      ...(this.#areLanesChosen ? { lanes: this.#lanes } : {}),
      table: this.frame.hidden === true,
      compared: this.#isCompared,
    };
  }

  set choices({ folded, opened, lanes, table, compared }: Choices) {
    this.#folds = new Folds(folded, opened);
    if (lanes !== undefined) {
      this.#lanes = lanes;
      this.#areLanesChosen = true;
    }
    this.#isCompared = compared;
    this.#showTable(table);
    this.draw();
  }

  /** Shows other content; what the reader has chosen stays as far as it still makes sense. */
  show(content: MapContent): void {
    if (content.key !== this.#content.key) this.#folds = new Folds(foldedAtFirst(content));
    this.#content = content;
    if (this.frame.hidden) this.#table.innerHTML = writeHtmlTable(content);
    this.draw();
  }

  /** Takes the tools into use again after their elements were replaced. */
  reconnect(): void {
    const { finder, laneChoice } = this.#tools();
    this.#finder = finder;
    this.#laneChoice = laneChoice;
    this.draw();
  }

  /** Shows the lanes of a preset, until some are chosen. */
  showPreset(lanes: readonly Lane[]): void {
    this.#showLanes(lanes, false);
  }

  /** Lays the map out anew. The texts were measured once already, so this is quick. */
  draw(): void {
    const room = this.frame.clientWidth;
    const content = this.#shown;
    const foldButton = element(PAGE_IDS.fold);
    this.view.show(
      mapScene(withLanes(content, this.#lanes), {
        locale: content.locale,
        footer: this.#options.footer,
        ...(this.#options.steady === true && { steady: true }),
        folded: this.#folds.stages,
        // What is looked for may stand anywhere.
        opened: this.#finder.isLooking ? content.touchpoints.map(({ key }) => key) : this.#folds.opened,
        width: room,
      }),
    );
    this.#laneChoice.tick(this.#lanes);
    press(foldButton, this.#folds.stages.length > 0);
    // A narrow map has no stages to fold.
    foldButton.toggleAttribute('disabled', room < NARROW_BELOW);
    press(element(PAGE_IDS.view), this.frame.hidden === true);
    this.#finder.mark(content);
    const isNarrow = room < NARROW_BELOW;
    const isOtherShape = this.#isNarrow !== undefined && this.#isNarrow !== isNarrow;
    this.#isNarrow = isNarrow;
    this.#options.onDrawn?.(isOtherShape);
  }

  get #shown(): MapContent {
    return this.#isCompared ? this.#content : withoutCompared(this.#content);
  }

  #tools(): { readonly finder: Finder; readonly laneChoice: LaneChoice } {
    const find = element(PAGE_IDS.find) as HTMLInputElement;
    onClick(PAGE_IDS.zoomIn, () => {
      zoomIn(this.view);
    });
    onClick(PAGE_IDS.zoomOut, () => {
      zoomOut(this.view);
    });
    onClick(PAGE_IDS.fit, () => {
      this.view.fit();
    });
    onClick(PAGE_IDS.fold, () => {
      this.#folds.toggleAllStages(this.#content.stages.map(({ key }) => key));
      this.draw();
    });
    onClick(PAGE_IDS.view, () => {
      this.#showTable(this.frame.hidden !== true);
      this.draw();
    });
    onClick(PAGE_IDS.compare, () => {
      this.#isCompared = !this.#isCompared;
      this.draw();
    });
    onChoice(PAGE_IDS.persona, (index) => {
      this.#options.onPersona(index === '' ? undefined : Number(index));
    });
    find.addEventListener('input', () => {
      this.draw();
    });
    return {
      finder: new Finder(find, element(PAGE_IDS.found), [this.frame, this.#table]),
      laneChoice: new LaneChoice(
        (lanes) => this.#showLanes(lanes, false),
        (lanes) => this.#showLanes(lanes, true),
      ),
    };
  }

  #showLanes(lanes: readonly Lane[], chosen: boolean): void {
    this.#lanes = lanes;
    this.#areLanesChosen = chosen;
    this.draw();
  }

  #showTable(shown: boolean): void {
    if (shown) this.#table.innerHTML = writeHtmlTable(this.#content);
    this.#table.hidden = !shown;
    this.frame.hidden = shown;
  }

  #pressed(button: SVGElement): void {
    const { touchpoint, stage } = button.dataset;
    if (button.classList.contains('map-minimap-stage')) {
      const stages = [...this.frame.querySelectorAll<SVGElement>('.map-stage')];
      const place = stages.find((other) => other.dataset['stage'] === stage);
      // In a wide map stages stand beside each other, and their names stay in view: only sideways is there a way to one.
      const block = this.#isNarrow === true ? 'start' : 'nearest';
      if (place !== undefined) scrollWithin(this.frame, place, { block, inline: 'center' });
      return;
    }
    if (touchpoint !== undefined) this.#folds.toggleTouchpoint(touchpoint);
    else if (stage !== undefined) this.#folds.toggleStage(stage);
    else return;
    this.draw();
  }
}
