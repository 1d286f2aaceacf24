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
import type { Locale } from '../../model/text.ts';
import { complainOf, readCheckedFiles } from '../checked-files.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { writeOutputFile } from '../output.ts';

export interface OverviewOptions {
  readonly format?: 'table' | 'csv' | 'markdown' | 'json';
  readonly 'output-file'?: string;
  readonly color?: boolean;
}

type Kind = 'actions' | 'stats' | 'matrix';

/** `journey actions`, `journey stats`, `journey matrix`: a table about all journeys of a workspace. */
export async function runOverview(
  kind: Kind,
  operands: readonly string[],
  options: OverviewOptions,
  context: Context,
): Promise<ExitCode> {
  const { output, cwd, locale } = context;
  const { files, missing } = await readCheckedFiles(operands, context);
  const overview = overviews[kind](files, locale);
  const text = write(overview, options, context);
  const file = options['output-file'];
  const wrong = file === undefined ? undefined : writeOutputFile(file, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  const isPrinted = file === undefined ? await output.print(text) : wrong === undefined;
  complainOf(missing, context);
  return isPrinted && missing.length === 0 ? EXIT.clean : EXIT.usage;
}

const overviews: Readonly<Record<Kind, (files: readonly OverviewFile[], locale: Locale) => Overview>> = {
  actions: actionPlan,
  stats: statistics,
  matrix: coverageMatrix,
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
      return overviewText(
        overview,
        locale,
        (options.color ?? (output.colour && file === undefined)) ? coloured : plain,
      );
  }
}
