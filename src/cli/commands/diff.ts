import { differenceJson } from '../../formats/difference/json.ts';
import { markdownDifference } from '../../formats/difference/markdown.ts';
import { prettyDifference } from '../../formats/difference/pretty.ts';
import { type DifferenceReport, isEmpty } from '../../formats/difference/words.ts';
import { jsonText } from '../../formats/json-text.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { pathOf } from '../inputs.ts';
import { writeOutputFile } from '../output.ts';
import { compareSides } from '../versions/two-sides.ts';

export interface DiffOptions {
  readonly format?: 'pretty' | 'markdown' | 'json';
  readonly 'output-file'?: string;
  readonly 'fail-on'?: 'difference' | 'worse' | 'never';
  readonly staged?: boolean;
  readonly color?: boolean;
}

/** `journey diff`: what two versions say differently, and what that does to the customer. */
export async function runDiff(operands: readonly string[], options: DiffOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const compared = await compareSides(operands, options.staged === true, cwd);
  if ('mistake' in compared) {
    output.complain(compared.mistake);
    return EXIT.usage;
  }
  const { report } = compared;
  const text = write(report, options, context);
  const file = options['output-file'];
  if (file === undefined) {
    if (!(await output.print(text))) return EXIT.usage;
  } else {
    const wrong = writeOutputFile(file, text, cwd);
    if (wrong !== undefined) {
      output.complain(wrong);
      return EXIT.usage;
    }
  }
  return fails(report, options['fail-on']) ? EXIT.findings : EXIT.clean;
}

function write(report: DifferenceReport, options: DiffOptions, { locale, output, cwd }: Context): string {
  switch (options.format ?? 'pretty') {
    case 'markdown':
      return markdownDifference(report, locale);
    case 'json':
      return jsonText(differenceJson(report, locale, (uri) => pathOf(uri, { cwd })));
    default: {
      const paint = (options.color ?? (output.colour && options['output-file'] === undefined)) ? coloured : plain;
      return prettyDifference(report, { locale, width: output.width, paint });
    }
  }
}

function fails(report: DifferenceReport, failOn: DiffOptions['fail-on'] = 'difference'): boolean {
  if (failOn === 'worse') return report.story.journeys.some(({ verdict }) => verdict === 'worse');
  return failOn === 'difference' && !isEmpty(report);
}
