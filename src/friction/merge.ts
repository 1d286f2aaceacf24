import { lowerSeverity, SEVERITIES } from '../model/finding.ts';
import type { Finding, FindingTag, Fix, Severity, Subject } from '../model/finding.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import { titles } from '../model/phrases.ts';
import type { Place, Position } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import type { CauseName } from '../model/words.ts';
import { causeOf } from './rule.ts';
import type { Observation, RuleMeta } from './rule.ts';

/** A rule and what it is told of a journey, for its findings. */
export interface Merging {
  readonly model: Model;
  readonly meta: RuleMeta;
  /** What the configuration makes of the rule; default: the rule's own. */
  readonly severity: Severity | undefined;
  /** Keys of the journey's personas. */
  readonly everybody: readonly string[];
  /** Completes what an observation says it is about. */
  readonly whole: (subject: Subject) => Subject;
}

/** What a rule has seen, and the keys of the personas for whom; missing when the persona does not matter. */
export interface Seen {
  readonly observation: Observation;
  readonly personas: readonly string[] | undefined;
}

/** What may be one finding; nearly always seen once, or once on each of two ways. */
type Group = readonly [Seen, ...Seen[]];

/**
 * Makes findings of what one rule has seen: one for all observations at the same place with the same `same` key. It keeps
 * the words of the severest, hits the personas of all, and names them in brackets when they are not
 * all the personas of the journey. Whom it hits less severely is named apart, so that the sentence stays true.
 */
export function findingsOf(merging: Merging, seen: readonly Seen[]): readonly Finding[] {
  // Most rules see nothing in most journeys.
  if (seen.length === 0) return [];
  const findings: Finding[] = [];
  for (const { group } of gathered(seen)) {
    if (isToldAlike(group, merging.meta)) findings.push(merged(merging, group, group));
    else
      for (const alike of toldApart(group, merging.meta))
        findings.push(merged(merging, alike, worstOf(alike, merging.meta)));
  }
  return findings;
}

/** What is at the same place with the same key. */
interface Gathered {
  readonly group: [Seen, ...Seen[]];
  /** What else begins where this does: another key, or a longer place. */
  readonly beside: Gathered | undefined;
}

/** In the order in which it was first seen. */
function gathered(seen: readonly Seen[]): readonly Gathered[] {
  const all: Gathered[] = [];
  // By a number, and compared with the few beside it: texts that are put together to be keys cost more than all of this.
  const byStart = new Map<number, Gathered>();
  for (const each of seen) {
    const { line, character } = each.observation.place.range.start;
    const start = (line << 10) ^ character;
    const beside = byStart.get(start);
    let same = beside;
    while (same !== undefined && !isSame(same.group[0].observation, each.observation)) same = same.beside;
    if (same !== undefined) {
      same.group.push(each);
      continue;
    }
    const first: Gathered = { group: [each], beside };
    all.push(first);
    byStart.set(start, first);
  }
  return all;
}

/** All observations are in one file. */
function isSame(a: Observation, b: Observation): boolean {
  if ((a.same ?? '') !== (b.same ?? '')) return false;
  const [one, other] = [a.place.range, b.place.range];
  return one === other || (isAt(one.start, other.start) && isAt(one.end, other.end));
}

