// The syntax tree's types, the grammar and the module, made by Langium from src/language/journey.langium.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { captureTool, root } from '../run.ts';

interface LangiumConfig {
  out: string;
  languages: { grammar: string }[];
}

/** Langium writes to a temporary folder, so that a check touches nothing and a failed run leaves the old files. */
export async function generateLanguage(): Promise<ReadonlyMap<string, string>> {
  const config = await readConfig();
  // Without a grammar there is nothing to make, and what is left of an older run is reported as stale.
  if (config === undefined || !config.languages.every(({ grammar }) => existsSync(join(root, grammar))))
    return new Map();
  const out = config.out.replace(/\/$/, '');
  const folder = await mkdtemp(join(tmpdir(), 'journey-generate-'));
  try {
    const languages = config.languages.map((language) => ({ ...language, grammar: resolve(root, language.grammar) }));
    const configFile = join(folder, 'langium-config.json');
    const generated = join(folder, 'generated');
    await writeFile(configFile, JSON.stringify({ ...config, languages, out: generated }));
    const { code, stdout, stderr } = await captureTool('langium', ['generate', '--file', configFile]);
    if (code !== 0) throw new Error(`langium generate\n${stdout}${stderr}`);
    process.stderr.write(stderr);
    const names = await readdir(generated);
    return new Map(
      await Promise.all(
        names.map(async (name) => [`${out}/${name}`, await readFile(join(generated, name), 'utf8')] as const),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readConfig(): Promise<LangiumConfig | undefined> {
  try {
    return JSON.parse(await readFile(join(root, 'langium-config.json'), 'utf8')) as LangiumConfig;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
