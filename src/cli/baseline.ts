import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import {
  BASELINE_FILE,
  type BaselineEntry,
  baselineEntries,
  baselineText,
  readBaseline,
  staleEntry,
  withoutKnown,
} from '../formats/baseline.ts';
import { type CheckedFile, type Report, type Source, sourceOf } from '../formats/report.ts';
import { RULE_IDS } from '../friction/rules/ids.ts';
import type { Text } from '../model/text.ts';
import { shownPath } from './files/discover.ts';
import { readTextFile } from './files/read.ts';
import { fileUri } from './inputs.ts';
import { writeOutputFile } from './output-file.ts';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly 'update-baseline'?: boolean;
}

type Applied =
  | { readonly report: Report }
  /** The baseline cannot be read or written. */
  | { readonly mistake: Text };

/** Whether there is a baseline that a report must be compared with, or is to be one. */
export function hasBaseline({ baseline, 'update-baseline': update }: BaselineOptions, cwd: string): boolean {
  return baseline !== undefined || update === true || existsSync(resolve(cwd, BASELINE_FILE));
}

/**
 * Leaves what the baseline knows out of a report, and adds what the baseline knows and nobody finds any more. With
 * `--update-baseline` it is written anew first; what it says about files that were not checked stays.
 */
export async function applyBaseline(report: Report, options: BaselineOptions, cwd: string): Promise<Applied> {
  const file = resolve(cwd, options.baseline ?? BASELINE_FILE);
  const path = shownPath(file, cwd);
  const update = options['update-baseline'] === true;
  if (!hasBaseline(options, cwd)) return { report };
  const read = readTextFile(file);
  if (!('text' in read) && !(update && read.absence === 'missing')) {
    return { mistake: { en: `${path}: ${read.reason.en}`, ja: `${path}: ${read.reason.ja}` } };
  }
  let text = 'text' in read ? read.text : baselineText([]);
  const known = readBaseline(text);
  if (known === undefined) return { mistake: notBaseline(path) };

  // Loading it takes longer than checking a file, and most runs have no baseline.
  const { createHash } = await import('node:crypto');
  const folder = dirname(file);
  const seen = fromFolder(report, folder);
  const found = baselineEntries(seen, RULE_IDS, (value) => createHash('sha256').update(value).digest('hex'));
  const checked = new Set(seen.files.map(({ uri }) => seen.sources.get(uri)?.path));
  const isLeftAlone = (entry: BaselineEntry): boolean =>
    !checked.has(entry.path) && existsSync(resolve(folder, entry.path));
  if (update) {
    text = baselineText([...known.filter(isLeftAlone), ...found.values()]);
    const wrong = writeOutputFile(path, text, cwd);
    if (wrong !== undefined) return { mistake: wrong };
  }
  const { files, left, count } = withoutKnown(report.files, found, readBaseline(text) ?? []);
  const uri = fileUri(file);
  const stale = left.filter((entry) => !isLeftAlone(entry)).map((entry) => staleEntry(entry, uri));
  if (stale.length === 0) return { report: { ...report, files, known: count } };
  const own: CheckedFile = { uri, findings: stale, journeys: [] };
  const sources = new Map([...report.sources, [uri, sourceOf(path, text)]]);
  return { report: { ...report, files: [...files, own], sources, known: count } };
}

/** The report with paths relative to a folder, so that a baseline means the same wherever the command is run. */
function fromFolder(report: Report, folder: string): Report {
  const sources = new Map<string, Source>();
  for (const [uri, source] of report.sources) {
    const parsed = URI.parse(uri);
    const path = parsed.scheme === 'file' ? relative(folder, parsed.fsPath).split(sep).join('/') : source.path;
    sources.set(uri, {
      path,
      get lines() {
        return source.lines;
      },
    });
  }
  return { ...report, sources };
}

function notBaseline(path: string): Text {
  return {
    en: `${path}: not a baseline; make one with "journey check --update-baseline"`,
    ja: `${path}: ベースラインとして読めません。「journey check --update-baseline」で作成してください`,
  };
}
