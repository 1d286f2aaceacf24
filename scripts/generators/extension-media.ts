// Pictures and colours of the extension: maps of the example that its walkthrough opens, drawn as everybody's maps are, and
// the colours of maps in the Markdown preview.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MapOptions, mapScene } from '../../src/map/map.ts';
import { COLOURS, PALETTES, type Theme, THEMES } from '../../src/map/style/palette.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { drawnMap } from '../../src/tools/drawn-map.ts';
import { openText } from '../../src/tools/open-text.ts';
import { root } from '../run.ts';

/** The example that the walkthrough opens, in each language. */
const pictures = [
  { name: 'map', file: 'examples/quick-start.journey', locale: 'en' },
  { name: 'map-ja', file: 'extension/templates/ja/quick-start.journey', locale: 'ja' },
] as const;

export async function generateExtensionMedia(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([['extension/media/markdown.css', markdownStyles()]]);
  for (const { name, file, locale } of pictures) {
    const options: MapOptions = { locale, preset: 'workshop' };
    const opened = await openText(await readFile(join(root, file), 'utf8'));
    const content = opened && drawnMap(opened.document, undefined, options, opened.findings);
    if (content === undefined) throw new Error(`${file} has no journey to draw`);
    for (const theme of ['light', 'dark'] as const) {
      const svg = writeSvg(mapScene(content, options), { id: `walkthrough-${name}`, theme });
      files.set(`extension/media/walkthrough/${name}-${theme}.svg`, svg);
    }
  }
  return files;
}

/** The classes that VS Code gives the body of a preview. */
const themeClasses: Readonly<Record<Theme, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

function markdownStyles(): string {
  const themes = THEMES.map((theme) => {
    const colours = COLOURS.filter((name) => name !== 'paper').map(
      (name) => `  --journey-${name}: ${PALETTES[theme][name]};`,
    );
    return `.${themeClasses[theme]} .journey-fence {\n${colours.join('\n')}\n}`;
  });
  return `${[
    '/* Made by scripts/generators/extension-media.ts. */',
    '.journey-fence {\n  --journey-paper: transparent;\n  margin: 1em 0;\n  overflow-x: auto;\n}',
    '.journey-fence svg {\n  display: block;\n  max-width: 100%;\n  min-width: 900px;\n  height: auto;\n}',
    '.journey-notice {\n  margin: 0 0 0.5em;\n  padding: 2px 10px;\n  border-left: 3px solid var(--vscode-editorWarning-foreground, currentColor);\n}',
    ...themes,
  ].join('\n\n')}\n`;
}
