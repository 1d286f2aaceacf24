import type { Handover } from '../../model/entities.ts';
import type { Journey, Owner, Stage } from '../../model/journey.ts';
import { pathsOf, type WrittenTouchpoint } from '../../model/paths.ts';
import { JOURNEY_KINDS, STAGE_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declare, finish } from './declare.ts';
import { touchpointIn } from './kept-touchpoint.ts';
import type { Reader } from './reader.ts';
import { lowerHandover } from './resources.ts';
import {
  lowerAssumption,
  lowerBarrier,
  lowerEvidence,
  lowerExpectation,
  lowerOpportunity,
  lowerQuestion,
  lowerWaitLimit,
} from './shared.ts';
import { ownerFrom } from './touchpoint.ts';

/** A whole journey. `handovers` are those at the top of the files that it can see. */
export function lowerJourney(reader: Reader<ast.Journey>, handovers: readonly Handover[]): Journey {
  const owner = reader.reference('owners');
  const personas = reader.references('personas');
  const written: WrittenTouchpoint[] = [];
  const stages = reader.items('stages', (stage) => lowerStage(stage, ownerFrom(owner, 'journey'), written));
  const ownHandovers = reader.items('handovers', lowerHandover);
  return finish<Journey>({
    ...declare(reader),
    kind: kindOf(reader),
    personas,
    targets: reader.references('targets'),
    improves: reader.reference('improves'),
    scenarios: reader.texts('scenarios'),
    expectations: reader.items('expectations', lowerExpectation),
    goals: reader.references('goals'),
    owner,
    brand: reader.reference('brands'),
    reviewed: reader.date('reviewed'),
    limits: reader.items('limits', lowerWaitLimit),
    notes: reader.texts('notes'),
    evidence: reader.items('evidence', lowerEvidence),
    assumptions: reader.items('assumptions', lowerAssumption),
    handovers: handovers.length === 0 ? ownHandovers : [...ownHandovers, ...handovers],
    questions: reader.items('questions', lowerQuestion),
    barriers: reader.items('barriers', lowerBarrier),
    opportunities: reader.items('opportunities', lowerOpportunity),
    metrics: reader.references('metrics'),
    stages,
    paths: pathsOf(written, personas),
  });
}

function kindOf(reader: Reader<ast.Journey>): Journey['kind'] {
  const kind = reader.chosen('kinds', JOURNEY_KINDS);
  return kind === undefined ? { value: 'asIs' } : { value: kind.value, stated: kind.place };
}

function lowerStage(reader: Reader<ast.Stage>, inherited: Owner | undefined, written: WrittenTouchpoint[]): Stage {
  const base = declare(reader);
  const { key } = base;
  const owner = ownerFrom(reader.reference('owners'), 'stage') ?? inherited;
  const personas = reader.references('personas');
  const touchpoints = reader.items('touchpoints', (touchpoint) => {
    const lowered = touchpointIn(touchpoint, { key, personas, owner });
    written.push(lowered.written);
    return lowered.touchpoint;
  });
  return finish<Stage>({
    ...base,
    kind: reader.chosen('kinds', STAGE_KINDS),
    owner,
    conversion: reader.share('conversions'),
    metrics: reader.references('metrics'),
    goals: reader.references('goals'),
    personas,
    notes: reader.texts('notes'),
    questions: reader.items('questions', lowerQuestion),
    barriers: reader.items('barriers', lowerBarrier),
    opportunities: reader.items('opportunities', lowerOpportunity),
    touchpoints,
  });
}
