import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { JOURNEY_FOLDER, siteOf } from '../../formats/site/site.ts';
import type { Text } from '../../model/text.ts';
import { readCheckedFiles } from '../checked-files.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { shownPath } from '../files/discover.ts';
import { errorText } from '../files/problem.ts';
import { cannotWrite, writeOutputFile } from '../output-file.ts';
import { siteOptions } from '../site-options.ts';

export interface IndexOptions {
  readonly output?: string;
}

const defaultFolder = 'journey-site';

/** Lists the files of a site, so that a later run knows which of them are its own. */
const listFile = 'journey-index.json';

/** `journey index`: a site about everything in a workspace. */
export async function runIndex(
  operands: readonly string[],
  { output: folder = defaultFolder }: IndexOptions,
  context: Context,
): Promise<ExitCode> {
  const { output, cwd, locale } = context;
  const target = resolve(cwd, folder);
  const earlier = earlierFiles(target);
  if (earlier === undefined) {
    output.complain({
      en: `${folder} holds an index.html that "journey index" has not made; name another folder with --output`,
      ja: `${folder} には「journey index」以外が作った index.html があります。--output で別のフォルダーを指定してください`,
    });
    return EXIT.usage;
  }
  const { files, ...wrong } = await readCheckedFiles(operands, context);
  if (files.length === 0 && wrong.missing.length > 0) {
    // A mistyped folder must not empty the site that is there.
    complainOf(wrong, output);
    return EXIT.usage;
  }
  const pages = siteOf(files, siteOptions(context));
  const written = new Set<string>();
  let changed = 0;
  for (const [path, textOfPage] of pages) {
    const result = writeChanged(join(target, path), textOfPage());
    if (typeof result === 'object') {
      output.complain(cannotWrite(`${folder}/${path}`, result));
      return EXIT.usage;
    }
    if (result) changed += 1;
    written.add(path);
  }
  const stale = earlier.filter((path) => !written.has(path));
  for (const path of stale) rmSync(join(target, path), { force: true });
  const list = `${JSON.stringify({ files: [...written].toSorted() }, undefined, 2)}\n`;
  const unwritten = writeOutputFile(join(target, listFile), list, cwd);
  if (unwritten !== undefined) {
    output.complain(unwritten);
    return EXIT.usage;
  }
  const start = shownPath(join(target, 'index.html'), cwd);
  const kept = written.size - changed;
  const said: Text = {
    en: `${start}: ${written.size} pages, ${changed} written, ${kept} unchanged, ${stale.length} removed\n`,
    ja: `${start}: 全${written.size}ページ(書き出し ${changed}、変更なし ${kept}、削除 ${stale.length})\n`,
  };
  const isPrinted = await output.print(said[locale]);
  complainOf(wrong, output);
  const isWhole = wrong.missing.length === 0 && wrong.mistaken.length === 0;
  return isPrinted && isWhole ? EXIT.clean : EXIT.usage;
}

/** What is as it should be is left alone, so that copying a site sends only what is new. Tells whether it was written. */
function writeChanged(file: string, text: string): boolean | Text {
  if (textOf(file) === text) return false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch (error) {
    return errorText(error);
  }
}

/**
 * The pages of journeys that an earlier run has written; what else the list may name is not ours to remove. Undefined when
 * somebody else has made the page that we would write.
 */
function earlierFiles(folder: string): readonly string[] | undefined {
  const list = textOf(join(folder, listFile));
  if (list === undefined) return textOf(join(folder, 'index.html')) === undefined ? [] : undefined;
  const page = new RegExp(String.raw`^${JOURNEY_FOLDER}/[^/\\]+\.html$`);
  return filesIn(list).filter((path) => page.test(path));
}

function filesIn(list: string): readonly string[] {
  try {
    const { files } = JSON.parse(list) as { readonly files?: unknown };
    return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
