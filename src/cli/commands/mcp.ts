import { realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { compareFindings } from '../../formats/report.ts';
import { safeText } from '../../formats/terminal/safe.ts';
import { findingsOf } from '../../language/findings.ts';
import type { FileAccess } from '../../language/workspace/file-access.ts';
import { createWorkspace, type JourneyWorkspace } from '../../language/workspace/journey-workspace.ts';
import type { Locale, Text } from '../../model/text.ts';
import { inputSchema, TOOLS } from '../../tools/definitions.ts';
import { runTool, type ToolFile, type ToolHost } from '../../tools/run-tool.ts';
import type { Context } from '../command.ts';
import { complaintsAbout } from '../complaints.ts';
import { NearestConfigurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { discover, shownPath } from '../files/discover.ts';
import { fileUri } from '../inputs.ts';
import { fileAccess } from '../files/access.ts';

/** `journey mcp`: answers a program until it ends the conversation. */
export async function runMcp(operand: string, { cwd, locale, version, output }: Context): Promise<ExitCode> {
  const folder = folderAt(resolve(cwd, operand));
  if (folder === undefined) {
    const shown = safeText(operand);
    output.complain({ en: `there is no folder "${shown}"`, ja: `フォルダー「${shown}」はありません` });
    return EXIT.usage;
  }
  const complained = new Set<string>();
  const complain = (complaint: Text): void => {
    // Each question reads the configurations anew.
    if (!complained.has(complaint.en)) output.complain(complaint);
    complained.add(complaint.en);
  };
  const { serveMcp } = await import('../mcp/serve.ts');
  await serveMcp({
    version,
    tools: TOOLS.map((tool) => ({
      name: tool.name,
      title: tool.title[locale],
      description: tool.description[locale],
      // The protocol's types want lists that can be written to.
      inputSchema: structuredClone(inputSchema(tool, locale)) as { type: 'object' },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
    call: async (name, input) => runTool(name, input, hostFor(folder, locale, complain)),
  });
  return EXIT.clean;
}

/** The real path of a folder. */
function folderAt(path: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a folder as they are now. Nothing outside it is read, not even through a link in it. */
function hostFor(folder: string, locale: Locale, complain: (complaint: Text) => void): ToolHost {
  const isInside = (path: string): boolean => {
    try {
      return realpathSync.native(path).startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
    } catch {
      return false;
    }
  };
  const files: FileAccess = {
    read: (uri) => (isInside(URI.parse(uri).fsPath) ? fileAccess.read(uri) : outside),
    list: (uri) => fileAccess.list(uri).filter((each) => isInside(URI.parse(each).fsPath)),
  };
  const load = async (paths: readonly string[]): Promise<readonly ToolFile[]> => {
    const workspace = createWorkspace({ files, roots: [fileUri(folder)] });
    await workspace.load(paths.map((path) => fileUri(path)));
    const configurations = new NearestConfigurations(folder);
    const read = paths.flatMap((path) => fileOf(workspace, path, folder, configurations) ?? []);
    for (const complaint of complaintsAbout(configurations.wrong)) complain(complaint);
    return read;
  };
  return {
    locale,
    all: async () =>
      load(
        discover([folder], folder)
          .files.map(({ file }) => file)
          .filter(isInside),
      ),
    open: async (path) => {
      const file = resolve(folder, path);
      if (!file.endsWith('.journey') || !isInside(file)) return undefined;
      return (await load([file]))[0];
    },
  };
}

const outside = {
  absence: 'missing',
  reason: { en: 'not in the folder that is served', ja: '公開されているフォルダーの外にあります' },
} as const;

function fileOf(
  workspace: JourneyWorkspace,
  path: string,
  folder: string,
  configurations: NearestConfigurations,
): ToolFile | undefined {
  const uri = fileUri(path);
  const document = workspace.document(uri);
  if (document === undefined) return undefined;
  const { findings } = findingsOf(document, configurations.of(uri));
  return { path: shownPath(path, folder), document, findings: findings.toSorted(compareFindings) };
}
