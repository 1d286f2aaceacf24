import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { timelineCsv } from '../../formats/timeline/csv.ts';
import { prettyTimelines } from '../../formats/timeline/pretty.ts';
import { timelineSvg } from '../../formats/timeline/svg.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { Timeline } from '../../history/timeline.ts';
import type { Theme } from '../../map/style/palette.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { NearestConfigurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { shownPath } from '../files/discover.ts';
import { errorText } from '../files/problem.ts';
import { GitError, openGit } from '../git/git.ts';
import { journeyLog } from '../git/log.ts';
import { fileUri } from '../inputs.ts';
import { deliver, formatOf, type FormatsByName, lineWidth } from '../output-file.ts';
import { readTimelines } from '../versions/read-timeline.ts';

export interface HistoryOptions {
  readonly format?: HistoryFormat;
  readonly 'output-file'?: string;
  readonly journey?: string;
  readonly theme?: Theme;
  readonly color?: boolean;
}

type HistoryFormat = 'table' | 'csv' | 'svg';

const FORMATS: FormatsByName<HistoryFormat> = {
  byName: { '.txt': 'table', '.csv': 'csv', '.svg': 'svg' },
  otherwise: 'table',
  only: { theme: ['svg'], color: ['table'] },
};

/** `journey history`: what the commits did to the journeys of a file. */
export async function runHistory(operand: string, options: HistoryOptions, context: Context): Promise<ExitCode> {
  const { output } = context;
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const read = await readAll(operand, context);
  output.progress(undefined);
  if ('mistake' in read) {
    output.complain(read.mistake);
    return EXIT.usage;
  }
  const { journey } = options;
  const timelines = journey === undefined ? read.timelines : read.timelines.filter(({ id }) => id === journey);
  const [first] = timelines;
  if (first === undefined) {
    output.complain(nothing(operand, journey));
    return EXIT.usage;
  }
  if (format === 'svg' && timelines.length > 1) {
    output.complain(several(timelines));
    return EXIT.usage;
  }
  const text = write(first, timelines, { ...options, format }, context);
  return deliver(text, options['output-file'], context);
}

function write(first: Timeline, timelines: readonly Timeline[], options: HistoryOptions, context: Context): string {
  const { output, locale } = context;
  switch (options.format ?? 'table') {
    case 'csv':
      return timelineCsv(timelines);
    case 'svg':
      return timelineSvg(first, first.id, { locale, theme: options.theme ?? 'light' });
    default: {
      const paint = (options.color ?? (output.colour && options['output-file'] === undefined)) ? coloured : plain;
      return prettyTimelines(timelines, { locale, width: lineWidth(options, output), paint });
    }
  }
}

type ReadAll = { readonly timelines: readonly Timeline[] } | { readonly mistake: Text };

async function readAll(operand: string, { cwd, output }: Context): Promise<ReadAll> {
  const file = resolve(cwd, operand);
  try {
    statSync(file);
  } catch (error) {
    const reason = errorText(error);
    return { mistake: { en: `${operand}: ${reason.en}`, ja: `${operand}: ${reason.ja}` } };
  }
  try {
    const git = await openGit(dirname(file));
    const commits = await journeyLog(git, 'HEAD');
    const name = relative(git.root, file).split(sep).join('/');
    const configurations = new NearestConfigurations(cwd);
    const configuration = configurations.of(fileUri(file));
    complainOf(configurations.wrong, output);
    const timelines = await readTimelines(git, commits, file, configuration, (done) => {
      const path = shownPath(file, cwd);
      output.progress({
        en: `${path}: ${done} of ${commits.length} commits`,
        ja: `${path}: ${commits.length}件中${done}件のコミットを確認`,
      });
    });
    return name.startsWith('../') ? { mistake: nothing(operand, undefined) } : { timelines };
  } catch (error) {
    if (error instanceof GitError) return { mistake: error.text };
    throw error;
  }
}

function nothing(file: string, journey: string | undefined): Text {
  return journey === undefined
    ? {
        en: `${file}: no commit holds a journey of this file`,
        ja: `${file}: このファイルのジャーニーを含むコミットがありません`,
      }
    : {
        en: `${file}: no commit holds a journey "${journey}"`,
        ja: `${file}: ジャーニー「${journey}」を含むコミットがありません`,
      };
}

function several(timelines: readonly Timeline[]): Text {
  const names = timelines.map(({ id }) => id);
  return {
    en: `a picture shows one journey; name it with --journey: ${names.join(', ')}`,
    ja: `図にできるのは1つのジャーニーです。--journey で指定してください: ${names.join('、')}`,
  };
}
