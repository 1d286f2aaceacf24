import { compareFindings } from '../../formats/report.ts';
import type { Version, VersionFile } from '../../history/snapshot.ts';
import { findingsOf } from '../../language/findings.ts';
import type { FileAccess } from '../../language/workspace/file-access.ts';
import { createWorkspace } from '../../language/workspace/journey-workspace.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { problemsOf } from '../../language/problems.ts';
import type { Text } from '../../model/text.ts';
import { complaintsAbout } from '../complaints.ts';
import { NearestConfigurations } from '../configuration.ts';

/** A version as it was read, and what could not be. */
export interface ReadVersion {
  readonly version: Version;
  readonly notes: readonly Text[];
  /** Files, or folders with all that is in them, that are there and cannot be read, as they are shown. */
  readonly unread: readonly string[];
}

export interface VersionSource {
  readonly files: FileAccess;
  /** URIs of the folders that imports may not leave. */
  readonly roots: readonly string[];
  /** URIs of the files that are asked for; others are read where these import them. */
  readonly uris: readonly string[];
  /** What the version is called in a note. */
  readonly name: string;
  /** How a file is shown; the same in both versions when it is the same file. */
  readonly shown: (uri: string) => string;
}

/**
 * Reads the files of one moment, with their imports as they were then. The rules are those of the configuration that is in
 * force now: both versions are measured by one yardstick.
 */
export async function readVersion(
  { files, roots, uris, name, shown }: VersionSource,
  cwd: string,
): Promise<ReadVersion> {
  const notes: Text[] = [];
  const unread: string[] = [];
  const workspace = createWorkspace({ roots, files });
  const configurations = new NearestConfigurations(cwd);
  for (const { uri, reason } of await workspace.load(uris)) {
    const path = shown(uri);
    unread.push(path);
    notes.push({
      en: `${path} in ${name} is left out of the comparison: ${reason.en}`,
      ja: `${name} の ${path} は比較に含まれません: ${reason.ja}`,
    });
  }
  const read: VersionFile[] = [];
  for (const uri of uris) {
    const document = workspace.document(uri);
    if (document === undefined) continue;
    const path = shown(uri);
    if (problemsOf(document).some(({ severity }) => severity === 'error')) {
      notes.push({
        en: `${path} in ${name} has errors; what cannot be understood is left out of the comparison`,
        ja: `${name} の ${path} にはエラーがあり、読み取れない部分は比較に含まれません`,
      });
    }
    const { findings } = findingsOf(document, configurations.of(uri));
    read.push({ path, model: modelOf(document), findings: findings.toSorted(compareFindings) });
  }
  notes.push(...complaintsAbout(configurations.wrong));
  return { version: { files: read }, notes, unread };
}

/** What is to be said about the reading of two versions. Of the configuration it is said once: it is the same for both. */
export function notesOf(was: ReadVersion, is: ReadVersion): readonly Text[] {
  const said = new Set(was.notes.map(({ en }) => en));
  return [...was.notes, ...is.notes.filter(({ en }) => !said.has(en))];
}

/**
 * Both versions without the files that cannot be read in one of them: all that these hold would seem to be gone, or new.
 *
 * @param renamed from the name of a file in the earlier version to that in the later one
 */
export function comparable(
  was: ReadVersion,
  is: ReadVersion,
  renamed: ReadonlyMap<string, string> = new Map(),
): readonly [was: Version, is: Version] {
  const unread = [...was.unread, ...is.unread];
  const isUnread = (path: string): boolean => unread.some((each) => path === each || path.startsWith(`${each}/`));
  const origins = new Map([...renamed].map(([from, to]) => [to, from]));
  const without = ({ version }: ReadVersion, otherNames: ReadonlyMap<string, string>): Version => ({
    files: version.files.filter(({ path }) => !isUnread(path) && !isUnread(otherNames.get(path) ?? path)),
  });
  return [without(was, renamed), without(is, origins)];
}
