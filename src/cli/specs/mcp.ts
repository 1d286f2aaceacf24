import { command } from '../command.ts';

/** `journey mcp`. */
export const toolServer = command({
  name: 'mcp',
  operands: '[FOLDER]',
  count: { least: 0, most: 1 },
  summary: {
    en: 'Serve a language model that speaks the Model Context Protocol',
    ja: 'Model Context Protocol に対応した言語モデルと接続します',
  },
  details: {
    en: `Programs that work with language models start this themselves. It offers tools that check, explain and draw journeys and give them as data. The tools read the journey files of the folder (default: the current one) and nothing outside it, write nothing, and use no network. Texts of documents are marked as data in every answer.

Exit codes: 0 the conversation has ended, 2 there is no such folder.`,
    ja: `言語モデルを使うプログラムが自動的に起動するコマンドです。ジャーニーのチェック、ルールの説明、マップの描画、データの取得を行うツールを提供します。読み取るのはフォルダー(既定: 現在のフォルダー)内のジャーニーファイルだけで、書き込みも通信も行いません。回答に含まれる文書のテキストには、データである旨を明記します。

終了コード: 0 正常終了、2 フォルダーがない`,
  },
  options: [],
  examples: [{ command: 'journey mcp journeys', help: { en: 'one folder only', ja: '特定のフォルダーだけを公開' } }],
  run: async ([folder = '.'], _, context) => {
    const { runMcp } = await import('../commands/mcp.ts');
    return runMcp(folder, context);
  },
});
