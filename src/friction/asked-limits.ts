import type { JourneyAnalysis, PersonaView } from '../model/analysis.ts';
import type { GraphNode } from '../model/graph.ts';
import { writtenTime } from '../model/measured/written-time.ts';
import { asWritten, durationText, titled } from '../model/phrases.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { waitLimit } from './limits.ts';
import { defaultSettings } from './settings.ts';

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
  /** Key of the touchpoint where it is told. */
  readonly toldAt?: string;
  /** The limit as it stands in a sentence, and where it is written. */
  readonly phrase: Text;
  readonly place?: Place;
}

/** Everything that is written about the time before each touchpoint that the log can show. */
export function askedLimits(analysis: JourneyAnalysis, observable: readonly string[]): readonly AskedLimit[] {
  const isSeen = new Set(observable);
  const limits = analysis.whole.graph.nodes
    .filter(({ key }) => isSeen.has(key))
    .flatMap((node) => [longest(node), tolerated(node, analysis), told(node, isSeen)].flat());
  // What holds for everybody comes up for every persona.
  const unique = new Map(limits.map((limit) => [limitId(limit), limit]));
  return [...unique.values()];
}

/** What makes two limits one and the same. */
export function limitId({ kind, touchpoint, seconds, persona, toldAt }: Omit<AskedLimit, 'phrase' | 'place'>): string {
  return JSON.stringify([kind, touchpoint, seconds, persona, toldAt]);
}

/** Half of all take longer than the typical time. That is late only where a longest time is written. */
function longest({ key, touchpoint }: GraphNode): AskedLimit[] {
  const written = writtenTime(touchpoint);
  if (written === undefined || written.longest <= written.typical) return [];
  const text = durationText(written.longest);
  const phrase = { en: `the ${text.en} at most`, ja: `最長${text.ja}` };
  return [{ kind: 'longest', touchpoint: key, seconds: written.longest, phrase }];
}

/** What is written is a tolerance; what the settings hold for usual is none of these customers'. */
function tolerated(node: GraphNode, { model, journey, views }: JourneyAnalysis): AskedLimit[] {
  if (writtenTime(node.touchpoint) === undefined) return [];
  return views.filter(sees(node)).flatMap(({ persona }): AskedLimit[] => {
    const limit = waitLimit(model, journey, node, persona, defaultSettings, 0);
    if (limit === undefined || limit.source === 'settings') return [];
    const isTheirs = limit.source === 'persona' && persona !== undefined;
    const whose = isTheirs ? { persona: persona.key } : {};
    const { seconds, phrase, place } = limit;
    return [
      { kind: 'tolerated', touchpoint: node.key, seconds, ...whose, phrase, ...(place !== undefined && { place }) },
    ];
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
      : from.touchpoint.tells.flatMap(({ target, within, place }): AskedLimit[] => {
          const isMeant = target === undefined ? from.out.length === 1 : target.key === node.key;
          if (within === undefined || !isMeant) return [];
          const [length, where] = [asWritten(within), titled(from.touchpoint)];
          const phrase = {
            en: `the ${length.en} that customers are told at ${where.en}`,
            ja: `${where.ja}で案内した${length.ja}`,
          };
          return [
            { kind: 'told', touchpoint: node.key, seconds: within.longestSeconds, toldAt: from.key, phrase, place },
          ];
        }),
  );
}
