import type {
  Action,
  Brand,
  Channel,
  Consent,
  Data,
  Emotion,
  Experiment,
  Fact,
  Goal,
  Metric,
  Persona,
  Segment,
  System,
  Team,
} from '../../model/entities.ts';
import { CHANNEL_TRAITS } from '../../model/words.ts';
import { block, quoted, type Statement } from '../journey-text/statements.ts';
import { assumptionText, evidenceText, expectationText, limitText, questionText, targetText } from './shared.ts';
import { documented, each, head, list, nameText, one, valueText, words } from './statements.ts';

/** A block for each kind of declaration at the top of a file, but journeys. */

export function personaBlock(persona: Persona): Statement {
  const { segments, needs, pains, questions, expectations, evidence, assumptions } = persona;
  return block(words(head('persona', persona), list('in', segments)), [
    ...one('age', persona.age),
    ...one('occupation', persona.occupation),
    ...list('demographics', persona.demographics),
    ...list('interests', persona.interests),
    ...list('attitude', persona.attitudes),
    ...list('values', persona.values),
    ...list('behaviour', persona.behaviours),
    ...each('quote', persona.quotes),
    ...one('image', persona.image),
    ...list('wants', persona.wants),
    ...each('note', persona.notes),
    ...needs.flatMap((need) => documented(need, words(head('need', need), one('kano', need.kano)))),
    ...pains.flatMap((pain) => documented(pain, head('pain', pain))),
    ...questions.flatMap((question) => documented(question, questionText(question))),
    ...list('prefers', persona.prefers),
    ...list('avoids', persona.avoids),
    ...list('has', persona.has),
    ...list('lacks', persona.lacks),
    ...list('language', persona.languages),
    ...list('hours', persona.hours),
    ...one('patience', persona.patience),
    ...expectations.map(expectationText),
    ...one('ltv', persona.ltv),
    ...one('value', persona.worth),
    ...one('share', persona.share),
    ...evidence.map(evidenceText),
    ...assumptions.map(assumptionText),
  ]);
}

export function segmentBlock(segment: Segment): Statement {
  return block(head('segment', segment), [
    ...list('prefers', segment.prefers),
    ...list('avoids', segment.avoids),
    ...list('has', segment.has),
    ...list('lacks', segment.lacks),
    ...list('language', segment.languages),
    ...one('share', segment.share),
    ...each('where', segment.criteria),
    ...each('note', segment.notes),
    ...segment.evidence.map(evidenceText),
  ]);
}

export function channelBlock(channel: Channel): Statement {
  const { kind } = channel;
  const brought = kind === undefined ? undefined : CHANNEL_TRAITS[kind.value];
  const flags = (['human', 'live', 'selfService'] as const).filter((flag) => channel[flag] && brought?.[flag] !== true);
  return block(words(head('channel', channel), one(':', kind)), [
    ...flags,
    ...(channel.thirdParty ? ['thirdParty'] : []),
    ...list('hours', channel.hours),
    ...list('requires', channel.requires),
    ...list('language', channel.languages),
    ...channel.limits.map(limitText),
    ...one('partner', channel.partner),
    ...each('note', channel.notes),
  ]);
}

export function systemBlock(system: System): Statement {
  return block(words(head('system', system), one(':', system.kind)), [
    ...list('holds', system.holds),
    ...list('masters', system.masters),
    ...system.shares.map(({ data, targets }) => words(list('shares', data), list('->', targets))),
    ...list('recognises', system.recognises),
    ...one('latency', system.latency),
    ...one('owner', system.owner),
    ...each('note', system.notes),
  ]);
}

export function teamBlock(team: Team): Statement {
  return block(head('team', team), each('note', team.notes));
}

export function dataBlock(data: Data): Statement {
  return block(words(head('data', data), list(':', data.kinds)), [
    ...one('retention', data.retention),
    ...list('valid on', data.validOn),
    ...list('alias', data.aliases),
    ...each('note', data.notes),
  ]);
}

export function consentBlock(consent: Consent): Statement {
  return block(head('consent', consent), [
    ...consent.covers.map(({ data, purposes }) => words(list('covers', data), list('for', purposes))),
    ...one('optional', consent.optional),
    ...one('required', consent.required),
    ...each('note', consent.notes),
  ]);
}

