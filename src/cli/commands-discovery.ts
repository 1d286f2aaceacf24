// What the subcommands that learn from event logs say about themselves; a part of the table in commands.ts.
import { command } from './command.ts';
import { OUTPUT_FILE } from './common-options.ts';
import { logOptions } from './commands-evidence.ts';

export const discoverJourney = command({
  name: 'discover',
  operands: '',
  count: { least: 0, most: 0 },
  summary: {
    en: 'Draft a journey from what customers did',
    ja: 'お客様の実際の行動から、ジャーニーの下書きを作ります',
  },
  details: {
    en: `Reads an event log (see journey conform) and writes the main ways that customers went as a journey: touchpoints with their events, median waits, branches with their shares, channels and owners from columns of the log, and where each number comes from (evidence). Where customers fall into groups, each group is a persona; the silhouette of every number of groups is shown. The file is laid out, free of errors, and yours to take over: give it better titles, say who acts, and which ends are none.

Nothing leaves this machine. What fewer than 5 customers did is not in the draft.

Exit codes: 0 written, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `イベントログ(journey conform を参照)を読み、お客様がたどった主な流れをジャーニーとして書き出します。タッチポイントとイベント名、待ち時間の中央値、分岐の割合、列から分かるチャネルと担当、それぞれの数値の出どころ(evidence)が入ります。お客様がグループに分かれるときは、グループごとにペルソナを作り、グループ数ごとのシルエット係数を表示します。書式は整い、エラーはありません。タイトルを直し、誰の行動かを補い、終わり方を確かめてお使いください。

データはこのマシンの外に出ません。5人未満の行動は下書きに含まれません。

終了コード: 0 書き出し完了、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    ...logOptions,
    {
      name: 'channel-column',
      value: { kind: 'text', placeholder: 'COLUMN' },
      help: { en: 'Column with the channel (default: guessed)', ja: 'チャネルの列(既定: 列名から推定)' },
    },
    {
      name: 'owner-column',
      value: { kind: 'text', placeholder: 'COLUMN' },
      help: {
        en: 'Column with the team that is responsible (default: guessed)',
        ja: '担当チームの列(既定: 列名から推定)',
      },
    },
    {
      name: 'stage-column',
      value: { kind: 'text', placeholder: 'COLUMN' },
      help: {
        en: 'Column with the stage (default: guessed; without one, stages begin after the longest waits)',
        ja: 'ステージの列(既定: 列名から推定。なければ、長く待った後を次のステージとします)',
      },
    },
    {
      name: 'variants',
      value: { kind: 'count', placeholder: 'N' },
      help: {
        en: 'Draft the N most frequent ways (default: enough for 80% of the customers, at most 12)',
        ja: '多い順にN通りの流れを使います(既定: お客様の80%に達するまで、最大12)',
      },
    },
    {
      name: 'personas',
      value: { kind: 'count', placeholder: 'N' },
      help: {
        en: 'How many personas (default: as many as lie best apart)',
        ja: 'ペルソナの数(既定: 最もよく分かれる数)',
      },
    },
    {
      name: 'stages',
      value: { kind: 'count', placeholder: 'N' },
      help: {
        en: 'How many stages, where the log names none (default: one for about four touchpoints)',
        ja: 'ログにステージがないときのステージ数(既定: タッチポイント約4つに1つ)',
      },
    },
    {
      name: 'title',
      value: { kind: 'text', placeholder: 'TITLE' },
      help: { en: 'What the journey is called', ja: 'ジャーニーの名前' },
    },
    {
      name: 'least-group',
      value: { kind: 'count', placeholder: 'N' },
      help: { en: 'Leave out what fewer than N customers did (default: 5)', ja: 'N人未満の行動を除きます(既定: 5)' },
    },
    OUTPUT_FILE,
  ],
  examples: [
    {
      command: 'journey discover --log events.csv -o draft.journey',
      help: { en: 'a draft to take over', ja: '手直しして使う下書き' },
    },
    {
      command: 'journey discover -l events.csv --personas 3 --stage-column phase',
      help: { en: 'with three personas and the stages of the log', ja: 'ペルソナ3つ、ステージはログの列から' },
    },
  ],
  run: async (_, options, context) => {
    const { runDiscover } = await import('./commands/discover.ts');
    return runDiscover(options, context);
  },
});
