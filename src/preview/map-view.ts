import type { Scene } from '../map/scene.ts';
import { writeSvg, writeSvgNodes } from '../map/svg/write-svg.ts';

/** A node of the scene as it was written, and what the browser has made of it. */
interface Part {
  readonly text: string;
  readonly element: Element;
}

/**
 * A map in an element that scrolls. Lane labels, the header and the legend stay in view from left to right, stages from
 * top to bottom.
 */
export class MapView {
  readonly frame: HTMLElement;
  #scene: Scene | undefined;
  #parts: readonly Part[] = [];
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

  /** Shows another layout; what had the focus keeps it. Only what is drawn differently is made anew: the rest stays as it is. */
  show(scene: Scene): void {
    const focused = focusOf(this.frame);
    const texts = writeSvgNodes(scene);
    const svg = this.frame.querySelector('svg');
    const isAlike = svg !== null && texts.length === this.#parts.length && hasSticky(scene) === hasSticky(this.#scene);
    this.#scene = scene;
    if (isAlike) this.#replaceParts(svg, scene, texts);
    else this.#drawWhole(scene, texts);
    this.#resize();
    const lost = focused !== undefined && !this.frame.contains(document.activeElement);
    if (lost) this.frame.querySelector<SVGElement>(focused)?.focus({ preventScroll: true });
  }

  /** The next layout is drawn anew as a whole: somebody has moved what stands in the map. */
  forget(): void {
    this.#parts = [];
  }

  #drawWhole(scene: Scene, texts: readonly string[]): void {
    this.frame.innerHTML = writeSvg(scene, {
      id: 'journey-map',
      theme: 'variables',
      interactive: true,
      ownStyles: false,
    });
    const svg = this.frame.querySelector('svg');
    // The title and the description come first.
    const elements = [...(svg?.children ?? [])].slice(2);
    this.#parts = elements.map((element, index) => ({ text: texts[index] ?? '', element }));
    this.#findSticky(scene);
    // What stays lies over what passes under it.
    svg?.append(...this.#besides.filter((part) => part.matches('.map-lane-label')), ...this.#above);
  }

  #replaceParts(svg: SVGSVGElement, scene: Scene, texts: readonly string[]): void {
    setTo(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
    const [title, description] = svg.children;
    if (title !== undefined) title.textContent = scene.title;
    if (description !== undefined) description.textContent = scene.description;
    const changed = this.#parts.flatMap(({ text }, index) => (text === texts[index] ? [] : [index]));
    const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    made.innerHTML = changed.map((index) => texts[index]).join('');
    const elements = [...made.children];
    const parts = [...this.#parts];
    for (const [at, index] of changed.entries()) {
      const element = elements[at];
      if (element === undefined) continue;
      parts[index]?.element.replaceWith(element);
      parts[index] = { text: texts[index] ?? '', element };
    }
    this.#parts = parts;
    if (changed.length > 0) this.#findSticky(scene);
  }

  #findSticky(scene: Scene): void {
    const all = (selector: string): Element[] => [...this.frame.querySelectorAll(selector)];
    this.#besides = hasSticky(scene) ? all('.map-lane-label,.map-header,.map-minimap,.map-findings,.map-legend') : [];
    this.#above = hasSticky(scene) ? all('.map-stage') : [];
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
    setTo(svg, 'width', String(this.#scene.width * this.#zoom));
    setTo(svg, 'height', String(this.#scene.height * this.#zoom));
    this.#stick();
  }

  #stick(): void {
    if (this.#scene?.sticky === undefined) return;
    const { top, bottom } = this.#scene.sticky;
    const dx = Math.max(0, this.frame.scrollLeft / this.#zoom);
    const dy = Math.max(0, this.frame.scrollTop / this.#zoom - top + 4);
    for (const part of this.#besides) setTo(part, 'transform', `translate(${dx} 0)`);
    const down = Math.min(dy, this.#scene.height - bottom);
    for (const stage of this.#above) setTo(stage, 'transform', `translate(0 ${down})`);
  }
}

/** Not when it has that value already: the browser would lay out what depends on it. */
function setTo(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function hasSticky(scene: Scene | undefined): boolean {
  return scene?.sticky !== undefined;
}

/** How to find what has the focus again after it was drawn anew. */
function focusOf(frame: HTMLElement): string | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof SVGElement) || !frame.contains(focused)) return undefined;
  const { touchpoint, stage } = focused.dataset;
  const [name, key] = touchpoint === undefined ? ['stage', stage] : ['touchpoint', touchpoint];
  return key === undefined ? undefined : `.${focused.classList[0] ?? ''}[data-${name}="${CSS.escape(key)}"]`;
}
