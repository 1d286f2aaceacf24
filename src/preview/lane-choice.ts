import { type Lane, type Preset, PRESETS } from '../map/content/lanes.ts';
import { PAGE_IDS } from '../map/html/page-data.ts';
import { element, onChoice } from './dom.ts';

/** The menu of lanes: a preset, or each lane by itself. */
export class LaneChoice {
  readonly #menu = element(PAGE_IDS.laneMenu) as HTMLDetailsElement;
  readonly #preset = element(PAGE_IDS.preset) as HTMLSelectElement;
  readonly #boxes = [...element(PAGE_IDS.lanes).querySelectorAll<HTMLInputElement>('input')];

  /**
   * @param chosenPreset the reader wants a preset
   * @param chosenLanes the reader wants just these lanes
   */
  constructor(chosenPreset: (lanes: readonly Lane[]) => void, chosenLanes: (lanes: readonly Lane[]) => void) {
    onChoice(PAGE_IDS.preset, (preset) => {
      if (preset in PRESETS) chosenPreset(PRESETS[preset as Preset]);
    });
    for (const box of this.#boxes) {
      box.addEventListener('change', () => {
        this.#preset.value = '';
        chosenLanes(this.#boxes.filter(({ checked }) => checked).map(({ value }) => value as Lane));
      });
    }
    this.#menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      this.#menu.open = false;
      this.#menu.querySelector('summary')?.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.#menu.contains(target)) this.#menu.open = false;
    });
  }

  /** Ticks what the map shows. */
  tick(lanes: readonly Lane[]): void {
    for (const box of this.#boxes) box.checked = lanes.includes(box.value as Lane);
  }
}
