import picomatch from 'picomatch/posix.js';
import { rules as allRules } from '../rules/index.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { type Level, type PresetName, PRESETS } from './presets.ts';

/** What a `journey.config.json` says, as far as it could be understood. Plain data, so that a thread can be given it. */
export interface Configuration extends Choices {
  readonly preset: PresetName;
  /** Globs of files that are not checked, relative to the configuration's folder. */
  readonly ignore: readonly string[];
  /** For some files only; of several that match, the later one wins. */
  readonly overrides: readonly Override[];
}

interface Choices {
  readonly rules: Readonly<Record<string, Level>>;
  readonly settings: Partial<Settings>;
}

interface Override extends Choices {
  readonly files: readonly string[];
}

/** What holds for one file. */
export interface FileConfiguration {
  readonly settings: Settings;
  readonly severities: ReadonlyMap<string, Level>;
}

/** The name that a configuration is looked for by, in the folder of a file and those above it. */
export const CONFIGURATION_FILE = 'journey.config.json';

export const defaultConfiguration: Configuration = {
  preset: 'recommended',
  rules: {},
  settings: {},
  ignore: [],
  overrides: [],
};

/**
 * What a configuration says about each file, by its path relative to the configuration's folder, with forward slashes.
 * Files of which it says the same are given the same object.
 *
 * @param base what holds where nothing is said
 */
export function configurationFor(
  configuration: Configuration,
  base: Settings = defaultSettings,
): (path: string) => FileConfiguration {
  const { levelOf } = PRESETS[configuration.preset];
  const overrides = configuration.overrides.map((override) => ({ override, matches: matcher(override.files) }));
  const known = new Map<string, FileConfiguration>();
  return (path) => {
    const matching = overrides.filter(({ matches }) => matches(path));
    const key = matching.map(({ override }) => configuration.overrides.indexOf(override)).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const layers: readonly Choices[] = [configuration, ...matching.map(({ override }) => override)];
    const severities = new Map(allRules.map(({ meta }) => [meta.id, levelOf(meta)]));
    for (const { rules } of layers) for (const [id, level] of Object.entries(rules)) severities.set(id, level);
    const settings = layers.reduce((whole, layer) => withSettings(whole, layer.settings), base);
    const made = { settings, severities };
    known.set(key, made);
    return made;
  };
}

/** Tells which files a configuration wants not to be checked. */
export function ignoredBy({ ignore }: Configuration): (path: string) => boolean {
  return matcher(ignore);
}

function withSettings(base: Settings, own: Partial<Settings>): Settings {
  // What is not said about a kind of channel stays as it is.
  return { ...base, ...own, waitLimits: { ...base.waitLimits, ...own.waitLimits } };
}

/** A pattern that ends with a slash means everything in the folder. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, '/**')),
    { dot: true },
  );
}
