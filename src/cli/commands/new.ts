import { basename, isAbsolute, resolve } from 'node:path';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import type { NewFile } from '../../formats/templates/workspace.ts';
import { workspaceFiles } from '../../formats/templates/workspace.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { shownPath } from '../files/discover.ts';
import { writeNewFile } from '../files/write-new.ts';
import { cannotWrite } from '../output-file.ts';
import { type Template, templateFiles } from '../templates.ts';

export interface NewOptions {
  readonly template?: Template;
}

/** `journey new`: one journey from a template. */
export async function runNew(operand: string, options: NewOptions, context: Context): Promise<ExitCode> {
  const path = operand.replaceAll('\\', '/');
  if (!path.endsWith(JOURNEY_EXTENSION)) {
    context.output.complain({
      en: `name a file that ends in ${JOURNEY_EXTENSION}, not "${operand}"`,
      ja: `${JOURNEY_EXTENSION} で終わるファイル名を指定してください(「${operand}」は不可)`,
    });
    return EXIT.usage;
  }
  if (basename(path) === JOURNEY_EXTENSION) {
    context.output.complain({
      en: `${path}: give the file a name before ${JOURNEY_EXTENSION}; one that begins with a dot is hidden`,
      ja: `${path}: ${JOURNEY_EXTENSION} の前に名前を付けてください。「.」で始まるファイルは隠しファイルになります`,
    });
    return EXIT.usage;
  }
  return writeAll(context.cwd, templateFiles(options.template ?? 'minimal', path, context.locale), context, path);
}

/** `journey init`: a folder to work in. */
export async function runInit(operand: string, options: NewOptions, context: Context): Promise<ExitCode> {
  const files = [
    ...templateFiles(options.template ?? 'minimal', 'journeys/first.journey', context.locale),
    ...workspaceFiles(context.version, context.locale),
  ];
  const code = writeAll(resolve(context.cwd, operand), files, context);
  if (code === EXIT.clean) {
    const there = resolve(context.cwd, operand) === resolve(context.cwd) ? '' : `cd ${shellWord(operand)} && `;
    context.output.complain({
      en: `next: ${there}journey check, then journey render journeys/first.journey -o map.html`,
      ja: `次は ${there}journey check、続いて journey render journeys/first.journey -o map.html をどうぞ`,
    });
  }
  return code;
}

/** A folder as it is typed: a name with a space in quotes. */
function shellWord(folder: string): string {
  return /^[\p{L}\p{N}_./~-]+$/u.test(folder) ? folder : `"${folder}"`;
}

/** Writes what is not there yet. `needed` is the file that must be new; the others may be there already. */
function writeAll(folder: string, files: readonly NewFile[], { output, cwd }: Context, needed?: string): ExitCode {
  for (const file of files) {
    const { path } = file;
    const result = writeNewFile(folder, file);
    if (result === 'kept' && path === needed) {
      output.complain({
        en: `${path} exists already; name a new file`,
        ja: `${path} はすでにあります。新しいファイル名を指定してください`,
      });
      return EXIT.usage;
    }
    if (typeof result === 'object') {
      output.complain(cannotWrite(isAbsolute(path) ? path : shownPath(resolve(folder, path), cwd), result.reason));
      return EXIT.usage;
    }
    output.complain(
      result === 'written'
        ? { en: `wrote ${path}`, ja: `${path} を作成しました` }
        : { en: `kept ${path}, which is there already`, ja: `${path} はすでにあるため、そのままにしました` },
    );
  }
  return EXIT.clean;
}
