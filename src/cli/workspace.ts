import type { UnreadFile } from '../language/workspace/file-access.ts';
import { createWorkspace, type JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { fileAccess, rootsOf } from './files/access.ts';
import type { Inputs } from './inputs.ts';

export interface OpenedWorkspace {
  readonly workspace: JourneyWorkspace;
  /** Those of the inputs that could not be read. It does not keep the rest from being read. */
  readonly unread: readonly UnreadFile[];
}

/** Reads the inputs and all that they import. */
export async function openWorkspace(inputs: Inputs): Promise<OpenedWorkspace> {
  const workspace = await workspaceFor(inputs);
  return { workspace, unread: await workspace.load(inputs.uris) };
}

/** A workspace for inputs of which only standard input has been read. */
export async function workspaceFor({ cwd, stdin }: Inputs, files = fileAccess): Promise<JourneyWorkspace> {
  const workspace = createWorkspace({ files, roots: rootsOf(cwd) });
  if (stdin !== undefined) await workspace.open(stdin.uri, stdin.text);
  return workspace;
}
