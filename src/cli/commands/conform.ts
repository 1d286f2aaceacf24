import { URI } from 'vscode-uri';
import type { Conformance } from '../../evidence/conformance.ts';
import { conformanceContent } from '../../formats/evidence/content.ts';
import { htmlEvidence, markdownEvidence, prettyEvidence } from '../../formats/evidence/write.ts';
import { jsonText } from '../../formats/json-text.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { compareWithLog, mappingFrom, type Step } from '../evidence/compare.ts';
import { LEAST_GROUP } from '../evidence/least-group.ts';
import type { LogOptions } from '../evidence/open-log.ts';
import { saveResults } from '../evidence/save-results.ts';
import { showColumns } from '../evidence/show-columns.ts';
import { withLog } from '../evidence/with-log.ts';
import { EVIDENCE_FORMATS, type EvidenceFormat } from '../evidence/report-formats.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openOneJourney } from '../one-journey.ts';
import { deliver, formatOf, type FormatsByName, lineWidth } from '../output-file.ts';

export interface ConformOptions extends LogOptions {
  readonly mapping?: string;
  readonly journey?: string;
  readonly format?: EvidenceFormat;
  readonly by?: 'segment' | 'period';
  readonly save?: boolean;
  readonly 'least-group'?: number;
  readonly 'output-file'?: string;
  readonly color?: boolean;
}

/** What programs read tells all groups apart. */
const FORMATS: FormatsByName<EvidenceFormat> = {
  ...EVIDENCE_FORMATS,
  only: { ...EVIDENCE_FORMATS.only, by: ['pretty', 'markdown', 'html'] },
};

/** `journey conform`: a journey held against an event log. */
export async function runConform(operand: string, options: ConformOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const complain = (mistake: Text): ExitCode => {
    output.complain(mistake);
    return EXIT.usage;
  };
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const opened = await openOneJourney(operand, options.journey, context);
  if (opened === undefined) return EXIT.usage;
  const uri = opened.file.document.uri.toString();
  const journeyFile = operand !== '-' && uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined;
  if (options.save === true && journeyFile === undefined) return complain(NOTHING_BESIDE);
  const mapping = mappingFrom(options.mapping, journeyFile, cwd);
  if ('mistake' in mapping) return complain(mapping.mistake);
  const result = await withLog(options, context, 'cases', async (log, signal) => {
    if (format !== 'json') {
      showColumns(log, context);
      if (options.by === 'segment' && log.columns.segment === undefined) output.complain(NO_SEGMENTS);
      const { path } = mapping;
      if (path !== undefined) output.complain({ en: `mapping: ${path}`, ja: `対応表: ${path}` });
    }
    const least = options['least-group'] ?? LEAST_GROUP;
    return compareWithLog(opened.analysis, log, mapping.file, least, {
      progress: (step, share) => output.progress(stepText(step, share)),
      signal,
    });
  });
  if (result === undefined) return EXIT.usage;
  if (result.cases === 0) {
    return complain({
      en: `${options.log ?? ''}: there is no event in this log that can be used${leftOut(result, 'en')}`,
      ja: `${options.log ?? ''}: 使えるイベントがログにありません${leftOut(result, 'ja')}`,
    });
  }
  if (options.save === true && journeyFile !== undefined) {
    const wrong = saveResults(result, opened.analysis, journeyFile, context);
    if (wrong !== undefined) return complain(wrong);
  }
  const text = write(result, opened.analysis, { ...options, format }, context);
  return deliver(text, options['output-file'], context);
}

const NO_SEGMENTS: Text = {
  en: 'no column of the log tells segments apart, so there is nothing to compare by; name one with --segment-column',
  ja: 'セグメントを表す列がログにないため、比較できません。--segment-column で列を指定してください',
};

const NOTHING_BESIDE: Text = {
  en: '--save needs a journey in a file, to write the result beside it',
  ja: '--save は結果をジャーニーのファイルの隣に書くため、ファイルを指定してください',
};

const STEPS: Readonly<Record<Step, Text>> = {
  size: { en: 'counting …', ja: '数えています…' },
  variants: { en: 'finding the ways that customers went …', ja: 'お客様の流れを調べています…' },
  alignment: { en: 'comparing with the journey …', ja: 'ジャーニーと比べています…' },
};

function stepText(step: Step, share: number | undefined): Text {
  const { en, ja } = STEPS[step];
  if (share === undefined) return { en, ja };
  const percent = ` ${Math.floor(share * 100)}%`;
  return { en: `${en}${percent}`, ja: `${ja}${percent}` };
}

function leftOut({ profile }: Conformance, locale: 'en' | 'ja'): string {
  const rows = profile.notices.reduce((sum, notice) => sum + notice.rows, 0);
  if (rows === 0) return '';
  return locale === 'en' ? ` (${rows} ${rows === 1 ? 'row was' : 'rows were'} left out)` : `(${rows}行を除外)`;
}

function write(
  result: Conformance,
  analysis: JourneyAnalysis,
  options: ConformOptions,
  { locale, output }: Context,
): string {
  const content = conformanceContent(result, analysis, options.by === undefined ? {} : { by: options.by });
  switch (options.format ?? 'pretty') {
    case 'json':
      return jsonText(result);
    case 'markdown':
      return markdownEvidence(content, locale);
    case 'html':
      return htmlEvidence(content, locale);
    default: {
      const isColoured = options.color ?? (output.colour && options['output-file'] === undefined);
      return prettyEvidence(content, {
        locale,
        width: lineWidth(options, output),
        paint: isColoured ? coloured : plain,
      });
    }
  }
}
