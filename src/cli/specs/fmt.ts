import { command } from '../command.ts';
import { STDIN_FILE_NAME } from './common-options.ts';

/** `journey fmt`. */
export const formatFiles = command({
  name: 'fmt',
  operands: '[FILES|FOLDERS|-]',
  count: { least: 0, most: Number.POSITIVE_INFINITY },
  summary: { en: 'Lay files out well, all in the same way', ja: 'ファイルの書式を統一した形に整えます' },
  details: {
    en: `Rewrites files, and all .journey files in folders (default: the current folder): one statement a line, two spaces for each block, one space between words, at most one empty line in a row. Comments stay, texts in quotes stay, and so does what every statement says. Lines with mistakes are left as they are. "-" reads standard input and prints the result.

Files that the configuration ignores are left as they are; while it cannot be read, or its "ignore" holds a mistake, nothing is formatted.

Exit codes: 0 done, 1 with --check or --diff something would change, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `ファイルと、フォルダー内のすべての .journey ファイルを整えます(既定: 現在のフォルダー)。1行に1文、ブロックごとに半角空白2つの字下げ、語の間は空白1つ、空行は続けて1行までにします。コメント、引用符の中の文、内容の意味は変わりません。書き方に誤りのある行はそのまま残します。「-」は標準入力を読み、結果を出力します。

設定の ignore に書かれたファイルは整形しません。設定が読めないとき、または ignore に誤りがあるときは、何も整形しません。

終了コード: 0 完了、1 --check・--diff で変更が必要、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'check',
      help: {
        en: 'Only name the files that would change, and write nothing',
        ja: 'ファイルを書き換えず、変更が必要なファイルの名前だけを表示します',
      },
    },
    {
      name: 'diff',
      help: { en: 'Only print what would change, and write nothing', ja: 'ファイルを書き換えず、差分を表示します' },
    },
    STDIN_FILE_NAME,
  ],
  examples: [
    { command: 'journey fmt', help: { en: 'everything below this folder', ja: '現在のフォルダー以下すべて' } },
    { command: 'journey fmt --check', help: { en: 'in CI', ja: 'CIでの確認' } },
    { command: 'journey fmt - < draft.journey', help: { en: 'from another program', ja: 'ほかのプログラムから' } },
  ],
  run: async (operands, options, context) => {
    const { runFormat } = await import('../commands/fmt.ts');
    return runFormat(operands, options, context);
  },
});
