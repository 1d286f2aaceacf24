import { LIBRARY_TEXTS } from './texts.ts';

/** The scheme of the standard library's documents, which are part of the program and on no disk. */
export const LIBRARY_SCHEME = 'builtin';

/** Whether a document belongs to the standard library. */
export function isLibrary(uri: string): boolean {
  return uri.startsWith(`${LIBRARY_SCHEME}:`);
}

/** The text of a document of the standard library; undefined when there is none with this URI. */
export function libraryText(uri: string): string | undefined {
  return LIBRARY_TEXTS.find(({ name }) => libraryUri(name) === uri)?.text;
}

/** URIs of all documents of the standard library. */
export function libraryUris(): readonly string[] {
  return LIBRARY_TEXTS.map(({ name }) => libraryUri(name));
}

/** In the form that `URI.toString` gives, for URIs are compared as strings. */
export function libraryUri(name: string): string {
  return `${LIBRARY_SCHEME}:/library/${name}`;
}
