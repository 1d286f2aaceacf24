import type { Group, GroupRole, Scene, SceneNode, TextBlock } from '../scene.ts';
import type { Theme } from '../style/palette.ts';
import { escapeXml } from './escape.ts';
import { ICON_SIDE, ICON_STROKE, iconPath } from './icon-path.ts';
import { styleSheet } from './style-sheet.ts';

export interface SvgOptions {
  /** Unique on the page: every id and style rule begins with it. Letters, digits and hyphens. */
  readonly id: string;
  readonly theme: Theme | 'auto' | 'variables';
  /** For a page with a script: cards can be reached by keyboard and say where they come from. */
  readonly interactive?: boolean;
  /** Whether the style sheet stands in the picture. A page with a strict policy brings its own. */
  readonly ownStyles?: boolean;
  /** Cuts a line into pieces of one font, for a renderer that knows neither a list of fonts nor how directions mix. */
  readonly pieces?: CutLine;
  /** Length of the picture's sides in other units, e.g. millimetres for print. */
  readonly size?: { readonly width: string; readonly height: string };
}

/** The pieces of a line from left to right, as they are seen. */
type CutLine = (line: string, block: TextBlock) => readonly TextPiece[];

export interface TextPiece {
  readonly text: string;
  readonly family: string;
  readonly x: number;
}

