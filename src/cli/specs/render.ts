import { command } from '../command.ts';
import { COLOUR, OUTPUT_FILE, STDIN_FILE_NAME } from './common-options.ts';
import { MAP_FORMATS, MAP_PAGES, MAP_PRESETS, MAP_THEMES, THEME_VALUE } from '../map-formats.ts';

/** What `journey render` says about itself. */
export const renderMap = command({
  name: 'render',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Draw the map of a journey: for a wall, a slide, a pull request or the terminal',
    ja: 'ジャーニーマップを描きます(掲示用、スライド、プルリクエスト、ターミナル)',
  },
  details: {
    en: `Draws one journey of a file, the first one unless --journey names another. "-" reads standard input. Lanes: does, sees, thinks, questions, barriers, emotion, time, frontstage, backstage, support, friction, opportunities, metrics, measured, experiments, data, owner. The options theme, page, wrap, fold and compare are for svg, html, png and pdf.

Exit codes: 0 drawn, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `ファイルのジャーニーを1つ描きます。--journey がなければ最初のジャーニーです。「-」は標準入力を読みます。レーン: does、sees、thinks、questions、barriers、emotion、time、frontstage、backstage、support、friction、opportunities、metrics、measured、experiments、data、owner。theme、page、wrap、fold、compare は svg、html、png、pdf で使えます。

終了コード: 0 描画完了、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: {
        kind: 'choice',
        placeholder: 'FORMAT',
        choices: MAP_FORMATS,
        meanings: {
          svg: { en: 'a picture that stays sharp', ja: '拡大しても粗くならない画像' },
          html: { en: 'one page to click through', ja: '操作できる1枚のページ' },
          png: { en: 'a picture for slides and chats', ja: 'スライドやチャット向けの画像' },
          pdf: { en: 'for print', ja: '印刷用' },
          text: { en: 'for the terminal', ja: 'ターミナル向け' },
          markdown: { en: 'a table for a pull request', ja: 'プルリクエスト向けの表' },
        },
      },
      help: { en: 'Default: by the name of the output, else svg', ja: '既定: 出力ファイル名から判断、なければ svg' },
    },
    OUTPUT_FILE,
    {
      name: 'preset',
      value: { kind: 'choice', placeholder: 'PRESET', choices: MAP_PRESETS },
      help: { en: 'Which lanes to show (default: workshop)', ja: '表示するレーンの組(既定: workshop)' },
    },
    {
      name: 'lanes',
      value: { kind: 'text', placeholder: 'LANE,…' },
      help: { en: 'The lanes to show instead of a preset', ja: 'presetの代わりに表示するレーン' },
    },
    {
      name: 'persona',
      value: { kind: 'text', placeholder: 'ID,…' },
      help: { en: 'Only these personas', ja: '対象のペルソナを絞ります' },
    },
    {
      name: 'theme',
      value: { ...THEME_VALUE, choices: MAP_THEMES },
      help: {
        en: 'Colours; auto follows the reader (default: light, on an html page auto)',
        ja: '配色。auto は見る人の設定に従います(既定: light、html の1枚のページは auto)',
      },
    },
    {
      name: 'page',
      value: { kind: 'choice', placeholder: 'PAGE', choices: MAP_PAGES },
      help: {
        en: 'a4 and a3: pages; a1 and a0: one sheet; slide: 16:9, one for each stage; poster (default): one picture as large as it needs to be',
        ja: 'a4・a3: ページに分けます。a1・a0: 1枚に収めます。slide: 16:9でステージごとに1枚。poster(既定): 必要な大きさの1枚の図',
      },
    },
    {
      name: 'width',
      value: { kind: 'count', placeholder: 'PIXELS', least: 1 },
      help: {
        en: 'Room there is; below 700 the map runs from top to bottom',
        ja: '使える幅。700未満では縦に並べます',
      },
    },
    {
      name: 'wrap',
      value: { kind: 'count', placeholder: 'PIXELS', least: 1 },
      help: { en: 'Break the map into bands of this width', ja: 'この幅で段に分けます' },
    },
    {
      name: 'fold',
      negatable: true,
      help: {
        en: 'One column for each stage (default: only with more than 60 touchpoints)',
        ja: 'ステージごとに1列にまとめます(既定: タッチポイントが60件を超えるときだけ)',
      },
    },
    {
      name: 'compare',
      value: { kind: 'path', placeholder: 'FILE' },
      help: {
        en: 'Draw the emotions of another journey underneath, such as the as-is one',
        ja: '別のジャーニー(現状など)の感情曲線を重ねます',
      },
    },
    {
      name: 'evidence',
      negatable: true,
      help: {
        en: 'Lay what was measured over the map (default: when NAME.evidence.json is beside the journey)',
        ja: '実測をマップに重ねます(既定: ジャーニーの隣に「名前.evidence.json」があるとき)',
      },
    },
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: { en: 'Which journey of the file', ja: 'ファイル内のどのジャーニーか' },
    },
    STDIN_FILE_NAME,
    COLOUR,
  ],
  examples: [
    { command: 'journey render outage.journey -o outage.svg', help: { en: 'the whole map', ja: 'マップ全体' } },
    {
      command: 'journey render outage.journey -f text --locale ja',
      help: { en: 'in the terminal, in Japanese', ja: 'ターミナルに日本語で' },
    },
    {
      command: 'journey render to-be.journey --compare as-is.journey -o to-be.svg',
      help: { en: 'against what is', ja: '現状と比べる' },
    },
  ],
  run: async ([file = '-'], options, context) => {
    const { runRender } = await import('../commands/render.ts');
    return runRender(file, options, context);
  },
});
