import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Results } from '../evidence/result-file.ts';
import { type CheckedFile, type Source, sourceOf } from '../formats/report.ts';
import {
  type Configuration,
  CONFIGURATION_FILE,
  configurationFor,
  defaultConfiguration,
  type FileConfiguration,
  ignoredBy,
} from '../friction/configuration/configuration.ts';
import { readConfiguration } from '../friction/configuration/read.ts';
import { secondsOf } from '../language/quantity.ts';
import { settingsOfToday } from '../language/usual-configuration.ts';
import { resultsBeside } from './evidence/results.ts';
import { shownPath } from './files/discover.ts';
import type { Problem } from './files/problem.ts';
import { readTextFile } from './files/read.ts';
import { fileUri, type FoundInputs } from './inputs.ts';

/** What keeps a command from working as somebody expects. */
export interface Wrong {
  /** What could not be read. */
  readonly missing: readonly Problem[];
  /** The configurations and result files in which something is wrong: then other things are found, or done, than meant. */
  readonly mistaken: readonly Mistaken[];
}

/** The inputs that are to be worked on, and what the configurations say about each. */
export interface ConfiguredInputs {
  /** Without what is ignored. A configuration that cannot be read is one of the problems. */
  readonly inputs: FoundInputs;
  /** For each of the inputs. */
  readonly configurations: readonly CheckedConfiguration[];
  /** The configurations and result files in which something is wrong. */
  readonly mistaken: readonly Mistaken[];
  /** Whether it is known what is to be ignored: not where a configuration cannot be read, or a mistake stands in its list. */
  readonly knowsIgnored: boolean;
}

/** What holds for one file, with what was measured of its journeys. */
export interface CheckedConfiguration extends FileConfiguration {
  readonly measured?: Results;
}

export type Mistaken = CheckedFile & { readonly source: Source };

/**
 * Finds the configuration of each input: the file that `--config` names, or else the nearest one in the input's folder
 * and those above it.
 */
export function configure(inputs: FoundInputs, named: string | undefined): ConfiguredInputs {
  const files = new ConfigurationFiles(inputs.cwd);
  const fixed = named === undefined ? undefined : files.named(resolve(inputs.cwd, named));
  const uris: string[] = [];
  const configurations: CheckedConfiguration[] = [];
  const broken: Mistaken[] = [];
  for (const uri of inputs.uris) {
    const path = URI.parse(uri).fsPath;
    const scope = fixed ?? files.around(dirname(path));
    const own = relative(scope.folder, path).split(sep).join('/');
    if (scope.isIgnored(own)) continue;
    uris.push(uri);
    const { results, mistaken } = resultsBeside(uri, inputs.cwd);
    if (mistaken !== undefined) broken.push(mistaken);
    configurations.push(withMeasured(scope.configurationOf(own), results));
  }
  const problems = [...inputs.problems, ...files.problems];
  return {
    inputs: { ...inputs, uris, problems },
    configurations,
    mistaken: [...files.mistaken, ...broken],
    knowsIgnored: files.knowsIgnored,
  };
}

/** What holds for single files by the nearest configurations, for commands that show findings and do not judge them. */
export class NearestConfigurations {
  readonly #cwd: string;
  readonly #files: ConfigurationFiles;
  /** Result files in which something is wrong. */
  readonly #broken = new Map<string, Mistaken>();

  constructor(cwd: string) {
    this.#cwd = cwd;
    this.#files = new ConfigurationFiles(cwd);
  }

  of(uri: string): CheckedConfiguration {
    const path = URI.parse(uri).fsPath;
    const scope = this.#files.around(dirname(path));
    const { results, mistaken } = resultsBeside(uri, this.#cwd);
    if (mistaken !== undefined) this.#broken.set(mistaken.uri, mistaken);
    return withMeasured(scope.configurationOf(relative(scope.folder, path).split(sep).join('/')), results);
  }

  /** What was met so far. */
  get wrong(): Wrong {
    return { missing: this.#files.problems, mistaken: [...this.#files.mistaken, ...this.#broken.values()] };
  }
}

/** Files of which the same is said share one object: it is sent to threads. */
function withMeasured(configuration: FileConfiguration, measured: Results): CheckedConfiguration {
  return measured.size === 0 ? configuration : { ...configuration, measured };
}

/** A configuration with the folder that its globs are relative to. */
interface Scope {
  readonly folder: string;
  readonly configurationOf: (path: string) => FileConfiguration;
  readonly isIgnored: (path: string) => boolean;
}

class ConfigurationFiles {
  readonly problems: Problem[] = [];
  readonly mistaken: Mistaken[] = [];
  knowsIgnored = true;
  readonly #byFolder = new Map<string, Scope>();
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  named(file: string): Scope {
    return this.#read(file, true) ?? scopeOf(defaultConfiguration, dirname(file));
  }

  around(folder: string): Scope {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const scope =
      this.#read(join(folder, CONFIGURATION_FILE), false) ??
      (parent === folder ? scopeOf(defaultConfiguration, folder) : this.around(parent));
    this.#byFolder.set(folder, scope);
    return scope;
  }

  /** Undefined when there is none, or none that can be read. */
  #read(file: string, isNamed: boolean): Scope | undefined {
    const read = readTextFile(file);
    const path = shownPath(file, this.#cwd);
    if (!('text' in read)) {
      if (isNamed || read.absence !== 'missing') {
        this.problems.push({ path, reason: read.reason });
        this.knowsIgnored = false;
      }
      return undefined;
    }
    const uri = fileUri(file);
    const { configuration, problems, knowsIgnored } = readConfiguration(read.text, uri, secondsOf);
    this.knowsIgnored &&= knowsIgnored;
    if (problems.length > 0) {
      this.mistaken.push({ uri, findings: problems, journeys: [], source: sourceOf(path, read.text) });
    }
    return scopeOf(configuration, dirname(file));
  }
}

function scopeOf(configuration: Configuration, folder: string): Scope {
  return {
    folder,
    configurationOf: configurationFor(configuration, settingsOfToday()),
    isIgnored: ignoredBy(configuration),
  };
}
