/** What `journey render --format` takes. src/cli/commands/render.ts knows how each is made. */
export const MAP_FORMATS = ['svg', 'html', 'png', 'pdf', 'text', 'markdown'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

/** What `--page` takes. */
export const MAP_PAGES = ['poster', 'a4', 'a3', 'a1', 'a0', 'slide'] as const;

/** What `--theme` takes where a picture may follow its reader. */
export const MAP_THEMES = ['light', 'dark', 'hc-dark', 'hc-light', 'auto'] as const;

/** What is said of `--theme` wherever there is one, besides its choices. */
export const THEME_VALUE = {
  kind: 'choice',
  placeholder: 'THEME',
  meanings: {
    auto: { en: 'as the reader prefers', ja: '見る人の設定に従う' },
    light: { en: 'on white', ja: '白地' },
    dark: { en: 'on black', ja: '黒地' },
    'hc-light': {
      en: 'high contrast on white; also: high-contrast',
      ja: '白地のハイコントラスト(high-contrast も同じ)',
    },
    'hc-dark': { en: 'high contrast on black', ja: '黒地のハイコントラスト' },
  },
  // What is not asked to be dark is for white paper.
  synonyms: { 'high-contrast': 'hc-light', 'high-contrast-light': 'hc-light', 'high-contrast-dark': 'hc-dark' },
} as const;

/** What `--preset` takes; src/map/content/lanes.ts says which lanes each has. */
export const MAP_PRESETS = ['workshop', 'executive', 'blueprint', 'data', 'full'] as const;
