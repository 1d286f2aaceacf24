// Writes the files that are made from others. `--check` writes nothing and fails naming the files that are stale.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/**
 * First what becomes part of the program, then what the program makes. Each is loaded when it is its turn, and so it knows what
 * those before it have written.
 */
const generators: readonly Generator[] = [
  {
    name: 'language',
    owns: ['src/language/generated'],
    run: async () => (await import('./generators/language.ts')).generateLanguage(),
  },
  { name: 'syntax', owns: [], run: async () => (await import('./generators/syntax.ts')).generateSyntax() },
  { name: 'library', owns: [], run: async () => (await import('./generators/library.ts')).generateLibrary() },
  { name: 'rules', owns: [], run: async () => (await import('./generators/rules.ts')).generateRules() },
  { name: 'map-fonts', owns: [], run: async () => (await import('./generators/map-fonts.ts')).generateMapFonts() },
  { name: 'map-icons', owns: [], run: async () => (await import('./generators/map-icons.ts')).generateMapIcons() },
  {
    name: 'map-phrases',
    owns: [],
    run: async () => (await import('./generators/map-phrases.ts')).generateMapPhrases(),
  },
  { name: 'text-mate', owns: [], run: async () => (await import('./generators/text-mate.ts')).generateTextMate() },
  {
    name: 'model-schema',
    owns: [],
    run: async () => (await import('./generators/model-schema.ts')).generateModelSchema(),
  },
  {
    name: 'config-schema',
    owns: [],
    run: async () => (await import('./generators/rule-docs.ts')).generateConfigSchema(),
  },
  {
    name: 'evidence-schemas',
    owns: [],
    run: async () => (await import('./generators/evidence-schemas.ts')).generateEvidenceSchemas(),
  },
  {
    name: 'rule-docs',
    owns: ['docs/rules', 'docs/ja/rules'],
    run: async () => (await import('./generators/rule-docs.ts')).generateRuleDocs(),
  },
  {
    name: 'language-reference',
    owns: [],
    run: async () => (await import('./generators/language-reference.ts')).generateLanguageReference(),
  },
  {
    name: 'cli-reference',
    owns: [],
    run: async () => (await import('./generators/cli-reference.ts')).generateCliReference(),
  },
  { name: 'coverage', owns: [], run: async () => (await import('./generators/coverage.ts')).generateCoverage() },
  {
    name: 'docs-pictures',
    owns: ['docs/images'],
    run: async () => (await import('./generators/docs-pictures.ts')).generateDocsPictures(),
  },
  {
    name: 'extension-media',
    owns: ['extension/media/walkthrough'],
    run: async () => (await import('./generators/extension-media.ts')).generateExtensionMedia(),
  },
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
