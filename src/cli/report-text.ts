import { type FilewiseFormat, wholeReport } from '../formats/filewise.ts';
import type { Report, ReportOptions } from '../formats/report.ts';
import type { RuleMeta } from '../friction/rule.ts';
import type { Context } from './command.ts';
import type { FilewiseName, ReportFormat } from './report-formats.ts';

/** What a format may depend on besides what was found. */
export interface RenderContext extends Pick<Context, 'locale' | 'version'>, Pick<ReportOptions, 'fails'> {
  readonly colour: boolean;
  readonly width: number;
}

/** A report of which everything is known, as it is printed or written. Only the module of its format is loaded. */
export async function reportText(report: Report, format: ReportFormat, context: RenderContext): Promise<string> {
  if (format !== 'markdown') return wholeReport(await filewise(format, context), report);
  const { markdownReport } = await import('../formats/markdown.ts');
  return markdownReport(report, context.locale);
}

/** A format that reports file by file. */
export async function filewise(format: FilewiseName, context: RenderContext): Promise<FilewiseFormat> {
  return formats[format](context);
}

/** The next format goes here and into REPORT_FORMATS; `--format` in specs/check.ts describes it. */
const formats: Readonly<Record<FilewiseName, (context: RenderContext) => Promise<FilewiseFormat>>> = {
  pretty: async ({ locale, width, colour }) => {
    const [{ pretty }, { coloured, plain }] = await Promise.all([
      import('../formats/pretty.ts'),
      import('../formats/terminal/style.ts'),
    ]);
    return pretty({ locale, width, paint: colour ? coloured : plain });
  },
  concise: async ({ locale }) => (await import('../formats/concise.ts')).concise(locale),
  json: async ({ locale }) => (await import('../formats/check-json.ts')).json(locale),
  sarif: async ({ locale, version }) =>
    (await import('../formats/sarif.ts')).sarif({ locale, version, rules: await ruleMetas(), hash: await hashing() }),
  github: async ({ locale }) => (await import('../formats/github.ts')).github(locale),
  junit: async ({ locale, fails }) => (await import('../formats/junit.ts')).junit({ locale, fails }),
  gitlab: async ({ locale }) => (await import('../formats/gitlab.ts')).gitlab({ locale, hash: await hashing() }),
};

async function hashing(): Promise<ReportOptions['hash']> {
  // Loaded here and not above: it takes longer to load than a small file to check.
  const { createHash } = await import('node:crypto');
  return (text) => createHash('sha256').update(text).digest('hex');
}

async function ruleMetas(): Promise<readonly RuleMeta[]> {
  const { rules } = await import('../friction/rules/index.ts');
  return rules.map(({ meta }) => meta);
}
