import { URI, UriUtils } from 'langium';
import { JOURNEY_EXTENSION } from './journey-extension.ts';

/** What the path of an import leads to, as far as the path alone can say. */
export type ImportTarget =
  /** A file; whether it exists is another question. */
  | { readonly kind: 'file'; readonly uri: string }
  /** A folder, for it ends in `/`, `.` or `..`. */
  | { readonly kind: 'folder'; readonly uri: string }
  /** Some other kind of file. */
  | { readonly kind: 'otherFile'; readonly uri: string }
  /** From the root of a disk, or a web address: means something else on every machine. */
  | { readonly kind: 'absolute' }
  | { readonly kind: 'empty' };

/**
 * Reads the path of an import, relative to the file that it stands in. Both `/` and `\` separate folders, because a path
 * may be copied from Windows. URIs are compared as strings, so they come in the one form that `URI.toString` gives.
 */
export function importTarget(uri: string, path: string): ImportTarget {
  // A version, as some file systems of editors have it, would be passed on to the target.
  if (uri.includes('?') || uri.includes('#')) return readTarget(uri, path);
  const folder = uri.substring(0, uri.lastIndexOf('/'));
  let targets = known.get(folder);
  if (targets === undefined) {
    if (known.size >= 100) known.clear();
    known.set(folder, (targets = new Map()));
  }
  let target = targets.get(path);
  if (target === undefined) {
    target = readTarget(uri, path);
    if (targets.size >= 100) targets.clear();
    targets.set(path, target);
  }
  return target;
}

/** By folder and path: asked several times for each import of a file, and the files of a folder import the same ones. */
const known = new Map<string, Map<string, ImportTarget>>();

function readTarget(uri: string, path: string): ImportTarget {
  // Half a surrogate pair has no place in a URI.
  const written = path
    .trim()
    .replaceAll('\\', '/')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  if (written === '') return { kind: 'empty' };
  if (written.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(written)) return { kind: 'absolute' };
  const target = UriUtils.resolvePath(UriUtils.dirname(URI.parse(uri)), written);
  const name = written.substring(written.lastIndexOf('/') + 1);
  if (name === '' || name === '.' || name === '..') return { kind: 'folder', uri: target.toString() };
  return { kind: name.endsWith(JOURNEY_EXTENSION) ? 'file' : 'otherFile', uri: target.toString() };
}

/** The URI of the file that an import means; undefined when its path cannot mean a journey file. */
export function resolveImport(uri: string, path: string): string | undefined {
  const target = importTarget(uri, path);
  return target.kind === 'file' ? target.uri : undefined;
}

/** How a file is written in an import of another one: `people.journey`, `../shared/channels.journey`. */
export function importPath(from: string, to: string): string {
  return UriUtils.relative(UriUtils.dirname(URI.parse(from)), URI.parse(to));
}

/** The name of a file without its folders, decoded. */
export function fileName(uri: string): string {
  return UriUtils.basename(URI.parse(uri));
}

/** Whether a file or folder lies in a folder, however deep, or is that folder. */
export function isInside(folder: string, uri: string): boolean {
  // Mostly it is, and then the text alone says so.
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`) || UriUtils.contains(folder, uri);
}
