import { analysisOf } from '../model/analysis.ts';
import type { Finding, Severity, Subject } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';
import { ownJourneys } from '../model/model.ts';
import type { Measured } from '../model/measured/measured.ts';
import type { Model } from '../model/model.ts';
import { listed, quoted, titled } from '../model/phrases.ts';
import { comparePlaces } from '../model/place.ts';
import { Ages } from './ages.ts';
import { draftsOf, isFileFinished } from './drafts.ts';
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

/**
 * Everything that the rules find in the file of a model: in its own journeys, and in its other own declarations. In the
 * order of the text; the same model, settings and options give the same findings. Suppressions are not applied.
 *
 * Never throws: where a rule fails, a finding says so, and the other rules are not affected.
 */
export function frictionOf(
  model: Model,
  settings: Settings = defaultSettings,
  { rules = allRules, severities = new Map(), measured = new Map(), ages = new Ages(settings) }: FrictionOptions = {},
): readonly Finding[] {
  const active = rules.filter((rule) => severities.get(rule.meta.id) !== 'off');
  const run: Run = {
    model,
    settings,
    ages,
    severities: severities as ReadonlyMap<string, Severity>,
    measured,
    finished: isFileFinished(model),
  };
  const findings = ownJourneys(model).flatMap((journey) => journeyFindings(run, journey, active));
  return [...findings, ...modelFindings(run, active)].toSorted(
    (a, b) => comparePlaces(a.place, b.place) || compareText(a.code, b.code),
  );
}

interface Run {
  readonly model: Model;
  readonly settings: Settings;
  readonly ages: Ages;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly measured: ReadonlyMap<string, Measured>;
  /** Whether no declaration of the file is still open. */
  readonly finished: boolean;
}

function journeyFindings(run: Run, journey: Journey, rules: readonly Rule[]): Finding[] {
  const { model, settings, ages, severities } = run;
  const broken: string[] = [];
  const findings: Finding[] = [];
  const drafts = draftsOf(journey, run.finished);
  const analysis = analysisOf(model, journey);
  const everybody = analysis.views.flatMap(({ persona }) => (persona === undefined ? [] : [persona.key]));
  const whole = (subject: Subject): Subject => {
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
  /** What the rule whose turn it is has seen, and what it waits for. */
  let seen: Seen[] = [];
  let waitsFor: RuleMeta['waitsFor'] = 'journey';
  // One for all rules, so that what they share among personas (views.ts) is found once.
  const context: JourneyContext = {
    model,
    settings,
    ages,
    journey,
    analysis,
    measured: run.measured.get(journey.key),
    report: (observation, personas = observation.personas) => {
      if (drafts.allow(observation.subject ?? nothing, observation.waitsFor ?? waitsFor)) {
        seen.push({ observation, personas });
      }
    },
  };
  for (const { meta, check } of rules) {
    if (check === undefined || drafts.isSilent(meta.waitsFor)) continue;
    if (meta.ownOnly === true && journey.kind.value === 'competitor') continue;
    waitsFor = meta.waitsFor;
    if (seen.length > 0) seen = [];
    try {
      check(context);
      // Most rules see nothing in most journeys.
      if (seen.length === 0) continue;
      findings.push(...findingsOf({ model, meta, severity: severities.get(meta.id), everybody, whole }, seen));
    } catch {
      broken.push(meta.id);
    }
  }
  return broken.length === 0 ? findings : [...findings, failure(broken, journey)];
}

function modelFindings({ model, settings, ages, severities, finished }: Run, rules: readonly Rule[]): Finding[] {
  if (!finished) return [];
  const findings: Finding[] = [];
  for (const { meta, checkModel } of rules) {
    if (checkModel === undefined) continue;
    const seen: Seen[] = [];
    const report: ModelContext['report'] = (observation, personas = observation.personas) => {
      seen.push({ observation, personas });
    };
    try {
      checkModel({ model, settings, ages, report });
      findings.push(
        ...findingsOf({ model, meta, severity: severities.get(meta.id), everybody: [], whole: asSaid }, seen),
      );
    } catch {
      findings.push(failure([meta.id], model));
    }
  }
  return findings;
}

const nothing: Subject = {};

/** What is about a declaration is about no part of a journey. */
function asSaid(subject: Subject): Subject {
  return subject;
}

function failure(rules: readonly string[], where: Journey | Model): Finding {
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
