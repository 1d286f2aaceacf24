// What the subcommands that make and show a site say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';

export const makeIndex = command({
  name: 'index',
  operands: '[FILES|FOLDERS]',
  count: { least: 0, most: Number.POSITIVE_INFINITY },
  summary: {
    en: 'Make a site of all journeys, personas, channels, owners and findings',
    ja: 'ジャーニー、ペルソナ、チャネル、担当、指摘をまとめたサイトを作ります',
  },
  details: {
    en: `Writes a folder of pages about everything below the current folder, or in the files and folders named: the map of each journey, a card for each persona, channel and owner, the findings, the action plan, and a search in all of it. It needs no server: open index.html, or copy the folder anywhere.

Links stay: a page is named by the id of its journey, and #Journey.Stage.Touchpoint leads to a touchpoint. What has not changed is not written again, and pages of journeys that are gone are removed.

Exit codes: 0 written, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `現在のフォルダー以下(または指定したファイルとフォルダー)のすべてを、ページのフォルダーに書き出します。各ジャーニーのマップ、ペルソナ・チャネル・担当のカード、指摘、アクションプラン、全体の検索を含みます。サーバーは不要です。index.html を開くか、フォルダーごとコピーして使います。

リンクは変わりません。ページ名はジャーニーのIDで、#ジャーニー.ステージ.タッチポイント でタッチポイントを直接開けます。変更のないページは書き直さず、なくなったジャーニーのページは削除します。

終了コード: 0 書き出し完了、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'output',
      short: 'o',
      value: { kind: 'path', placeholder: 'FOLDER' },
      help: { en: 'Where to write (default: journey-site)', ja: '書き出し先(既定: journey-site)' },
    },
  ],
  examples: [
    { command: 'journey index', help: { en: 'everything, into journey-site', ja: 'すべてを journey-site に' } },
    {
      command: 'journey index journeys -o public --locale ja',
      help: { en: 'one folder, in Japanese', ja: '1つのフォルダーを日本語で' },
    },
  ],
  run: async (operands, given, context) => {
    const { runIndex } = await import('../commands/site.ts');
    return runIndex(operands, given, context);
  },
});

export const watchFiles = command({
  name: 'watch',
  operands: '[FILES|FOLDERS]',
  count: { least: 0, most: Number.POSITIVE_INFINITY },
  summary: {
    en: 'Follow what you write: findings in the terminal, maps in the browser',
    ja: '書いたそばから、指摘をターミナルに、マップをブラウザーに表示します',
  },
  details: {
    en: `Checks everything below the current folder, or the files and folders named, whenever something is saved, and says which findings are new and how many are gone. The pages of "journey index" are served to the browsers of this machine alone and load themselves anew. While a text cannot be read, its last map stays.

The address is printed at once and leads to the map of the only journey, or to a list of all; /index.html is always the list. Configurations in folders above and files imported from elsewhere are followed, too.

Exit codes: 0 ended by Ctrl-C, 2 wrong use, nothing to watch, or a port that is taken, 3 internal error.`,
    ja: `現在のフォルダー以下(または指定したファイルとフォルダー)を保存のたびに調べ、新しい指摘と、解消した指摘の件数を表示します。「journey index」と同じページを、このコンピューターのブラウザーだけに公開し、変更があれば自動で読み込み直します。書きかけで読み取れないあいだは、直前のマップを表示します。

アドレスは起動後すぐに表示され、ジャーニーが1つならそのマップ、複数なら一覧が開きます。一覧はいつでも /index.html で開けます。上位フォルダーの設定や、ほかの場所から読み込んだファイルの変更にも追従します。

終了コード: 0 Ctrl-Cで終了、2 使い方の誤り・対象なし・使用中のポート、3 内部エラー`,
  },
  options: [
    {
      name: 'port',
      value: { kind: 'count', placeholder: 'PORT', most: 65_535 },
      help: { en: 'Port of the pages (default: one that is free)', ja: 'ページのポート番号(既定: 空いている番号)' },
    },
  ],
  examples: [
    { command: 'journey watch', help: { en: 'everything below this folder', ja: '現在のフォルダー以下すべて' } },
    {
      command: 'journey watch outage.journey --port 4000',
      help: { en: 'one file, always at the same address', ja: '1ファイルを、いつも同じアドレスで' },
    },
  ],
  run: async (operands, given, context) => {
    const { runWatch } = await import('../commands/watch.ts');
    return runWatch(operands, given, context);
  },
});
