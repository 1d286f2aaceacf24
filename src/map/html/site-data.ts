/** Something that can be found in a site: what the script of its first page gets from the page. */
export interface SearchEntry {
  /** What sort of thing it is, in the language of the site. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** Its address, relative to the first page. */
  readonly href: string;
}

/** Elements that the script of a site's first page looks for, by their ids. */
export const SITE_IDS = {
  search: 'search',
  query: 'query',
  count: 'count',
  hits: 'hits',
  data: 'site-data',
} as const;
