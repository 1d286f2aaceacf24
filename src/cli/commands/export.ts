import { toJson } from '../../formats/json.ts';
import { jsonText } from '../../formats/json-text.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { problemsOf } from '../../language/problems.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openOneFile } from '../one-file.ts';
import { writeOutputFile } from '../output.ts';

export interface ExportOptions {
  readonly format?: 'json';
  readonly output?: string;
  readonly 'stdin-file-name'?: string;
}

/** `journey export`: the model of one file. */
export async function runExport(operand: string, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const file = await openOneFile(operand, options['stdin-file-name'], context);
  if (file === undefined) return EXIT.usage;
  const { document, path, pathOf } = file;
  const text = jsonText(toJson(modelOf(document), pathOf));
  if (options.output === undefined) {
    if (!(await output.print(text))) return EXIT.usage;
  } else {
    const wrong = writeOutputFile(options.output, text, cwd);
    if (wrong !== undefined) {
      output.complain(wrong);
      return EXIT.usage;
    }
  }
  const errors = problemsOf(document).filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return EXIT.clean;
  output.complain({
    en: `${path} has ${errors} ${errors === 1 ? 'error' : 'errors'}, so something may be missing; see "journey check"`,
    ja: `${path} にエラーが${errors}件あるため、欠けている内容があるかもしれません(「journey check」で確認できます)`,
  });
  return EXIT.findings;
}
