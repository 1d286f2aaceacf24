import { waitLimit } from '../friction/limits.ts';
import { defaultSettings } from '../friction/settings.ts';
import type { JourneyAnalysis, PersonaView } from '../model/analysis.ts';
import type { GraphNode } from '../model/graph.ts';
import { writtenTime } from '../model/measured/written-time.ts';
import type { LogCode, TimeLimit } from './event-log.ts';
import { namesOfPersona } from './persona-groups.ts';

/**
 * A time that somebody wrote down and that can be held against a log: `longest` the `max` of the touchpoint, `tolerated` what
 * a persona expects or a journey or channel allows, `told` what the customer hears before (`tells … within`).
 */
export interface AskedLimit {
  readonly kind: 'longest' | 'tolerated' | 'told';
  /** Key of the touchpoint. */
  readonly touchpoint: string;
  readonly seconds: number;
  /** Key of the persona who tolerates no more; missing for everybody. */
  readonly persona?: string;
  /** What a log may call this persona. */
  readonly names?: readonly string[];
  /** Key of the touchpoint where it is told. */
  readonly toldAt?: string;
}

/** Everything that is written about the time before each touchpoint that the log can show. */
export function askedLimits(analysis: JourneyAnalysis, observable: readonly string[]): readonly AskedLimit[] {
  const isSeen = new Set(observable);
  const limits = analysis.whole.graph.nodes
    .filter(({ key }) => isSeen.has(key))
    .flatMap((node) => [longest(node), tolerated(node, analysis), told(node, isSeen)].flat());
  const unique = new Map(limits.map((limit) => [JSON.stringify(limit), limit]));
  return [...unique.values()];
}

/**
 * The same in terms of a log's codes.
 *
 * @param tellsPersonas whether the log says which persona a case is; where it does not, all cases are held against each limit
 */
export function timeLimitOf(
  { touchpoint, toldAt, names, seconds }: AskedLimit,
  codes: readonly LogCode[],
  tellsPersonas: boolean,
): TimeLimit {
  const codeOf = (key: string): number => codes.findIndex((code) => 'touchpoint' in code && code.touchpoint === key);
  return {
    to: codeOf(touchpoint),
    ...(toldAt !== undefined && { from: codeOf(toldAt) }),
    ...(tellsPersonas && names !== undefined && { personas: names }),
    seconds,
  };
}

/** Half of all take longer than the typical time. That is late only where a longest time is written. */
function longest({ key, touchpoint }: GraphNode): AskedLimit[] {
  const written = writtenTime(touchpoint);
  if (written === undefined || written.longest <= written.typical) return [];
  return [{ kind: 'longest', touchpoint: key, seconds: written.longest }];
}

/** What is written is a tolerance; what the settings hold for usual is none of these customers'. */
function tolerated(node: GraphNode, { model, journey, views }: JourneyAnalysis): AskedLimit[] {
  if (writtenTime(node.touchpoint) === undefined) return [];
  return views.filter(sees(node)).flatMap(({ persona }): AskedLimit[] => {
    const limit = waitLimit(model, journey, node.touchpoint, persona, defaultSettings, 0);
    if (limit === undefined || limit.source === 'settings') return [];
    const isTheirs = limit.source === 'persona' && persona !== undefined;
    const whose = isTheirs ? { persona: persona.key, names: namesOfPersona(persona, model) } : {};
    return [{ kind: 'tolerated', touchpoint: node.key, seconds: limit.seconds, ...whose }];
  });
}

function sees({ key }: GraphNode): (view: PersonaView) => boolean {
  return ({ graph }) => graph.node(key) !== undefined;
}

/** A promise counts between two touchpoints that follow each other; what lies between others may be more than waiting. */
function told(node: GraphNode, isSeen: ReadonlySet<string>): AskedLimit[] {
  return node.in.flatMap(({ kind, from }) =>
    kind === 'skip' || !isSeen.has(from.key)
      ? []
      : from.touchpoint.tells.flatMap(({ target, within }): AskedLimit[] => {
          const isMeant = target === undefined ? from.out.length === 1 : target.key === node.key;
          if (within === undefined || !isMeant) return [];
          return [{ kind: 'told', touchpoint: node.key, seconds: within.longestSeconds, toldAt: from.key }];
        }),
  );
}
