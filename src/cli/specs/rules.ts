// What the subcommands about rules and experiments say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';
import { COLOUR } from './common-options.ts';

export const listRules = command({
  name: 'rules',
  operands: '',
  count: { least: 0, most: 0 },
  summary: { en: 'List all rules', ja: 'ルールを一覧表示します' },
  details: {
    en: `Prints every rule with its group, its severity, whether it can fix what it finds, and what it finds.

Exit codes: 0 printed, 2 wrong use, 3 internal error.`,
    ja: `すべてのルールの分類、重大度、自動修正の有無、検出する内容を表示します。

終了コード: 0 出力完了、2 使い方の誤り、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: { kind: 'choice', placeholder: 'FORMAT', choices: ['pretty', 'json', 'markdown'] },
      help: { en: 'What the list looks like (default: pretty)', ja: '出力形式(既定: pretty)' },
    },
    COLOUR,
  ],
  examples: [{ command: 'journey rules --format markdown', help: { en: 'for a document', ja: '文書に載せる表' } }],
  run: async (_, options, context) => {
    const { runRules } = await import('../commands/rules.ts');
    return runRules(options, context);
  },
});

export const explainRule = command({
  name: 'explain',
  operands: 'RULE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Explain a rule: why it matters, how to put it right, sources, examples',
    ja: 'ルールを説明します(理由、直し方、出典、例)',
  },
  details: {
    en: `Shows the settings that the rule reads with the values that hold in the current folder.

Exit codes: 0 explained, 2 wrong use or no such rule, 3 internal error.`,
    ja: `ルールが使う設定は、現在のフォルダーで有効な値を表示します。

終了コード: 0 出力完了、2 使い方の誤り・存在しないルール、3 内部エラー`,
  },
  options: [COLOUR],
  examples: [
    { command: 'journey explain asks-again', help: { en: 'why not to ask twice', ja: '二度尋ねてはいけない理由' } },
  ],
  run: async ([id = ''], _, context) => {
    const { runExplain } = await import('../commands/rules.ts');
    return runExplain(id, context);
  },
});

export const planExperiment = command({
  name: 'power',
  operands: '',
  count: { least: 0, most: 0 },
  summary: {
    en: 'Plan an A/B test, or judge the results of one',
    ja: '実験(A/Bテスト)の必要人数を計算し、結果を判定します',
  },
  details: {
    en: `Says how many customers a test needs and how long it takes; or, with --results, whether the variants differ.

Exit codes: 0 answered, 2 wrong use, 3 internal error.`,
    ja: `テストに必要な人数と期間を計算します。--results を指定すると、バリアントの差を判定します。

終了コード: 0 計算完了、2 使い方の誤り、3 内部エラー`,
  },
  options: [
    {
      name: 'baseline',
      value: { kind: 'text', placeholder: 'SHARE' },
      help: { en: 'The rate now, such as 5%', ja: '現在の率(例: 5%)' },
    },
    {
      name: 'effect',
      value: { kind: 'text', placeholder: 'CHANGE' },
      help: {
        en: 'Smallest change worth finding: "1 pt" in points, "10%" relative',
        ja: '検出したい最小の変化。「1 pt」はポイント差、「10%」は相対的な変化',
      },
    },
    {
      name: 'alpha',
      value: { kind: 'text', placeholder: 'SHARE' },
      help: {
        en: 'Risk of seeing a difference where there is none (default: 5%)',
        ja: '差がないのに差があると判定する危険率(既定: 5%)',
      },
    },
    {
      name: 'power',
      value: { kind: 'text', placeholder: 'SHARE' },
      help: {
        en: 'Chance of seeing the difference if it is there (default: 80%)',
        ja: '差があるときに検出できる確率(既定: 80%)',
      },
    },
    {
      name: 'variants',
      value: { kind: 'count', placeholder: 'N', least: 2 },
      help: { en: 'Variants, the present one included (default: 2)', ja: '現行を含むバリアントの数(既定: 2)' },
    },
    {
      name: 'traffic',
      value: { kind: 'text', placeholder: 'RATE' },
      help: {
        en: 'Customers in the test, such as "800 per day"',
        ja: 'テスト対象の人数(例: 「800 per day」「1日800人」)',
      },
    },
    {
      name: 'runs',
      value: { kind: 'text', placeholder: 'TIME' },
      help: {
        en: 'How long it runs: then the smallest effect that can be shown (default: 2 weeks)',
        ja: '期間。検出できる最小の効果を計算します(既定: 2週間)',
      },
    },
    {
      name: 'results',
      value: { kind: 'text', placeholder: 'LIST' },
      help: {
        en: 'Results, such as 120/4000,150/4010: conversions of visitors for each variant, the present one first',
        ja: '結果(例: 120/4000,150/4010)。バリアントごとの「成果数/人数」を、現行から順に',
      },
    },
  ],
  examples: [
    {
      command: 'journey power --baseline 5% --effect "1 pt" --traffic "800 per day"',
      help: { en: 'how many, how long', ja: '必要な人数と期間' },
    },
    { command: 'journey power --results 120/4000,150/4010', help: { en: 'is it significant?', ja: '有意な差か' } },
  ],
  run: async (_, options, context) => {
    const { runPower } = await import('../commands/power.ts');
    return runPower(options, context);
  },
});
