// What the subcommands for git say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';

export const setUpGit = command({
  name: 'git-setup',
  operands: '',
  count: { least: 0, most: 0 },
  summary: {
    en: 'Let git compare and merge journeys by what they say',
    ja: 'git で、ジャーニーを内容によって比較・マージできるようにします',
  },
  details: {
    en: `Adds a line to .gitattributes of this repository, which is committed, and three settings to this clone, and explains each. What is set already stays; running it again changes nothing. In a project with its own journey-language it uses "npx --no-install journey", otherwise "journey" from the PATH.

Exit codes: 0 done, 2 no repository, or something cannot be written, 3 internal error.`,
    ja: `このリポジトリの .gitattributes に1行(コミットします)、このクローンの設定に3項目を加え、それぞれを説明します。設定済みのものはそのままで、繰り返し実行しても変わりません。プロジェクトに journey-language がインストールされていれば「npx --no-install journey」、なければ PATH の「journey」を使います。

終了コード: 0 完了、2 リポジトリがない・書き込めない、3 内部エラー`,
  },
  options: [
    {
      name: 'print',
      help: {
        en: 'Only show what would be set, and whether it is',
        ja: '設定せず、内容と設定の有無だけを表示します',
      },
    },
  ],
  examples: [
    { command: 'journey git-setup', help: { en: 'once in each clone', ja: 'クローンごとに1回' } },
    { command: 'journey git-setup --print', help: { en: 'look first', ja: '先に内容を確認する' } },
  ],
  run: async (_operands, options, context) => {
    const { runGitSetup } = await import('../commands/git-setup.ts');
    return runGitSetup(options, context);
  },
});

export const convertText = command({
  name: 'textconv',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Say what a file says, line by line, for "git diff"',
    ja: 'ファイルの内容を「git diff」用に1行ずつ言葉で表します',
  },
  details: {
    en: `Prints a line for each declaration and each thing that is said of it, in words, without layout and comments: two versions with one meaning give one text. Git runs it after "journey git-setup". What cannot be understood stands at the end.

Exit codes: 0 printed, 2 wrong use or no such file, 3 internal error.`,
    ja: `宣言ごと、記述ごとに1行の言葉で出力します。書式とコメントは含まず、意味が同じ版からは同じテキストになります。「journey git-setup」の後、git が実行します。読み取れない箇所は最後に示します。

終了コード: 0 出力完了、2 使い方の誤り・ファイルがない、3 内部エラー`,
  },
  options: [],
  examples: [
    { command: 'journey textconv outage.journey', help: { en: 'as git diff sees it', ja: 'git diff での見え方' } },
  ],
  run: async ([file = ''], _options, context) => {
    const { runTextconv } = await import('../commands/textconv.ts');
    return runTextconv(file, context);
  },
});

export const mergeFiles = command({
  name: 'merge-driver',
  operands: 'BASE OURS THEIRS [L P X Y]',
  count: { least: 3, most: 7 },
  summary: {
    en: 'Merge two versions of a file by declaration and statement, for "git merge"',
    ja: 'ファイルの2つの版を宣言と文の単位でマージします(「git merge」用)',
  },
  details: {
    en: `Merges what OURS and THEIRS made of BASE and writes the result to OURS. Git runs it after "journey git-setup". Where both changed the same statement differently, the two forms stand between ordinary conflict markers. Versions that are not understood well enough are merged line by line. L, P, X and Y are what git calls so: the size of the markers, the path of the file, the names of our side and of theirs.

Exit codes: 0 merged, 1 there are conflicts, 2 wrong use or a file that cannot be read, 3 internal error.`,
    ja: `BASE に対する OURS と THEIRS の変更をマージし、結果を OURS に書き込みます。「journey git-setup」の後、git が実行します。双方が同じ文に異なる変更をした箇所は、通常の競合マーカーで示します。文の区切りを読み取れない版は、行ごとにマージします。L、P、X、Y は git での呼び名で、順に、マーカーの長さ、ファイルのパス、こちらの名前、相手の名前です。

終了コード: 0 マージ完了、1 競合あり、2 使い方の誤り・読めないファイル、3 内部エラー`,
  },
  options: [],
  examples: [
    {
      command: 'journey merge-driver base.journey mine.journey yours.journey',
      help: { en: 'without git', ja: 'git を使わずにマージする' },
    },
  ],
  run: async (operands, _options, context) => {
    const { runMergeDriver } = await import('../commands/merge-driver.ts');
    return runMergeDriver(operands, context);
  },
});
