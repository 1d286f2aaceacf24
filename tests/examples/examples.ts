// The shipped examples, opened as every surface opens them, and all that is said about them.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'langium';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import { problemsOf } from '../../src/language/problems.ts';
import type { Finding } from '../../src/model/finding.ts';

const root = fileURLToPath(new URL('../../examples', import.meta.url));

/** Relative to examples/, with forward slashes. */
export const examplePaths: readonly string[] = globSync('**/*.journey', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

/** The folders of examples/, each an as-is and a to-be journey with the files that they share. */
export const exampleFolders: readonly string[] = [...new Set(examplePaths.map((path) => dirname(path)))].filter(
  (folder) => folder !== '.',
);

export interface CheckedExample {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Everything that is said about the examples, by the path of the file. */
export async function checkExamples(): Promise<ReadonlyMap<string, CheckedExample>> {
  const workspace = createWorkspace({
    files: { read: (uri) => ({ text: readFileSync(URI.parse(uri).fsPath, 'utf8') }), list: () => [] },
  });
  const uris = new Map(examplePaths.map((path) => [path, URI.file(join(root, path)).toString()]));
  await workspace.load([...uris.values()]);
  return new Map(
    [...uris].map(([path, uri]) => {
      const document = workspace.document(uri);
      if (document === undefined) throw new Error(`examples/${path} could not be read.`);
      return [path, { path, findings: [...problemsOf(document), ...frictionOf(modelOf(document))] }];
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

/**
 * The id of the touchpoint that a finding speaks of, or of both when it is about the way between two; otherwise of the
 * stage or the journey, or `shared` when it is about a metric, an experiment or the like.
 */
export function whereOf({ subject: { touchpoint, next, stage, journey } }: Finding): string {
  const id = idOf(touchpoint ?? stage ?? journey ?? 'shared');
  return next === undefined ? id : `${id} -> ${idOf(next)}`;
}

function idOf(key: string): string {
  return key.split('.').at(-1) ?? '';
}
