import { URI } from 'vscode-uri';
import { experimentResults } from '../../evidence/experiment/results.ts';
import { mapEvents, type Mapping, type MappingFile } from '../../evidence/mapping.ts';
import { experimentContent, type MeasuredMetric } from '../../formats/evidence/experiment-content.ts';
import { experimentJson } from '../../formats/evidence/experiment-json.ts';
import { htmlEvidence, markdownEvidence, prettyEvidence } from '../../formats/evidence/write.ts';
import { jsonText } from '../../formats/json-text.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import type { Experiment, Metric } from '../../model/entities.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { mappingFrom } from '../evidence/compare.ts';
import type { OpenLog } from '../evidence/engine.ts';
import { LEAST_GROUP } from '../evidence/least-group.ts';
import type { LogOptions } from '../evidence/open-log.ts';
import { showColumns } from '../evidence/show-columns.ts';
import { withLog } from '../evidence/with-log.ts';
import { EVIDENCE_FORMATS, type EvidenceFormat } from '../evidence/report-formats.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openOneJourney } from '../one-journey.ts';
import { deliver, formatOf, lineWidth } from '../output-file.ts';

export interface ExperimentOptions extends LogOptions {
  readonly experiment?: string;
  readonly mapping?: string;
  readonly 'variant-column'?: string;
  readonly aim?: string;
  readonly 'least-group'?: number;
  readonly format?: EvidenceFormat;
  readonly 'output-file'?: string;
  readonly color?: boolean;
}