function isAt(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** Whether all is as severe and told in the same words, as nearly always. */
function isToldAlike(group: Group, meta: RuleMeta): boolean {
  const [first] = group;
  for (const each of group) {
    if (each === first) continue;
    if (severityOf(each, meta) !== severityOf(first, meta)) return false;
    if (each.observation.message.en !== first.observation.message.en) return false;
  }
  return true;
}

/**
 * What is as severe but told in other words is another finding: one sentence cannot be true of both. What is milder goes
 * with the first.
 */
function toldApart(group: Group, meta: RuleMeta): readonly Group[] {
  const severest = severestOf(group, meta);
  const apart: [Seen, ...Seen[]][] = [];
  const milder: Seen[] = [];
  for (const each of group) {
    if (severityOf(each, meta) !== severest) {
      milder.push(each);
      continue;
    }
    const alike = toldAlike(apart, each);
    if (alike === undefined) apart.push([each]);
    else alike.push(each);
  }
  const [first, ...others] = apart;
  return first === undefined || first.length === group.length ? [group] : [[...first, ...milder], ...others];
}

function toldAlike(groups: readonly [Seen, ...Seen[]][], { observation }: Seen): Seen[] | undefined {
  return groups.find(([first]) => first.observation.message.en === observation.message.en);
}

function severestOf(group: Group, meta: RuleMeta): Severity {
  let severest = severityOf(group[0], meta);
  for (const each of group) {
    const severity = severityOf(each, meta);
    if (rank(severity) < rank(severest)) severest = severity;
  }
  return severest;
}

/** Puts a remark in brackets before the full stop of a message. */
function remarked(message: Text, remark: Text): Text {
  return {
    en: beforeStop(message.en, '.', ` (${remark.en})`),
    ja: beforeStop(message.ja, '。', `(${remark.ja})`),
  };
}

function beforeStop(sentence: string, stop: string, remark: string): string {
  return sentence.endsWith(stop) ? sentence.slice(0, -1) + remark + stop : sentence + remark;
}

/** Those who are hit most severely. */
function worstOf(group: Group, meta: RuleMeta): Group {
  const severest = severestOf(group, meta);
  const [first, ...others] = group.filter((each) => severityOf(each, meta) === severest);
  return first === undefined ? group : [first, ...others];
}

/** @param worst those of the group who are hit most severely; their words are kept */
function merged(
  { model, meta, severity = meta.severity, everybody, whole }: Merging,
  group: Group,
  worst: Group,
): Finding {
  const [first] = worst;
  const kept = first.observation;
  const hit = personasOf(group, everybody);
  const hitWorst = worst.length === group.length ? hit : personasOf(worst, everybody);
  const isNamed = worst.every(({ observation }) => observation.namesPersona);
  const remark = isNamed ? undefined : remarkOn(model, hitWorst, hit, everybody);
  return new MergedFinding(kept, {
    code: meta.id,
    severity: shifted(severityOf(first, meta), meta.severity, severity),
    cause: kept.cause ?? causeOf(meta.group),
    message: remark === undefined ? kept.message : remarked(kept.message, remark),
    subject: whole(kept.subject ?? nothing),
    personas: hit ?? none,
  });
}

/** A class, because an object with a getter of its own costs more than all the rest of a finding. */
class MergedFinding implements Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly cause?: CauseName;
  readonly message: Text;
  readonly help: Text;
  readonly place: Place;
  readonly related: Finding['related'];
  readonly subject: Subject;
  readonly personas: readonly string[];
  readonly tags?: readonly FindingTag[];
  readonly #make: Observation['fixes'];
  #fixes: readonly Fix[] | undefined;

  constructor(
    { help, place, related = none, fixes, tags }: Observation,
    found: Pick<Finding, 'code' | 'severity' | 'message' | 'subject' | 'personas'> & {
      readonly cause: CauseName | undefined;
    },
  ) {
    this.code = found.code;
    this.severity = found.severity;
    if (found.cause !== undefined) this.cause = found.cause;
    this.message = found.message;
    this.help = help;
    this.place = place;
    this.related = related;
    this.subject = found.subject;
    this.personas = found.personas;
    if (tags !== undefined) this.tags = tags;
    this.#make = fixes;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#make?.() ?? none;
    return this.#fixes;
  }
}

const none: readonly never[] = [];
const nothing: Subject = {};

function severityOf({ observation }: Seen, meta: RuleMeta): Severity {
  return observation.severity ?? meta.severity;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** As far from the configured severity as the observation is from the rule's own, so that "on some paths" stays milder. */
function shifted(seen: Severity, own: Severity, configured: Severity): Severity {
  let severity = configured;
  for (let steps = rank(seen) - rank(own); steps > 0; steps -= 1) severity = lowerSeverity(severity);
  return rank(seen) < rank(own)
    ? (SEVERITIES[Math.max(rank(configured) - (rank(own) - rank(seen)), 0)] ?? seen)
    : severity;
}

/** The personas that are hit, in the journey's order; nothing when it does not depend on the persona. */
function personasOf(seen: readonly Seen[], everybody: readonly string[]): readonly string[] | undefined {
  if (seen.length === 1) return seen[0]?.personas;
  let hit: readonly string[] = none;
  for (const { personas } of seen) {
    if (personas === undefined) return undefined;
    hit = union(hit, personas);
  }
  // As most often.
  if (hit.length === everybody.length && everybody.every((key) => hit.includes(key))) return everybody;
  return [...everybody.filter((key) => hit.includes(key)), ...hit.filter((key) => !everybody.includes(key))];
}

/** What is in either list; one of the two where that is all of it. */
function union(some: readonly string[], others: readonly string[]): readonly string[] {
  if (some.length === 0) return others;
  const more = others.filter((each) => !some.includes(each));
  return more.length === 0 ? some : [...some, ...more];
}

function remarkOn(
  model: Model,
  worst: readonly string[] | undefined,
  hit: readonly string[] | undefined,
  everybody: readonly string[],
): Text | undefined {
  if (worst === undefined || everybody.every((key) => worst.includes(key))) return undefined;
  const names = namesOf(model, worst);
  const milder = hit === undefined ? [] : hit.filter((key) => !worst.includes(key));
  if (milder.length === 0) return { en: `for ${names.en}`, ja: `${names.ja}の場合` };
  const others = namesOf(model, milder);
  return {
    en: `for ${names.en}, and less severely for ${others.en}`,
    ja: `${names.ja}の場合。${others.ja}にも軽い程度で当てはまります`,
  };
}

/** Remembered, for a journey's findings hit the same few of its personas again and again. */
function namesOf(model: Model, keys: readonly string[]): Text {
  const known = knownNames(model);
  const all = keys.join('\n');
  let names = known.get(all);
  if (names === undefined) {
    names = titles(keys.map((key) => model.personas.get(key) ?? { id: key }));
    known.set(all, names);
  }
  return names;
}

const knownNames = lazyFor<Model, Map<string, Text>>(() => new Map());
