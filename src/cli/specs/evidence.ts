// What the subcommands about event logs say about themselves; a part of the table in commands.ts.
import { command, type OptionSpec } from '../command.ts';
import { COLOUR, OUTPUT_FILE } from './common-options.ts';

export const simulateLog = command({
  name: 'simulate',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Make an event log of customers who do what is written',
    ja: '書かれたとおりに行動するお客様のイベントログを作ります',
  },
  details: {
    en: `Sends simulated customers through a journey: they take the ways with the written shares, wait as long as is written, and sometimes meet the failures that it knows. The same seed gives the same log. For trying out analyses before there are data, and for testing them.

Exit codes: 0 written, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `ジャーニーに沿ってお客様を模擬的に行動させます。分岐は書かれた割合で選び、待ち時間も書かれた長さになり、想定された失敗も一定の割合で起こります。シードが同じなら、同じログになります。実データがないうちに分析を試すときや、分析そのものの検証に使えます。

終了コード: 0 書き出し完了、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'cases',
      short: 'n',
      value: { kind: 'count', placeholder: 'N', least: 1, most: 200_000 },
      help: { en: 'How many customers (default: 500)', ja: 'お客様の数(既定: 500)' },
    },
    {
      name: 'seed',
      value: { kind: 'count', placeholder: 'S' },
      help: { en: 'Another seed gives another log (default: 1)', ja: '乱数のシード(既定: 1)' },
    },
    {
      name: 'failures',
      value: { kind: 'count', placeholder: 'PERCENT', most: 100 },
      help: {
        en: 'How often a touchpoint fails where the journey says only what happens then (default: 5)',
        ja: '失敗時の経路だけが書かれ割合のないタッチポイントで、失敗が起こる割合(%、既定: 5)',
      },
    },
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: {
        en: 'Which journey, when the file has several (default: the first)',
        ja: '対象のジャーニー(既定: ファイルの最初)',
      },
    },
    {
      name: 'format',
      short: 'f',
      value: { kind: 'choice', placeholder: 'FORMAT', choices: ['csv', 'jsonl'] },
      help: {
        en: 'Default: by the name of the output, else csv',
        ja: '既定: 出力ファイル名から判断、なければ csv',
      },
    },
    OUTPUT_FILE,
  ],
  examples: [
    {
      command: 'journey simulate outage.journey -n 1000 -o log.csv',
      help: { en: 'a thousand customers', ja: '1,000人分のログ' },
    },
  ],
  run: async ([file = ''], options, context) => {
    const { runSimulate } = await import('../commands/simulate.ts');
    return runSimulate(file, options, context);
  },
});

export const logOptions = [
  {
    name: 'log',
    short: 'l',
    value: { kind: 'path', placeholder: 'LOG' },
    help: {
      en: 'The event log: a file, a folder of files of one format, or a table with --postgres',
      ja: 'イベントログ: ファイル、同じ形式のファイルのフォルダー、または --postgres と併せてテーブル名',
    },
  },
  {
    name: 'postgres',
    value: { kind: 'text', placeholder: 'URL' },
    help: {
      en: 'Ask this PostgreSQL server; nothing is written there',
      ja: 'この PostgreSQL サーバーに問い合わせます(書き込みはしません)',
    },
  },
  {
    name: 'object-type',
    value: { kind: 'text', placeholder: 'TYPE' },
    help: {
      en: 'In an object-centric log (OCEL): the type of object whose way is followed, such as order',
      ja: 'オブジェクト中心のログ(OCEL)で、1件のケースとするオブジェクトの種類(order など)',
    },
  },
  {
    name: 'case',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: { en: 'Column that tells the cases apart (default: guessed)', ja: 'ケースを区別する列(既定: 列名から推定)' },
  },
  {
    name: 'activity',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: { en: 'Column with the name of the event (default: guessed)', ja: 'イベント名の列(既定: 列名から推定)' },
  },
  {
    name: 'time',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: { en: 'Column with the time (default: guessed)', ja: '日時の列(既定: 列名から推定)' },
  },
  {
    name: 'status',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: {
      en: 'Column that says whether an event failed (default: guessed)',
      ja: 'イベントの成否の列(既定: 列名から推定)',
    },
  },
] as const satisfies readonly OptionSpec[];

const groupOptions = [
  {
    name: 'persona-column',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: {
      en: 'Column with the persona or segment as the journey calls it (default: guessed)',
      ja: 'ジャーニーでのペルソナ・セグメント名の列(既定: 列名から推定)',
    },
  },
  {
    name: 'segment-column',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: { en: 'Column to compare by, see --by', ja: '比較に使う列(--by を参照)' },
  },
  {
    name: 'score-column',
    value: { kind: 'text', placeholder: 'COLUMN' },
    help: {
      en: 'Column with what customers said, a number (default: guessed)',
      ja: 'お客様の評価(数値)の列(既定: 列名から推定)',
    },
  },
] as const satisfies readonly OptionSpec[];

