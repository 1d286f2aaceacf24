import type { Locale, Text } from '../model/text.ts';

/** What a tool takes, by name: all are texts, as programs that speak send them. */
interface Parameter {
  readonly name: string;
  readonly required?: true;
  readonly choices?: readonly string[];
  readonly description: Text;
}

/** One tool for programs that read journeys. All of them only read. */
export interface ToolDefinition {
  readonly name: ToolName;
  readonly title: Text;
  readonly description: Text;
  readonly parameters: readonly Parameter[];
}

export type ToolName = 'journey_check' | 'journey_explain' | 'journey_render' | 'journey_model' | 'journey_rules';

const path = {
  name: 'path',
  description: {
    en: 'Path of a .journey file, relative to the folder of the workspace',
    ja: 'ワークスペースのフォルダーから見た .journey ファイルのパス',
  },
} as const;

const text = {
  name: 'text',
  description: {
    en: 'A journey as text, instead of a file; it can import nothing',
    ja: 'ファイルの代わりに渡すジャーニーのテキスト。インポートはできません',
  },
} as const;

export const TOOLS: readonly ToolDefinition[] = [
  {
    name: 'journey_check',
    title: { en: 'Check journeys', ja: 'ジャーニーをチェック' },
    description: {
      en: 'Finds where customers will suffer in customer journeys written as text, and mistakes in the text: for each finding its place, its rule, why it matters and what to do. Checks one file, a text, or all files of the workspace.',
      ja: 'テキストで書かれたカスタマージャーニーから、お客様がつまずく箇所と記述の誤りを見つけます。指摘ごとに場所、ルール、理由、直し方を返します。ファイル、テキスト、またはワークスペース全体を調べます。',
    },
    parameters: [path, text],
  },
  {
    name: 'journey_explain',
    title: { en: 'Explain a friction rule', ja: 'ルールの説明' },
    description: {
      en: 'Explains one rule: what it finds, why it matters to customers, what to do, and its sources.',
      ja: 'ルールを説明します。見つける内容、お客様にとっての意味、直し方、出典を返します。',
    },
    parameters: [
      {
        name: 'rule',
        required: true,
        description: { en: 'Id of the rule, such as asks-again', ja: 'ルールのID(例: asks-again)' },
      },
    ],
  },
  {
    name: 'journey_render',
    title: { en: 'Draw a journey map', ja: 'ジャーニーマップを描く' },
    description: {
      en: 'Gives the map of a journey as a Markdown table or as an SVG picture.',
      ja: 'ジャーニーのマップを、Markdownの表またはSVG画像として返します。',
    },
    parameters: [
      path,
      text,
      {
        name: 'journey',
        description: {
          en: 'Id of the journey; the first of the file without it',
          ja: 'ジャーニーのID。省略時は最初のもの',
        },
      },
      {
        name: 'format',
        choices: ['markdown', 'svg'],
        description: { en: 'markdown (the default) or svg', ja: 'markdown(既定)または svg' },
      },
    ],
  },
  {
    name: 'journey_model',
    title: { en: 'Read a journey as data', ja: 'ジャーニーをデータとして読む' },
    description: {
      en: 'Gives everything that a file says as JSON: journeys with stages and touchpoints, personas, channels, systems, ways and shares.',
      ja: 'ファイルの内容をJSONで返します。ジャーニー、ステージ、タッチポイント、ペルソナ、チャネル、システム、経路と割合を含みます。',
    },
    parameters: [path, text],
  },
  {
    name: 'journey_rules',
    title: { en: 'List the friction rules', ja: 'ルールの一覧' },
    description: {
      en: 'Lists all rules with their group, severity and what they find.',
      ja: 'すべてのルールの分類、重大度、見つける内容を返します。',
    },
    parameters: [],
  },
];

/** What a tool takes, as a JSON schema. */
export function inputSchema({ parameters }: ToolDefinition, locale: Locale): InputSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, choices, description }) => [
        name,
        { type: 'string', description: description[locale], ...(choices === undefined ? {} : { enum: choices }) },
      ]),
    ),
    required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<
    Record<string, { readonly type: 'string'; readonly description: string; readonly enum?: readonly string[] }>
  >;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}
