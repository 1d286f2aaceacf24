import { inLocale, type Locale, type Text } from '../../model/text.ts';

/** A file of a new workspace. */
export interface NewFile {
  /** Relative to the workspace's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * What a workspace has besides its journeys: settings of the check, a workflow that runs it, and what editors should offer.
 *
 * @param version of this program, which the workflow stays with until somebody raises it
 */
export function workspaceFiles(version: string, locale: Locale): readonly NewFile[] {
  return [
    {
      path: 'journey.config.json',
      text: json({ extends: 'recommended', ...(locale === 'ja' && { jurisdiction: 'jp' }) }),
    },
    { path: '.github/workflows/journeys.yml', text: workflow(version, locale) },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['journey-language.journey-language'] }) },
    { path: 'README.md', text: inLocale(readme, locale) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function workflow(version: string, locale: Locale): string {
  return `name: Journeys
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes journey-language@${version} check --format github --locale ${locale}
      - run: npx --yes journey-language@${version} fmt --check
`;
}

const readme: Text = {
  en: `# Our customer journeys

- \`journey check\` finds where customers will suffer.
- \`journey render journeys/first.journey -o map.html\` draws the map.
- \`journey fmt\` lays the files out.
- \`journey new journeys/next.journey\` begins the next journey.
`,
  ja: `# 私たちのカスタマージャーニー

- \`journey check\`: お客様がつまずく場所を調べます。
- \`journey render journeys/first.journey -o map.html\`: マップを描きます。
- \`journey fmt\`: ファイルの書式を整えます。
- \`journey new journeys/next.journey\`: 次のジャーニーを書き始めます。
`,
};
