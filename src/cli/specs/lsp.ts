import { command } from '../command.ts';

/** `journey lsp`. */
export const languageServer = command({
  name: 'lsp',
  operands: '',
  count: { least: 0, most: 0 },
  summary: {
    en: 'Serve an editor that speaks the Language Server Protocol',
    ja: 'Language Server Protocol に対応したエディターと接続します',
  },
  details: {
    en: `Editors start this themselves: findings while you write, completion, and everything else that they can ask for. It reads standard input and answers on standard output, in the language that the editor asks for.

What it finds in saved files it knows at the next start, as long as nothing has changed. The variable JOURNEY_CACHE names another folder for it, or "off".

Exit codes: 0 after the editor has said goodbye, 1 when it left without.`,
    ja: `エディターが自動的に起動するコマンドです。入力中の指摘や補完など、エディターからの要求に答えます。標準入力を読み、標準出力に答えます。表示言語はエディターの指定に従います。

保存済みのファイルの結果は、変更がなければ次回の起動時に再利用します。保存先は環境変数 JOURNEY_CACHE で変更でき、「off」で無効になります。

終了コード: 0 正常終了、1 エディターが終了手順を踏まずに切断`,
  },
  options: [
    {
      name: 'stdio',
      help: {
        en: 'Speak over standard input and output, which is the only way and need not be said',
        ja: '標準入出力で通信します(唯一の方式のため、省略できます)',
      },
    },
  ],
  examples: [{ command: 'journey lsp --stdio', help: { en: 'as an editor starts it', ja: 'エディターからの起動' } }],
  run: async (_, __, context) => {
    const { runServer } = await import('../commands/lsp.ts');
    return runServer(context);
  },
});
