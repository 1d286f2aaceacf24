import { modelOf } from '../../language/lowering/model-of.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { writeOutputFile } from '../output.ts';
import { openWorkspace } from '../workspace.ts';

export interface ExportOptions {
  readonly format?: 'json';
  readonly output?: string;
  readonly 'stdin-file-name'?: string;
}

/** `journey export`: the model of one file. */
export async function runExport(operand: string, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const { documents, problems } = await openWorkspace([operand], options['stdin-file-name'], context);
  for (const { path, reason } of problems) {
    output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
  const [document] = documents;
  if (document === undefined) return EXIT.usage;
  const text = `${JSON.stringify(modelOf(document))}\n`;
  if (options.output === undefined) return (await output.print(text)) ? EXIT.clean : EXIT.usage;
  const wrong = writeOutputFile(options.output, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined ? EXIT.clean : EXIT.usage;
}
