import type { Finding } from '../model/finding.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import type { CheckedFile, ReportOptions, Sources } from './report.ts';

/** The findings that a workspace starts with: they are known, and only new ones are reported. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  /** See fingerprint.ts: the same as long as the finding is about the same thing, wherever it stands in the file. */
  readonly fingerprint: string;
}

/** Reads a baseline; undefined when it is none. */
export function readBaseline(text: string): readonly BaselineEntry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value['version'] !== 1 || !Array.isArray(value['findings'])) return undefined;
  const entries = value['findings'].map(entryOf);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** The text of a baseline, in an order that depends on its entries alone. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = entries
    .map(({ rule, path, fingerprint }) => ({ path, rule, fingerprint }))
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  return jsonText({ version: 1, findings });
}

/**
 * What the findings of a file are called in a baseline. Errors of form and names are none of them: they must be put right.
 *
 * @param path of the file, as the baseline has it; what the sources say of paths goes into the fingerprints
 */
export function baselineEntries(
  sources: Sources,
  file: Pick<CheckedFile, 'findings' | 'suppressed'>,
  path: string,
  { rules, hash }: BaselineContext,
): ReadonlyMap<Finding, BaselineEntry> {
  const names = fingerprints(sources, file, hash);
  const entries = new Map<Finding, BaselineEntry>();
  for (const finding of file.findings) {
    if (finding.severity === 'error' && !rules.has(finding.code)) continue;
    entries.set(finding, { rule: finding.code, path, fingerprint: names.get(finding) ?? '' });
  }
  return entries;
}

export interface BaselineContext extends Pick<ReportOptions, 'hash'> {
  /** The names of all rules. */
  readonly rules: ReadonlySet<string>;
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isObject(value)) return undefined;
  const { rule, path, fingerprint } = value;
  if (typeof rule !== 'string' || typeof path !== 'string' || typeof fingerprint !== 'string') return undefined;
  return { rule, path, fingerprint };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
