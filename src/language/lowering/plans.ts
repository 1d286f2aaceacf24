import type { Declaration } from '../../model/declaration.ts';
import type { Action, Brand, Emotion, Experiment, ExperimentResult, Fact, Goal, Metric } from '../../model/entities.ts';
import { ACTION_KINDS, ACTION_STATUSES, BETTER, METRIC_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declare, finish } from './declare.ts';
import type { Reader } from './reader.ts';
import { lowerTarget } from './shared.ts';
import { periodOf } from './values.ts';

/** What is measured, stated and planned: metrics, goals, facts, brands, emotions, actions, experiments. */

export function lowerMetric(reader: Reader<ast.Metric>): Metric {
  return finish<Metric>({
    ...declare(reader),
    kind: reader.chosen('kinds', METRIC_KINDS),
    better: reader.chosen('better', BETTER),
    baseline: reader.quantity('baselines'),
    target: reader.item('targets', lowerTarget),
    scale: reader.item('scales', lowerScale),
    at: reader.references('at'),
    source: reader.text('sources'),
    owner: reader.reference('owners'),
    notes: reader.texts('notes'),
  });
}

export function lowerGoal(reader: Reader<ast.Goal>): Goal {
  return finish<Goal>({
    ...declare(reader),
    kind: reader.word('kinds'),
    metrics: reader.references('metrics'),
    baseline: reader.quantity('baselines'),
    target: reader.item('targets', lowerTarget),
    by: reader.date('by'),
    within: reader.duration('within'),
    owner: reader.reference('owners'),
    personas: reader.references('personas'),
    notes: reader.texts('notes'),
  });
}

export function lowerFact(reader: Reader<ast.Fact>): Fact | undefined {
  const value = reader.textOrQuantity('value');
  if (value === undefined) return undefined;
  return finish<Fact>({
    ...declare(reader),
    value,
    from: reader.date('from'),
    until: reader.date('until'),
    personas: reader.references('personas'),
  });
}

export function lowerBrand(reader: Reader<ast.Brand>): Brand {
  return finish<Brand>({
    ...declare(reader),
    tones: reader.words('tones'),
    never: reader.words('never'),
    notes: reader.texts('notes'),
  });
}

/** The ends of the scale of feelings. */
export const LOWEST_FEELING = -2;
export const HIGHEST_FEELING = 2;

export function lowerEmotion(reader: Reader<ast.Emotion>): Emotion | undefined {
  const value = reader.number('value', LOWEST_FEELING, HIGHEST_FEELING);
  if (value === undefined) return undefined;
  return finish<Emotion>({ ...declare(reader), value: value.value, face: reader.node.face });
}

export function lowerAction(reader: Reader<ast.Action>): Action {
  return finish<Action>({
    ...declare(reader),
    solves: reader.references('solves'),
    supports: reader.references('supports'),
    at: reader.references('at'),
    owner: reader.reference('owners'),
    due: reader.date('due'),
    status: reader.chosen('statuses', ACTION_STATUSES),
    effort: reader.number('efforts', 1, 5),
    impact: reader.number('impacts', 1, 5),
    ticket: reader.text('tickets'),
    kind: reader.chosen('kinds', ACTION_KINDS),
    phase: reader.textOrQuantity('phases'),
    cost: reader.money('costs'),
    personas: reader.references('personas'),
    notes: reader.texts('notes'),
  });
}

export function lowerExperiment(reader: Reader<ast.Experiment>): Experiment {
  return finish<Experiment>({
    ...declare(reader),
    touchpoints: reader.references('touchpoints'),
    personas: reader.references('personas'),
    hypothesis: reader.text('hypotheses'),
    metrics: reader.references('metrics'),
    variants: reader.items('variants', (variant) => finish<Declaration>(declare(variant))),
    split: reader.quantities('splits'),
    baseline: reader.quantity('baselines'),
    effect: reader.quantity('effects'),
    alpha: reader.quantity('alphas'),
    power: reader.quantity('powers'),
    traffic: reader.item('traffic', lowerTraffic),
    runs: reader.duration('runs'),
    starts: reader.date('starts'),
    status: reader.chosen('statuses', ACTION_STATUSES),
    exclusive: reader.mark('exclusive'),
    stop: reader.word('stops'),
    guardrails: reader.references('guardrails'),
    results: reader.items('results', lowerResult),
    owner: reader.reference('owners'),
    notes: reader.texts('notes'),
  });
}

function lowerScale(reader: Reader<ast.Scale>): Metric['scale'] {
  const low = reader.quantity('low');
  const high = reader.quantity('high');
  return low && high && { low, high, place: reader.statement };
}

function lowerTraffic(reader: Reader<ast.Traffic>): Experiment['traffic'] {
  const count = reader.number('count', 0);
  const perSeconds = periodOf(reader.node.period);
  return count && perSeconds !== undefined ? { count, perSeconds, place: reader.statement } : undefined;
}

function lowerResult(reader: Reader<ast.Result>): ExperimentResult | undefined {
  const variant = reader.reference('variant');
  const conversions = reader.number('conversions', 0);
  const visitors = reader.number('visitors', 0);
  return variant && conversions && visitors && { variant, conversions, visitors, place: reader.extent };
}
