import { distance } from 'fastest-levenshtein';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { LogActivity, LogCode } from './event-log.ts';

/** What somebody has decided about the events of a log; the content of a mapping file. */
export interface MappingFile {
  /** Names of events with the id of their touchpoint, or with its path `Stage.Touchpoint` where ids repeat. */
  readonly events: Readonly<Record<string, string>>;
  /** Names of events that are no contact with the customer, such as heartbeats. They are left out. */
  readonly ignore: readonly string[];
}

export const noMapping: MappingFile = { events: {}, ignore: [] };

/** Which touchpoint each event is, and what is left over on both sides. */
export interface Mapping {
  readonly events: readonly MappedEvent[];
  /** Keys of the touchpoints that no event of the log stands for. */
  readonly unseen: readonly string[];
  /**
   * Keys of the touchpoints that a log can show: an event of this one is mapped to them, or somebody has said which event it
   * would be. All others may have happened without a trace.
   */
  readonly observable: readonly string[];
  /** Targets in the mapping file that are no touchpoint of the journey. */
  readonly unknown: readonly { readonly event: string; readonly touchpoint: string }[];
}

/**
 * How an event came to its touchpoint: `file` the mapping file says so, `event` the touchpoint's `event` statement,
 * `name` it is called like the touchpoint, `ignored` the file leaves it out, `none` it is not mapped.
 */
type MappedBy = 'file' | 'event' | 'name' | 'ignored' | 'none';

export interface MappedEvent extends LogActivity {
  readonly by: MappedBy;
  /** Key of the touchpoint. */
  readonly touchpoint?: string;
  /** For an event without a touchpoint, the one whose name is most like it; to be confirmed by somebody. */
  readonly proposal?: { readonly touchpoint: string /** 0…1, 1 is the same name. */; readonly likeness: number };
}

/** Below this likeness a proposal would more often be wrong than right. */
const LEAST_LIKENESS = 0.5;

/** Maps the events of a log to touchpoints. Nothing is mapped by likeness alone: that is only proposed. */
export function mapEvents(
  journey: Journey,
  activities: readonly LogActivity[],
  file: MappingFile = noMapping,
): Mapping {
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const byEvent = firstOf(touchpoints, ({ events }) => events.map(({ text }) => text));
  const byName = firstOf(touchpoints, namesOf);
  const byPath = firstOf(touchpoints, (touchpoint) => pathsTo(touchpoint));
  const ignored = new Set(file.ignore);
  const decided = new Map(Object.entries(file.events));
  const unknown = [...decided]
    .filter(([, touchpoint]) => !byPath.has(touchpoint))
    .map(([event, touchpoint]) => ({ event, touchpoint }));
  const events = activities.map((activity): MappedEvent => {
    const { name } = activity;
    if (ignored.has(name)) return { ...activity, by: 'ignored' };
    const written = byPath.get(decided.get(name) ?? '');
    if (written !== undefined) return { ...activity, by: 'file', touchpoint: written.key };
    const stated = byEvent.get(name);
    if (stated !== undefined) return { ...activity, by: 'event', touchpoint: stated.key };
    const called = byName.get(plain(name));
    if (called !== undefined) return { ...activity, by: 'name', touchpoint: called.key };
    return { ...activity, by: 'none', ...proposalFor(name, touchpoints) };
  });
  const seen = new Set(events.map(({ touchpoint }) => touchpoint));
  const said = new Set([...decided.values()].flatMap((touchpoint) => byPath.get(touchpoint)?.key ?? []));
  return {
    events,
    unseen: touchpoints.map(({ key }) => key).filter((key) => !seen.has(key)),
    observable: touchpoints
      .filter(({ key, events: stated }) => seen.has(key) || said.has(key) || stated.length > 0)
      .map(({ key }) => key),
    unknown,
  };
}

/** The codes for a mapping: one for each touchpoint that is seen, one for each event that is none; ignored events have none. */
export function codesOf({ events }: Mapping): {
  readonly codes: readonly LogCode[];
  readonly ofEvent: ReadonlyMap<string, number>;
} {
  const codes: LogCode[] = [];
  const ofTouchpoint = new Map<string, number>();
  const ofEvent = new Map<string, number>();
  for (const { name, by, touchpoint } of events) {
    if (by === 'ignored') continue;
    const code = (touchpoint === undefined ? undefined : ofTouchpoint.get(touchpoint)) ?? codes.length;
    if (code === codes.length) codes.push(touchpoint === undefined ? { event: name } : { touchpoint });
    if (touchpoint !== undefined) ofTouchpoint.set(touchpoint, code);
    ofEvent.set(name, code);
  }
  return { codes, ofEvent };
}

function firstOf(
  touchpoints: readonly Touchpoint[],
  wordsOf: (touchpoint: Touchpoint) => readonly string[],
): ReadonlyMap<string, Touchpoint> {
  const found = new Map<string, Touchpoint>();
  for (const touchpoint of touchpoints) {
    for (const word of wordsOf(touchpoint)) if (!found.has(word)) found.set(word, touchpoint);
  }
  return found;
}

/** The key is `Journey.Stage.Touchpoint`. */
function pathsTo({ id, key }: Touchpoint): string[] {
  return [id, key, key.slice(key.indexOf('.') + 1)];
}

function namesOf({ id, label, labelEn, labelJa }: Touchpoint): string[] {
  return [id, label, labelEn, labelJa].flatMap((name) => (name === undefined ? [] : [plain(name)]));
}

/** A name without what people write differently: case, spaces, hyphens, underscores and full width. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-–—./:]+/gu, '');
}

function proposalFor(name: string, touchpoints: readonly Touchpoint[]): Pick<MappedEvent, 'proposal'> {
  let best: { touchpoint: string; likeness: number } | undefined;
  for (const touchpoint of touchpoints) {
    for (const other of [...namesOf(touchpoint), ...touchpoint.events.map(({ text }) => plain(text))]) {
      const likeness = likenessOf(plain(name), other);
      if (likeness >= LEAST_LIKENESS && likeness > (best?.likeness ?? 0))
        best = { touchpoint: touchpoint.key, likeness };
    }
  }
  return best === undefined ? {} : { proposal: best };
}

/** The share of letters that need no change, 0…1. */
function likenessOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}
