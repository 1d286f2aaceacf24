import { differenceJson } from '../../formats/difference/json.ts';
import { markdownDifference } from '../../formats/difference/markdown.ts';
import { prettyDifference } from '../../formats/difference/pretty.ts';
import { type DifferenceReport, isEmpty, WORDS } from '../../formats/difference/words.ts';
import { jsonText } from '../../formats/json-text.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { JourneyStory } from '../../history/story.ts';
import type { Theme } from '../../map/style/palette.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { pathOf } from '../inputs.ts';
import { deliver, formatOf, type FormatsByName } from '../output-file.ts';
import { compareSides, type TwoSides } from '../versions/two-sides.ts';

type DiffFormat = 'pretty' | 'markdown' | 'json' | 'html' | 'svg';

const FORMATS: FormatsByName<DiffFormat> = {
  byName: { '.txt': 'pretty', '.md': 'markdown', '.json': 'json', '.html': 'html', '.svg': 'svg' },
  otherwise: 'pretty',
  only: { theme: ['html', 'svg'], color: ['pretty'] },
};

export interface DiffOptions {
  readonly format?: DiffFormat;
  readonly 'output-file'?: string;
  readonly journey?: string;
  readonly theme?: Theme | 'auto';
  readonly 'fail-on'?: 'difference' | 'worse' | 'never';
  readonly staged?: boolean;
  readonly color?: boolean;
}

/** `journey diff`: what two versions say differently, and what that does to the customer. */
export async function runDiff(operands: readonly string[], options: DiffOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const compared = await compareSides(operands, options.staged === true, cwd);
  const chosen = 'mistake' in compared ? compared : choose(compared, { ...options, format });
  if ('mistake' in chosen) {
    output.complain(chosen.mistake);
    return EXIT.usage;
  }
  const { report, isWhole } = chosen;
  const text = await write(report, { ...options, format }, context);
  // A picture has no place for them.
  if (format === 'svg') for (const note of report.notes) output.complain(note);
  if ((await deliver(text, options['output-file'], context)) !== EXIT.clean || !isWhole) return EXIT.usage;
  return fails(report, options['fail-on']) ? EXIT.findings : EXIT.clean;
}

/** The journey that was asked for, or all of them. A picture shows one. */
function choose(
  { report, isWhole }: Exclude<TwoSides, { readonly mistake: Text }>,
  { journey, format }: DiffOptions,
): TwoSides {
  const all = report.story.journeys;
  const chosen = journey === undefined ? all : all.filter((story) => idOf(story) === journey);
  const known = all.map(idOf);
  if (journey !== undefined && chosen.length === 0) return { mistake: unchanged(journey, known) };
  if (format === 'svg' && chosen.length === 0) return { mistake: WORDS.noMap };
  if (format === 'svg' && chosen.length > 1) return { mistake: several(known) };
  return { report: journey === undefined ? report : { ...report, story: { journeys: chosen, shared: [] } }, isWhole };
}

function idOf({ impact: { before, after } }: JourneyStory): string {
  return (after ?? before)?.journey.id ?? '';
}

async function write(report: DifferenceReport, options: DiffOptions, context: Context): Promise<string> {
  const { locale, output, cwd } = context;
  switch (options.format ?? 'pretty') {
    case 'markdown':
      return markdownDifference(report, locale);
    case 'json':
      return jsonText(differenceJson(report, locale, (uri) => pathOf(uri, { cwd })));
    case 'html':
    case 'svg':
      return picture(report, options, context);
    default: {
      const paint = (options.color ?? (output.colour && options['output-file'] === undefined)) ? coloured : plain;
      return prettyDifference(report, { locale, width: output.width, paint });
    }
  }
}

/** Loaded here and not above: only these two formats draw. */
async function picture(
  report: DifferenceReport,
  { format, theme }: DiffOptions,
  { locale, version }: Context,
): Promise<string> {
  const footer = `journey ${version} · ${report.sides.join(' → ')}`;
  if (format === 'html') {
    const { htmlDifference } = await import('../../formats/difference/html.ts');
    const { createHash } = await import('node:crypto');
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    return htmlDifference(report, { locale, footer, theme: theme ?? 'auto', hash });
  }
  const [{ changeMap }, { mapScene }, { writeSvg }] = await Promise.all([
    import('../../formats/difference/map.ts'),
    import('../../map/map.ts'),
    import('../../map/svg/write-svg.ts'),
  ]);
  return report.story.journeys
    .map((journey) => mapScene(changeMap(journey, report.sides, locale), { locale, folded: [], footer }))
    .map((scene) => writeSvg(scene, { id: 'journey-changes', theme: theme ?? 'light' }))
    .join('');
}

function fails(report: DifferenceReport, failOn: DiffOptions['fail-on'] = 'difference'): boolean {
  if (failOn === 'worse') return report.story.journeys.some(({ verdict }) => verdict === 'worse');
  return failOn === 'difference' && !isEmpty(report);
}

function unchanged(journey: string, known: readonly string[]): Text {
  return known.length === 0
    ? WORDS.noMap
    : {
        en: `journey "${journey}" does not differ; those that do: ${known.join(', ')}`,
        ja: `ジャーニー「${journey}」に違いはありません。違いのあるジャーニー: ${known.join('、')}`,
      };
}

function several(known: readonly string[]): Text {
  return {
    en: `a picture shows one journey; name it with --journey: ${known.join(', ')}`,
    ja: `図にできるのは1つのジャーニーです。--journey で指定してください: ${known.join('、')}`,
  };
}
