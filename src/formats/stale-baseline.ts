import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Finding } from '../model/finding.ts';
import type { Place, Range } from '../model/place.ts';
import type { BaselineEntry } from './baseline.ts';
import type { CheckedFile } from './report.ts';

/** A baseline as a file in which something is wrong: what of it is no longer found. */
export function staleFile(uri: string, text: string, entries: readonly BaselineEntry[]): CheckedFile {
  const ranges = entryRanges(text);
  const findings = entries.map((entry) => staleEntry(entry, { uri, range: ranges.get(entry.fingerprint) ?? start }));
  return { uri, findings, journeys: [] };
}

const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function staleEntry({ rule, path }: BaselineEntry, place: Place): Finding {
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
    place,
    related: [],
    fixes: [],
    subject: {},
    personas: [],
  };
}

/** Where the entries of a baseline stand, by fingerprint. Apart: it takes longer and much more memory than to read them. */
function entryRanges(text: string): ReadonlyMap<string, Range> {
  const { body } = parse(text, { mode: 'json' });
  const list = membersOf(body).get('findings');
  const ranges = new Map<string, Range>();
  if (list?.type !== 'Array') return ranges;
  for (const { value } of list.elements) {
    const fingerprint = membersOf(value).get('fingerprint');
    if (fingerprint?.type !== 'String') continue;
    const { start: from, end } = value.loc;
    ranges.set(fingerprint.value, {
      start: { line: from.line - 1, character: from.column - 1 },
      end: { line: end.line - 1, character: end.column - 1 },
    });
  }
  return ranges;
}

function membersOf(node: ValueNode): ReadonlyMap<string, ValueNode> {
  if (node.type !== 'Object') return new Map();
  return new Map(node.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, value]));
}
