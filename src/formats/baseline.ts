import { type ElementNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Finding } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import type { CheckedFile, Report, ReportOptions } from './report.ts';

/** The findings that a workspace starts with: they are known, and only new ones are reported. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  /** See fingerprint.ts: the same as long as the finding is about the same thing, wherever it stands in the file. */
  readonly fingerprint: string;
  /** Where it stands in the baseline. */
  readonly range?: Range;
}

/** The name by which a baseline is found in the current folder. */
export const BASELINE_FILE = 'journey.baseline.json';

/** Reads a baseline; undefined when it is none. */
export function readBaseline(text: string): readonly BaselineEntry[] | undefined {
  let body: ValueNode;
  try {
    ({ body } = parse(text, { mode: 'json' }));
  } catch {
    return undefined;
  }
  const members = membersOf(body);
  const list = members.get('findings');
  const version = members.get('version');
  if (list?.type !== 'Array' || version?.type !== 'Number' || version.value !== 1) return undefined;
  const entries = list.elements.map(entryOf);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** The text of a baseline, in an order that depends on its entries alone. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = entries
    .map(({ rule, path, fingerprint }) => ({ path, rule, fingerprint }))
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  return jsonText({ version: 1, findings });
}

/** What a report's findings are called in a baseline. Errors of form and names are none of them: they must be put right. */
export function baselineEntries(
  report: Report,
  rules: ReadonlySet<string>,
  hash: ReportOptions['hash'],
): ReadonlyMap<Finding, BaselineEntry> {
  const entries = new Map<Finding, BaselineEntry>();
  for (const file of report.files) {
    const { uri, findings } = file;
    const path = report.sources.get(uri)?.path ?? uri;
    const names = fingerprints(report, file, hash);
    for (const finding of findings) {
      if (finding.severity === 'error' && !rules.has(finding.code)) continue;
      entries.set(finding, { rule: finding.code, path, fingerprint: names.get(finding) ?? '' });
    }
  }
  return entries;
}

/** Takes what is known out of the files, counts it, and gives the entries for which nothing was found any more. */
export function withoutKnown(
  files: readonly CheckedFile[],
  found: ReadonlyMap<Finding, BaselineEntry>,
  baseline: readonly BaselineEntry[],
): { readonly files: readonly CheckedFile[]; readonly left: readonly BaselineEntry[]; readonly count: number } {
  const left = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  const all = left.size;
  const remaining = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => !left.delete(found.get(finding)?.fingerprint ?? '')),
  }));
  return { files: remaining, left: [...left.values()], count: all - left.size };
}

/** The finding that a baseline knows something that is no longer there. */
export function staleEntry({ rule, path, range }: BaselineEntry, uri: string): Finding {
  return {
    code: 'stale-baseline',
    severity: 'error',
    message: {
      en: `The baseline still lists "${rule}" in ${path}, but it is no longer found there.`,
      ja: `ベースラインに残っている「${rule}」(${path})は、もう検出されません。`,
    },
    help: {
      en: 'Run "journey check --update-baseline", so that it is reported if it comes back.',
      ja: '再発したときに気づけるよう、「journey check --update-baseline」で更新してください。',
    },
    place: { uri, range: range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    related: [],
    fixes: [],
    subject: {},
    personas: [],
  };
}

function entryOf({ value }: ElementNode): BaselineEntry | undefined {
  const members = membersOf(value);
  const [rule, path, fingerprint] = ['rule', 'path', 'fingerprint'].map((key) => {
    const node = members.get(key);
    return node?.type === 'String' ? node.value : undefined;
  });
  if (rule === undefined || path === undefined || fingerprint === undefined) return undefined;
  const { start, end } = value.loc;
  const range: Range = {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
  return { rule, path, fingerprint, range };
}

function membersOf(node: ValueNode): ReadonlyMap<string, ValueNode> {
  if (node.type !== 'Object') return new Map();
  return new Map(node.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, value]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
