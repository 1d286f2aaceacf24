import type { Declaration } from '../model/declaration.ts';
import type { Subject } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Path } from '../model/path.ts';
import type { RuleMeta } from './rule.ts';

/**
 * Keeps the rules quiet about what is still being written. Absent is not false: a wait without a word about its length is
 * a finding once its touchpoint is finished, and the next line of a draft before that. A block counts as finished when its
 * closing brace is written; a title without a block when something follows it, or the block around it is finished. While
 * an unfinished journey has an arrow to a touchpoint that is not there yet, nobody knows its paths, and all rules wait.
 *
 * What can be declared elsewhere in the file, such as an action or what a system shares, is waited for as long as any block
 * of the file is open. A declaration that is not begun yet is not: nothing tells a file that is finished from one that goes on.
 */
export interface Drafts {
  /** Whether all that the subject names, and the block that the rule waits for, is finished. */
  readonly allow: (subject: Subject, waitsFor: RuleMeta['waitsFor']) => boolean;
  /** Whether nothing at all is allowed yet to a rule that waits for this, so that it need not be asked. */
  readonly isSilent: (waitsFor: RuleMeta['waitsFor']) => boolean;
}

/** @param fileFinished whether no declaration of the journey's file is still open */
export function draftsOf(journey: Journey, fileFinished: boolean): Drafts {
  const journeyOpen = !(journey.body?.closed ?? false);
  const pathsOpen = journeyOpen && journey.paths.some(leadsNowhereYet);
  const open = openBlocksIn(journey, journeyOpen);
  const unfinished = journeyOpen || !fileFinished;
  // As nearly every file that is checked.
  if (!unfinished && open.size === 0) return finished;
  const stageOf = new Map(journey.stages.flatMap(({ key, touchpoints }) => touchpoints.map((each) => [each.key, key])));
  return {
    isSilent: (waitsFor) => unfinished && (waitsFor === 'journey' || pathsOpen),
    allow: ({ stage, touchpoint, next }, waitsFor) => {
      if (waitsFor === 'journey' || pathsOpen) return !unfinished;
      // What is about a stage as a whole waits for the stage; what is about the journey as a whole, for the journey.
      if (touchpoint === undefined) return stage === undefined ? !journeyOpen : !open.has(stage);
      const touchpoints = next === undefined ? [touchpoint] : [touchpoint, next];
      return touchpoints.every((key) => !open.has(waitsFor === 'stage' ? (stageOf.get(key) ?? key) : key));
    },
  };
}

/** Keys of the stages and touchpoints that are not finished. */
function openBlocksIn({ stages }: Journey, journeyOpen: boolean): ReadonlySet<string> {
  const open = new Set<string>();
  for (const stage of stages) {
    const stageOpen = isOpen(stage, journeyOpen && stage === stages.at(-1));
    if (stageOpen) open.add(stage.key);
    const last = stageOpen ? stage.touchpoints.at(-1) : undefined;
    for (const touchpoint of stage.touchpoints) if (isOpen(touchpoint, touchpoint === last)) open.add(touchpoint.key);
  }
  return open;
}

const finished: Drafts = { allow: () => true, isSilent: () => false };

/** Whether no declaration of the model's own file is still open. Of a journey without a block nothing has been written yet. */
export function isFileFinished(model: Model): boolean {
  for (const { place, body } of model.journeys.values()) {
    if (place.uri === model.uri && body === undefined) return false;
  }
  for (const declarations of declarationsOf(model)) {
    for (const { place, body } of declarations.values()) {
      if (place.uri === model.uri && body?.closed === false) return false;
    }
  }
  return true;
}

/** A failure may say nothing of the way; an arrow and a loop want to lead somewhere. */
function leadsNowhereYet({ kind, to, end }: Path): boolean {
  return (kind === 'arrow' || kind === 'loop') && to === undefined && end === undefined;
}

function isOpen(declaration: Declaration, lastInOpenBlock: boolean): boolean {
  return declaration.body === undefined ? lastInOpenBlock : !declaration.body.closed;
}

function declarationsOf(model: Model): readonly ReadonlyMap<string, Declaration>[] {
  return [
    model.personas,
    model.segments,
    model.channels,
    model.systems,
    model.teams,
    model.data,
    model.consents,
    model.metrics,
    model.goals,
    model.facts,
    model.brands,
    model.emotions,
    model.actions,
    model.experiments,
    model.journeys,
  ];
}
