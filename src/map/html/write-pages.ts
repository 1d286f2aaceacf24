import type { Scene } from '../scene.ts';
import type { Theme } from '../style/palette.ts';
import { escapeXml } from '../svg/escape.ts';
import { sheetStyles } from '../svg/style-sheet.ts';
import { writeSvg } from '../svg/write-svg.ts';

export interface PagesOptions {
  readonly theme: Theme | 'auto';
  /** SHA-256 in base 64, for the content security policy. */
  readonly hash: (text: string) => string;
}

/** Slides or pages in one self-contained file without a script: a section for each, one on a screen, one on a sheet. */
export function writePages(scenes: readonly Scene[], { theme, hash }: PagesOptions): string {
  const [first] = scenes;
  if (first === undefined) return '';
  const { zoom = 1 } = first;
  const styles = sheetStyles(id, first.width * zoom, first.height * zoom);
  const policy = `default-src 'none'; style-src 'sha256-${hash(styles)}'; base-uri 'none'; form-action 'none'`;
  const sections = scenes.map((scene, index) => {
    const svg = writeSvg(scene, { id: `${id}-${index + 1}`, theme: 'variables', ownStyles: false });
    return `<section aria-label="${index + 1} / ${scenes.length}">${svg}</section>`;
  });
  return `<!doctype html>
<html lang="${first.locale}"${theme === 'auto' ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(first.title)}</title>
<style>${styles}</style>
</head>
<body>
<main id="${id}">
<h1>${escapeXml(first.title)}</h1>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

const id = 'pages';
