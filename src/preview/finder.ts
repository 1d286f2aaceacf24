import type { MapContent } from '../map/content/content.ts';
import { tableOf } from '../map/table/table.ts';
import { comparable } from './comparable.ts';
import { scrollWithin } from './scroll-within.ts';

/** Finds touchpoints by what is said about them: marks them in the map and in the table, and dims the rest. */
export class Finder {
  readonly #input: HTMLInputElement;
  readonly #output: HTMLElement;
  readonly #places: readonly HTMLElement[];
  #hits: readonly Element[] = [];
  #shown = -1;
  #isMarked = false;

  /** @param places where the map and the table are */
  constructor(input: HTMLInputElement, output: HTMLElement, places: readonly HTMLElement[]) {
    this.#input = input;
    this.#output = output;
    this.#places = places;
    input.addEventListener('keydown', ({ key, shiftKey }) => {
      if (key === 'Enter') this.#showHit(shiftKey ? -1 : 1);
    });
  }

  get isLooking(): boolean {
    return this.#wanted !== '';
  }

  get #wanted(): string {
    return comparable(this.#input.value.trim());
  }

  /** Marks what is looked for; again whenever something was drawn anew. */
  mark(content: MapContent): void {
    const wanted = this.#wanted;
    // While nobody looks for anything, no mark has to go.
    if (wanted === '' && !this.#isMarked) return;
    this.#isMarked = wanted !== '';
    const found = wanted === '' ? new Set<string>() : touchpointsWith(wanted, content);
    const stages = new Set(
      content.touchpoints.filter(({ key }) => found.has(key)).map(({ stage }) => content.stages[stage]?.key),
    );
    const parts = this.#places.flatMap((place) => [
      ...place.querySelectorAll<HTMLElement | SVGElement>('.map-card,.map-cell,tbody tr'),
    ]);
    const isHit = ({ dataset: { touchpoint, stage } }: HTMLElement | SVGElement): boolean =>
      touchpoint === undefined ? stages.has(stage) : found.has(touchpoint);
    const hits = parts.filter(isHit);
    for (const part of parts) {
      part.classList.toggle('hit', hits.includes(part));
      part.classList.toggle('miss', wanted !== '' && !hits.includes(part));
    }
    this.#hits = hits.filter((part) => !part.matches('.map-cell'));
    this.#shown = -1;
    this.#output.textContent = wanted === '' ? '' : String(found.size);
  }

  #showHit(step: number): void {
    const hits = this.#hits.filter((part) => part.checkVisibility());
    if (hits.length === 0) return;
    this.#shown = (this.#shown + step + hits.length) % hits.length;
    const hit = hits[this.#shown];
    const place = this.#places.find((each) => hit !== undefined && each.contains(hit));
    if (hit !== undefined && place !== undefined) scrollWithin(place, hit, { block: 'center', inline: 'center' });
  }
}

function touchpointsWith(wanted: string, content: MapContent): ReadonlySet<string> {
  return new Set(
    tableOf(content)
      .rows.filter(({ cells }) => comparable(cells.flat().join('\n')).includes(wanted))
      .map(({ touchpoint }) => touchpoint.key),
  );
}
