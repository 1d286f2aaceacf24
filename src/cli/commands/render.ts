import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Results } from '../../evidence/result-file.ts';
import { mapInput } from '../../formats/map-input.ts';
import { writeTerminal } from '../../formats/terminal/map.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import { frictionOf } from '../../friction/runner.ts';
import { applySuppressions } from '../../friction/suppression.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import type { MapContent } from '../../map/content/content.ts';
import type { MapInput } from '../../map/content/content-of.ts';
import { CELL_LANES, type Lane, type Preset } from '../../map/content/lanes.ts';
import { journeyPage } from '../../map/html/journey-page.ts';
import { writePages } from '../../map/html/write-pages.ts';
import { mapContent, type MapOptions, mapPages, mapScene, type PageSize } from '../../map/map.ts';
import type { Scene } from '../../map/scene.ts';
import type { Theme } from '../../map/style/palette.ts';
import { writeSvg } from '../../map/svg/write-svg.ts';
import { writeMarkdown } from '../../map/table/markdown.ts';
import { analysisOf, type JourneyAnalysis } from '../../model/analysis.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { NearestConfigurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { commitOf } from '../git/file-state.ts';
import type { MapFormat } from '../map-formats.ts';
import { openOneFile } from '../one-file.ts';
import { firstIdle, formatOf, type FormatsByName, writeOutputFile } from '../output-file.ts';
import { missingFonts, missingPackages } from '../pictures/font-packages.ts';
import { isMissing, type PictureFonts, readFonts } from '../pictures/fonts.ts';
import { ownFile } from '../own-file.ts';

export interface RenderOptions {
  readonly format?: MapFormat;
  readonly 'output-file'?: string;
  readonly journey?: string;
  readonly preset?: Preset;
  readonly lanes?: string;
  readonly persona?: string;
  readonly theme?: Theme | 'auto';
  readonly page?: PageSize | 'poster';
  readonly width?: number;
  readonly wrap?: number;
  readonly fold?: boolean;
  readonly compare?: string;
  readonly evidence?: boolean;
  readonly 'stdin-file-name'?: string;
  readonly color?: boolean;
}

const PICTURES = ['svg', 'html', 'png', 'pdf'] as const;

const FORMATS: FormatsByName<MapFormat> = {
  byName: { '.svg': 'svg', '.html': 'html', '.md': 'markdown', '.txt': 'text', '.png': 'png', '.pdf': 'pdf' },
  otherwise: 'svg',
  only: {
    page: PICTURES,
    theme: PICTURES,
    wrap: PICTURES,
    fold: PICTURES,
    compare: PICTURES,
    width: [...PICTURES, 'text'],
    color: ['text'],
  },
};

/** How a picture is laid out: by `--page`, or, an html page without it, by the page itself for the window that it is in. */
type Shape = PageSize | 'poster' | 'window';

/** Options that mean something for some shapes only. */
const ONLY: Readonly<Record<string, readonly Shape[]>> = {
  preset: ['poster', 'window', 'a4', 'a3', 'a1', 'a0'],
  lanes: ['poster', 'window', 'a4', 'a3', 'a1', 'a0'],
  width: ['poster'],
  wrap: ['poster', 'a1', 'a0'],
  fold: ['poster', 'a4', 'a3', 'a1', 'a0'],
};

/** `journey render`: the map of one journey. */
export async function runRender(operand: string, options: RenderOptions, context: Context): Promise<ExitCode> {
  const { output } = context;
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const idle = idleOption(options, format);
  if (idle !== undefined) {
    output.complain(idle);
    return EXIT.usage;
  }
  const map = await prepare(operand, options, context);
  if ('mistake' in map) {
    if (map.mistake !== undefined) output.complain(map.mistake);
    return EXIT.usage;
  }
  if (options['output-file'] === undefined && (format === 'png' || format === 'pdf')) {
    output.complain({
      en: `name a file for ${format} with --output-file`,
      ja: `${format} は --output-file でファイルを指定してください`,
    });
    return EXIT.usage;
  }
  let pictures: readonly Picture[];
  try {
    pictures = await writers[format](map, options, context);
  } catch (error) {
    if ((format !== 'png' && format !== 'pdf') || !isMissing(error)) throw error;
    output.complain(missingPackages(format));
    return EXIT.usage;
  }
  return write(pictures, options['output-file'], context);
}