export function metricBlock(metric: Metric): Statement {
  const { scale } = metric;
  return block(words(head('metric', metric), one(':', metric.kind)), [
    ...one('better', metric.better),
    ...one('baseline', metric.baseline),
    ...targetText(metric.target),
    ...(scale === undefined ? [] : [words('scale', valueText(scale.low), '..', valueText(scale.high))]),
    ...list('at', metric.at),
    ...one('source', metric.source),
    ...one('owner', metric.owner),
    ...each('note', metric.notes),
  ]);
}

export function goalBlock(goal: Goal): Statement {
  return block(words(head('goal', goal), one(':', goal.kind)), [
    ...list('metric', goal.metrics),
    ...one('baseline', goal.baseline),
    ...targetText(goal.target),
    ...one('by', goal.by),
    ...one('within', goal.within),
    ...one('owner', goal.owner),
    ...list('for', goal.personas),
    ...each('note', goal.notes),
  ]);
}

export function factLine(fact: Fact): Statement {
  const { value, from, until, personas } = fact;
  return words(
    head('fact', fact),
    '=',
    valueText(value),
    one('from', from),
    one('until', until),
    list('for', personas),
  );
}

export function brandBlock(brand: Brand): Statement {
  return block(head('brand', brand), [
    ...list('tone', brand.tones),
    ...list('never', brand.never),
    ...each('note', brand.notes),
  ]);
}

export function emotionLine(emotion: Emotion): Statement {
  const { value, face } = emotion;
  return words(head('emotion', emotion), '=', String(value), face === undefined ? undefined : quoted(face));
}

export function actionBlock(action: Action): Statement {
  return block(head('action', action), [
    ...list('solves', action.solves),
    ...list('supports', action.supports),
    ...list('at', action.at),
    ...one('owner', action.owner),
    ...one('due', action.due),
    ...one('status', action.status),
    ...one('effort', action.effort),
    ...one('impact', action.impact),
    ...one('ticket', action.ticket),
    ...one('kind', action.kind),
    ...one('phase', action.phase),
    ...one('cost', action.cost),
    ...list('for', action.personas),
    ...each('note', action.notes),
  ]);
}

export function experimentBlock(experiment: Experiment): Statement {
  const { variants, traffic, results } = experiment;
  const period = traffic && PERIODS.find(({ seconds }) => seconds === traffic.perSeconds)?.word;
  return block(head('experiment', experiment), [
    ...list('on', experiment.touchpoints),
    ...list('for', experiment.personas),
    ...one('hypothesis', experiment.hypothesis),
    ...list('metric', experiment.metrics),
    ...(variants.length === 0 ? [] : [words('variants', variants.map((variant) => head('', variant)).join(', '))]),
    ...list('split', experiment.split),
    ...one('baseline', experiment.baseline),
    ...one('effect', experiment.effect),
    ...one('alpha', experiment.alpha),
    ...one('power', experiment.power),
    ...(traffic === undefined || period === undefined
      ? []
      : [words('traffic', valueText(traffic.count), 'per', period)]),
    ...one('runs', experiment.runs),
    ...one('starts', experiment.starts),
    ...one('status', experiment.status),
    ...one('exclusive', experiment.exclusive),
    ...one('stop', experiment.stop),
    ...list('guardrail', experiment.guardrails),
    ...(results.length === 0
      ? []
      : [
          words(
            'result',
            results
              .map(({ variant, conversions, visitors }) =>
                words(idIn(variant.key), valueText(conversions), 'of', valueText(visitors)),
              )
              .join(', '),
          ),
        ]),
    ...one('owner', experiment.owner),
    ...each('note', experiment.notes),
  ]);
}

/** A variant is known in its experiment alone. */
function idIn(key: string): string {
  return nameText(key).split('.').at(-1) ?? key;
}

const PERIODS = [
  { word: 's', seconds: 1 },
  { word: 'min', seconds: 60 },
  { word: 'hour', seconds: 3600 },
  { word: 'day', seconds: 86_400 },
  { word: 'week', seconds: 604_800 },
  { word: 'month', seconds: 2_592_000 },
  { word: 'year', seconds: 31_536_000 },
] as const;
