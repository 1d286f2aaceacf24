import { readFileSync } from 'node:fs';
import type * as Resvg from '@resvg/resvg-wasm';
import type { Scene, TextBlock } from '../../map/scene.ts';
import type { Theme } from '../../map/style/palette.ts';
import { type TextPiece, writeSvg } from '../../map/svg/write-svg.ts';
import { besideUs, type PictureFonts } from './fonts.ts';
import { runsOf } from './runs.ts';

/** More pixels than this make files that no viewer opens gladly. */
const mostPixels = 60_000_000;

/**
 * Draws a scene as PNG, twice as fine as it is measured unless that is too large; what is shown larger anyway, such as a
 * slide, keeps its size. Throws when a package is missing.
 */
export async function drawPng(scene: Scene, fonts: PictureFonts, theme: Theme): Promise<Uint8Array> {
  const beside = besideUs();
  const resvg = beside('@resvg/resvg-wasm') as typeof Resvg;
  await start(resvg, readFileSync(beside.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const { width, height, zoom: own = 1 } = scene;
  const zoom = Math.min(2 / own, Math.sqrt(mostPixels / (width * height * own * own)));
  const pieces = (line: string, block: TextBlock): readonly TextPiece[] =>
    runsOf(line, block, fonts).map(({ text, font, x }) => ({ text, family: font.family, x }));
  const renderer = new resvg.Resvg(writeSvg(scene, { id: 'journey-map', theme, pieces }), {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: fonts.all.flatMap(({ files }) => [files.regular, files.bold]),
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
