import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Imported, ImportProblem } from '../../formats/import/imported.ts';
import { toJson } from '../../formats/json.ts';
import { importModel, type NotImported, notKept } from '../../formats/json-import/import.ts';
import { firstDifference, meaningOf } from '../../formats/json-import/meaning.ts';
import type { Schema } from '../../formats/json-import/schema.ts';
import { importMermaid } from '../../formats/mermaid/import.ts';
import { importTable } from '../../formats/table/import.ts';
import { markdownTables, readDelimited } from '../../formats/table/rows.ts';
import type { Vocabulary } from '../../formats/table/words.ts';
import { createWorkspace } from '../../language/workspace/journey-workspace.ts';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { libraryTerms } from '../../language/library/terms.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { IMPORT_FORMATS, type ImportFormat } from '../exchange-formats.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { emptyPath } from '../files/problem.ts';
import { readForeignText } from '../files/read.ts';
import { deliver } from '../output-file.ts';
import { ownFile } from '../own-file.ts';

export interface ImportOptions {
  readonly from?: ImportFormat;
  readonly 'output-file'?: string;
}

/** `journey import`: a journey file from something else. */
export async function runImport(operand: string, options: ImportOptions, context: Context): Promise<ExitCode> {
  const { output, cwd } = context;
  const refuse = (en: string, ja: string): ExitCode => {
    output.complain({ en, ja });
    return EXIT.usage;
  };
  const extension = extname(operand).toLowerCase();
  const format = options.from ?? formats[extension];
  if (format === undefined && workbooks.has(extension)) {
    return refuse(
      `${operand} is a workbook; save the sheet with the journey as CSV (UTF-8) and import that`,
      `${operand} はブック形式です。ジャーニーのシートをCSV(UTF-8)で保存し、そのファイルを指定してください`,
    );
  }
  if (format === undefined) {
    const { en, ja } = unknownContent(operand, resolve(cwd, operand));
    return refuse(en, ja);
  }
  if (options['output-file'] !== undefined && existsSync(resolve(cwd, options['output-file']))) {
    return refuse(
      `${options['output-file']} exists already; name a new file`,
      `${options['output-file']} はすでにあります。新しいファイル名を指定してください`,
    );
  }
  const read = await readForeignText(operand === '-' ? context.stdin() : resolve(cwd, operand));
  if ('reason' in read) return refuse(`${operand}: ${read.reason.en}`, `${operand}: ${read.reason.ja}`);
  const imported = await importers[format](read.text, titleIn(operand));
  if ('nothing' in imported) return refuse(`${operand}: ${imported.nothing.en}`, `${operand}: ${imported.nothing.ja}`);

  const name = operand === '-' ? '<stdin>' : basename(operand);
  if (!('text' in imported)) {
    for (const problem of imported.problems) output.complain(problemLine(name, problem));
    return EXIT.usage;
  }
  for (const guess of imported.guesses ?? []) output.complain(guess);
  for (const problem of imported.problems) output.complain(problemLine(name, problem));
  if ((await deliver(imported.text, options['output-file'], context)) !== EXIT.clean) return EXIT.usage;
  return imported.problems.some(({ severity }) => severity === 'warning') ? EXIT.findings : EXIT.clean;
}

/** Why a file cannot be imported by its name, and what to do. */
function unknownContent(operand: string, file: string): Text {
  const about = (reason: Text): Text => ({ en: `${operand}: ${reason.en}`, ja: `${operand}: ${reason.ja}` });
  if (operand === '') return { en: `"": ${emptyPath.en}`, ja: `"": ${emptyPath.ja}` };
  if (operand !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) return about(isFolder);
  if (file.endsWith(JOURNEY_EXTENSION)) return about(isJourney);
  const choices = IMPORT_FORMATS.join(', ');
  return about({
    en: `say what is in it with --from: ${choices}`,
    ja: `形式を --from で指定してください: ${choices}`,
  });
}

const isFolder: Text = { en: 'this is a folder', ja: 'フォルダーです' };
const isJourney: Text = { en: 'this is a journey file already', ja: 'すでにジャーニーのファイルです' };

/** What spreadsheets save by themselves: several sheets, of which nobody has said which one. */
const workbooks: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.ods', '.numbers']);

type Result = (Imported & { readonly guesses?: readonly Text[] }) | { readonly nothing: Text } | NotImported;
type Importer = (text: string, title: string) => Result | Promise<Result>;

const noMermaid: Text = { en: 'there is no Mermaid journey in it', ja: 'Mermaidのjourney図がありません' };

const noTable: Text = {
  en: 'there is no Mermaid journey and no table in it',
  ja: 'Mermaidのjourney図も表もありません',
};
const noRows: Text = { en: 'there are no rows below the headings', ja: '見出しの下に行がありません' };

const importers: Readonly<Record<ImportFormat, Importer>> = {
  mermaid: (text) => importMermaid(text, 'mermaid') ?? { nothing: noMermaid },
  markdown: (text, title) => {
    const [rows] = markdownTables(text);
    return (
      importMermaid(text, 'markdown') ??
      (rows === undefined ? { nothing: noTable } : importTable(rows, title, vocabulary()))
    );
  },
  csv: (text, title) => {
    const rows = readDelimited(text);
    return rows.length < 2 ? { nothing: noRows } : importTable(rows, title, vocabulary());
  },
  json: async (text) => {
    const schema = JSON.parse(readFileSync(join(dirname(ownFile()), 'model.schema.json'), 'utf8')) as Schema;
    const imported = importModel(text, schema);
    if (!('text' in imported)) return imported;
    return { ...imported, problems: [...imported.problems, ...(await lostIn(text, imported.text))] };
  },
};

/** Whether the file says what the JSON says: names can lead to something that the JSON does not hold. */
async function lostIn(json: string, text: string): Promise<readonly ImportProblem[]> {
  const uri = 'file:///journeys/imported.journey';
  const workspace = createWorkspace({
    files: {
      read: () => ({ absence: 'missing', reason: { en: 'no such file', ja: 'ファイルがありません' } }),
      list: () => [],
    },
    roots: ['file:///journeys'],
  });
  const document = await workspace.open(uri, text);
  const before = meaningOf(JSON.parse(json));
  const after = meaningOf(JSON.parse(JSON.stringify(toJson(modelOf(document), (other) => other))));
  const path = firstDifference(before, after, '');
  return path === undefined ? [] : [notKept(path)];
}

function vocabulary(): Vocabulary {
  return { channels: libraryTerms('channel'), emotions: libraryTerms('emotion') };
}

/** Tables have no title of their own. */
function titleIn(operand: string): string {
  return operand === '-' ? 'Journey' : basename(operand, extname(operand));
}

/** What a file holds, by its name. */
const formats: Readonly<Record<string, ImportFormat>> = {
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

function problemLine(name: string, { code, line, message, help }: ImportProblem): Text {
  const place = `${name}:${line}:`;
  return {
    en: `${place} ${inLocale(message, 'en')} ${inLocale(help, 'en')} [${code}]`,
    ja: `${place} ${inLocale(message, 'ja')}${inLocale(help, 'ja')} [${code}]`,
  };
}
