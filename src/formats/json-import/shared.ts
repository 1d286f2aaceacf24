import type {
  Assumption,
  Barrier,
  Evidence,
  Expectation,
  Handover,
  Opportunity,
  Question,
  WaitLimit,
} from '../../model/entities.ts';
import type { Target } from '../../model/entities.ts';
import { head, list, one, valueText, words } from './statements.ts';

/** Statements that stand in several kinds of blocks. */

export function questionText(question: Question): string {
  const { blocks, personas } = question;
  return words(
    head('question', question),
    blocks.map((touchpoint) => words('blocks', valueText(touchpoint))),
    list('for', personas),
  );
}

export function barrierText(barrier: Barrier): string {
  const { cause, severity, personas } = barrier;
  return words(head('barrier', barrier), one('cause', cause), one('severity', severity), list('for', personas));
}

export function opportunityText({ text, owner, status, solves }: Opportunity): string {
  return words('opportunity', valueText(text), one('owner', owner), one('status', status), list('solves', solves));
}

export function expectationText({ text, within, channels }: Expectation): string {
  return text === undefined
    ? words('expects reply', one('within', within), list('on', channels))
    : words('expects', valueText(text));
}

export function evidenceText({ kind, count, date, note }: Evidence): string {
  return words('evidence', valueText(kind), count && valueText(count), one('on', date), note && valueText(note));
}

export function assumptionText({ text }: Assumption): string {
  return words('assumption', text && valueText(text));
}

export function limitText({ limit, channels }: WaitLimit): string {
  return words('limit', valueText(limit), list('on', channels));
}

export function handoverText({ from, to, carries, within, feedback }: Handover): string {
  return words(
    'handover',
    valueText(from),
    '->',
    valueText(to),
    list('carries', carries),
    one('within', within),
    feedback && 'with feedback',
  );
}

export function targetText(target: Target | undefined): readonly string[] {
  return target === undefined ? [] : [words('target', valueText(target.value), one('by', target.by))];
}