/** Says which option would change nothing: somebody waits for what it says. */
function idleOption(options: RenderOptions, format: MapFormat): Text | undefined {
  const { page = 'poster', preset, lanes } = options;
  if (preset !== undefined && lanes !== undefined) {
    return {
      en: '--lanes names the lanes in the place of a preset: give one of the two',
      ja: '--lanes は --preset の代わりにレーンを指定します。どちらか一方にしてください',
    };
  }
  if (format === 'text' || format === 'markdown') return undefined;
  const shape = format === 'html' && page === 'poster' ? 'window' : page;
  const idle = firstIdle(options, ONLY, shape);
  if (idle === undefined) return undefined;
  if (shape === 'window') {
    return {
      en: `--${idle.name} means nothing for a page of html, which fits itself to the window; it does for svg, png and pdf`,
      ja: `html のページは画面の大きさに合わせて表示するため、--${idle.name} は使えません。svg、png、pdf で使えます`,
    };
  }
  const pages = idle.meant.filter((each) => each !== 'window');
  return {
    en: `--${idle.name} means nothing with --page ${shape}, only with ${pages.join(', ')}`,
    ja: `--${idle.name} は --page ${shape} では使えません。使えるもの: ${pages.join('、')}`,
  };
}

type Picture = string | Uint8Array;

/** Several pictures get numbers, `map-1.svg`, `map-2.svg`…, and are named: nobody has asked for these names. */
async function write(
  pictures: readonly Picture[],
  file: string | undefined,
  { output, cwd }: Context,
): Promise<ExitCode> {
  if (file === undefined) return (await output.print(pictures.join(''))) ? EXIT.clean : EXIT.usage;
  const extension = extname(file);
  const several = pictures.length > 1;
  for (const [index, picture] of pictures.entries()) {
    const name = several ? `${file.slice(0, file.length - extension.length)}-${index + 1}${extension}` : file;
    const wrong = writeOutputFile(name, picture, cwd);
    if (wrong !== undefined) {
      output.complain(wrong);
      return EXIT.usage;
    }
    if (several) output.complain({ en: `wrote ${name}`, ja: `${name} を書き出しました` });
  }
  return EXIT.clean;
}

interface Prepared {
  readonly input: MapInput;
  readonly content: MapContent;
  readonly options: MapOptions;
}

/** Something that the user has to change; nothing is said when it was said already. */
interface Refused {
  readonly mistake: Text | undefined;
}

async function prepare(operand: string, options: RenderOptions, context: Context): Promise<Prepared | Refused> {
  const { locale, version } = context;
  const opened = await read(operand, options.journey, options['stdin-file-name'], context);
  if ('mistake' in opened) return opened;
  const { model, analysis, name } = opened;
  const compare =
    options.compare === undefined ? undefined : await read(options.compare, undefined, undefined, context);
  if (compare !== undefined && 'mistake' in compare) return compare;
  const lanes = listOf(options.lanes);
  const unknownLane = lanes.find((lane) => !isLane(lane));
  if (unknownLane !== undefined) return { mistake: unknown(unknownLane, 'lane', 'レーン', [...CELL_LANES, 'emotion']) };
  const personas = listOf(options.persona);
  const known = analysis.views.flatMap(({ persona }) => (persona === undefined ? [] : [persona.key]));
  const unknownPersona = personas.find((persona) => !known.includes(persona));
  if (unknownPersona !== undefined) return { mistake: unknown(unknownPersona, 'persona', 'ペルソナ', known) };
  const configurations = new NearestConfigurations(context.cwd);
  const { settings, severities, measured: results } = configurations.of(model.uri);
  complainOf(configurations.wrong, context.output);
  const measured: Results = (options.evidence === false ? undefined : results) ?? new Map();
  if (options.evidence === true && measured.size === 0) return { mistake: nothingMeasured(name) };
  const found = frictionOf(model, settings, { severities, measured });
  const findings = applySuppressions(model, found, { isMeasured: measured.size > 0 }).kept;
  const map: MapOptions = {
    locale,
    preset: options.preset ?? 'workshop',
    personas,
    footer: await footerOf(name, model.uri, version),
    ...(lanes.length > 0 && { lanes: lanes.filter(isLane) }),
    ...(options.width !== undefined && { width: options.width }),
    ...(options.wrap !== undefined && { wrapAt: options.wrap }),
    ...(options.fold !== undefined && { folded: options.fold ? ('all' as const) : [] }),
  };
  const overlay = measured.get(analysis.journey.key);
  const input: MapInput = {
    ...mapInput(model, analysis.journey, findings),
    ...(compare && { compare: compare.analysis }),
    ...(overlay && { measured: overlay }),
  };
  return { input, content: mapContent(input, map), options: map };
}

/** Version, file and commit. Where somebody keeps their files is nobody else's business. */
async function footerOf(name: string, uri: string, version: string): Promise<string> {
  const commit = uri.startsWith('file:') ? await commitOf(fileURLToPath(uri)) : undefined;
  const shown = /^\.\.|^\//.test(name) ? basename(name) : name;
  return [`journey ${version}`, shown, commit].filter((part) => part !== undefined).join(' · ');
}

