import type { Feeling, Journey, ShownItem, Stage, Touchpoint } from '../../model/journey.ts';
import type { Path } from '../../model/path.ts';
import type { Reference } from '../../model/values.ts';
import { block, type Statement } from '../journey-text/statements.ts';
import {
  assumptionText,
  barrierText,
  evidenceText,
  expectationText,
  handoverText,
  limitText,
  opportunityText,
  questionText,
} from './shared.ts';
import { documented, each, head, list, nameText, one, valueText, words } from './statements.ts';

/** @param ownEmotions keys of the emotions that the file declares itself */
export function journeyBlock(journey: Journey, ownEmotions: ReadonlySet<string>): Statement {
  const { kind, expectations, limits, evidence, assumptions, questions, barriers, opportunities, stages } = journey;
  return block(head('journey', journey), [
    ...(kind.stated === undefined ? [] : [`kind ${kind.value}`]),
    ...list('for', journey.personas),
    ...list('target', journey.targets),
    ...one('improves', journey.improves),
    ...each('scenario', journey.scenarios),
    ...expectations.map(expectationText),
    ...list('goal', journey.goals),
    ...one('owner', journey.owner),
    ...one('brand', journey.brand),
    ...one('reviewed', journey.reviewed),
    ...limits.map(limitText),
    ...each('note', journey.notes),
    ...list('metric', journey.metrics),
    ...evidence.map(evidenceText),
    ...assumptions.map(assumptionText),
    ...journey.handovers.map(handoverText),
    ...questions.flatMap((thing) => documented(thing, questionText(thing))),
    ...barriers.flatMap((thing) => documented(thing, barrierText(thing))),
    ...opportunities.map(opportunityText),
    ...stages.flatMap((stage) => documented(stage, stageBlock(stage, journey, ownEmotions))),
  ]);
}

function stageBlock(stage: Stage, journey: Journey, ownEmotions: ReadonlySet<string>): Statement {
  const { owner, questions, barriers, opportunities, touchpoints } = stage;
  return block(words(head('stage', stage), one(':', stage.kind)), [
    ...(owner?.from === 'stage' ? one('owner', owner) : []),
    ...one('conversion', stage.conversion),
    ...list('metric', stage.metrics),
    ...list('goal', stage.goals),
    ...list('for', stage.personas),
    ...each('note', stage.notes),
    ...questions.flatMap((thing) => documented(thing, questionText(thing))),
    ...barriers.flatMap((thing) => documented(thing, barrierText(thing))),
    ...opportunities.map(opportunityText),
    ...touchpoints.flatMap((touchpoint) =>
      documented(touchpoint, touchpointBlock(touchpoint, stage, journey, ownEmotions)),
    ),
  ]);
}

function touchpointBlock(
  touchpoint: Touchpoint,
  stage: Stage,
  journey: Journey,
  ownEmotions: ReadonlySet<string>,
): Statement {
  return block(
    words(head('touchpoint', touchpoint), list('on', touchpoint.channels), one('by', touchpoint.initiator)),
    [
      ...whatItIs(touchpoint, stage),
      ...whatPeopleDoAndFeel(touchpoint, ownEmotions),
      ...whatIsPromised(touchpoint),
      ...whatIsKnown(touchpoint),
      ...whatIsBehind(touchpoint),
      ...waysOf(touchpoint, journey.paths),
    ],
  );
}

function whatItIs(touchpoint: Touchpoint, stage: Stage): readonly Statement[] {
  const { personas } = touchpoint;
  const ownPersonas = keysOf(personas) === keysOf(stage.personas) ? [] : personas;
  return [
    ...list('for', ownPersonas),
    ...one('optional', touchpoint.optional),
    ...one('momentOfTruth', touchpoint.momentOfTruth),
    ...one('urgent', touchpoint.urgent),
    ...one('reminder', touchpoint.reminder),
    ...one('existingCustomer', touchpoint.existingCustomer),
    ...list('alternative on', touchpoint.alternatives),
    ...one('task', touchpoint.task),
    ...touchpoint.callsToAction.map(({ text, channels, personas: people }) =>
      words('cta', text && valueText(text), list('on', channels), list('for', people)),
    ),
    ...one('kind', touchpoint.kind),
    ...one('job', touchpoint.job),
    ...list('tone', touchpoint.tones),
    ...touchpoint.variants.map(({ personas: people, text }) =>
      words('variant', list('for', people), text && valueText(text)),
    ),
  ];
}

function whatPeopleDoAndFeel(touchpoint: Touchpoint, ownEmotions: ReadonlySet<string>): readonly Statement[] {
  return [
    ...each('does', touchpoint.does),
    ...each('thinks', touchpoint.thinks),
    ...each('says', touchpoint.says),
    ...each('sees', touchpoint.sees),
    ...each('image', touchpoint.images),
    ...each('note', touchpoint.notes),
    ...touchpoint.feelings.map((feeling) => feelingText(feeling, ownEmotions)),
    ...one('effort', touchpoint.effort),
    ...touchpoint.expectations.map(expectationText),
    ...one('kano', touchpoint.kano),
    ...touchpoint.questions.flatMap((thing) => documented(thing, questionText(thing))),
    ...list('answers', touchpoint.answers),
    ...touchpoint.barriers.flatMap((thing) => documented(thing, barrierText(thing))),
    ...list('solves', touchpoint.solves),
    ...touchpoint.opportunities.map(opportunityText),
    ...list('addresses', touchpoint.addresses),
  ];
}

