import { readFileSync } from 'node:fs';
import type * as Resvg from '@resvg/resvg-wasm';
import type { Scene } from '../../map/scene.ts';
import type { Theme } from '../../map/style/palette.ts';
import { writeSvg } from '../../map/svg/write-svg.ts';
import { besideUs, readFonts } from './fonts.ts';

/** More pixels than this make files that no viewer opens gladly. */
const mostPixels = 60_000_000;

/**
 * Draws a scene as PNG, twice as fine as it is measured unless that is too large; what is shown larger anyway, such as a
 * slide, keeps its size. Throws when a package is missing.
 */
export async function drawPng(scene: Scene, theme: Theme): Promise<Uint8Array> {
  const beside = besideUs();
  const resvg = beside('@resvg/resvg-wasm') as typeof Resvg;
  await start(resvg, readFileSync(beside.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const { latin, japanese } = readFonts();
  const { width, height, zoom: own = 1 } = scene;
  const zoom = Math.min(2 / own, Math.sqrt(mostPixels / (width * height * own * own)));
  const renderer = new resvg.Resvg(writeSvg(scene, { id: 'journey-map', theme, splitsFonts: true }), {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: [latin.regular, latin.bold, japanese.regular, japanese.bold],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Noto Sans JP',
    },
  });
  try {
    return renderer.render().asPng();
  } finally {
    renderer.free();
  }
}

let started: Promise<void> | undefined;

async function start(resvg: typeof Resvg, wasm: Buffer): Promise<void> {
  // A second start throws.
  started ??= resvg.initWasm(wasm);
  return started;
}