type Writer = (map: Prepared, given: RenderOptions, context: Context) => Promise<readonly Picture[]>;

const writers: Readonly<Record<MapFormat, Writer>> = {
  svg: async (map, { theme = 'light', page }) =>
    scenesOf(map, page).map((scene, index) => writeSvg(scene, { id: `${idOf(map)}-${index + 1}`, theme })),
  html: async (map, { page = 'poster', theme }) => {
    if (page !== 'poster') return [writePages(scenesOf(map, page), { theme: theme ?? 'light', hash })];
    const script = readFileSync(join(dirname(ownFile()), 'page.js'), 'utf8');
    const colours = theme === undefined || theme === 'auto' ? {} : { theme };
    return [journeyPage(map.input, map.options, { script, hash, ...colours })];
  },
  png: async (map, given, context) => {
    const { drawPng } = await import('../pictures/png.ts');
    const scenes = scenesOf(map, given.page);
    const fonts = fontsFor('png', scenes, context);
    const pictures: Uint8Array[] = [];
    // One after the other: each takes a lot of memory.
    for (const scene of scenes) pictures.push(await drawPng(scene, fonts, fixedTheme(given)));
    return pictures;
  },
  pdf: async (map, given, context) => {
    const { drawPdf } = await import('../pictures/pdf.ts');
    const scenes = scenesOf(map, given.page);
    return [await drawPdf(scenes, fontsFor('pdf', scenes, context), fixedTheme(given))];
  },
  markdown: async ({ content }) => [writeMarkdown(content)],
  text: async ({ content }, { color, 'output-file': file, width }, { output }) => {
    const paint = (color ?? (output.colour && file === undefined)) ? coloured : plain;
    return [writeTerminal(content, width ?? output.width, (text, as) => paint(text, styles[as]))];
  },
};

/** The fonts for some scenes; says which characters have none. */
function fontsFor(format: 'png' | 'pdf', scenes: readonly Scene[], { output }: Context): PictureFonts {
  const fonts = readFonts(scenes);
  for (const text of missingFonts(format, fonts.missing)) output.complain(text);
  return fonts;
}

function scenesOf({ content, options }: Prepared, page: PageSize | 'poster' = 'poster'): readonly Scene[] {
  return page === 'poster' ? [mapScene(content, options)] : mapPages(content, page, options);
}

/** A picture without a reader's preference to follow. */
function fixedTheme({ theme = 'light' }: RenderOptions): Theme {
  return theme === 'auto' ? 'light' : theme;
}

/** Another one for every journey, so that several maps can stand on one page. */
function idOf({ content }: Prepared): string {
  return `journey-${createHash('sha256').update(content.key).digest('hex').slice(0, 8)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

const styles = { heading: 'bold', muted: 'dim', good: 'cyan', bad: 'yellow' } as const;

interface Opened {
  readonly model: Model;
  readonly analysis: JourneyAnalysis;
  /** Path of the file, as people know it. */
  readonly name: string;
}

async function read(
  operand: string,
  wanted: string | undefined,
  stdinName: string | undefined,
  context: Context,
): Promise<Opened | Refused> {
  const file = await openOneFile(operand, stdinName, context);
  if (file === undefined) return { mistake: undefined };
  const { document, path: name } = file;
  const model = modelOf(document);
  const journeys = ownJourneys(model);
  const journey = wanted === undefined ? journeys[0] : journeys.find(({ key }) => key === wanted);
  if (journey === undefined) {
    if (wanted === undefined)
      return { mistake: { en: `${name} holds no journey`, ja: `${name} にジャーニーがありません` } };
    return {
      mistake: unknown(
        wanted,
        'journey',
        'ジャーニー',
        journeys.map(({ key }) => key),
      ),
    };
  }
  return { model, analysis: analysisOf(model, journey), name };
}

function unknown(given: string, en: string, ja: string, known: readonly string[]): Text {
  return {
    en: `there is no ${en} "${given}" here, only: ${known.join(', ')}`,
    ja: `${ja}「${given}」はありません。使えるもの: ${known.join('、')}`,
  };
}

function nothingMeasured(name: string): Text {
  return {
    en: `${name}: nothing measured lies beside it; "journey conform ${name} --log LOG --save" keeps what a log says`,
    ja: `${name}: 測定結果のファイルが隣にありません。「journey conform ${name} --log ログ --save」で保存できます`,
  };
}

/** A list as it is given; an empty text is one empty name, so that an unset variable of a shell is not taken for all. */
function listOf(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(/[,、]/).map((part) => part.trim());
  const given = names.filter((name) => name !== '');
  return text === undefined || given.length > 0 ? given : [''];
}

function isLane(name: string): name is Lane {
  return name === 'emotion' || (CELL_LANES as readonly string[]).includes(name);
}
