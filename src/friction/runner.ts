import { analysisOf } from '../model/analysis.ts';
import type { Finding, Severity, Subject } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';
import { ownJourneys } from '../model/model.ts';
import type { Measured } from '../model/measured/measured.ts';
import type { Model } from '../model/model.ts';
import { listed, quoted, titled } from '../model/phrases.ts';
import { comparePlaces } from '../model/place.ts';
import { Ages } from './ages.ts';
import { type Drafts, draftsOf, isFileFinished } from './drafts.ts';
import { findingsOf, type Seen } from './merge.ts';
import type { JourneyContext, ModelContext, Rule, RuleMeta } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { defaultSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface FrictionOptions {
  /** Default: all of the catalogue. */
  readonly rules?: readonly Rule[];
  /** Severities that differ from the rules' own, by id. What a rule finds milder than usual stays as much milder. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** What logs said about the file's journeys, by their keys. */
  readonly measured?: ReadonlyMap<string, Measured>;
  /** Default: those of the settings' day. Whoever gives them can ask afterwards how long the findings hold. */
  readonly ages?: Ages;
}

/** The code of the finding that says that a rule itself is broken. */
export const RULE_FAILED = 'rule-failed';

/** A model to look through, and how. */
export interface FrictionInput extends FrictionOptions {
  readonly model: Model;
  readonly settings?: Settings;
}

/**
 * Everything that the rules find in the file of a model: in its own journeys, and in its other own declarations. In the
 * order of the text; the same model, settings and options give the same findings. Suppressions are not applied.
 *
 * Never throws: where a rule fails, a finding says so, and the other rules are not affected.
 */
export function frictionOf(
  model: Model,
  settings: Settings = defaultSettings,
  options: FrictionOptions = {},
): readonly Finding[] {
  return frictionOfAll([{ ...options, model, settings }])[0] ?? [];
}

/**
 * The same for several models, in their order. Each rule looks through all of them before the next one does: the code of all
 * rules is larger than what a processor holds near itself, and so it is fetched once for several files and not for each.
 */
export function frictionOfAll(inputs: readonly FrictionInput[]): readonly (readonly Finding[])[] {
  const runs = inputs.map((input) => new ModelRun(input));
  for (const rule of new Set(runs.flatMap((run) => run.rules))) for (const run of runs) run.look(rule);
  return runs.map((run) => run.done());
}

/** What the rules find in the file of one model. */
class ModelRun {
  readonly rules: readonly Rule[];
  readonly #context: ModelContext;
  readonly #severities: ReadonlyMap<string, Severity | 'off'>;
  readonly #journeys: readonly JourneyRun[];
  /** Whether no declaration of the file is still open. */
  readonly #isFinished: boolean;
  readonly #findings: Finding[] = [];
  readonly #failed: string[] = [];
  #seen: Seen[] = [];

  constructor({
    model,
    settings = defaultSettings,
    rules = allRules,
    severities = new Map(),
    measured = new Map(),
    ages = new Ages(settings),
  }: FrictionInput) {
    this.rules = rules;
    this.#severities = severities;
    this.#isFinished = isFileFinished(model);
    this.#context = {
      model,
      settings,
      ages,
      isOn: (rule) => severities.get(rule) !== 'off',
      report: (observation, personas = observation.personas) => {
        this.#seen.push({ observation, personas });
      },
    };
    this.#journeys = ownJourneys(model).map(
      (journey) => new JourneyRun(this.#context, journey, measured.get(journey.key), this.#isFinished),
    );
  }

  look(rule: Rule): void {
    const severity = this.#severities.get(rule.meta.id);
    if (severity === 'off') return;
    if (rule.check !== undefined) {
      for (const journey of this.#journeys)
        for (const finding of journey.look(rule, severity)) this.#findings.push(finding);
    }
    if (rule.checkModel === undefined || !this.#isFinished) return;
    if (this.#seen.length > 0) this.#seen = [];
    try {
      rule.checkModel(this.#context);
      const { model } = this.#context;
      const merging = { model, meta: rule.meta, severity, everybody: [], whole: asSaid };
      this.#findings.push(...findingsOf(merging, this.#seen));
    } catch {
      this.#failed.push(rule.meta.id);
    }
  }

  done(): readonly Finding[] {
    const failures = [
      ...this.#journeys.flatMap((journey) => journey.failure ?? []),
      ...this.#failed.map((id) => failureOf([id], this.#context.model)),
    ];
    return [...this.#findings, ...failures].toSorted(
      (a, b) => comparePlaces(a.place, b.place) || compareText(a.code, b.code),
    );
  }
}

/** What the rules find in one journey. */
class JourneyRun {
  readonly #context: JourneyContext;
  readonly #drafts: Drafts;
  readonly #everybody: readonly string[];
  readonly #failed: string[] = [];
  /** What the rule whose turn it is has seen, and what it waits for. */
  #seen: Seen[] = [];
  #waitsFor: RuleMeta['waitsFor'] = 'journey';

  constructor(
    { model, settings, ages, isOn }: Omit<ModelContext, 'report'>,
    journey: Journey,
    measured: Measured | undefined,
    isFinished: boolean,
  ) {
    const analysis = analysisOf(model, journey);
    this.#drafts = draftsOf(journey, isFinished);
    this.#everybody = analysis.views.flatMap(({ persona }) => (persona === undefined ? [] : [persona.key]));
    // One for all rules, so that what they share among personas (views.ts) is found once.
    this.#context = {
      model,
      settings,
      ages,
      isOn,
      journey,
      analysis,
      measured,
      report: (observation, personas = observation.personas) => {
        if (this.#drafts.allow(observation.subject ?? nothing, observation.waitsFor ?? this.#waitsFor)) {
          this.#seen.push({ observation, personas });
        }
      },
    };
  }

  look({ meta, check }: Rule, severity: Severity | undefined): readonly Finding[] {
    if (check === undefined || this.#drafts.isSilent(meta.waitsFor)) return noFindings;
    if (meta.ownOnly === true && this.#context.journey.kind.value === 'competitor') return noFindings;
    this.#waitsFor = meta.waitsFor;
    if (this.#seen.length > 0) this.#seen = [];
    try {
      check(this.#context);
      // Most rules see nothing in most journeys.
      if (this.#seen.length === 0) return noFindings;
      const { model } = this.#context;
      return findingsOf({ model, meta, severity, everybody: this.#everybody, whole: this.#whole }, this.#seen);
    } catch {
      this.#failed.push(meta.id);
      return noFindings;
    }
  }

  /** What says that rules are broken; undefined when none is. */
  get failure(): Finding | undefined {
    return this.#failed.length === 0 ? undefined : failureOf(this.#failed, this.#context.journey);
  }

  /** Completes what an observation says it is about. */
  readonly #whole = (subject: Subject): Subject => {
    const { analysis, journey } = this.#context;
    const { touchpoint, next } = subject;
    const stage = subject.stage ?? analysis.whole.graph.node(touchpoint ?? '')?.stage.key;
    // As nearly all are; to spread objects takes longer than the rest of a finding.
    if (touchpoint !== undefined && stage !== undefined && subject.journey === undefined) {
      return next === undefined
        ? { journey: journey.key, stage, touchpoint }
        : { journey: journey.key, stage, touchpoint, next };
    }
    return { journey: journey.key, ...(stage === undefined ? {} : { stage }), ...subject };
  };
}

const noFindings: readonly Finding[] = [];
const nothing: Subject = {};

/** What is about a declaration is about no part of a journey. */
function asSaid(subject: Subject): Subject {
  return subject;
}

function failureOf(rules: readonly string[], where: Journey | Model): Finding {
  const names = listed(rules.map((id) => quoted(id)));
  const journey = 'place' in where ? where : undefined;
  const start = { line: 0, character: 0 };
  const of = journey === undefined ? { en: 'this file', ja: 'このファイル' } : titled(journey);
  return {
    code: RULE_FAILED,
    severity: 'information',
    message: {
      en: `${names.en} could not be checked for ${of.en}, because of a mistake in this program.`,
      ja: `プログラムの不具合により、${of.ja}では${names.ja}を確認できませんでした。`,
    },
    help: {
      en: 'Please report it together with the file. All other rules were checked.',
      ja: 'ファイルを添えてご報告ください。ほかのルールは確認済みです。',
    },
    place: journey?.place ?? { uri: (where as Model).uri, range: { start, end: start } },
    related: [],
    fixes: [],
    subject: journey === undefined ? {} : { journey: journey.key },
    personas: [],
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
