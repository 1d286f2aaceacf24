import type { Text } from '../../model/text.ts';
import type { ImportProblem } from '../import/imported.ts';

type Said = (...facts: readonly string[]) => Omit<ImportProblem, 'line' | 'code'>;

/** What can be wrong in a Mermaid `journey`, in the sense that Mermaid refuses it or draws something else. */
const problems = {
  'score-range': (written, kept) =>
    warning(
      { en: `The score ${written} is outside of 1 to 5.`, ja: `スコア${written}が1〜5の範囲外です。` },
      { en: `Read as ${kept}.`, ja: `${kept}として読みました。` },
    ),
  'score-not-a-number': (written) =>
    warning(
      {
        en: `"${written}" is no score: Mermaid draws the face at the top edge.`,
        ja: `「${written}」はスコアではありません。Mermaidは顔を上端に描きます。`,
      },
      {
        en: 'Read without a feeling. Write a number from 1 to 5 after the name.',
        ja: '感情なしで読みました。名前の後に1〜5の数字を書いてください。',
      },
    ),
  'score-missing': (name) =>
    warning(
      {
        en: `"${name}" has no score: Mermaid needs one.`,
        ja: `「${name}」にスコアがありません。Mermaidでは必須です。`,
      },
      {
        en: `Read without a feeling. Write "${name}: 3", say.`,
        ja: `感情なしで読みました。たとえば「${name}: 3」と書いてください。`,
      },
    ),
  'colon-in-name': (name, shown) =>
    warning(
      {
        en: `The colon ends the name: Mermaid shows "${shown}" with no score.`,
        ja: `名前がコロンで終わります。Mermaidは「${shown}」をスコアなしで表示します。`,
      },
      {
        en: `Read as "${name}", with the last number as its score. In Mermaid write the colon as #58;`,
        ja: `最後の数字をスコアとし、「${name}」として読みました。Mermaidではコロンを #58; と書いてください。`,
      },
    ),
  'colon-in-section': (name) =>
    information(
      { en: 'Mermaid refuses a colon in the name of a section.', ja: 'Mermaidのセクション名にコロンは使えません。' },
      {
        en: `Read as "${name}". Write the colon as #58;`,
        ja: `「${name}」として読みました。コロンは #58; と書いてください。`,
      },
    ),
  'hash-cuts-text': (shown) =>
    warning(
      {
        en: `The # begins a comment: Mermaid shows only "${shown}" or refuses the line.`,
        ja: `# から後はコメントです。Mermaidは「${shown}」だけを表示するか、エラーにします。`,
      },
      {
        en: 'Read with the whole text. Write the sign as #35;',
        ja: '全文を読みました。記号は #35; と書いてください。',
      },
    ),
  semicolon: () =>
    warning(
      { en: 'Mermaid refuses a semicolon here.', ja: 'Mermaidではここにセミコロンを使えません。' },
      {
        en: 'Read as it is meant: as a part of the text, or between two tasks. Write it as #59; or begin a line.',
        ja: '文の一部、またはタスクの区切りとして読みました。#59; と書くか、改行してください。',
      },
    ),
  'html-entity': () =>
    information(
      { en: 'Mermaid refuses signs written as in HTML.', ja: 'MermaidではHTMLの文字参照を使えません。' },
      {
        en: 'Read as the sign itself. Write &amp; as #amp;',
        ja: '記号として読みました。&amp; は #amp; と書いてください。',
      },
    ),
  'comment-in-actor': (actor, cut) =>
    warning(
      {
        en: `Mermaid takes the comment for a part of the name: "${cut}".`,
        ja: `Mermaidはコメントを名前の一部「${cut}」とみなします。`,
      },
      {
        en: `Read as "${actor}". After actors a comment begins with #`,
        ja: `「${actor}」として読みました。登場人物の後のコメントは # で始めてください。`,
      },
    ),
  'empty-actor': () =>
    information(
      { en: 'An actor without a name.', ja: '名前のない登場人物があります。' },
      { en: 'Left out.', ja: '省きました。' },
    ),
  'duplicate-actor': (actor) =>
    information(
      { en: `"${actor}" is named twice here.`, ja: `「${actor}」が重複しています。` },
      { en: 'Read once.', ja: '1人として読みました。' },
    ),
  'similar-actors': (actor, other) =>
    warning(
      {
        en: `"${actor}" and "${other}" are two actors to Mermaid.`,
        ja: `Mermaidでは「${actor}」と「${other}」は別の人物です。`,
      },
      {
        en: 'Read as two. If it is one, write it the same way.',
        ja: '別人として読みました。同じ人なら表記をそろえてください。',
      },
    ),
  'extra-part': (text) =>
    warning(
      {
        en: `Mermaid ignores what follows the actors: "${text}".`,
        ja: `登場人物の後の「${text}」をMermaidは無視します。`,
      },
      { en: 'Kept as a comment.', ja: 'コメントとして残しました。' },
    ),
  'empty-section': (name) =>
    information(
      {
        en: `Mermaid does not draw the section "${name}": it has no task.`,
        ja: `セクション「${name}」はタスクがないため、Mermaidでは描かれません。`,
      },
      { en: 'Read as a stage without touchpoints.', ja: 'タッチポイントのないステージとして読みました。' },
    ),
  'sections-merge': (name) =>
    information(
      {
        en: `Mermaid draws both sections "${name}" as one.`,
        ja: `2つのセクション「${name}」をMermaidは1つに描きます。`,
      },
      { en: 'Read as one stage.', ja: '1つのステージとして読みました。' },
    ),
  'task-without-section': (name) =>
    information(
      { en: `"${name}" stands before the first section.`, ja: `「${name}」が最初のセクションの前にあります。` },
      { en: 'Read into a stage of its own.', ja: '独立したステージに入れました。' },
    ),
  'keyword-as-task': (name) =>
    warning(
      {
        en: `Mermaid refuses a task that begins with a keyword: "${name}".`,
        ja: `Mermaidではキーワードで始まるタスク「${name}」を書けません。`,
      },
      {
        en: 'Read as a task. Write its first letter as a code, such as #83; for S.',
        ja: 'タスクとして読みました。最初の文字を、Sなら #83; のように書いてください。',
      },
    ),
  'header-case': (written) =>
    warning(
      {
        en: `Mermaid knows "journey" only, not "${written}".`,
        ja: `Mermaidが認識するのは「journey」だけです(「${written}」は不可)。`,
      },
      { en: 'Read as a journey.', ja: 'ジャーニーとして読みました。' },
    ),
  'not-drawn': (text) =>
    information(
      { en: `This is about the picture only: "${text}".`, ja: `「${text}」は図の見た目だけの指定です。` },
      { en: 'Kept as a comment.', ja: 'コメントとして残しました。' },
    ),
  'line-not-understood': (text) =>
    warning(
      { en: `Mermaid cannot read "${text}".`, ja: `「${text}」はMermaidで読めません。` },
      { en: 'Kept as a comment.', ja: 'コメントとして残しました。' },
    ),
} satisfies Readonly<Record<string, Said>>;

export type MermaidCode = keyof typeof problems;
export const MERMAID_CODES = Object.keys(problems) as readonly MermaidCode[];

export function mermaidProblem(code: MermaidCode, line: number, ...facts: readonly string[]): ImportProblem {
  const say: Said = problems[code];
  return { code: `mermaid/${code}`, line, ...say(...facts) };
}

function warning(message: Text, help: Text): Omit<ImportProblem, 'line' | 'code'> {
  return { severity: 'warning', message, help };
}

function information(message: Text, help: Text): Omit<ImportProblem, 'line' | 'code'> {
  return { severity: 'information', message, help };
}