/** Writes a scene as SVG. The same scene and options give the same text. */
export function writeSvg(scene: Scene, options: SvgOptions): string {
  const { theme, interactive = false, ownStyles = true, pieces, size } = options;
  const id = options.id.replace(/[^A-Za-z0-9-]/g, '-');
  const writer = new Writer(scene, interactive, pieces);
  const body = writer.nodes(scene.nodes);
  const zoom = scene.zoom ?? 1;
  const width = size?.width ?? String(short(scene.width * zoom));
  const height = size?.height ?? String(short(scene.height * zoom));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" class="journey-map" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${scene.width} ${scene.height}" lang="${scene.locale}" role="${interactive ? 'group' : 'img'}"`,
    ` aria-labelledby="${id}-title" aria-describedby="${id}-desc">\n`,
    `<title id="${id}-title">${escapeXml(scene.title)}</title>\n`,
    `<desc id="${id}-desc">${escapeXml(scene.description)}</desc>\n`,
    ...(ownStyles ? [`<style>\n${styleSheet(id, writer.styles, theme)}\n</style>\n`] : []),
    body,
    '</svg>\n',
  ].join('');
}

/** One element of a picture: a group with what is in it, or something that is drawn. */
export interface SvgElement {
  /** The element as it is written; of a group, where it begins. */
  readonly text: string;
  /** Of a group. */
  readonly role?: GroupRole;
  readonly inside?: readonly SvgElement[];
}

/** The elements of a scene, as `writeSvg` writes them for a page with a script; what draws nothing is left out. */
export function svgElements(scene: Scene): readonly SvgElement[] {
  return new Writer(scene, true, undefined).elements(scene.nodes);
}

class Writer {
  readonly styles = new Set<string>();
  readonly #scene: Scene;
  readonly #interactive: boolean;
  readonly #pieces: CutLine | undefined;

  constructor(scene: Scene, interactive: boolean, pieces: CutLine | undefined) {
    this.#scene = scene;
    this.#interactive = interactive;
    this.#pieces = pieces;
  }

  nodes(nodes: readonly SceneNode[]): string {
    let text = '';
    for (const node of nodes) text += this.#node(node);
    return text;
  }

  elements(nodes: readonly SceneNode[]): SvgElement[] {
    const elements: SvgElement[] = [];
    for (const node of nodes) {
      if (node.kind === 'group') {
        elements.push({ text: this.#begin(node), role: node.role, inside: this.elements(node.children) });
        continue;
      }
      const text = this.#node(node);
      if (text !== '') elements.push({ text });
    }
    return elements;
  }

  #node(node: SceneNode): string {
    if (node.kind === 'group') return `${this.#begin(node)}\n${this.nodes(node.children)}</g>\n`;
    this.styles.add(node.style);
    switch (node.kind) {
      case 'box': {
        const { style, x, y, width, height, radius } = node;
        const corner = radius === undefined ? '' : ` rx="${radius}"`;
        return `<rect class="${style}" x="${x}" y="${y}" width="${width}" height="${height}"${corner}/>\n`;
      }
      case 'icon': {
        const width = short((ICON_STROKE * node.size) / ICON_SIDE);
        return `<path class="${node.style}" stroke-width="${width}" d="${iconPath(node)}"/>\n`;
      }
      case 'text':
        return this.#text(node);
      default:
        return `<path class="${node.style}" d="${node.data}"/>\n`;
    }
  }

  /** Where a group begins. */
  #begin({ role, of, label, expanded }: Group): string {
    let data = '';
    if (of !== undefined) {
      const { touchpoint, persona, next, stage, place } = of;
      if (touchpoint !== undefined) data += ` data-touchpoint="${escapeXml(touchpoint)}"`;
      if (persona !== undefined) data += ` data-persona="${escapeXml(persona)}"`;
      if (next !== undefined) data += ` data-next="${escapeXml(next)}"`;
      if (stage !== undefined) data += ` data-stage="${escapeXml(stage)}"`;
      if (place !== undefined && this.#interactive) data += ` data-line="${place.range.start.line + 1}"`;
    }
    const aria = this.#interactive ? interaction(role, expanded, label) : '';
    return `<g class="map-${role}"${data}${aria}>`;
  }

  /** Who needs the pieces does not know directions either: each stands where it begins, whichever way it is read. */
  #cut(cut: CutLine, block: TextBlock, { text, baseline }: TextBlock['lines'][number]): string {
    return cut(text, block)
      .map((piece) => {
        const place = `x="${short(piece.x)}" y="${short(baseline)}"`;
        return `<tspan font-family="${piece.family}" ${place}>${escapeXml(piece.text)}</tspan>`;
      })
      .join('');
  }

  #text(block: TextBlock): string {
    const { style, font, lines, lang, rightToLeft, italic, full, align } = block;
    if (lines.length === 0) return '';
    const cut = this.#pieces;
    let text = `<text class="${style}${font.weight === 'bold' ? ' b' : ''}`;
    if (cut === undefined) text += anchorOf(align, rightToLeft);
    text += `" font-size="${font.size}"`;
    if (lang !== this.#scene.locale) text += ` lang="${lang}"`;
    if (rightToLeft && cut === undefined) text += ' direction="rtl" unicode-bidi="isolate"';
    if (italic === true) text += ' font-style="italic"';
    text += full === undefined ? '>' : `><title>${escapeXml(full)}</title>`;
    const x = short({ start: block.x, middle: block.x + block.width / 2, end: block.x + block.width }[align]);
    for (const line of lines) {
      if (cut === undefined) text += `<tspan x="${x}" y="${short(line.baseline)}">${escapeXml(line.text)}</tspan>`;
      else text += this.#cut(cut, block, line);
    }
    return `${text}</text>\n`;
  }
}

/** What a reader can do with a group, for keyboards and assistive technology. */
function interaction(role: Group['role'], expanded: boolean | undefined, label: string | undefined): string {
  const button = expanded !== undefined || role === 'minimap-stage';
  const kind = button ? 'button' : label === undefined ? undefined : 'group';
  return [
    ...(button || role === 'card' ? [' tabindex="0"'] : []),
    ...(kind === undefined ? [] : [` role="${kind}"`]),
    ...(expanded === undefined ? [] : [` aria-expanded="${expanded}"`]),
    ...(label === undefined ? [] : [` aria-label="${escapeXml(label)}"`]),
  ].join('');
}

/** The class of where a text begins. In text from right to left the start is on the right. */
function anchorOf(align: TextBlock['align'], rightToLeft: boolean): string {
  if (align === 'middle') return ' m';
  return (align === 'end') === rightToLeft ? '' : ' e';
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
