import { SEVERITIES } from '../../model/finding.ts';
import { command } from '../command.ts';
import { REPORT_FORMATS } from '../report-formats.ts';
import { COLOUR, OUTPUT_FILE, STDIN_FILE_NAME } from './common-options.ts';

/** `journey check`. */
export const checkFiles = command({
  name: 'check',
  operands: '[FILES|FOLDERS|-]',
  count: { least: 0, most: Number.POSITIVE_INFINITY },
  summary: {
    en: 'Find where the customer will suffer, and what to do about it',
    ja: 'お客様がつまずく場所と、その直し方を示します',
  },
  details: {
    en: `Checks files, and all .journey files in folders (default: the current folder). Folders named node_modules or dist and those that begin with a dot are left out unless they are named. "-" reads standard input.

Errors and warnings fail the check, information and hints do not; see --fail-on.

Exit codes: 0 clean, 1 findings, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `ファイルと、フォルダー内のすべての .journey ファイルを調べます(既定: 現在のフォルダー)。node_modules、dist、ドットで始まるフォルダーは、直接指定したときだけ調べます。「-」は標準入力を読みます。

エラーと警告があると失敗とし、情報とヒントでは失敗としません(--fail-on で変更できます)。

終了コード: 0 指摘なし、1 指摘あり、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: {
        kind: 'choice',
        placeholder: 'FORMAT',
        choices: REPORT_FORMATS,
        meanings: {
          pretty: { en: 'for people: code, reasons, ways out', ja: '人が読む形式: 該当箇所・理由・直し方' },
          concise: { en: 'path:line:column, counted from one', ja: '1件1行。パス:行:桁(1から)' },
          json: { en: 'an array, positions as in LSP', ja: '配列。位置はLSPと同じく0から' },
          sarif: { en: 'SARIF 2.1.0, for code scanning', ja: 'SARIF 2.1.0(コードスキャン)' },
          github: { en: 'annotations in GitHub Actions', ja: 'GitHub Actions の注釈' },
          junit: { en: 'JUnit XML, for test reports', ja: 'JUnit XML(テストレポート)' },
          gitlab: { en: 'Code Quality report of GitLab', ja: 'GitLab の Code Quality レポート' },
          markdown: { en: 'a comment on a pull request', ja: 'プルリクエストのコメント' },
        },
      },
      help: {
        en: 'What the report looks like (default: by the name of the output – .json is json, .xml is junit –, else pretty)',
        ja: '出力形式(既定: 出力ファイル名から判断。.json は json、.xml は junit。なければ pretty)',
      },
    },
    OUTPUT_FILE,
    {
      name: 'fail-on',
      value: { kind: 'choice', placeholder: 'SEVERITY', choices: [...SEVERITIES, 'never'] },
      help: {
        en: 'Least severity that fails the check (default: warning)',
        ja: '失敗とする最低の重大度(既定: warning)',
      },
    },
    {
      name: 'max-warnings',
      value: { kind: 'count', placeholder: 'N' },
      help: {
        en: 'Let warnings fail the check only when there are more than N',
        ja: '警告がN件を超えたときだけ、警告で失敗とします',
      },
    },
    {
      name: 'fix',
      help: {
        en: 'Make the fixes that keep the meaning; of "-" print the fixed text',
        ja: '意味が変わらない修正をファイルに適用します(「-」は修正後の内容を出力)',
      },
    },
    {
      name: 'unsafe-fixes',
      help: {
        en: 'Make also the fixes that somebody must look at afterwards',
        ja: '内容の確認が必要な修正も適用します',
      },
    },
    {
      name: 'diff',
      help: {
        en: 'Change no file; print, or write to --output-file, what the fixes would change; exit code 1 if there is anything',
        ja: 'ファイルを書き換えず、修正の差分を出力します(--output-file でファイルへ。差分があれば終了コード1)',
      },
    },
    {
      name: 'config',
      value: { kind: 'path', placeholder: 'FILE' },
      help: {
        en: 'Configuration for all files (default: for each the nearest journey.config.json, in its folder or above)',
        ja: 'すべてのファイルに使う設定(既定: 各ファイルのフォルダーから上へ探して最初の journey.config.json)',
      },
    },
    {
      name: 'baseline',
      value: { kind: 'path', placeholder: 'FILE' },
      help: {
        en: 'Known findings that are not reported again (default: journey.baseline.json if there is one)',
        ja: '既知の指摘として報告しないものの一覧(既定: journey.baseline.json があればそれ)',
      },
    },
    {
      name: 'update-baseline',
      help: {
        en: 'Write the baseline anew from what is found now',
        ja: '現在の指摘でベースラインを書き直します',
      },
    },
    STDIN_FILE_NAME,
    {
      name: 'cache',
      negatable: true,
      help: {
        en: 'Use what an earlier run has found in unchanged files, or find everything anew (default: --cache; the variable JOURNEY_CACHE names another folder for it, or "off")',
        ja: '変更のないファイルに以前の結果を使う・すべて調べ直す(既定: --cache。環境変数 JOURNEY_CACHE で保存先の変更、「off」で無効化)',
      },
    },
    COLOUR,
  ],
  examples: [
    { command: 'journey check', help: { en: 'everything below this folder', ja: '現在のフォルダー以下すべて' } },
    {
      command: 'journey check outage.journey --locale ja',
      help: { en: 'one file, in Japanese', ja: '1ファイルを日本語で' },
    },
    {
      command: 'journey check journeys -o report.sarif',
      help: { en: 'for code scanning', ja: 'コードスキャン用' },
    },
    {
      command: 'journey check --max-warnings 20',
      help: { en: 'no more than there are', ja: '警告をこれ以上増やさない' },
    },
    { command: 'journey check --diff', help: { en: 'what the fixes would change', ja: '修正の内容を確認する' } },
    {
      command: 'journey check --update-baseline',
      help: { en: 'start clean with an old workspace', ja: '今ある指摘を既知とし、以後の増加だけを報告する' },
    },
    {
      command: 'git show HEAD:a.journey | journey check - --stdin-file-name a.journey',
      help: { en: 'an older version', ja: '以前の版' },
    },
  ],
  run: async (operands, options, context) => {
    const { runCheck } = await import('../commands/check.ts');
    return runCheck(operands, options, context);
  },
});
