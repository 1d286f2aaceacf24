import { extname } from 'node:path';
import { safeText } from '../../formats/terminal/safe.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import { frictionOf } from '../../friction/runner.ts';
import { scoreOf } from '../../friction/score.ts';
import { defaultSettings } from '../../friction/settings.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import type { MapContent } from '../../map/content/content.ts';
import { CELL_LANES, type Lane, type Preset } from '../../map/content/lanes.ts';
import { mapContent, type MapOptions, mapScene } from '../../map/map.ts';
import type { Theme } from '../../map/style/palette.ts';
import { writeSvg } from '../../map/svg/write-svg.ts';
import { writeMarkdown } from '../../map/table/markdown.ts';
import { writeTerminal } from '../../map/table/terminal.ts';
import { analysisOf, type JourneyAnalysis } from '../../model/analysis.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { MapFormat } from '../map-formats.ts';
import { writeOutputFile } from '../output.ts';
import { openWorkspace } from '../workspace.ts';

export interface RenderOptions {
  readonly format?: MapFormat;
  readonly output?: string;
  readonly journey?: string;
  readonly preset?: Preset;
  readonly lanes?: string;
  readonly persona?: string;
  readonly theme?: Theme | 'auto';
  readonly width?: number;
  readonly wrap?: number;
  readonly fold?: boolean;
  readonly compare?: string;
  readonly 'stdin-file-name'?: string;
  readonly color?: boolean;
}

/** `journey render`: the map of one journey. */
export async function runRender(operand: string, options: RenderOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const map = await prepare(operand, options, context);
  if ('mistake' in map) {
    if (map.mistake !== undefined) output.complain(map.mistake);
    return EXIT.usage;
  }
  const text = writers[formatOf(options)](map, options, context);
  if (options.output === undefined) return (await output.print(text)) ? EXIT.clean : EXIT.usage;
  const wrong = writeOutputFile(options.output, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined ? EXIT.clean : EXIT.usage;
}

interface Prepared {
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
  const findings = frictionOf(model, defaultSettings);
  const map: MapOptions = {
    locale,
    preset: options.preset ?? 'workshop',
    personas,
    footer: `journey ${version} · ${name}`,
    ...(lanes.length > 0 && { lanes: lanes.filter(isLane) }),
    ...(options.width !== undefined && { width: options.width }),
    ...(options.wrap !== undefined && { wrapAt: options.wrap }),
    ...(options.fold === true && { folded: 'all' as const }),
  };
  const score = scoreOf(analysis.journey, findings);
  return {
    content: mapContent({ analysis, findings, score, ...(compare && { compare: compare.analysis }) }, map),
    options: map,
  };
}

type Writer = (map: Prepared, given: RenderOptions, context: Context) => string;

const writers: Readonly<Record<MapFormat, Writer>> = {
  svg: ({ content, options }, { theme = 'light' }) =>
    writeSvg(mapScene(content, options), { id: 'journey-map', theme }),
  markdown: ({ content }) => writeMarkdown(content),
  text: ({ content }, { color, output: file, width }, { output }) => {
    const paint = (color ?? (output.colour && file === undefined)) ? coloured : plain;
    return writeTerminal(content, width ?? output.width, (text, as) => paint(safeText(text), styles[as]));
  },
};

const styles = { heading: 'bold', muted: 'dim', good: 'cyan', bad: 'yellow' } as const;

/** As asked for, otherwise as the name of the file says. */
function formatOf({ format, output = '' }: RenderOptions): MapFormat {
  if (format !== undefined) return format;
  const byName: Readonly<Record<string, MapFormat>> = { '.md': 'markdown', '.txt': 'text' };
  return byName[extname(output).toLowerCase()] ?? 'svg';
}

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
  const { documents, problems, pathOf } = await openWorkspace([operand], stdinName, context);
  for (const { path, reason } of problems) {
    context.output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
  const [document] = documents;
  if (document === undefined) return { mistake: undefined };
  const model = modelOf(document);
  const journeys = ownJourneys(model);
  const journey = wanted === undefined ? journeys[0] : journeys.find(({ key }) => key === wanted);
  const name = pathOf(document.uri.toString());
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
    en: `there is no ${en} "${given}" here; there is: ${known.join(', ')}`,
    ja: `${ja}「${given}」はありません。使えるもの: ${known.join('、')}`,
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLane(name: string): name is Lane {
  return name === 'emotion' || (CELL_LANES as readonly string[]).includes(name);
}
