import type { Scene } from '../map/scene.ts';
import { writeSvg } from '../map/svg/write-svg.ts';

/**
 * A map in an element that scrolls. Lane labels, the header and the legend stay in view from left to right, stages from
 * top to bottom.
 */
export class MapView {
  readonly frame: HTMLElement;
  #scene: Scene | undefined;
  #zoom = 1;
  /** What stays at the left, and what stays at the top. */
  #besides: readonly Element[] = [];
  #above: readonly Element[] = [];

  constructor(frame: HTMLElement) {
    this.frame = frame;
    frame.addEventListener('scroll', () => this.#stick(), { passive: true });
  }

  /** How much larger than laid out the map is shown; 1 is as it is. */
  get zoom(): number {
    return this.#zoom;
  }

  /** Shows another layout; what had the focus keeps it. */
  show(scene: Scene): void {
    const focused = focusOf(this.frame);
    this.#scene = scene;
    this.frame.innerHTML = writeSvg(scene, {
      id: 'journey-map',
      theme: 'variables',
      interactive: true,
      ownStyles: false,
    });
    const all = (selector: string): Element[] => [...this.frame.querySelectorAll(selector)];
    const labels = all('.map-lane-label');
    this.#besides =
      scene.sticky === undefined ? [] : [...labels, ...all('.map-header,.map-minimap,.map-findings,.map-legend')];
    this.#above = scene.sticky === undefined ? [] : all('.map-stage');
    // What stays lies over what passes under it.
    this.frame.querySelector('svg')?.append(...(scene.sticky === undefined ? [] : [...labels, ...this.#above]));
    this.#resize();
    if (focused !== undefined) this.frame.querySelector<SVGElement>(focused)?.focus({ preventScroll: true });
  }

  zoomBy(factor: number, x?: number, y?: number): void {
    this.zoomTo(this.#zoom * factor, x, y);
  }

  /** The point x, y of the frame stays where it is; its middle if none is named. */
  zoomTo(next: number, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2): void {
    const { frame } = this;
    const at = { x: (frame.scrollLeft + x) / this.#zoom, y: (frame.scrollTop + y) / this.#zoom };
    this.#zoom = Math.max(0.1, Math.min(4, next));
    this.#resize();
    frame.scrollTo(at.x * this.#zoom - x, at.y * this.#zoom - y);
  }

  /** The whole map at once. */
  fit(): void {
    if (this.#scene === undefined) return;
    const { width, height } = this.#scene;
    this.zoomTo(Math.min(this.frame.clientWidth / width, this.frame.clientHeight / height));
  }

  #resize(): void {
    const svg = this.frame.querySelector('svg');
    if (svg === null || this.#scene === undefined) return;
    svg.setAttribute('width', String(this.#scene.width * this.#zoom));
    svg.setAttribute('height', String(this.#scene.height * this.#zoom));
    this.#stick();
  }

  #stick(): void {
    if (this.#scene?.sticky === undefined) return;
    const { top, bottom } = this.#scene.sticky;
    const dx = Math.max(0, this.frame.scrollLeft / this.#zoom);
    const dy = Math.max(0, this.frame.scrollTop / this.#zoom - top + 4);
    for (const part of this.#besides) part.setAttribute('transform', `translate(${dx} 0)`);
    const down = Math.min(dy, this.#scene.height - bottom);
    for (const stage of this.#above) stage.setAttribute('transform', `translate(0 ${down})`);
  }
}

/** How to find what has the focus again after it was drawn anew. */
function focusOf(frame: HTMLElement): string | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof SVGElement) || !frame.contains(focused)) return undefined;
  const { touchpoint, stage } = focused.dataset;
  const [name, key] = touchpoint === undefined ? ['stage', stage] : ['touchpoint', touchpoint];
  return key === undefined ? undefined : `.${focused.classList[0] ?? ''}[data-${name}="${CSS.escape(key)}"]`;
}
