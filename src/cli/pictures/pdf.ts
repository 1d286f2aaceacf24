import type PdfKit from 'pdfkit';
import { ICONS } from '../../map/generated/icons.ts';
import type { Scene, SceneNode, TextBlock } from '../../map/scene.ts';
import { type Colour, PALETTES, type Theme } from '../../map/style/palette.ts';
import { LOOKS, type Look } from '../../map/style/styles.ts';
import { ICON_SIDE, ICON_STROKE } from '../../map/svg/icon-path.ts';
import { besideUs, type PictureFonts } from './fonts.ts';
import { type Run, runsOf } from './runs.ts';

type Document = PDFKit.PDFDocument;

/** CSS pixels to points. */
const points = 0.75;

/** Draws scenes as the pages of a PDF, with text that can be searched and copied. Throws when a package is missing. */
export async function drawPdf(scenes: readonly Scene[], fonts: PictureFonts, theme: Theme): Promise<Uint8Array> {
  const Pdf = besideUs()('pdfkit') as typeof PdfKit;
  const [first] = scenes;
  const document = new Pdf({
    autoFirstPage: false,
    lang: first?.locale ?? 'en',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: first?.title ?? '', Subject: first?.description ?? '' },
  });
  for (const { family, files } of fonts.all) {
    document.registerFont(`${family} regular`, files.regular);
    document.registerFont(`${family} bold`, files.bold);
  }
  for (const scene of scenes) {
    const scale = points * (scene.zoom ?? 1);
    document.addPage({ size: [scene.width * scale, scene.height * scale], margin: 0 });
    const figure = document.struct('Figure', { alt: `${scene.title}. ${scene.description}` }, () => {
      document.save().scale(scale);
      new Drawing(document, fonts, PALETTES[theme]).nodes(scene.nodes);
      document.restore();
    });
    document.addStructure(figure);
    figure.end();
  }
  return finished(document);
}

async function finished(document: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
    document.end();
  });
}

class Drawing {
  readonly #document: Document;
  readonly #fonts: PictureFonts;
  readonly #palette: Readonly<Record<Colour, string>>;

  constructor(document: Document, fonts: PictureFonts, palette: Readonly<Record<Colour, string>>) {
    this.#document = document;
    this.#fonts = fonts;
    this.#palette = palette;
  }

  nodes(nodes: readonly SceneNode[]): void {
    for (const node of nodes) this.#node(node);
  }

  #node(node: SceneNode): void {
    if (node.kind === 'group') {
      this.nodes(node.children);
      return;
    }
    const look = LOOKS[node.style] ?? {};
    const document = this.#document;
    switch (node.kind) {
      case 'text':
        this.#text(node, look);
        return;
      case 'box': {
        const { x, y, width, height, radius = 0 } = node;
        const corner = Math.min(radius, width / 2, height / 2);
        if (corner > 0) document.roundedRect(x, y, width, height, corner);
        else document.rect(x, y, width, height);
        this.#paint(look);
        return;
      }
      case 'icon':
        document
          .save()
          .translate(node.x, node.y)
          .scale(node.size / ICON_SIDE)
          .path(ICONS[node.name]);
        this.#paint({ ...look, width: ICON_STROKE });
        document.restore();
        return;
      default:
        document.path(node.data);
        this.#paint(look);
    }
  }

  #paint({ fill, stroke, width = 1, dash, round }: Look): void {
    const document = this.#document;
    const [inside, edge] = [fill, stroke].map((name) => (name === undefined ? undefined : this.#palette[name]));
    document.lineWidth(width);
    document.lineCap(round === true ? 'round' : 'butt').lineJoin(round === true ? 'round' : 'miter');
    if (dash === undefined) document.undash();
    else document.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
    if (inside !== undefined && edge !== undefined) document.fillAndStroke(inside, edge);
    else if (inside !== undefined) document.fill(inside);
    else if (edge !== undefined) document.stroke(edge);
    document.undash();
  }

  #text(block: TextBlock, { fill = 'ink', halo }: Look): void {
    for (const { text, baseline } of block.lines) {
      const runs = runsOf(text, block, this.#fonts);
      if (halo !== undefined) this.#line(block, runs, baseline, halo, true);
      this.#line(block, runs, baseline, fill, false);
    }
  }

  #line({ font }: TextBlock, runs: readonly Run[], baseline: number, colour: Colour, rim: boolean): void {
    const document = this.#document;
    for (const { text, font: own, x } of runs) {
      document.font(`${own.family} ${font.weight}`, font.size);
      if (rim) document.lineWidth(3).lineJoin('round').strokeColor(this.#palette[colour]);
      else document.fillColor(this.#palette[colour]);
      document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', stroke: rim, fill: !rim });
    }
  }
}
