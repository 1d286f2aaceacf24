import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Text } from '../../model/text.ts';

/** The fonts that the map is measured in, as the files that their npm packages hold. */
export interface MapFonts {
  readonly latin: FontFiles;
  readonly japanese: FontFiles;
}

interface FontFiles {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

/** What PNG and PDF need besides this program. They are large, and not everybody draws pictures. */
const PICTURE_PACKAGES = {
  png: ['@resvg/resvg-wasm', '@expo-google-fonts/inter', '@expo-google-fonts/noto-sans-jp'],
  pdf: ['pdfkit', '@expo-google-fonts/inter', '@expo-google-fonts/noto-sans-jp'],
} as const;

/**
 * Packages that stand beside this program. They are looked for from its own place and never from the current folder, so
 * that nothing in somebody else's repository is run.
 */
export function besideUs(): NodeJS.Require {
  return createRequire(ownFile());
}

/** The file that runs: the other parts of this program stand beside it. */
export function ownFile(): string {
  return realpathSync(process.argv[1] ?? '.');
}

/** Reads the fonts; throws when a package is missing. */
export function readFonts(): MapFonts {
  const { resolve } = besideUs();
  const read = (name: string): Buffer => readFileSync(resolve(name));
  return {
    latin: {
      regular: read('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
      bold: read('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    },
    japanese: {
      regular: read('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
      bold: read('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
    },
  };
}

/** Says how to get what a format needs, if that is what was wrong. */
export function missingPackages(format: 'png' | 'pdf', error: unknown): Text | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const install = `npm install ${PICTURE_PACKAGES[format].join(' ')}`;
  return {
    en: `${format.toUpperCase()} needs a renderer and fonts that are not installed. Beside this program, run: ${install}`,
    ja: `${format.toUpperCase()} の出力に必要な描画ライブラリーとフォントがありません。このプログラムと同じ場所で次を実行してください: ${install}`,
  };
}