/** How long it takes, and what the customer is told of that and of what comes. */
function whatIsPromised(touchpoint: Touchpoint): readonly Statement[] {
  const { wait } = touchpoint;
  return [
    ...(wait === undefined ? [] : [words('waits', valueText(wait.typical), one('max', wait.longest))]),
    ...one('told', touchpoint.told),
    ...one('because', touchpoint.because),
    ...one('update every', touchpoint.updateEvery),
    ...one('takes', touchpoint.takes),
    ...one('after', touchpoint.after),
    ...touchpoint.tells.map(({ target, text, within }) =>
      words('tells', target && ['next', valueText(target)], text && valueText(text), one('within', within)),
    ),
    ...touchpoint.offers.map(({ what, channels, within }) =>
      words('offers', valueText(what), list('on', channels), one('within', within)),
    ),
    ...list('status on', touchpoint.statusOn),
    ...touchpoint.shows.map(shownText),
    ...list('confirms', touchpoint.confirms),
    ...each('explains', touchpoint.explains),
  ];
}

/** What is known of the customer, what may be done with it, and what cannot be undone. */
function whatIsKnown(touchpoint: Touchpoint): readonly Statement[] {
  return [
    ...one('system', touchpoint.system),
    ...one('identity', touchpoint.identity),
    ...one('stepUp', touchpoint.stepUp),
    ...list('recognises', touchpoint.recognises),
    ...list('reads', touchpoint.reads),
    ...touchpoint.asks.map(({ data, optional, essential }) =>
      words(list('asks', data), one('optional', optional), one('essential', essential)),
    ),
    ...list('requires', touchpoint.requires),
    ...list('prefilled', touchpoint.prefilled),
    ...list('gives', touchpoint.gives),
    ...list('redeems', touchpoint.redeems),
    ...list('forgets', touchpoint.forgets),
    ...touchpoint.uses.map(({ data, purpose, basis }) =>
      words(list('uses', data), one('for', purpose), one('basis', basis)),
    ),
    ...touchpoint.consents.map(({ consent, optional, required }) =>
      words('consent', valueText(consent), one('optional', optional), one('required', required)),
    ),
    ...list('withdraws', touchpoint.withdraws),
    ...touchpoint.personalises.map(({ data, fallback }) =>
      words(list('personalises with', data), one('fallback', fallback)),
    ),
    ...each('collects', touchpoint.collects),
    ...list('commits', touchpoint.commits),
    ...touchpoint.abilities.map(({ actions, channels, until }) =>
      words(list('can', actions), list('via', channels), one('until', until)),
    ),
    ...one('final', touchpoint.final),
  ];
}

/** Who and what is behind it, and how it is measured. */
function whatIsBehind(touchpoint: Touchpoint): readonly Statement[] {
  const { owner } = touchpoint;
  return [
    ...(owner?.from === 'touchpoint' ? one('owner', owner) : []),
    ...each('frontstage', touchpoint.frontstage),
    ...each('backstage', touchpoint.backstage),
    ...each('support', touchpoint.support),
    ...one('cost', touchpoint.cost),
    ...one('handledBy', touchpoint.handledBy),
    ...list('metric', touchpoint.metrics),
    ...one('conversion', touchpoint.conversion),
    ...each('event', touchpoint.events),
    ...touchpoint.evidence.map(evidenceText),
    ...touchpoint.assumptions.map(assumptionText),
    ...one('during', touchpoint.during),
  ];
}

function feelingText(
  { persona, emotion, name, value, valueStated }: Feeling,
  ownEmotions: ReadonlySet<string>,
): string {
  // An emotion of the file goes by its id; its title may be no word. One of the library may be named by any of its titles.
  const byKey = emotion !== undefined && (name === undefined || ownEmotions.has(emotion) || !isWord.test(name));
  const word = byKey ? nameText(emotion) : isWord.test(name ?? '') ? name : undefined;
  return words('feels', persona && valueText(persona), word, valueStated ? String(value) : undefined);
}

const isWord = /^[\p{L}_][\p{L}\p{N}\p{M}\p{Pc}\u30FB]*$/u;

function shownText({ fact, word, value, text }: ShownItem): string {
  const shown = fact ?? word;
  return words(
    'shows',
    shown && valueText(shown),
    value === undefined ? undefined : ['=', valueText(value)],
    text && valueText(text),
  );
}

/** The ways on as they are written; what follows from the order of the text is not. */
function waysOf({ key, loop }: Touchpoint, paths: readonly Path[]): readonly string[] {
  const own = paths.filter(({ from, end }) => from === key && !(end !== undefined && 'implied' in end));
  const ways = own.flatMap((path) => wayText(path, loop?.max.written) ?? []);
  const isLoopSaid = own.some(({ kind }) => kind === 'loop');
  return [...ways, ...(loop !== undefined && !isLoopSaid ? [words('loop max', loop.max.written)] : [])];
}

function wayText(path: Path, rounds: string | undefined): string | undefined {
  const { kind, to, end, share, condition, personas, carries, transfer, explains } = path;
  const target = to === undefined ? undefined : ['->', nameText(to)];
  const stop = end === undefined ? undefined : words('end', end.value);
  const percent = share && valueText(share);
  switch (kind) {
    case 'arrow':
      if (target === undefined) return undefined;
      return words(
        target,
        percent,
        one('when', condition),
        list('for', personas),
        list('carries', carries),
        transfer ? 'transfer' : undefined,
      );
    case 'failure':
      return words('on failure', target ?? stop, percent, one('explains', explains));
    case 'loop':
      return rounds === undefined
        ? undefined
        : words('loop max', rounds, 'then', target ?? stop, list('carries', carries));
    case 'end':
      return stop;
    default:
      return undefined;
  }
}

function keysOf(references: readonly Reference[]): string {
  return references.map(({ key }) => key).join('\n');
}
