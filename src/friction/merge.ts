import { lowerSeverity, SEVERITIES } from '../model/finding.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Model } from '../model/model.ts';
import { titles } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { causeOf } from './rule.ts';
import type { Observation, RuleMeta } from './rule.ts';

/**
 * Makes findings of what one rule has seen: one for all observations at the same place with the same `same` key. It keeps
 * the words of the severest, hits the personas of all, and names them in brackets when they are not
 * all the personas of the journey. Whom it hits less severely is named apart, so that the sentence stays true.
 *
 * @param everybody keys of the journey's personas
 * @param severity what the configuration makes of the rule; default: the rule's own
 */
export function findingsOf(
  model: Model,
  meta: RuleMeta,
  observations: readonly Observation[],
  everybody: readonly string[],
  severity: Severity = meta.severity,
): Finding[] {
  // Most rules see nothing in most journeys.
  if (observations.length === 0) return [];
  const groups = new Map<string, [Observation, ...Observation[]]>();
  for (const observation of observations) {
    const identity = identityOf(observation);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [observation]);
    else group.push(observation);
  }
  const findings = [...groups.values()].flatMap((group) => toldApart(group, meta));
  return findings.map((group) => merged(model, meta, group, everybody, severity));
}

/**
 * What is as severe but told in other words is another finding: one sentence cannot be true of both. What is milder goes
 * with the first.
 */
function toldApart(
  group: readonly [Observation, ...Observation[]],
  meta: RuleMeta,
): readonly (readonly [Observation, ...Observation[]])[] {
  if (group.length === 1) return [group];
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

function severestOf(group: readonly [Observation, ...Observation[]], meta: RuleMeta): Severity {
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
    en: message.en.replace(/\.?$/, (stop) => ` (${remark.en})${stop}`),
    ja: message.ja.replace(/。?$/, (stop) => `(${remark.ja})${stop}`),
  };
}

function identityOf({ place: { uri, range }, same }: Observation): string {
  const { start, end } = range;
  return `${start.line} ${start.character} ${end.line} ${end.character} ${uri} ${same ?? ''}`;
}

function merged(
  model: Model,
  meta: RuleMeta,
  group: readonly [Observation, ...Observation[]],
  everybody: readonly string[],
  severity: Severity,
): Finding {
  const severest = severestOf(group, meta);
  const worst = group.filter((each) => severityOf(each, meta) === severest);
  const [kept = group[0]] = worst;
  const hit = personasOf(group, everybody);
  const hitWorst = personasOf(worst, everybody);
  const remark = worst.every((each) => each.namesPersona) ? undefined : remarkOn(model, hitWorst, hit, everybody);
  const cause = kept.cause ?? causeOf(meta.group);
  return {
    code: meta.id,
    severity: shifted(severest, meta.severity, severity),
    ...(cause === undefined ? {} : { cause }),
    message: remark === undefined ? kept.message : remarked(kept.message, remark),
    help: kept.help,
    place: kept.place,
    related: kept.related ?? [],
    fixes: kept.fixes ?? [],
    subject: kept.subject ?? {},
    personas: hit ?? [],
    ...(kept.tags === undefined ? {} : { tags: kept.tags }),
  };
}

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
function personasOf(group: readonly Observation[], everybody: readonly string[]): readonly string[] | undefined {
  const hit = new Set<string>();
  for (const { persona } of group) {
    if (persona === undefined) return undefined;
    hit.add(persona);
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
