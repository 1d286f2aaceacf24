import type { AskedLimit } from '../friction/asked-limits.ts';
import type { Model } from '../model/model.ts';
import type { LogCode, TimeLimit } from './event-log.ts';
import { namesOfPersona } from './persona-groups.ts';

/**
 * A limit that is written, in terms of a log.
 *
 * @param tellsPersonas whether the log says which persona a case is; where it does not, all cases are held against each limit
 */
export function timeLimitOf(
  { touchpoint, toldAt, persona: key = '', seconds }: AskedLimit,
  codes: readonly LogCode[],
  model: Model,
  tellsPersonas: boolean,
): TimeLimit {
  const codeOf = (wanted: string): number =>
    codes.findIndex((code) => 'touchpoint' in code && code.touchpoint === wanted);
  const persona = model.personas.get(key);
  return {
    to: codeOf(touchpoint),
    ...(toldAt !== undefined && { from: codeOf(toldAt) }),
    ...(tellsPersonas && persona !== undefined && { personas: namesOfPersona(persona, model) }),
    seconds,
  };
}