/** `journey experiment`: the results of an experiment, from an event log. */
export async function runExperiment(operand: string, options: ExperimentOptions, context: Context): Promise<ExitCode> {
  const { output, cwd, locale } = context;
  const complain = (mistake: Text): ExitCode => {
    output.complain(mistake);
    return EXIT.usage;
  };
  const format = formatOf(options, EVIDENCE_FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const opened = await openOneJourney(operand, undefined, context);
  if (opened === undefined) return EXIT.usage;
  const { model } = opened.analysis;
  const experiment = chosen(model, options.experiment);
  if ('mistake' in experiment) return complain(experiment.mistake);
  const uri = opened.file.document.uri.toString();
  const mapping = mappingFrom(options.mapping, uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined, cwd);
  if ('mistake' in mapping) return complain(mapping.mistake);
  const column = options['variant-column'];
  const asked = column === undefined ? options : { ...options, 'segment-column': column };
  const measured = await withLog(asked, context, 'variants', async (log) => {
    if (format !== 'json') showColumns(log, context, { segment: VARIANT });
    return measure(experiment, model, log, mapping.file, options.aim);
  });
  if (measured === undefined) return EXIT.usage;
  if ('mistake' in measured) return complain(measured.mistake);
  if (measured.every(({ results }) => results.variants.every(({ visitors }) => visitors === 0))) {
    return complain(nobodyIn(experiment));
  }
  const least = options['least-group'] ?? LEAST_GROUP;
  const content = experimentContent(experiment, measured, least);
  const target = options['output-file'];
  const isColoured = options.color ?? (output.colour && target === undefined);
  const text = {
    pretty: () =>
      prettyEvidence(content, { locale, width: lineWidth(options, output), paint: isColoured ? coloured : plain }),
    json: () => jsonText(experimentJson(experiment, measured, least)),
    markdown: () => markdownEvidence(content, locale),
    html: () => htmlEvidence(content, locale),
  }[format]();
  return deliver(text, target, context);
}

/** What the column is here that tells groups of customers apart. */
const VARIANT: Text = { en: 'variant', ja: 'バリアント' };

function chosen(model: Model, id: string | undefined): Experiment | { readonly mistake: Text } {
  const all = [...model.experiments.values()].filter(({ variants }) => variants.length > 1);
  const named = id === undefined ? all : all.filter((each) => each.id === id);
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only;
  const names = all.map((each) => each.id).join(', ');
  if (all.length === 0) {
    return {
      mistake: {
        en: 'there is no experiment with two variants in this file',
        ja: 'バリアントが2つ以上の実験がこのファイルにありません',
      },
    };
  }
  return id === undefined
    ? {
        mistake: {
          en: `there are several experiments; name one with --experiment: ${names}`,
          ja: `実験が複数あります。--experiment で指定してください: ${names}`,
        },
      }
    : {
        mistake: {
          en: `there is no experiment "${id}" with two variants, only: ${names}`,
          ja: `バリアントが2つ以上の実験「${id}」はありません。ある名前: ${names}`,
        },
      };
}

/** Else the customers, of whom there are none, would be split as planned. */
function nobodyIn({ variants }: Experiment): Text {
  const ids = variants.map(({ id }) => id);
  return {
    en: `no customer of the log was shown one of the variants of the experiment (${ids.join(', ')}), by its id or title; is it another column (--variant-column)?`,
    ja: `実験のバリアント(${ids.join('、')})を見たお客様がログにいません。IDか名前が入った列を --variant-column で指定してください`,
  };
}

async function measure(
  experiment: Experiment,
  model: Model,
  log: OpenLog,
  file: MappingFile,
  aim: string | undefined,
): Promise<readonly MeasuredMetric[] | { readonly mistake: Text }> {
  const activities = await log.activities();
  const mappings = ownJourneys(model).map((journey) => mapEvents(journey, activities, file));
  const shownAt = experiment.touchpoints.map(({ key }) => key);
  const shown = eventsOf(shownAt, mappings);
  if (shownAt.length > 0 && shown.length === 0) {
    return {
      mistake: {
        en: 'no event of the log stands for the touchpoint of the experiment; say with event "name" which one does',
        ja: '実験のタッチポイントに当たるイベントがログにありません。event "名前" で対応を書いてください',
      },
    };
  }
  const metrics = [
    ...experiment.metrics.map((metric) => ({ metric, isGuardrail: false })),
    ...experiment.guardrails.map((metric) => ({ metric, isGuardrail: true })),
  ].flatMap(({ metric: { key }, isGuardrail }) => {
    const metric = model.metrics.get(key);
    const aims = metric === undefined ? [] : aimsOf(metric, mappings);
    return metric === undefined || aims.length === 0 ? [] : [{ metric, isGuardrail, aims }];
  });
  if (aim !== undefined) {
    const aims = activities.some(({ name }) => name === aim) ? [aim] : [];
    if (aims.length === 0) {
      return { mistake: { en: `the log has no event "${aim}"`, ja: `ログにイベント「${aim}」はありません` } };
    }
    return [{ isGuardrail: false, results: experimentResults(experiment, await log.trial(shown, aims)) }];
  }
  if (metrics.length === 0) {
    return {
      mistake: {
        en: 'no metric of the experiment says where it is reached; write `at Touchpoint` in the metric, or name an event with --aim',
        ja: '実験の指標に、達成を示すタッチポイントがありません。指標に「at タッチポイント」と書くか、--aim でイベントを指定してください',
      },
    };
  }
  const measured: MeasuredMetric[] = [];
  for (const { metric, isGuardrail, aims } of metrics) {
    measured.push({ metric, isGuardrail, results: experimentResults(experiment, await log.trial(shown, aims)) });
  }
  return measured;
}

function aimsOf({ at }: Metric, mappings: readonly Mapping[]): readonly string[] {
  return eventsOf(
    at.map(({ key }) => key),
    mappings,
  );
}

/** Names of the events that stand for touchpoints. */
function eventsOf(touchpoints: readonly string[], mappings: readonly Mapping[]): readonly string[] {
  return mappings.flatMap(({ events }) =>
    events.flatMap(({ name, touchpoint }) =>
      touchpoint !== undefined && touchpoints.includes(touchpoint) ? [name] : [],
    ),
  );
}
