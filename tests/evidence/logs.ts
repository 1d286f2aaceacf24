// Small logs in memory, summarised in plain TypeScript: what the engines must agree with, and the tests of the core use.
import type { AskedLimit } from '../../src/friction/asked-limits.ts';
import type { Gap, LogProfile, LogSummary, LogVariant } from '../../src/evidence/event-log.ts';
import { codesOf, type Mapping, mapEvents, type MappingFile } from '../../src/evidence/mapping.ts';
import { groupBy } from '../../src/model/group-by.ts';
import type { Journey } from '../../src/model/journey.ts';

export interface TestEvent {
  readonly case: string;
  readonly activity: string;
  readonly time: number;
  readonly failed?: boolean;
  readonly persona?: string;
  readonly segment?: string;
}

export interface TestLog {
  readonly profile: LogProfile;
  readonly mapping: Mapping;
  readonly summary: LogSummary;
  readonly asked: readonly AskedLimit[];
}

export function logOf(journey: Journey, events: readonly TestEvent[], file?: MappingFile): TestLog {
  const byCase = groupBy(events, (event) => event.case);
  const names = [...new Set(events.map(({ activity }) => activity))];
  const activities = names.map((name) => {
    const own = events.filter(({ activity }) => activity === name);
    return { name, events: own.length, cases: new Set(own.map((event) => event.case)).size };
  });
  const mapping = mapEvents(journey, activities, file);
  const { codes, ofEvent } = codesOf(mapping);
  const variants = new Map<string, LogVariant & { cases: number }>();
  const waits = new Map<number, number[]>();
  for (const own of byCase.values()) {
    const sorted = own.toSorted((a, b) => a.time - b.time);
    const steps = sorted.flatMap(({ activity, failed = false }) => {
      const code = ofEvent.get(activity);
      return code === undefined ? [] : [{ code, failed }];
    });
    const { persona, segment } = sorted[0] ?? {};
    const id = JSON.stringify([steps, persona, segment]);
    const known = variants.get(id) ?? {
      steps,
      cases: 0,
      ...(persona !== undefined && { persona }),
      ...(segment !== undefined && { segment }),
    };
    known.cases += 1;
    variants.set(id, known);
    for (const [index, event] of sorted.entries()) {
      const before = sorted[index - 1];
      const code = ofEvent.get(event.activity);
      if (before === undefined || code === undefined) continue;
      waits.set(code, [...(waits.get(code) ?? []), (event.time - before.time) / 1000]);
    }
  }
  const gaps = [...waits].map(([to, times]): Gap => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return { to, times: times.length, median: at(0.5), p90: at(0.9) };
  });
  return {
    profile: { cases: byCase.size, events: events.length, notices: [] },
    mapping,
    summary: {
      codes,
      variants: [...variants.values()].toSorted((a, b) => b.cases - a.cases),
      gaps,
      duration: { median: 0, p90: 0 },
      limits: [],
      scores: [],
    },
    asked: [],
  };
}
