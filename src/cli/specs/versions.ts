// What the subcommands about versions say about themselves; a part of the table in commands.ts.
import { THEMES } from '../../map/style/palette.ts';
import { command } from '../command.ts';
import { COLOUR, OUTPUT_FILE } from './common-options.ts';
import { THEME_VALUE } from '../map-formats.ts';

export const compareVersions = command({
  name: 'diff',
  operands: '[A B | A..B | REVISION] [PATHS]',
  count: { least: 0, most: Number.POSITIVE_INFINITY },
  summary: {
    en: 'Tell what changes for the customer between two versions',
    ja: '2つの版で、お客様にとって何が変わるかを示します',
  },
  details: {
    en: `Compares two files, two folders, or two moments in git by what they mean; layout, comments and the spelling of numbers make no difference. Two files of which the second holds a to-be journey that improves one of the first are held against each other with the actions and costs.

Without operands it compares the working tree with the point where the branch left the default branch; on the default branch with the last commit. "A..B" compares two revisions, "A...B" their merge base with B, a single revision is compared with the working tree. Paths after it restrict what is compared.

Exit codes: 0 no difference, 1 a difference (or as --fail-on says), 2 wrong use, or an input that cannot be read, 3 internal error.`,
    ja: `ファイル2つ、フォルダー2つ、または git の2つの時点を、書かれている意味で比較します。書式、コメント、数値の書き方の違いは数えません。2つ目のファイルに、1つ目のジャーニーを改善する「理想」のジャーニーがあれば、施策と費用も合わせて示します。

引数がなければ、既定のブランチから分かれた時点と作業ツリーを比較します(既定のブランチ上では最後のコミットと比較します)。「A..B」は2つのリビジョン、「A...B」は両者の分岐点とB、リビジョン1つなら作業ツリーとの比較です。続けてパスを指定すると、対象を絞れます。

終了コード: 0 違いなし、1 違いあり(--fail-on で変更できます)、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: {
        kind: 'choice',
        placeholder: 'FORMAT',
        choices: ['pretty', 'markdown', 'json', 'html', 'svg'],
        meanings: {
          pretty: { en: 'for people', ja: '人が読む形式' },
          markdown: { en: 'a comment on a pull request', ja: 'プルリクエストのコメント' },
          json: { en: 'for other programs', ja: '他のプログラム用' },
          html: { en: 'the maps of both versions in one, explained', ja: '両方の版を重ねたマップと説明' },
          svg: { en: 'the map alone', ja: 'マップのみ' },
        },
      },
      help: {
        en: 'Default: by the name of the output, else pretty',
        ja: '既定: 出力ファイル名から判断、なければ pretty',
      },
    },
    OUTPUT_FILE,
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: {
        en: 'Only this journey; an svg shows one (default: all that differ)',
        ja: 'このジャーニーだけを扱います。svg は1つだけ描きます(既定: 違いのあるものすべて)',
      },
    },
    {
      name: 'theme',
      value: { ...THEME_VALUE, choices: ['auto', ...THEMES] },
      help: {
        en: 'Colours of html (default: auto, as the reader prefers) and svg (default: light)',
        ja: 'html(既定: auto、閲覧者の設定に従う)と svg(既定: light)の配色',
      },
    },
    {
      name: 'staged',
      help: {
        en: 'Compare what is staged for the next commit, by default with the last one',
        ja: 'ステージした内容を比較します(既定の相手は最後のコミット)',
      },
    },
    {
      name: 'fail-on',
      value: { kind: 'choice', placeholder: 'WHEN', choices: ['difference', 'worse', 'never'] },
      help: {
        en: 'Exit code 1 on any difference, only when a journey has more friction than before, or never (default: difference)',
        ja: '終了コード1とする条件: difference 違いがあれば、worse 摩擦が増えたジャーニーがあれば、never なし(既定: difference)',
      },
    },
    COLOUR,
  ],
  examples: [
    { command: 'journey diff', help: { en: 'the work on this branch', ja: 'このブランチでの変更' } },
    { command: 'journey diff main..HEAD -f markdown', help: { en: 'for a pull request', ja: 'プルリクエスト用' } },
    { command: 'journey diff --staged --fail-on worse', help: { en: 'before a commit', ja: 'コミットの前に' } },
    { command: 'journey diff -o changes.html', help: { en: 'as a map', ja: 'マップとして書き出す' } },
    {
      command: 'journey diff as-is.journey to-be.journey',
      help: { en: 'what an improvement changes', ja: '改善で何が変わるか' },
    },
  ],
  run: async (operands, options, context) => {
    const { runDiff } = await import('../commands/diff.ts');
    return runDiff(operands, options, context);
  },
});

export const followCommits = command({
  name: 'history',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Follow friction, waits and emotion of a journey over the commits',
    ja: 'ジャーニーの摩擦、待ち時間、感情の推移をコミットごとに示します',
  },
  details: {
    en: `Reads the file as each commit left it, renames included, with its imports as they were then, and measures all of them by the rules and the configuration of today. Commits that change nothing in these figures are left out; merges count as one step.

Exit codes: 0 written, 2 wrong use or no git, 3 internal error.`,
    ja: `各コミットの時点のファイルを、名前の変更もたどり、当時のインポートとともに読み、今日のルールと設定で測ります。数値が変わらないコミットは省き、マージは1件と数えます。

終了コード: 0 出力完了、2 使い方の誤り・git がない、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: {
        kind: 'choice',
        placeholder: 'FORMAT',
        choices: ['table', 'csv', 'svg'],
        meanings: {
          table: { en: 'for people', ja: '人が読む形式' },
          csv: { en: 'for a spreadsheet', ja: '表計算ソフト用' },
          svg: { en: 'a picture', ja: '画像' },
        },
      },
      help: {
        en: 'Default: by the name of the output, else table',
        ja: '既定: 出力ファイル名から判断、なければ table',
      },
    },
    OUTPUT_FILE,
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: { en: 'Which journey of the file (default: all)', ja: 'ファイルの中のジャーニー(既定: すべて)' },
    },
    {
      name: 'theme',
      value: { ...THEME_VALUE, choices: THEMES },
      help: { en: 'Colours of the picture (default: light)', ja: '図の配色(既定: light)' },
    },
    COLOUR,
  ],
  examples: [
    {
      command: 'journey history outage.journey',
      help: { en: 'which commit made it worse', ja: '悪化させたコミットを探す' },
    },
    {
      command: 'journey history outage.journey -o history.svg',
      help: { en: 'as a picture', ja: '図として書き出す' },
    },
  ],
  run: async ([file = ''], options, context) => {
    const { runHistory } = await import('../commands/history.ts');
    return runHistory(file, options, context);
  },
});
