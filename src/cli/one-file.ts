import type { JourneyDocument } from '../language/workspace/journey-workspace.ts';
import type { Context } from './command.ts';
import { findInputs, pathOf } from './inputs.ts';
import { openWorkspace } from './workspace.ts';

/** A document with the name that people know it by, and those of others. */
export interface OneFile {
  readonly document: JourneyDocument;
  readonly path: string;
  readonly pathOf: (uri: string) => string;
}

/** Opens the one file that a command works on. Says why when it cannot, and returns nothing. */
export async function openOneFile(
  operand: string,
  stdinName: string | undefined,
  context: Context,
): Promise<OneFile | undefined> {
  const { output } = context;
  const inputs = await findInputs([operand], stdinName, context);
  const complain = (path: string, { en, ja }: { readonly en: string; readonly ja: string }): undefined => {
    output.complain({ en: `${path}: ${en}`, ja: `${path}: ${ja}` });
  };
  const [problem] = inputs.problems;
  const [uri, ...others] = inputs.uris;
  if (problem !== undefined) return complain(problem.path, problem.reason);
  if (uri === undefined || others.length > 0) {
    return complain(operand, {
      en: `a folder with ${inputs.uris.length} journey files; name one of them`,
      ja: `${inputs.uris.length}件のファイルがあるフォルダーです。ファイルを1つ指定してください`,
    });
  }
  const { workspace, unread } = await openWorkspace(inputs);
  const document = workspace.document(uri);
  const path = pathOf(uri, inputs);
  const [missing] = unread;
  if (missing !== undefined) return complain(path, missing.reason);
  return document === undefined ? undefined : { document, path, pathOf: (other) => pathOf(other, inputs) };
}
