// What the subcommands that look at all journeys at once say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';
import { COLOUR, OUTPUT_FILE } from './common-options.ts';

const options = [
  {
    name: 'format',
    short: 'f',
    value: {
      kind: 'choice',
      placeholder: 'FORMAT',
      choices: ['table', 'csv', 'markdown', 'json'],
      meanings: {
        table: { en: 'for people', ja: '人が読む形式' },
        csv: { en: 'for a spreadsheet', ja: '表計算ソフト用' },
        markdown: { en: 'for a wiki or a pull request', ja: 'Wikiやプルリクエスト用' },
        json: { en: 'for other programs', ja: '他のプログラム用' },
      },
    },
    help: { en: 'Default: by the name of the output, else table', ja: '既定: 出力ファイル名から判断、なければ table' },
  },
  OUTPUT_FILE,
  COLOUR,
] as const;

const exitCodes = {
  en: 'Exit codes: 0 written, 2 wrong use or an input that cannot be read, 3 internal error.',
  ja: '終了コード: 0 出力完了、2 使い方の誤り・読めない入力、3 内部エラー',
};

const count = { least: 0, most: Number.POSITIVE_INFINITY };

export const listActions = command({
  name: 'actions',
  operands: '[FILES|FOLDERS]',
  count,
  summary: {
    en: 'List the action plan: actions and opportunities with owner, date and status',
    ja: 'アクションプラン(施策と改善機会)を、担当・期限・状況とともに一覧にします',
  },
  details: {
    en: `Every action and every opportunity below the current folder, or in the files and folders named, the earliest due first.

${exitCodes.en}`,
    ja: `現在のフォルダー以下(または指定したファイルとフォルダー)のすべての施策と改善機会を、期限の早い順に示します。

${exitCodes.ja}`,
  },
  options,
  examples: [
    { command: 'journey actions', help: { en: 'what is to be done', ja: '実施する施策' } },
    { command: 'journey actions -o plan.csv', help: { en: 'for a spreadsheet', ja: '表計算ソフト用に' } },
  ],
  run: async (operands, given, context) => {
    const { runOverview } = await import('../commands/overview.ts');
    return runOverview('actions', operands, given, context);
  },
});

export const showStatistics = command({
  name: 'stats',
  operands: '[FILES|FOLDERS]',
  count,
  summary: {
    en: 'Show every journey in figures: friction, waits, emotion, cost, bottleneck',
    ja: '各ジャーニーの摩擦、待ち時間、感情、費用、ボトルネックを数値で示します',
  },
  details: {
    en: `A row for each journey. The friction score is an estimate for comparing; waits are those on the longest way to a good end; the mean of the emotion is that of the personas.

${exitCodes.en}`,
    ja: `ジャーニーごとに1行です。摩擦スコアは比較のための目安、待ち時間は良い結末までの最長経路での合計、感情の平均はペルソナごとの平均の平均です。

${exitCodes.ja}`,
  },
  options,
  examples: [
    { command: 'journey stats', help: { en: 'all journeys', ja: 'すべてのジャーニー' } },
    { command: 'journey stats -f json', help: { en: 'for a dashboard', ja: 'ダッシュボード用に' } },
  ],
  run: async (operands, given, context) => {
    const { runOverview } = await import('../commands/overview.ts');
    return runOverview('stats', operands, given, context);
  },
});

export const showMatrix = command({
  name: 'matrix',
  operands: '[FILES|FOLDERS]',
  count,
  summary: {
    en: 'Show which goals have a journey for which personas, and where there is none',
    ja: 'どのビジネス目標にどのペルソナのジャーニーがあるか、ないかを示します',
  },
  details: {
    en: `A row for each goal, a column for each persona, and in the cells the journeys that pursue the goal for them. A goal that is for some personas leaves the others' cells empty.

${exitCodes.en}`,
    ja: `行がビジネス目標、列がペルソナで、その目標をそのペルソナのために扱うジャーニーを示します。対象ペルソナが限られた目標では、それ以外の列は空欄です。

${exitCodes.ja}`,
  },
  options,
  examples: [
    { command: 'journey matrix', help: { en: 'where a journey is missing', ja: '足りないジャーニーを探す' } },
    { command: 'journey matrix -f markdown', help: { en: 'for a wiki', ja: 'Wiki用に' } },
  ],
  run: async (operands, given, context) => {
    const { runOverview } = await import('../commands/overview.ts');
    return runOverview('matrix', operands, given, context);
  },
});
