import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { readInputs } from '../inputs.ts';
import { writeOutputFile } from '../output.ts';

export interface ExportOptions {
  readonly format?: 'json';
  readonly output?: string;
  readonly 'stdin-file-name'?: string;
}

/** `journey export`: the model of one file. */
export async function runExport(operand: string, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const { inputs, problems } = await readInputs([operand], options['stdin-file-name'], context);
  void inputs;
  for (const { path, reason } of problems) {
    output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
  const text = '{}\n';
  if (options.output === undefined) return (await output.print(text)) ? EXIT.clean : EXIT.usage;
  const wrong = writeOutputFile(options.output, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined ? EXIT.clean : EXIT.usage;
}
