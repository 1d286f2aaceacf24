import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What a page shows, as a PNG of 256 colours: of a screen with texts nobody sees the difference, and it is a third as large. */
export async function indexedPicture(page: Page): Promise<Buffer> {
  const { width, height, pixels } = await pixelsOf(page, await page.screenshot());
  const { palette, indices } = indexed(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which name a colour of the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Colours, from left to right and from top to bottom. */
  readonly pixels: Uint32Array;
}

/** A browser can read PNG. */
async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const reader = await page.context().newPage();
  const { width, height, data } = await reader.evaluate<{ width: number; height: number; data: string }>(
    `(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const { width, height } = image;
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, width, height);
      let text = '';
      for (let at = 0; at < data.length; at += 30000) text += String.fromCharCode(...data.subarray(at, at + 30000));
      return { width, height, data: btoa(text) };
    })()`,
  );
  await reader.close();
  const bytes = Buffer.from(data, 'base64');
  return {
    width,
    height,
    pixels: Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 4, 3)),
  };
}

/** The 256 most frequent colours, and for each pixel the one that is most like it. */
function indexed(pixels: Uint32Array): { readonly palette: readonly number[]; readonly indices: Uint8Array } {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 256)
    .map(([colour]) => colour);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (nearest.has(colour)) continue;
    const distances = palette.map((each) => distance(each, colour));
    nearest.set(colour, distances.indexOf(Math.min(...distances)));
  }
  return { palette, indices: Uint8Array.from(pixels, (colour) => nearest.get(colour) ?? 0) };
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