/** Which event belongs to which touchpoint. */
export const MAPPING = {
  name: 'mapping',
  short: 'm',
  value: { kind: 'path', placeholder: 'FILE' },
  help: {
    en: 'Which event is which touchpoint (default: NAME.mapping.json beside NAME.journey, if it is there)',
    ja: 'イベントとタッチポイントの対応表(既定: 隣に「名前.mapping.json」があればそれ)',
  },
} as const satisfies OptionSpec;

/** How small a group may be of which something is told. */
export const LEAST_GROUP = {
  name: 'least-group',
  value: { kind: 'count', placeholder: 'N', least: 1 },
  help: { en: 'Show no count below N (default: 5)', ja: 'N未満の数を表示しません(既定: 5)' },
} as const satisfies OptionSpec;

/** What a report on a log looks like. */
export const REPORT_FORMAT = {
  name: 'format',
  short: 'f',
  value: { kind: 'choice', placeholder: 'FORMAT', choices: ['pretty', 'json', 'markdown', 'html'] },
  help: { en: 'Default: by the name of the output, else pretty', ja: '既定: 出力ファイル名から判断、なければ pretty' },
} as const satisfies OptionSpec;

export const conformLog = command({
  name: 'conform',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Hold a journey against what customers did',
    ja: 'ジャーニーを、お客様の実際の行動と照らし合わせます',
  },
  details: {
    en: `Compares a journey with an event log (CSV, Parquet, JSON lines, XES, OCEL 2.0; texts also as .gz): what happened that is not written, what is written and did not happen, what happened elsewhere or failed, how long it took, which ways customers went and where they left.

Events belong to touchpoints by the statement event "name", by a mapping file, or because they are called alike; what is not mapped is shown with a proposal. The mapping file is JSON: { "events": { "event name": "Touchpoint" }, "ignore": ["event name"] }.

Nothing leaves this machine. Case ids appear nowhere, and counts of fewer than 5 cases are not shown. Logs are read with DuckDB, which has to be installed beside this program: npm install @duckdb/node-api

Exit codes: 0 compared, 2 wrong use, an input that cannot be read, or stopped by Ctrl-C, 3 internal error.`,
    ja: `ジャーニーとイベントログ(CSV、Parquet、JSON Lines、XES、OCEL 2.0。テキストは .gz も可)を比べます。書かれていない出来事、書かれているのに起きなかったこと、順序の違いや失敗、かかった時間、分岐の割合、離脱した場所が分かります。

イベントとタッチポイントは、event "名前" の記述、対応表、または名前の一致で結びつけます。結びつかないものは候補とともに表示します。対応表は JSON で、{ "events": { "イベント名": "タッチポイント" }, "ignore": ["イベント名"] } と書きます。

データはこのコンピューターの外に出ません。ケースIDは一切表示せず、5件未満の数も表示しません。ログの読み込みには DuckDB が必要です。このプログラムと同じ場所で npm install @duckdb/node-api を実行してください。

終了コード: 0 比較完了、2 使い方の誤り・読めない入力・Ctrl-Cによる中止、3 内部エラー`,
  },
  options: [
    ...logOptions,
    ...groupOptions,
    MAPPING,
    {
      name: 'save',
      help: {
        en: 'Keep the result as NAME.evidence.json beside the journey, for the editor, check and the map',
        ja: '結果をジャーニーの隣に「名前.evidence.json」として残し、エディター・check・マップで使います',
      },
    },
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: {
        en: 'Which journey, when the file has several (default: the first)',
        ja: '対象のジャーニー(既定: ファイルの最初)',
      },
    },
    {
      name: 'by',
      value: { kind: 'choice', placeholder: 'segment|period', choices: ['segment', 'period'] },
      help: {
        en: 'Compare segments, or the months in which cases began',
        ja: 'セグメント別、または開始月別に比べます',
      },
    },
    LEAST_GROUP,
    REPORT_FORMAT,
    OUTPUT_FILE,
    COLOUR,
  ],
  examples: [
    {
      command: 'journey conform outage.journey --log events.csv',
      help: { en: 'what customers did', ja: 'お客様が実際にどう動いたか' },
    },
    {
      command: 'journey conform outage.journey --log events.csv --save',
      help: { en: 'and findings about it in the editor', ja: 'エディターにも指摘を表示する' },
    },
    {
      command: 'journey conform outage.journey -l logs --by period -o r.html',
      help: { en: 'by month, as a page', ja: '月別に、ページとして' },
    },
  ],
  run: async ([file = ''], options, context) => {
    const { runConform } = await import('../commands/conform.ts');
    return runConform(file, options, context);
  },
});
