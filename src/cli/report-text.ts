import type { RuleMeta } from '../friction/rule.ts';
import type { Finding } from '../model/finding.ts';
import type { Report, ReportOptions } from '../formats/report.ts';
import type { Context } from './command.ts';
import type { ReportFormat } from './report-formats.ts';

/** What a format may depend on besides what was found. */
export interface RenderContext extends Pick<Context, 'locale' | 'version'> {
  readonly colour: boolean;
  readonly width: number;
  readonly fails: (finding: Finding) => boolean;
}

/** A report in a format, as it is printed or written. Only the module of that format is loaded. */
export async function reportText(report: Report, format: ReportFormat, context: RenderContext): Promise<string> {
  return renderers[format](report, context);
}

type Renderer = (report: Report, context: RenderContext) => Promise<string>;

/** The next format goes here and into REPORT_FORMATS; `--format` in specs/check.ts describes it. */
const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  pretty: async (report, { locale, width, colour }) => {
    const [{ prettyReport }, { coloured, plain }] = await Promise.all([
      import('../formats/pretty.ts'),
      import('../formats/terminal/style.ts'),
    ]);
    return prettyReport(report, { locale, width, paint: colour ? coloured : plain });
  },
  concise: async (report, { locale }) => (await import('../formats/concise.ts')).conciseReport(report, locale),
  json: async (report, { locale }) => (await import('../formats/check-json.ts')).jsonReport(report, locale),
  sarif: async (report, context) =>
    (await import('../formats/sarif.ts')).sarifReport(report, await optionsOf(context, await ruleMetas())),
  github: async (report, context) =>
    (await import('../formats/github.ts')).githubReport(report, await optionsOf(context)),
  junit: async (report, context) => (await import('../formats/junit.ts')).junitReport(report, await optionsOf(context)),
  gitlab: async (report, context) =>
    (await import('../formats/gitlab.ts')).gitlabReport(report, await optionsOf(context)),
  markdown: async (report, context) =>
    (await import('../formats/markdown.ts')).markdownReport(report, await optionsOf(context)),
};

async function optionsOf(
  { locale, version, fails }: RenderContext,
  rules: readonly RuleMeta[] = [],
): Promise<ReportOptions> {
  // Loaded here and not above: it takes longer to load than a small file to check.
  const { createHash } = await import('node:crypto');
  return { locale, version, rules, fails, hash: (text) => createHash('sha256').update(text).digest('hex') };
}

async function ruleMetas(): Promise<readonly RuleMeta[]> {
  const { rules } = await import('../friction/rules/index.ts');
  return rules.map(({ meta }) => meta);
}
