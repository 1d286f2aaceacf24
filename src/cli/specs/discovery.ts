// What the subcommands that learn from event logs say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';
import { COLOUR, OUTPUT_FILE } from './common-options.ts';
import { LEAST_GROUP, logOptions, MAPPING, REPORT_FORMAT } from './evidence.ts';

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

Exit codes: 0 written, 2 wrong use, an input that cannot be read, or stopped by Ctrl-C, 3 internal error.`,
    ja: `イベントログ(journey conform を参照)を読み、お客様がたどった主な流れをジャーニーとして書き出します。タッチポイントとイベント名、待ち時間の中央値、分岐の割合、列から分かるチャネルと担当、それぞれの数値の出どころ(evidence)が入ります。お客様がグループに分かれるときは、グループごとにペルソナを作り、グループ数ごとのシルエット係数を表示します。書式は整い、エラーはありません。タイトルを直し、誰の行動かを補い、終わり方を確かめてお使いください。

データはこのコンピューターの外に出ません。5人未満の行動は下書きに含まれません。

終了コード: 0 書き出し完了、2 使い方の誤り・読めない入力・Ctrl-Cによる中止、3 内部エラー`,
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
        ja: '担当部門の列(既定: 列名から推定)',
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
      value: { kind: 'count', placeholder: 'N', least: 1 },
      help: {
        en: 'Draft the N most frequent ways (default: enough for 80% of the customers, at most 12)',
        ja: '多い順にN通りの流れを使います(既定: お客様の80%に達するまで、最大12)',
      },
    },
    {
      name: 'personas',
      value: { kind: 'count', placeholder: 'N', least: 1 },
      help: {
        en: 'How many personas (default: as many as lie best apart)',
        ja: 'ペルソナの数(既定: 最もよく分かれる数)',
      },
    },
    {
      name: 'stages',
      value: { kind: 'count', placeholder: 'N', least: 1 },
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
      value: { kind: 'count', placeholder: 'N', least: 1 },
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
    const { runDiscover } = await import('../commands/discover.ts');
    return runDiscover(options, context);
  },
});

export const experimentResults = command({
  name: 'experiment',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Judge an experiment by what customers did',
    ja: 'お客様の実際の行動から、実験(A/Bテスト)の結果を判定します',
  },
  details: {
    en: `Takes an experiment of the file and an event log with a column that says which variant each customer was shown. Customers count from the first event of the experiment's touchpoint (on), and reach its aim with an event of the touchpoints of its metrics (at) after that.

Says first whether the results can be trusted: whether customers were split as planned (sample ratio mismatch), and whether it is too early to look. Then the rate of each variant with its interval, the difference to the first with its interval, and whether it is significant; with several variants the risk is shared (Bonferroni). The same for guardrails.

Nothing leaves this machine. What fewer than 5 customers did is not told.

Exit codes: 0 judged, 2 wrong use, an input that cannot be read, or stopped by Ctrl-C, 3 internal error.`,
    ja: `ファイルにある実験と、お客様がどのバリアントを見たかの列があるイベントログから、結果を求めます。実験のタッチポイント(on)の最初のイベントから数え始め、その後に指標のタッチポイント(at)のイベントがあれば達成とします。

まず結果が信頼できるかを示します。計画どおりに振り分けられたか(サンプル比率の不一致)、判断にはまだ早くないかです。次に、バリアントごとの率と信頼区間、最初のバリアントとの差と信頼区間、有意かどうかを示します。バリアントが3つ以上なら、危険率を比較の数で割ります(ボンフェローニ補正)。ガードレールの指標も同様です。

データはこのコンピューターの外に出ません。5人未満の行動は表示しません。

終了コード: 0 判定完了、2 使い方の誤り・読めない入力・Ctrl-Cによる中止、3 内部エラー`,
  },
  options: [
    ...logOptions,
    {
      name: 'variant-column',
      value: { kind: 'text', placeholder: 'COLUMN' },
      help: {
        en: 'Column with the id or title of the variant (default: guessed)',
        ja: 'バリアント(IDまたは名前)の列(既定: 列名から推定)',
      },
    },
    {
      name: 'experiment',
      value: { kind: 'text', placeholder: 'ID' },
      help: { en: 'Which experiment, when the file has several', ja: '対象の実験(複数あるとき)' },
    },
    {
      name: 'aim',
      value: { kind: 'text', placeholder: 'EVENT' },
      help: {
        en: 'The event that is the aim, where no metric says it with `at`',
        ja: '目標とするイベント(指標に at がないとき)',
      },
    },
    MAPPING,
    LEAST_GROUP,
    REPORT_FORMAT,
    OUTPUT_FILE,
    COLOUR,
  ],
  examples: [
    {
      command: 'journey experiment shop.journey --log events.csv',
      help: { en: 'what the test shows', ja: 'テストの結果' },
    },
  ],
  run: async ([file = ''], options, context) => {
    const { runExperiment } = await import('../commands/experiment.ts');
    return runExperiment(file, options, context);
  },
});
