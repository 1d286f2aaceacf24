// What the subcommands for newcomers say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';
import { TEMPLATES } from '../templates.ts';

const template = {
  name: 'template',
  value: {
    kind: 'choice',
    placeholder: 'TEMPLATE',
    choices: TEMPLATES,
    meanings: {
      minimal: { en: 'the least that is a journey', ja: '最小限のジャーニー' },
      'quick-start': { en: 'booking a room', ja: '会議室の予約' },
      'broadband-outage': { en: 'support in an outage', ja: '回線の故障とサポート' },
      coworking: { en: 'booking by phone (Japanese)', ja: 'コワーキングスペースの予約' },
      'genz-subscription': { en: 'signing up and leaving', ja: 'サブスクリプションの申し込みと解約' },
      'large-tv': { en: 'buying online and in the shop (Japanese)', ja: '大型テレビの購入' },
    },
  },
  help: { en: 'What to begin with (default: minimal)', ja: 'もとにするテンプレート(既定: minimal)' },
} as const;

export const newJourney = command({
  name: 'new',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: { en: 'Begin a journey from a template', ja: 'テンプレートからジャーニーを書き始めます' },
  details: {
    en: `Writes a new journey file, and beside it the files that its template imports. A template is in the language of --locale where there is one in it. Nothing is ever overwritten.

Exit codes: 0 written, 2 wrong use, or the file exists, 3 internal error.`,
    ja: `新しいジャーニーのファイルと、テンプレートがインポートするファイルを作ります。テンプレートは --locale の言語で書かれます。既存のファイルは上書きしません。

終了コード: 0 作成完了、2 使い方の誤り・ファイルがすでにある、3 内部エラー`,
  },
  options: [template],
  examples: [
    {
      command: 'journey new support.journey',
      help: { en: 'from the minimal template', ja: '最小限のテンプレートから' },
    },
    {
      command: 'journey new outage.journey --template broadband-outage',
      help: { en: 'from a shipped example', ja: '付属の例をもとに' },
    },
  ],
  run: async ([file = ''], options, context) => {
    const { runNew } = await import('../commands/new.ts');
    return runNew(file, options, context);
  },
});

export const initWorkspace = command({
  name: 'init',
  operands: '[FOLDER]',
  count: { least: 0, most: 1 },
  summary: { en: 'Make a folder ready for journeys', ja: 'ジャーニーを書くフォルダーを用意します' },
  details: {
    en: `Writes a first journey, journey.config.json, a workflow for GitHub Actions, a recommendation for VS Code and a README. What is there already stays as it is.

Exit codes: 0 ready, 2 wrong use, or something cannot be written, 3 internal error.`,
    ja: `最初のジャーニー、journey.config.json、GitHub Actions のワークフロー、VS Code の推奨拡張機能、README を作ります。すでにあるファイルは変更しません。

終了コード: 0 完了、2 使い方の誤り・書き込めない、3 内部エラー`,
  },
  options: [template],
  examples: [
    { command: 'journey init', help: { en: 'in the current folder', ja: '現在のフォルダーに' } },
    {
      command: 'journey init our-journeys --template coworking --locale ja',
      help: { en: 'with a Japanese example', ja: '日本語の例から始める' },
    },
  ],
  run: async ([folder = '.'], options, context) => {
    const { runInit } = await import('../commands/new.ts');
    return runInit(folder, options, context);
  },
});

export const completionScript = command({
  name: 'completion',
  operands: 'bash|zsh|fish',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Print a script that completes commands and options in a shell',
    ja: 'シェルでコマンドとオプションを補完するスクリプトを出力します',
  },
  details: {
    en: `The script knows every command, option, choice and rule of this version, and offers files where a file is named.

Exit codes: 0 printed, 2 wrong use, 3 internal error.`,
    ja: `スクリプトは、この版のすべてのコマンド、オプション、選択肢、ルールを補完し、ファイルを指定する箇所ではファイル名を候補に出します。

終了コード: 0 出力完了、2 使い方の誤り、3 内部エラー`,
  },
  options: [],
  examples: [
    {
      command: 'source <(journey completion bash)',
      help: { en: 'bash, in ~/.bashrc', ja: 'bash の場合(~/.bashrc に記述)' },
    },
    {
      command: 'source <(journey completion zsh)',
      help: { en: 'zsh, in ~/.zshrc after compinit', ja: 'zsh の場合(~/.zshrc の compinit の後に記述)' },
    },
    {
      command: 'journey completion fish | source',
      help: { en: 'fish, in ~/.config/fish/config.fish', ja: 'fish の場合(~/.config/fish/config.fish に記述)' },
    },
  ],
  run: async ([shell = ''], _options, context) => {
    const { runCompletion } = await import('../commands/completion.ts');
    return runCompletion(shell, context);
  },
});
