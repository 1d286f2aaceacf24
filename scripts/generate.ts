// Writes the files that are made from others. `--check` writes nothing and fails naming the files that are stale.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateCliReference } from './generators/cli-reference.ts';
import { generateCoverage } from './generators/coverage.ts';
import { generateDocsPictures } from './generators/docs-pictures.ts';
import { generateEvidenceSchemas } from './generators/evidence-schemas.ts';
import { generateExtensionMedia } from './generators/extension-media.ts';
import { generateLanguage } from './generators/language.ts';
import { generateLanguageReference } from './generators/language-reference.ts';
import { generateLibrary } from './generators/library.ts';
import { generateMapFonts } from './generators/map-fonts.ts';
import { generateMapIcons } from './generators/map-icons.ts';
import { generateMapPhrases } from './generators/map-phrases.ts';
import { generateModelSchema } from './generators/model-schema.ts';
import { generateConfigSchema, generateRuleDocs } from './generators/rule-docs.ts';
import { generateRules } from './generators/rules.ts';
import { generateSyntax } from './generators/syntax.ts';
import { generateTextMate } from './generators/text-mate.ts';
import { captureTool, fail, root } from './run.ts';

/** Paths relative to the root, with forward slashes, to their text. Formatted afterwards, so layout does not matter. */
export type GeneratedFiles = ReadonlyMap<string, string>;

interface Generator {
  readonly name: string;
  /** Folders that hold nothing but this generator's output: what it no longer makes is stale there. */
  readonly owns: readonly string[];
  /** Must depend on the repository's content alone: the check compares bytes. */
  readonly run: () => Promise<GeneratedFiles>;
}

/** Later generators may use what earlier ones wrote only in a second `npm run generate`: keep them independent. */
const generators: readonly Generator[] = [
  { name: 'language', owns: ['src/language/generated'], run: generateLanguage },
  { name: 'syntax', owns: [], run: generateSyntax },
  { name: 'library', owns: [], run: generateLibrary },
  { name: 'text-mate', owns: [], run: generateTextMate },
  { name: 'map-fonts', owns: [], run: generateMapFonts },
  { name: 'map-icons', owns: [], run: generateMapIcons },
  { name: 'map-phrases', owns: [], run: generateMapPhrases },
  { name: 'model-schema', owns: [], run: generateModelSchema },
  { name: 'rules', owns: [], run: generateRules },
  { name: 'rule-docs', owns: ['docs/rules', 'docs/ja/rules'], run: generateRuleDocs },
  { name: 'language-reference', owns: [], run: generateLanguageReference },
  { name: 'cli-reference', owns: [], run: generateCliReference },
  { name: 'docs-pictures', owns: ['docs/images'], run: generateDocsPictures },
  { name: 'coverage', owns: [], run: generateCoverage },
  { name: 'config-schema', owns: [], run: generateConfigSchema },
  { name: 'evidence-schemas', owns: [], run: generateEvidenceSchemas },
  { name: 'extension-media', owns: ['extension/media/walkthrough'], run: generateExtensionMedia },
];

const check = process.argv.includes('--check');
const stale: string[] = [];

for (const generator of generators) {
  // One after the other: their messages must not mix.
  await regenerate(generator);
}

if (stale.length > 0 && check) {
  fail(`Stale generated files:\n${stale.map((path) => `  ${path}`).join('\n')}\nRun: npm run generate`);
}
console.log(
  stale.length === 0 ? 'Generated files are current.' : `Updated:\n${stale.map((path) => `  ${path}`).join('\n')}`,
);

async function regenerate({ name, owns, run }: Generator): Promise<void> {
  let files: GeneratedFiles;
  try {
    files = await run();
  } catch (error) {
    fail(`The generator '${name}' failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  const changed = await Promise.all(
    [...files].map(async ([path, text]) => ({ path, text: await format(path, text), old: await readText(path) })),
  );
  const existing = (await Promise.all(owns.map(listFiles))).flat();
  const orphans = existing.filter((path) => !files.has(path));
  for (const { path, text, old } of changed) {
    if (text === old) continue;
    stale.push(path);
    if (!check) await writeText(path, text);
  }
  stale.push(...orphans.map((path) => `${path} (no longer generated)`));
  if (!check) await Promise.all(orphans.map(async (path) => rm(join(root, path))));
}

/** Formats what Biome knows and leaves the rest, such as Markdown, as the generator wrote it. */
async function format(path: string, text: string): Promise<string> {
  if (!/\.(ts|js|mjs|cjs|json|jsonc|css)$/.test(path)) return text;
  const { code, stdout, stderr } = await captureTool('biome', ['format', `--stdin-file-path=${path}`], text);
  if (code !== 0) throw new Error(`Biome could not format ${path}:\n${stderr}`);
  return stdout;
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function listFiles(folder: string): Promise<string[]> {
  const items = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return items
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}
