import { createHash } from 'node:crypto';
import { exportCjml } from '../../formats/cjml.ts';
import { toJson } from '../../formats/json.ts';
import { jsonText } from '../../formats/json-text.ts';
import { exportMermaid } from '../../formats/mermaid/export.ts';
import { personaHtml } from '../../formats/personas/html.ts';
import { personaMarkdown } from '../../formats/personas/markdown.ts';
import { journeyCsv, journeyMarkdown } from '../../formats/table/export.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { problemsOf } from '../../language/problems.ts';
import type { Journey } from '../../model/journey.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Locale, Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import type { ExportFormat } from '../exchange-formats.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type OneFile, openOneFile } from '../one-file.ts';
import { deliver, formatOf, type FormatsByName } from '../output-file.ts';

export interface ExportOptions {
  readonly format?: ExportFormat;
  readonly journey?: string;
  readonly 'output-file'?: string;
  readonly 'stdin-file-name'?: string;
}

/** `journey export`: what one file means, in another format. */
export async function runExport(operand: string, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { output } = context;
  const format = formatOf(options, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const file = await openOneFile(operand, options['stdin-file-name'], context);
  if (file === undefined) return EXIT.usage;
  const { document, path } = file;
  const written = exporters[format](file, modelOf(document), options, context.locale);
  if ('mistake' in written) {
    output.complain(written.mistake);
    return EXIT.usage;
  }
  if ((await deliver(written.text, options['output-file'], context)) !== EXIT.clean) return EXIT.usage;
  for (const line of written.dropped ?? []) output.complain(line);
  const errors = problemsOf(document).filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return EXIT.clean;
  output.complain({
    en: `${path} has ${errors} ${errors === 1 ? 'error' : 'errors'}, so something may be missing; see "journey check"`,
    ja: `${path} にエラーが${errors}件あるため、欠けている内容があるかもしれません(「journey check」で確認できます)`,
  });
  return EXIT.findings;
}

const FORMATS: FormatsByName<ExportFormat> = {
  byName: {
    '.json': 'json',
    '.mmd': 'mermaid',
    '.mermaid': 'mermaid',
    '.csv': 'csv',
    '.md': 'markdown',
    '.html': 'personas-html',
    '.xml': 'cjml',
    '.cjml': 'cjml',
  },
  otherwise: 'json',
  only: { journey: ['mermaid', 'csv', 'markdown', 'cjml'] },
};

interface Written {
  readonly text: string;
  readonly dropped?: readonly Text[];
}

interface Refused {
  readonly mistake: Text;
}

type Exporter = (file: OneFile, model: Model, options: ExportOptions, locale: Locale) => Written | Refused;

const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  json: ({ pathOf }, model) => ({ text: jsonText(toJson(model, pathOf)) }),
  mermaid: ({ path }, model, { journey }, locale) => {
    const found = oneJourney(model, journey, path);
    return 'mistake' in found ? found : exportMermaid(model, found, locale);
  },
  csv: ({ path }, model, { journey, 'output-file': file }, locale) => {
    const found = oneJourney(model, journey, path);
    if ('mistake' in found) return found;
    const text = journeyCsv(model, found, locale);
    // Without the mark Excel takes a file for the encoding of its country.
    return { text: file !== undefined && /[^\0-\x7F]/.test(text) ? `\uFEFF${text}` : text };
  },
  personas: (file, model, _options, locale) => withPersonas(file, model, () => personaMarkdown(model, locale)),
  'personas-html': (file, model, _options, locale) => withPersonas(file, model, () => personaHtml(model, locale, hash)),
  cjml: ({ path }, model, { journey }, locale) => {
    const found = oneJourney(model, journey, path);
    return 'mistake' in found ? found : exportCjml(model, found, locale);
  },
  markdown: ({ path }, model, { journey }, locale) => {
    const found = oneJourney(model, journey, path);
    return 'mistake' in found ? found : { text: journeyMarkdown(model, found, locale) };
  },
};

function withPersonas({ path }: OneFile, { personas }: Model, write: () => string): Written | Refused {
  if (personas.size > 0) return { text: write() };
  return { mistake: { en: `${path} knows no persona`, ja: `${path} にペルソナがありません` } };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The journey that is asked for, otherwise the first of the file. */
function oneJourney(model: Model, wanted: string | undefined, path: string): Journey | Refused {
  const journeys = ownJourneys(model);
  const found = wanted === undefined ? journeys[0] : journeys.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const ids = journeys.map(({ id }) => id);
  if (ids.length === 0) return { mistake: { en: `${path} holds no journey`, ja: `${path} にジャーニーがありません` } };
  return {
    mistake: {
      en: `there is no journey "${wanted ?? ''}" here, only: ${ids.join(', ')}`,
      ja: `ジャーニー「${wanted ?? ''}」はありません。使えるもの: ${ids.join('、')}`,
    },
  };
}
