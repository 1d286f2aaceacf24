// The standard library's text as a module: bundles for a browser or a single file have no files to read it from.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.ts';

const folder = 'src/language/library';

export async function generateLibrary(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.journey')).toSorted();
  const entries = await Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(root, folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return `  { name: ${JSON.stringify(name)}, text: ${templateLiteral(text)} },\n`;
    }),
  );
  const module = `// Made from ${folder}/*.journey by npm run generate. Do not edit.

/** A document of the standard library. */
export interface LibraryText {
  /** Its file name. */
  readonly name: string;
  readonly text: string;
}

/** In the order of their names. */
export const LIBRARY_TEXTS: readonly LibraryText[] = [
${entries.join('')}];
`;
  return new Map([['src/language/library/texts.ts', module]]);
}

/** Keeps the lines of the text apart, so that a change of the library is a readable difference here. */
function templateLiteral(text: string): string {
  return `\`${text.replaceAll(/[\\`]|\$\{/g, (match) => `\\${match}`)}\``;
}
