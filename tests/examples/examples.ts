// The shipped examples, checked as the command checks them.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../src/cli/analyse.ts';
import { openWorkspace } from '../../src/cli/workspace.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { Finding } from '../../src/model/finding.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folders of examples/, each an as-is and a to-be journey with the files that they share. */
export const exampleFolders: readonly string[] = readdirSync(`${root}/examples`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

export interface CheckedExample {
  /** Relative to examples/. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Everything that is said about the examples, by the path of the file. */
export async function checkExamples(): Promise<ReadonlyMap<string, CheckedExample>> {
  const opened = await openWorkspace(['examples'], undefined, { cwd: root, stdin: process.stdin });
  const { report, failures } = analyse(opened, defaultSettings);
  if (failures.length > 0 || report.unread.length > 0) throw new Error('An example could not be checked.');
  return new Map(
    report.files.map(({ uri, findings }) => {
      const path = opened.pathOf(uri).replace(/^examples\//, '');
      return [path, { path, findings }];
    }),
  );
}

const ids: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

/** Whether a finding speaks of the customer's journey, and not of how the file is written. */
export function isFriction({ code }: Finding): boolean {
  return ids.has(code);
}

/** Whether a rule of the catalogue is built. */
export function isBuilt(id: string): boolean {
  return ids.has(id);
}

/** The id of the touchpoint that a finding speaks of, or of both when it is about the way between two; otherwise of the stage or the journey. */
export function whereOf({ subject: { touchpoint, next, stage, journey } }: Finding): string {
  const id = idOf(touchpoint ?? stage ?? journey ?? '');
  return next === undefined ? id : `${id} -> ${idOf(next)}`;
}

function idOf(key: string): string {
  return key.split('.').at(-1) ?? '';
}
