import {
  CONFIGURATION_FILE,
  configurationFor,
  defaultConfiguration,
  type FileConfiguration,
  ignoredBy,
} from '../friction/configuration/configuration.ts';
import { readConfiguration } from '../friction/configuration/read.ts';
import { secondsOf } from '../language/quantity.ts';
import { settingsOfToday } from '../language/usual-configuration.ts';
import type { Finding } from '../model/finding.ts';

/** Whether a URI is that of a configuration. */
export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_FILE}`);
}

/**
 * What the configuration says about each file: the nearest `journey.config.json` in its folder and those above it, as
 * `journey check` reads it. What an editor has open counts, saved or not.
 */
export class Configurations {
  readonly #read: (uri: string) => string | undefined;
  readonly #open = new Map<string, string>();
  readonly #byFolder = new Map<string, Scope>();
  readonly #problems = new Map<string, readonly Finding[]>();
  readonly #unsaid = new Set<string>();

  /** @param read the text of a file; undefined when it is not there */
  constructor(read: (uri: string) => string | undefined) {
    this.#read = read;
  }

  /** URIs of the configurations that something was asked of, and of those that are open. */
  get known(): readonly string[] {
    return [...new Set([...this.#problems.keys(), ...this.#open.keys()])];
  }

  /** Puts a text in the place of what is on the disk, or takes it away again. */
  setOpen(uri: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    this.forget();
  }

  /** Reads everything again when it is asked for. */
  forget(): void {
    this.#byFolder.clear();
    this.#problems.clear();
  }

  /** Undefined for a file that is not to be checked. */
  of(uri: string): FileConfiguration | undefined {
    const scope = this.#around(folderOf(uri));
    const path = decoded(uri.slice(scope.folder.length + 1));
    return scope.isIgnored(path) ? undefined : scope.configurationOf(path);
  }

  /** URIs of configurations in which something wrong was found since this was asked last. */
  takeFaulty(): readonly string[] {
    const faulty = [...this.#unsaid];
    this.#unsaid.clear();
    return faulty;
  }

  /** What is wrong in a configuration. */
  problems(uri: string): readonly Finding[] {
    this.#scopeOf(uri);
    return this.#problems.get(uri) ?? [];
  }

  #around(folder: string): Scope {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const parent = folderOf(folder);
    const scope =
      this.#scopeOf(`${folder}/${CONFIGURATION_FILE}`) ??
      // `file://` and what is not in a folder at all have none above them.
      (/^[^:]+:\/*$/.test(`${parent}/`) || parent === folder ? unconfigured(folder) : this.#around(parent));
    this.#byFolder.set(folder, scope);
    return scope;
  }

  /** Undefined when the file is not there. */
  #scopeOf(uri: string): Scope | undefined {
    const text = this.#open.get(uri) ?? this.#read(uri);
    if (text === undefined) return undefined;
    const { configuration, problems } = readConfiguration(text, uri, secondsOf);
    if (problems.length > 0 && !this.#problems.has(uri)) this.#unsaid.add(uri);
    this.#problems.set(uri, problems);
    return {
      folder: folderOf(uri),
      configurationOf: configurationFor(configuration, settingsOfToday()),
      isIgnored: ignoredBy(configuration),
    };
  }
}

/** A configuration with the folder that its globs are relative to. */
interface Scope {
  readonly folder: string;
  readonly configurationOf: (path: string) => FileConfiguration;
  readonly isIgnored: (path: string) => boolean;
}

function unconfigured(folder: string): Scope {
  return {
    folder,
    configurationOf: configurationFor(defaultConfiguration, settingsOfToday()),
    isIgnored: () => false,
  };
}

/** Without the slash at the end. */
function folderOf(uri: string): string {
  const end = uri.lastIndexOf('/');
  return end < 0 ? uri : uri.slice(0, end);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
