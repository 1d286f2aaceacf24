import { fileName } from '../imports.ts';
import { addMember, deleteMember } from './members.ts';

/** Why a file that is imported is not there. */
export type Absence = 'missing' | 'folder' | 'unreadable';

/**
 * Names of files, loaded or only seen on the disk: what a mistyped import may have meant. Looked up by name and by
 * folder, so that a question about one file does not walk through all. In the order of the URIs, whichever came first.
 */
export class FileNames {
  readonly #byName = new Map<string, Set<string>>();
  readonly #byFolder = new Map<string, Set<string>>();
  /** Not in the lists yet: mostly nobody asks for them. */
  readonly #unlisted = new Set<string>();
  readonly #absences = new Map<string, Absence>();
  #beside = '';

  add(uri: string): void {
    this.#absences.delete(uri);
    this.#unlisted.add(uri);
  }

  delete(uri: string): void {
    this.#unlisted.delete(uri);
    deleteMember(this.#byName, nameKey(uri), uri);
    deleteMember(this.#byFolder, folderOf(uri), uri);
  }

  clear(): void {
    this.#byName.clear();
    this.#byFolder.clear();
    this.#unlisted.clear();
    this.#absences.clear();
    this.#beside = '';
  }

  /** Notes what is beside a file that is not there, though nobody has loaded it; some of it may be what cannot be read. */
  addBeside(uris: readonly string[]): void {
    for (const uri of uris) this.#unlisted.add(uri);
    this.#beside += `${uris.join(' ')}\n`;
  }

  /** What somebody who looked found in the places of files and beside them: the same text when it was the same. */
  get missing(): string {
    return `${JSON.stringify([...this.#absences])}${this.#beside}`;
  }

  /** Notes what somebody who looked found in the place of a file. */
  setAbsent(uri: string, absence: Absence): void {
    this.#absences.set(uri, absence);
  }

  /** Why a file is not there, when somebody has looked. */
  absence(uri: string): Absence | undefined {
    return this.#absences.get(uri);
  }

  /** Files of the same name in any folder, whatever the case of their letters. */
  withSameName(uri: string): readonly string[] {
    this.#list();
    return [...(this.#byName.get(nameKey(uri)) ?? [])].toSorted();
  }

  /** Files directly in the folder in which the file is, or would be. */
  inSameFolder(uri: string): readonly string[] {
    this.#list();
    return [...(this.#byFolder.get(folderOf(uri)) ?? [])].toSorted();
  }

  /** Files directly in a folder. */
  inFolder(folder: string): readonly string[] {
    this.#list();
    return [...(this.#byFolder.get(folder.replace(/\/$/, '')) ?? [])].toSorted();
  }

  #list(): void {
    for (const uri of this.#unlisted) {
      addMember(this.#byName, nameKey(uri), uri);
      addMember(this.#byFolder, folderOf(uri), uri);
    }
    this.#unlisted.clear();
  }
}

function nameKey(uri: string): string {
  return fileName(uri).normalize('NFC').toLowerCase();
}

/** Without the slash at the end. URIs are in one form, so cutting the string is enough. */
function folderOf(uri: string): string {
  return uri.substring(0, uri.lastIndexOf('/'));
}
