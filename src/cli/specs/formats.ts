// What the subcommands that read and write other formats say about themselves; a part of the table in commands.ts.
import { command } from '../command.ts';
import { OUTPUT_FILE, STDIN_FILE_NAME } from './common-options.ts';
import { EXPORT_FORMATS, IMPORT_FORMATS } from '../exchange-formats.ts';

export const exportModel = command({
  name: 'export',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Write what a file means in another format, for other programs',
    ja: 'ファイルの内容を、他のプログラムで使える形式で書き出します',
  },
  details: {
    en: `As JSON it holds everything: the journeys with their stages, touchpoints and paths, and all that they refer to. Other formats hold less; what is left out is said. "-" reads standard input.

Exit codes: 0 written, 1 written but the file has errors, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `JSONは、ジャーニーのステージ、タッチポイント、経路と、それらが参照するすべてを含みます。ほかの形式では、書き出せない内容を件数で示します。「-」は標準入力を読みます。

終了コード: 0 書き出し完了、1 ファイルにエラーあり(書き出しは完了)、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'format',
      short: 'f',
      value: {
        kind: 'choice',
        placeholder: 'FORMAT',
        choices: EXPORT_FORMATS,
        meanings: {
          json: {
            en: 'the model, described by schemas/model.schema.json',
            ja: 'モデル(schemas/model.schema.json に定義)',
          },
          mermaid: { en: 'a Mermaid journey diagram', ja: 'Mermaidのjourney図' },
          csv: { en: 'a table for a spreadsheet', ja: '表計算ソフト用の表' },
          markdown: { en: 'the same table in Markdown', ja: '同じ表をMarkdownで' },
          personas: { en: 'a card for each persona, in Markdown', ja: 'ペルソナごとのカード(Markdown)' },
          'personas-html': { en: 'the same cards as a page', ja: '同じカードを1つのページで' },
          cjml: {
            en: 'XML of the Customer Journey Modelling Language 2.0',
            ja: 'CJML(Customer Journey Modelling Language)2.0のXML',
          },
        },
      },
      help: { en: 'Default: by the name of the output, else json', ja: '既定: 出力ファイル名から判断、なければ json' },
    },
    {
      name: 'journey',
      value: { kind: 'text', placeholder: 'ID' },
      help: {
        en: 'Which journey of the file, where the format holds one (default: the first)',
        ja: '1つのジャーニーしか書けない形式で、どのジャーニーか(既定: 最初のもの)',
      },
    },
    OUTPUT_FILE,
    STDIN_FILE_NAME,
  ],
  examples: [
    {
      command: 'journey export outage.journey --format json',
      help: { en: 'the model as JSON', ja: 'モデルをJSONで' },
    },
    {
      command: 'journey export outage.journey -o outage.mmd',
      help: { en: 'a diagram for Mermaid', ja: 'Mermaidの図として' },
    },
  ],
  run: async ([file = '-'], options, context) => {
    const { runExport } = await import('../commands/export.ts');
    return runExport(file, options, context);
  },
});

export const importFile = command({
  name: 'import',
  operands: 'FILE',
  count: { least: 1, most: 1 },
  summary: {
    en: 'Make a journey file from a spreadsheet, a Mermaid diagram or JSON',
    ja: '表計算ソフトの表、Mermaidの図、JSONからジャーニーのファイルを作ります',
  },
  details: {
    en: `Reads a table (.csv, .tsv), a Mermaid file (.mmd), or the Mermaid journeys or else the tables of a Markdown file. What the columns of a table hold is guessed by their headings, in English or Japanese, and told; the headings may also stand at the left. Tables may be UTF-8, UTF-16 or Shift_JIS. JSON (.json) is what "journey export" writes, or what another program writes by schemas/model.schema.json; places may be left out.

Whatever can be understood is read, and whatever is doubtful is reported with its line and what was made of it. A file that exists is never overwritten. "-" reads standard input.

Exit codes: 0 written, 1 written but something needs a look, 2 wrong use or an input that cannot be read, 3 internal error.`,
    ja: `表(.csv、.tsv)、Mermaidのファイル(.mmd)、またはMarkdownファイル内のMermaidのjourney図(なければ表)を読みます。表の列の内容は日本語または英語の見出しから判断し、その解釈を表示します。見出しが左端にある表も読めます。文字コードはUTF-8、UTF-16、Shift_JISです。JSON(.json)は「journey export」の出力、または schemas/model.schema.json に沿って他のプログラムが書いたものです(位置情報は省略できます)。

読み取れる内容はすべて読み、疑わしい箇所は行番号とどう読んだかを報告します。既存のファイルは上書きしません。「-」は標準入力を読みます。

終了コード: 0 書き出し完了、1 書き出したが要確認の箇所あり、2 使い方の誤り・読めない入力、3 内部エラー`,
  },
  options: [
    {
      name: 'from',
      value: { kind: 'choice', placeholder: 'FORMAT', choices: IMPORT_FORMATS },
      help: { en: 'What the file holds (default: by its name)', ja: '入力の形式(既定: ファイル名から判断)' },
    },
    OUTPUT_FILE,
  ],
  examples: [
    {
      command: 'journey import map.csv -o map.journey',
      help: { en: 'from a spreadsheet', ja: '表計算ソフトの表から' },
    },
    {
      command: 'journey import my-day.mmd -o my-day.journey',
      help: { en: 'from a Mermaid diagram', ja: 'Mermaidの図から' },
    },
    {
      command: 'journey import model.json -o map.journey',
      help: { en: 'from JSON that another program has written', ja: '他のプログラムが書いたJSONから' },
    },
    {
      command: 'journey import README.md',
      help: { en: 'from the diagrams or tables in a Markdown file', ja: 'Markdownファイル内の図や表から' },
    },
  ],
  run: async ([file = '-'], options, context) => {
    const { runImport } = await import('../commands/import.ts');
    return runImport(file, options, context);
  },
});
