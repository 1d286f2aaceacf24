import type { Group, GroupRole, Scene } from '../map/scene.ts';
import { svgElements, writeSvg } from '../map/svg/write-svg.ts';
import { type DrawnPart, partsOf, redraw } from './drawn-parts.ts';

/** Pixels between the top of the frame and the stages that stay there. */
const ABOVE = 4;

/** What stays in view from left to right. */
const BESIDES: readonly GroupRole[] = ['lane-label', 'header', 'minimap', 'findings', 'legend'];

/** A stage that stays at the top, with its name, which stays at the left as long as the stage is to be seen. */
interface Above {
  readonly stage: Element;
  readonly name: Element | undefined;
  readonly glides: NonNullable<Group['glides']>;
}

/**
 * A map in an element that scrolls. Lane labels, the header and the legend stay in view from left to right, stages from
 * top to bottom; where both meet is a corner, under which both pass.
 */
export class MapView {
  readonly frame: HTMLElement;
  #scene: Scene | undefined;
  #parts: readonly DrawnPart[] = [];
  #zoom = 1;
  /** How far the frame is scrolled. Asking it just after a change would make the browser lay out everything at once. */
  #left = 0;
  #top = 0;
  /** What stays at the left, and what stays at the top. */
  #besides: readonly Element[] = [];
  #above: readonly Above[] = [];
  #corner: Element | undefined;

  constructor(frame: HTMLElement) {
    this.frame = frame;
    frame.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** How much larger than laid out the map is shown; 1 is as it is. */
  get zoom(): number {
    return this.#zoom;
  }

  /** Shows another layout; what had the focus keeps it. Only what is drawn differently is made anew: the rest stays as it is. */
  show(scene: Scene): void {
    const focused = focusOf(this.frame);
    const svg = this.frame.querySelector('svg');
    const isAlike = svg !== null && this.#parts.length > 0 && hasSticky(scene) === hasSticky(this.#scene);
    const isRedrawn = isAlike && redraw(this.#parts, svgElements(scene));
    this.#scene = scene;
    if (isRedrawn) this.#describe(scene, svg);
    else this.#drawWhole(scene);
    this.#findSticky(scene);
    this.#resize();
    const lost = focused !== undefined && !this.frame.contains(document.activeElement);
    if (lost) this.frame.querySelector<SVGElement>(focused)?.focus({ preventScroll: true });
  }

  /** The next layout is drawn anew as a whole: somebody has moved what stands in the map. */
  forget(): void {
    this.#parts = [];
  }

  #drawWhole(scene: Scene): void {
    this.frame.innerHTML = writeSvg(scene, {
      id: 'journey-map',
      theme: 'variables',
      interactive: true,
      ownStyles: false,
    });
    const svg = this.frame.querySelector('svg');
    // The title and the description come first.
    this.#parts = partsOf(svgElements(scene), [...(svg?.children ?? [])].slice(2));
    if (svg === null || !hasSticky(scene)) return;
    this.#corner = document.createElementNS(svg.namespaceURI, 'rect');
    this.#corner.classList.add('paper');
    // What stays lies over what passes under it.
    svg.append(...this.#drawnAs(['lane-label']), ...this.#drawnAs(['stage']), this.#corner);
  }

  #describe(scene: Scene, svg: SVGSVGElement): void {
    setTo(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
    const [title, description] = svg.children;
    if (title !== undefined && title.textContent !== scene.title) title.textContent = scene.title;
    if (description !== undefined && description.textContent !== scene.description)
      description.textContent = scene.description;
  }

  #findSticky(scene: Scene): void {
    this.#besides = hasSticky(scene) ? this.#drawnAs(BESIDES) : [];
    this.#above = hasSticky(scene) ? aboveOf(scene, this.#drawnAs(['stage'])) : [];
    const { left, top, bottom } = scene.sticky ?? { left: 0, top: 0, bottom: 0 };
    const corner = { x: 0, y: top - ABOVE, width: left, height: bottom - top };
    for (const [name, value] of Object.entries(corner))
      if (this.#corner !== undefined) setTo(this.#corner, name, String(value));
  }

  /** Among the outermost elements only: to look through all of them takes longer than to draw a changed word. */
  #drawnAs(roles: readonly GroupRole[]): readonly Element[] {
    const found: Element[] = [];
    for (const { written, element } of this.#parts) {
      if (written.role !== undefined && roles.includes(written.role)) found.push(element);
    }
    return found;
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
    this.#scrolled();
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
    this.#keepClear();
    this.#stick();
  }

  /** What is scrolled to must not end up under what stays in view. */
  #keepClear(): void {
    const { left, top, bottom } = this.#scene?.sticky ?? { left: 0, top: 0, bottom: 0 };
    const { style } = this.frame;
    style.scrollPaddingLeft = `${Math.round(left * this.#zoom)}px`;
    style.scrollPaddingTop = `${Math.round((bottom - top) * this.#zoom) + ABOVE}px`;
  }

  #scrolled(): void {
    this.#left = this.frame.scrollLeft;
    this.#top = this.frame.scrollTop;
    this.#stick();
  }

  #stick(): void {
    if (this.#scene?.sticky === undefined) return;
    const { left, top, bottom } = this.#scene.sticky;
    const dx = Math.max(0, this.#left / this.#zoom);
    const dy = Math.max(0, this.#top / this.#zoom - top + ABOVE);
    for (const part of this.#besides) setTo(part, 'transform', `translate(${dx} 0)`);
    const down = Math.min(dy, this.#scene.height - bottom);
    for (const { stage, name, glides } of this.#above) {
      setTo(stage, 'transform', `translate(0 ${down})`);
      const aside = Math.max(0, Math.min(dx + left - glides.from, glides.by));
      if (name !== undefined) setTo(name, 'transform', `translate(${aside} 0)`);
    }
    if (this.#corner !== undefined) setTo(this.#corner, 'transform', `translate(${dx} ${down})`);
  }
}

/** Not when it has that value already: the browser would lay out what depends on it. */
function setTo(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The stages of a scene with the elements that they are drawn as, in the same order. */
function aboveOf({ nodes }: Scene, elements: readonly Element[]): readonly Above[] {
  const stages = nodes.filter((node): node is Group => node.kind === 'group' && node.role === 'stage');
  return elements.flatMap((stage, index) => {
    const name = stages[index]?.children.find(
      (node): node is Group => node.kind === 'group' && node.role === 'stage-name',
    );
    const element = stage.querySelector('.map-stage-name') ?? undefined;
    return [{ stage, name: element, glides: name?.glides ?? { from: 0, by: 0 } }];
  });
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
