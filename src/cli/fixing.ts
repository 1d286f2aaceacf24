import { textEditsOf, uriOf } from '../language/edit/text-edits.ts';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { problemsOf } from '../language/problems.ts';
import type { Finding, Fix, TextEdit } from '../model/finding.ts';
import { comparePositions } from '../model/place.ts';
import { analyse } from './analyse.ts';
import type { ConfiguredInputs } from './configuration.ts';

/** A file that fixes have changed. */
export interface FixedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** The codes of what was fixed in it, one for each finding. */
  readonly codes: readonly string[];
}

export interface Fixing {
  readonly files: readonly FixedFile[];
  /** How many findings are left whose fix may change the meaning, so that it is only made when it is asked for. */
  readonly left: number;
}

/** One fix can make way for another; beyond this many rounds they rather chase each other. */
const mostRounds = 100;

/**
 * Makes the fixes of all inputs in the workspace, round after round, until there is nothing left to fix. Nothing is written
 * to the disk. A change that leaves any of the files with more errors than before is taken back.
 */
export async function fixAll(
  workspace: JourneyWorkspace,
  { inputs, configurations }: ConfiguredInputs,
  unsafe: boolean,
): Promise<Fixing> {
  const before = new Map(inputs.uris.flatMap((uri) => textOf(workspace, uri)));
  const files = [...before.keys()];
  const findingsIn = (uri: string): readonly Finding[] => {
    const configuration = configurations[inputs.uris.indexOf(uri)];
    const result = configuration && analyse(workspace, uri, configuration);
    return result === undefined || 'failure' in result ? [] : result.findings;
  };
  const plans = new Plans(workspace, new Set(files), unsafe);
  const made: Planned[] = [];
  let open: readonly string[] = files;
  let errors = errorCounts(workspace, files);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = plans.choose(open.map((uri) => ({ uri, findings: findingsIn(uri) })));
    if (chosen.length === 0) break;
    const old = await apply(workspace, chosen);
    const now = errorCounts(workspace, files);
    if (files.some((_, index) => (now[index] ?? 0) > (errors[index] ?? 0))) {
      for (const [uri, text] of old) await workspace.open(uri, text);
      plans.refuse(chosen);
      continue;
    }
    errors = now;
    made.push(...chosen);
    plans.accept(chosen);
    open = files.filter((uri) => plans.lately.has(uri) || old.has(uri));
  }
  const fixed = files.flatMap((uri) => {
    const text = before.get(uri) ?? '';
    const [[, after] = [uri, text]] = textOf(workspace, uri);
    const codes = made.filter((each) => each.uri === uri).map(({ code }) => code);
    return after === text ? [] : [{ uri, before: text, after, codes }];
  });
  const left = unsafe ? [] : files.flatMap((uri) => findingsIn(uri).filter(({ fixes }) => fixes.length > 0));
  return { files: fixed, left: left.length };
}

interface Planned {
  /** The file in which the finding is. */
  readonly uri: string;
  readonly code: string;
  /** What the fix is for, in words that stay the same when the text around it moves. */
  readonly key: string;
  /** By document. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Decides which fixes are made next. */
class Plans {
  /** The files in which the last round saw something to fix. */
  readonly lately = new Set<string>();
  /** How often a fix may still be made: as often as its finding was there when it was first seen. */
  readonly #left = new Map<string, number>();
  readonly #workspace: JourneyWorkspace;
  readonly #writable: ReadonlySet<string>;
  readonly #unsafe: boolean;
  /** After something went wrong, fixes are tried one by one. */
  #oneByOne = false;

  constructor(workspace: JourneyWorkspace, writable: ReadonlySet<string>, unsafe: boolean) {
    this.#workspace = workspace;
    this.#writable = writable;
    this.#unsafe = unsafe;
  }

  /** Fixes that do not touch the same text. The others come in a later round, when it is known what the text is then. */
  choose(found: readonly { readonly uri: string; readonly findings: readonly Finding[] }[]): readonly Planned[] {
    const planned = found.flatMap(({ uri, findings }) => findings.flatMap((finding) => this.#plan(uri, finding) ?? []));
    const seen = new Map<string, number>();
    for (const { key } of planned) seen.set(key, (seen.get(key) ?? 0) + 1);
    for (const [key, count] of seen) if (!this.#left.has(key)) this.#left.set(key, count);
    const possible = planned.filter(({ key }) => (this.#left.get(key) ?? 0) > 0);
    this.lately.clear();
    for (const { uri } of possible) this.lately.add(uri);
    if (this.#oneByOne) return possible.slice(0, 1);
    const chosen: Planned[] = [];
    for (const plan of possible) if (!chosen.some((other) => overlap(plan, other))) chosen.push(plan);
    return chosen;
  }

  accept(chosen: readonly Planned[]): void {
    for (const { key } of chosen) this.#left.set(key, (this.#left.get(key) ?? 1) - 1);
  }

  refuse(chosen: readonly Planned[]): void {
    const [only, ...others] = chosen;
    if (others.length > 0) this.#oneByOne = true;
    else if (only !== undefined) this.#left.set(only.key, 0);
  }

  #plan(uri: string, finding: Finding): Planned | undefined {
    const fix = finding.fixes.find(({ safe }) => safe || this.#unsafe);
    if (fix === undefined || !fix.edits.every((edit) => this.#writable.has(uriOf(edit)))) return undefined;
    const edits = new Map([...new Set(fix.edits.map(uriOf))].map((each) => [each, this.#editsOf(fix, each)]));
    const { code, message, subject } = finding;
    return { uri, code, key: JSON.stringify([uri, code, message.en, subject, fix.title.en]), edits };
  }

  #editsOf({ edits }: Fix, uri: string): readonly TextEdit[] {
    const document = this.#workspace.document(uri);
    return document === undefined ? [] : textEditsOf(edits, document);
  }
}

/** Applies the edits and gives the texts as they were. */
async function apply(workspace: JourneyWorkspace, chosen: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
  const edits = new Map<string, TextEdit[]>();
  for (const plan of chosen) for (const [uri, own] of plan.edits) edits.set(uri, [...(edits.get(uri) ?? []), ...own]);
  const old = new Map<string, string>();
  for (const [uri, all] of edits) {
    const document = workspace.document(uri)?.textDocument;
    if (document === undefined) continue;
    let text = document.getText();
    old.set(uri, text);
    // From the end, so that what comes before stays where it is.
    for (const { range, newText } of all.toSorted((a, b) => comparePositions(b.range.start, a.range.start))) {
      text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
    }
    await workspace.open(uri, text);
  }
  return old;
}

function overlap(a: Planned, b: Planned): boolean {
  return [...a.edits].some(([uri, edits]) =>
    edits.some((edit) => (b.edits.get(uri) ?? []).some((other) => touches(edit, other))),
  );
}

/** Also when one begins where the other ends: which of the two texts comes first would be left to chance. */
function touches({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function textOf(workspace: JourneyWorkspace, uri: string): readonly (readonly [string, string])[] {
  const document = workspace.document(uri);
  return document === undefined ? [] : [[uri, document.textDocument.getText()]];
}

function errorCounts(workspace: JourneyWorkspace, uris: readonly string[]): readonly number[] {
  return uris.map((uri) => {
    const document = workspace.document(uri);
    return document === undefined ? 0 : problemsOf(document).filter(({ severity }) => severity === 'error').length;
  });
}
