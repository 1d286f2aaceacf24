/** What `journey render --format` takes. src/cli/commands/render.ts knows how each is made. */
export const MAP_FORMATS = ['svg', 'html', 'png', 'pdf', 'text', 'markdown'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

/** What `--page` takes. */
export const MAP_PAGES = ['poster', 'a4', 'a3', 'a1', 'a0', 'slide'] as const;

/** What `--theme` takes. */
export const MAP_THEMES = ['light', 'dark', 'hc-dark', 'hc-light', 'auto'] as const;

/** What `--preset` takes; src/map/content/lanes.ts says which lanes each has. */
export const MAP_PRESETS = ['workshop', 'executive', 'blueprint', 'data', 'full'] as const;
