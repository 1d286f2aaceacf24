import { lowerSeverity, SEVERITIES } from '../model/finding.ts';
import type { Finding, Fix, Severity, Subject } from '../model/finding.ts';
import { lazy } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import { titles } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
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

/** Observations that may be one finding; nearly always one. */
type Group = readonly [Observation, ...Observation[]];

/**
 * Makes findings of what one rule has seen: one for all observations at the same place with the same `same` key. It keeps
 * the words of the severest, hits the personas of all, and names them in brackets when they are not
 * all the personas of the journey. Whom it hits less severely is named apart, so that the sentence stays true.
 */
export function findingsOf(merging: Merging, observations: readonly Observation[]): readonly Finding[] {
  // Most rules see nothing in most journeys.
  if (observations.length === 0) return [];
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const identity = identityOf(observation);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [observation]);
    else group.push(observation);
  }
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) findings.push(merged(merging, group));
    else for (const alike of toldApart(group, merging.meta)) findings.push(merged(merging, alike));
  }
  return findings;
}

/**
 * What is as severe but told in other words is another finding: one sentence cannot be true of both. What is milder goes
 * with the first.
 */
function toldApart(group: Group, meta: RuleMeta): readonly Group[] {
  const severest = severestOf(group, meta);
  const byWords = new Map<string, [Observation, ...Observation[]]>();
  const milder: Observation[] = [];
  for (const each of group) {
    if (severityOf(each, meta) !== severest) {
      milder.push(each);
      continue;
    }
    const alike = byWords.get(each.message.en);
    if (alike === undefined) byWords.set(each.message.en, [each]);
    else alike.push(each);
  }
  const [first, ...others] = byWords.values();
  return first === undefined ? [group] : [[...first, ...milder], ...others];
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

/** All observations are in one file. */
function identityOf({ place: { range }, same }: Observation): string {
  const { start, end } = range;
  return `${start.line} ${start.character} ${end.line} ${end.character} ${same ?? ''}`;
}

function merged({ model, meta, severity = meta.severity, everybody, whole }: Merging, group: Group): Finding {
  const severest = severestOf(group, meta);
  const worst = group.length === 1 ? group : group.filter((each) => severityOf(each, meta) === severest);
  const [kept = group[0]] = worst;
  const hit = personasOf(group, everybody);
  const hitWorst = worst.length === group.length ? hit : personasOf(worst, everybody);
  const remark = worst.every((each) => each.namesPersona) ? undefined : remarkOn(model, hitWorst, hit, everybody);
  const cause = kept.cause ?? causeOf(meta.group);
  const fixes = kept.fixes === undefined ? noFixes : lazy(kept.fixes);
  return {
    code: meta.id,
    severity: shifted(severest, meta.severity, severity),
    ...(cause === undefined ? {} : { cause }),
    message: remark === undefined ? kept.message : remarked(kept.message, remark),
    help: kept.help,
    place: kept.place,
    related: kept.related ?? none,
    get fixes() {
      return fixes();
    },
    subject: whole(kept.subject ?? nothing),
    personas: hit ?? none,
    ...(kept.tags === undefined ? {} : { tags: kept.tags }),
  };
}

const none: readonly never[] = [];
const noFixes = (): readonly Fix[] => none;
const nothing: Subject = {};

function severityOf(observation: Observation, meta: RuleMeta): Severity {
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
function personasOf(
  [first, ...others]: readonly Observation[],
  everybody: readonly string[],
): readonly string[] | undefined {
  if (first?.personas === undefined || others.length === 0) return first?.personas;
  const hit = new Set(first.personas);
  for (const { personas } of others) {
    if (personas === undefined) return undefined;
    for (const persona of personas) hit.add(persona);
  }
  return [...everybody.filter((key) => hit.has(key)), ...[...hit].filter((key) => !everybody.includes(key))];
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

function namesOf(model: Model, keys: readonly string[]): Text {
  return titles(keys.map((key) => model.personas.get(key) ?? { id: key }));
}
