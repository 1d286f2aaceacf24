// The pictures of the documentation, drawn by the command itself.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderMap } from '../../src/cli/render-command.ts';
import { type Locale, inLocale } from '../../src/model/text.ts';
import { root } from '../run.ts';

interface Picture {
  readonly name: string;
  readonly locale: Locale;
  /** A file, or a page whose second journey is drawn. */
  readonly from: string;
}

const pictures: readonly Picture[] = [
  { name: 'quick-start', locale: 'en', from: 'examples/quick-start.journey' },
  { name: 'quick-start.ja', locale: 'ja', from: 'scripts/generators/docs-pictures/quick-start.ja.journey' },
  { name: 'tutorial', locale: 'en', from: 'docs/tutorial.md' },
  { name: 'tutorial.ja', locale: 'ja', from: 'docs/ja/tutorial.md' },
];

export async function generateDocsPictures(): Promise<ReadonlyMap<string, string>> {
  // Outside the repository, for a map names the commit of its file.
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  try {
    const drawn = pictures.map(
      async (picture) => [`docs/images/${picture.name}.svg`, await draw(picture, folder)] as const,
    );
    return new Map(await Promise.all(drawn));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function draw({ name, locale, from }: Picture, folder: string): Promise<string> {
  const written = await readFile(join(root, from), 'utf8');
  const file = `${name}.journey`;
  await writeFile(join(folder, file), from.endsWith('.md') ? secondJourney(written) : written);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  let svg = '';
  const code = await renderMap.run(
    [file],
    { output: undefined, format: 'svg' },
    {
      cwd: folder,
      env: {},
      locale,
      version,
      output: {
        colour: false,
        terminal: false,
        width: 80,
        print: async (text) => {
          svg += text;
          return Promise.resolve(true);
        },
        progress: () => undefined,
        complain: (message) => {
          throw new Error(inLocale(message, 'en'));
        },
      },
      stdin: () => process.stdin,
    },
  );
  if (code !== 0) throw new Error(`${file} could not be drawn`);
  return svg;
}

function secondJourney(page: string): string {
  const [, second] = page.matchAll(/^```journey\n([\s\S]*?)^```/gm);
  if (second?.[1] === undefined) throw new Error('A page with a picture has fewer than two journeys');
  return second[1];
}
