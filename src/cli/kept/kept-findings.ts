import { join } from 'node:path';
import type { CheckedConfiguration } from '../configuration.ts';
import { configurationDigest } from './configuration-digest.ts';
import { type Digests, isOfText } from './digested-files.ts';
import { type Entry, entryBytes, packed, readEntry, unpacked } from './entry.ts';
import { EntryFolder } from './entry-folder.ts';
import { digestOf, type KeptPlace } from './place.ts';

/** The content of a file, a folder or anything else by its URI, as it was when something was kept. */
export type Seen = readonly [uri: string, digest: string];

/** The days on which the same is to be said (ISO 8601); without a last one no day changes it. */
export interface Days {
  readonly firstDay: string;
  readonly lastDay?: string;
}

/** On what depends what was found in a file. The file of the entry is called by the program and the file's URI. */
interface Dependences extends Days {
  readonly uri: string;
  /** The configuration that holds for it, without the day, and what was measured of its journeys. */
  readonly configuration: string;
  /** The folders that imports may not leave. */
  readonly roots: string;
  /** The file itself, then everything that it imports, directly or through others, be it there or not. */
  readonly files: readonly Seen[];
  /** Missing where what is to be said depends on nothing else. */
  readonly others?: Others;
}

/** All that was checked together, for a file in which something leads nowhere: it may have been meant to lead there. */
interface Others {
  readonly files: string;
  /** Folders in which a file was looked for. */
  readonly folders: readonly Seen[];
}

/** What was found in one file, by the parts of which each surface asks for those it needs. */
export class KeptFile {
  readonly #entry: Entry<Dependences>;

  constructor(entry: Entry<Dependences>) {
    this.#entry = entry;
  }

  get dependences(): Dependences {
    return this.#entry.header;
  }

  /** Whether there is such a part. */
  has(name: string): boolean {
    return this.#entry.parts.has(name);
  }

  /** URIs of the files that it imports, directly or through others, as far as they are there. */
  get imported(): readonly string[] {
    return this.#entry.header.files.slice(1).flatMap(([uri, digest]) => (isOfText(digest) ? uri : []));
  }

  /** Whether it holds only as long as all files that were checked with it are what they were. */
  get dependsOnOthers(): boolean {
    return this.#entry.header.others !== undefined;
  }

  /** A part as it was given; undefined when there is none. */
  part(name: string): unknown {
    const part = this.#entry.parts.get(name);
    return part === undefined ? undefined : unpacked(part);
  }

  /** The same with other parts. */
  with(parts: Readonly<Record<string, unknown>>): Entry<Dependences> {
    const { header, parts: own } = this.#entry;
    return { header, parts: new Map([...own, ...packedParts(parts)]) };
  }

  /** Whether the other files are what they were; `files` is their digest. */
  isLedBy(files: string, folderDigest: (uri: string) => string): boolean {
    const { others } = this.#entry.header;
    return (
      others === undefined ||
      (others.files === files && others.folders.every(([uri, digest]) => folderDigest(uri) === digest))
    );
  }
}

/** What was found in a file and is to be kept. */
export interface Found {
  readonly uri: string;
  readonly configuration: CheckedConfiguration;
  /** URIs of the files that it imports, directly or through others, be they there or not. */
  readonly imported: readonly string[];
  readonly lastDay: string | undefined;
  /** The digest of all files that were checked together, where it depends on them. */
  readonly others?: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** What was found in files by earlier runs. Whatever cannot be used is as if it were not there. */
export class KeptFindings {
  readonly #folder: EntryFolder;
  readonly #program: string;
  readonly #roots: string;
  readonly #files: Digests;

  constructor({ folder, program }: KeptPlace, roots: readonly string[], files: Digests) {
    this.#folder = new EntryFolder(join(folder, ENTRIES));
    this.#program = program;
    this.#roots = roots.join(' ');
    this.#files = files;
  }

  /** What is known of a file whose content, imports and configuration are what they were. */
  find(uri: string, configuration: CheckedConfiguration): KeptFile | undefined {
    const entry = this.#read(uri);
    const file = entry && new KeptFile(entry);
    return file !== undefined && this.holds(file, uri, configuration) ? file : undefined;
  }

  /** Whether what is known of a file is true of it as it is now. */
  holds({ dependences }: KeptFile, uri: string, configuration: CheckedConfiguration): boolean {
    const { today } = configuration.settings;
    return (
      dependences.uri === uri &&
      dependences.roots === this.#roots &&
      holdsOn(today, dependences) &&
      dependences.configuration === configurationDigest(configuration) &&
      dependences.files.every(([each, digest]) => this.#files.digest(each) === digest)
    );
  }

  /** Keeps what was found in a file, unless somebody has changed meanwhile what it depends on. */
  keep({ uri, configuration, imported, lastDay, others, parts }: Found): void {
    const uris = [uri, ...imported.filter((each) => each !== uri)];
    if (!uris.every((each) => this.#files.isSteady(each))) return;
    const seen = (each: string): Seen => [each, this.#files.digest(each)];
    const header: Dependences = {
      uri,
      configuration: configurationDigest(configuration),
      roots: this.#roots,
      firstDay: configuration.settings.today,
      ...(lastDay !== undefined && { lastDay }),
      files: uris.map(seen),
      ...(others !== undefined && {
        others: {
          files: others,
          folders: this.#files.listed.map((each): Seen => [each, this.#files.folderDigest(each)]),
        },
      }),
    };
    this.#write(uri, { header, parts: new Map(packedParts(parts)) });
  }

  /** Keeps more of what is known already. */
  add(uri: string, file: KeptFile, parts: Readonly<Record<string, unknown>>): void {
    this.#write(uri, file.with(parts));
  }

  #read(uri: string): Entry<Dependences> | undefined {
    const bytes = this.#folder.read(this.#name(uri));
    // Only this program writes under this name what has the right hash.
    return bytes && (readEntry(bytes) as Entry<Dependences> | undefined);
  }

  #write(uri: string, entry: Entry<Dependences>): void {
    this.#folder.write(this.#name(uri), entryBytes(entry));
  }

  #name(uri: string): string {
    return digestOf(`${this.#program} ${uri}`);
  }
}

/** The folder of the entries, in the one that is ours. */
export const ENTRIES = 'findings';

/** Whether what was found on the first of some days is to be said on another day. */
export function holdsOn(today: string, { firstDay, lastDay }: Days): boolean {
  return today === firstDay || (firstDay !== '' && firstDay <= today && (lastDay === undefined || today <= lastDay));
}

function packedParts(parts: Readonly<Record<string, unknown>>): readonly (readonly [string, Buffer])[] {
  return Object.entries(parts).map(([name, value]) => [name, packed(value)]);
}
