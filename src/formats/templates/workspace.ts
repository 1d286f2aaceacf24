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

/**
 * Actions are pinned to commits: whoever moves a tag of theirs would run in the team's repository. That journeys differ is what
 * a pull request is for, so it must not fail the run.
 */
function workflow(version: string, locale: Locale): string {
  return `name: Journeys
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      # ${inLocale(pinned, locale)}
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with:
          node-version: 24
      - run: npm install --global journey-language@${version}
      - run: journey check --format github --locale ${locale}
      - run: journey fmt --check
      - if: \${{ !cancelled() && github.event_name == 'pull_request' }}
        run: journey diff "origin/$GITHUB_BASE_REF" --format markdown --fail-on never --locale ${locale} >> "$GITHUB_STEP_SUMMARY"
`;
}

const pinned: Text = {
  en: 'Pinned to commits, for a tag can be moved. Dependabot and Renovate keep them and the comments up to date.',
  ja: 'タグは後から動かせるため、コミットで固定しています。Dependabot や Renovate がコメントごと更新します。',
};

const readme: Text = {
  en: `# Our customer journeys

\`npm install --global journey-language\` gives you the command. Your editor shows the same while you type.

- \`journey watch\` shows the maps in your browser; they follow what you write.
- \`journey check\` finds where customers will suffer.
- \`journey render journeys/first.journey -o map.html\` draws the map.
- \`journey fmt\` lays the files out.
- \`journey new journeys/next.journey\` begins the next journey.
- \`journey git-setup\`, once in each clone, lets \`git diff\` and \`git merge\` understand journeys.
- \`journey index\` makes a site of everything for colleagues.
`,
  ja: `# 私たちのカスタマージャーニー

\`npm install --global journey-language\` でコマンドが使えるようになります。エディターでは、入力しながら同じ指摘を確認できます。

- \`journey watch\`: マップをブラウザーに表示します。書いた内容に追従します。
- \`journey check\`: お客様がつまずく場所を調べます。
- \`journey render journeys/first.journey -o map.html\`: マップを描きます。
- \`journey fmt\`: ファイルの書式を整えます。
- \`journey new journeys/next.journey\`: 次のジャーニーを書き始めます。
- \`journey git-setup\`: \`git diff\` と \`git merge\` がジャーニーの内容を読むようになります(クローンごとに1回)。
- \`journey index\`: すべてをまとめた共有用のサイトを作ります。
`,
};
