import type { MapContent } from '../../map/content/content.ts';
import type { Lane } from '../../map/content/lanes.ts';
import { writeHtml } from '../../map/html/write-html.ts';
import type { Scene } from '../../map/scene.ts';
import type { Theme } from '../../map/style/palette.ts';
import { PAGE_IDS, type PageData, withLanes } from '../../map/html/page-data.ts';
import { mapScene } from '../../map/map.ts';
import { pageStyles } from '../../map/svg/style-sheet.ts';
import { writeSvg } from '../../map/svg/write-svg.ts';
import { writeMarkdown } from '../../map/table/markdown.ts';
import type { Choices } from '../map-page.ts';
import type { PageFormat } from './messages.ts';

/** What a picture is made of: the map as it is to be seen now. */
export interface Shown {
  /** With all lanes. */
  readonly content: MapContent;
  readonly lanes: readonly Lane[];
  readonly scene: Scene;
  readonly theme: Theme;
}

/** A picture has at most so many pixels on a side: browsers draw no larger ones. */
const largest = 16_000;

/** The map with what the reader has chosen, and in the colours of the page. */
export function pictureOf({ content, lanes: preset, footer }: PageData, choices?: Choices): Shown {
  const { folded = [], lanes = preset } = choices ?? {};
  const theme = (document.documentElement.dataset['theme'] ?? 'light') as Theme;
  const scene = mapScene(withLanes(content, lanes), { locale: content.locale, footer, folded });
  return { content, lanes, scene, theme };
}

/** The map as a file of the format. */
export async function exported(shown: Shown, format: PageFormat, script: string): Promise<Blob> {
  switch (format) {
    case 'svg':
      return new Blob([svgOf(shown)], { type: 'image/svg+xml' });
    case 'png':
      return pngOf(shown);
    case 'markdown':
      return new Blob([writeMarkdown(withLanes(shown.content, shown.lanes))], { type: 'text/markdown' });
    case 'html': {
      const hashes = new Map<string, string>();
      for (const text of [script, pageStyles(PAGE_IDS.map, PAGE_IDS.print)]) hashes.set(text, await sha256(text));
      const html = writeHtml(shown.content, [], {
        lanes: shown.lanes,
        footer: '',
        script,
        hash: (text) => hashes.get(text) ?? '',
      });
      return new Blob([html], { type: 'text/html' });
    }
    default:
      return format satisfies never;
  }
}

/** Twice as large as on the screen, so that it is sharp on a slide. */
export async function pngOf(shown: Shown): Promise<Blob> {
  const { width, height } = shown.scene;
  const scale = Math.min(2, largest / width, largest / height);
  const image = new Image();
  // As data: the policy of the page allows no other address that the page itself could make.
  image.src = `data:image/svg+xml;base64,${await base64(new Blob([svgOf(shown)]))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser could not draw the picture.'));
      else resolve(blob);
    });
  });
}

/** The content of a file as text that a message can carry. */
export async function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')));
    reader.readAsDataURL(blob);
  });
}

function svgOf({ scene, theme }: Shown): string {
  return writeSvg(scene, { id: 'journey-map', theme });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
