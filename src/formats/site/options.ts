import type { Locale } from '../../model/text.ts';

/** What a site needs besides the files that it is about. */
export interface SiteOptions {
  readonly locale: Locale;
  readonly version: string;
  /** The bundled script of the search. */
  readonly searchScript: string;
  /** The bundled script of a map's page. */
  readonly mapScript: string;
  /** SHA-256 in base 64. */
  readonly hash: (text: string) => string;
  /** The script of a page that follows its server, which it may then talk to. */
  readonly liveScript?: string;
}
