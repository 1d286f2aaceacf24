import { actionPlan } from '../../formats/overview/actions.ts';
import { coverageMatrix } from '../../formats/overview/matrix.ts';
import {
  type Overview,
  overviewCsv,
  type OverviewFile,
  overviewJson,
  overviewMarkdown,
  overviewText,
} from '../../formats/overview/overview.ts';
import { statistics } from '../../formats/overview/stats.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { Locale, Text } from '../../model/text.ts';
import { readCheckedFiles } from '../checked-files.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { deliver, formatOf, type FormatsByName, lineWidth } from '../output-file.ts';

export interface OverviewOptions {
  readonly format?: OverviewFormat;
  readonly 'output-file'?: string;
  readonly color?: boolean;
}

type OverviewFormat = 'table' | 'csv' | 'markdown' | 'json';

const FORMATS: FormatsByName<OverviewFormat> = {
  byName: { '.txt': 'table', '.csv': 'csv', '.md': 'markdown', '.json': 'json' },
  otherwise: 'table',
  only: { color: ['table'] },
};

type Kind = 'actions' | 'stats' | 'matrix';

/** `journey actions`, `journey stats`, `journey matrix`: a table about all journeys of a workspace. */
export async function runOverview(
  kind: Kind,
  operands: readonly string[],
  options: OverviewOptions,
  context: Context,
): Promise<ExitCode> {
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const { files, ...wrong } = await readCheckedFiles(operands, context);
  const isWhole = wrong.missing.length === 0 && wrong.mistaken.length === 0;
  const overview = overviews[kind](files, context.locale);
  const text = write(overview, { ...options, format }, context);
  const delivered = await deliver(text, options['output-file'], context);
  complainOf(wrong, context.output);
  if (format === 'table' && overview.rows.length === 0 && isWhole) context.output.complain(nothing[kind]);
  return isWhole ? delivered : EXIT.usage;
}

const overviews: Readonly<Record<Kind, (files: readonly OverviewFile[], locale: Locale) => Overview>> = {
  actions: actionPlan,
  stats: statistics,
  matrix: coverageMatrix,
};

/** Why there are only headings, for somebody who begins. */
const nothing: Readonly<Record<Kind, Text>> = {
  actions: {
    en: 'no action and no opportunity is written yet; "opportunity" in a touchpoint begins the plan',
    ja: '施策も改善機会もまだ書かれていません。タッチポイントに opportunity を書くと、ここに並びます',
  },
  stats: { en: 'no journey is written yet', ja: 'ジャーニーがまだ書かれていません' },
  matrix: {
    en: 'no goal is written yet; "goal" declares one, and in a journey says which it pursues',
    ja: 'ビジネス目標がまだ書かれていません。goal で宣言し、それを目指すジャーニーの中にも goal と書きます',
  },
};

function write(overview: Overview, options: OverviewOptions, { locale, output }: Context): string {
  const file = options['output-file'];
  switch (options.format ?? 'table') {
    case 'csv': {
      const text = overviewCsv(overview, locale);
      // Without the mark Excel takes a file for the encoding of its country.
      return file !== undefined && /[^\0-\x7F]/.test(text) ? `\uFEFF${text}` : text;
    }
    case 'markdown':
      return overviewMarkdown(overview, locale);
    case 'json':
      return overviewJson(overview);
    default:
      return overviewText(overview, locale, {
        width: lineWidth(options, output),
        paint: (options.color ?? (output.colour && file === undefined)) ? coloured : plain,
      });
  }
}
