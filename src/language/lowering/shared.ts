import type {
  Assumption,
  Barrier,
  Evidence,
  Expectation,
  Opportunity,
  Question,
  Target,
  WaitLimit,
} from '../../model/entities.ts';
import { ACTION_STATUSES, CAUSES, SEVERITY_LEVELS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declare, finish } from './declare.ts';
import type { Reader } from './reader.ts';

/** Statements that stand in several kinds of blocks. */

export function lowerQuestion(reader: Reader<ast.Question>): Question {
  return finish<Question>({
    ...declare(reader),
    blocks: reader.references('blocks'),
    personas: reader.references('personas'),
  });
}

export function lowerBarrier(reader: Reader<ast.Barrier>): Barrier {
  return finish<Barrier>({
    ...declare(reader),
    cause: reader.chosen('causes', CAUSES),
    severity: reader.chosen('severities', SEVERITY_LEVELS),
    personas: reader.references('personas'),
  });
}

export function lowerOpportunity(reader: Reader<ast.Opportunity>): Opportunity | undefined {
  const text = reader.text('text');
  if (text === undefined) return undefined;
  return finish<Opportunity>({
    text,
    owner: reader.reference('owners'),
    status: reader.chosen('statuses', ACTION_STATUSES),
    solves: reader.references('solves'),
    place: reader.statement,
  });
}

export function lowerExpectation(reader: Reader<ast.Expectation>): Expectation | undefined {
  const text = reader.text('text');
  const within = reader.duration('within');
  if (text === undefined && within === undefined) return undefined;
  const channels = reader.references('channels');
  // What is expected on a channel that nobody has declared is not expected on every other one instead.
  if (channels.length === 0 && reader.node.channels.length > 0) return undefined;
  return finish<Expectation>({ text, within, channels, place: reader.statement });
}

export function lowerEvidence(reader: Reader<ast.Evidence>): Evidence | undefined {
  const kind = reader.word('kind');
  if (kind === undefined) return undefined;
  return finish<Evidence>({
    kind,
    count: reader.number('count', 0),
    date: reader.date('date'),
    note: reader.text('note'),
    place: reader.statement,
  });
}

export function lowerAssumption(reader: Reader<ast.Assumption>): Assumption {
  return finish<Assumption>({ text: reader.text('text'), place: reader.statement });
}

export function lowerWaitLimit(reader: Reader<ast.WaitLimit>): WaitLimit | undefined {
  const limit = reader.duration('limit');
  return limit && { limit, channels: reader.references('channels'), place: reader.statement };
}

export function lowerTarget(reader: Reader<ast.Target>): Target | undefined {
  const value = reader.quantity('value');
  return value && finish<Target>({ value, by: reader.date('by'), place: reader.statement });
}
