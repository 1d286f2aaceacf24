import type { Text } from '../../model/text.ts';
import type { Message } from './messages.ts';

/** `header` is the keyword and the id of the block, such as `touchpoint Pays`. */
export function unclosedBlock(header: string, around: number): Message {
  const more: Text =
    around === 0
      ? { en: '', ja: '' }
      : {
          en: ` Nor ${around === 1 ? 'is the block' : `are the ${around} blocks`} around it.`,
          ja: `その外側の${around}個のブロックも閉じていません。`,
        };
  return {
    message: {
      en: `The block of "${header}" is not closed: a "}" is missing.${more.en}`,
      ja: `「${header}」のブロックが閉じていません。「}」が足りません。${more.ja}`,
    },
    help: {
      en: 'Write "}" on a line of its own after the last statement of the block.',
      ja: 'ブロックの最後の文の次の行に「}」を書いてください。',
    },
  };
}

export function missingOpeningBrace(header: string): Message {
  return {
    message: {
      en: `A "{" is missing after "${header}": the statements below belong into its block.`,
      ja: `「${header}」の後に「{」がありません。続く文はこのブロックの中に書くものです。`,
    },
    help: { en: 'Write "{" at the end of the line.', ja: '行の終わりに「{」を書いてください。' },
  };
}

export function missingHeader(keyword: string): Message {
  const article = /^[aeiou]/.test(keyword) ? 'an' : 'a';
  return {
    message: {
      en: `The line that begins ${article} ${keyword} is missing above this statement.`,
      ja: `この文の前に「${keyword}」で始まる行がありません。`,
    },
    help: {
      en: `Write for example: ${keyword} MyId {`,
      ja: `例えば次のように書きます: ${keyword} MyId {`,
    },
  };
}

export function extraClosingBrace(): Message {
  return {
    message: {
      en: 'This "}" closes nothing, or a block that goes on below.',
      ja: 'この「}」に対応する「{」がないか、まだ続くブロックを閉じています。',
    },
    help: { en: 'Remove it.', ja: '削除してください。' },
  };
}

export function extraOpeningBrace(): Message {
  return {
    message: { en: 'No block can begin here.', ja: 'ここからブロックを始めることはできません。' },
    help: {
      en: 'Remove the brace, or write a keyword and an id in front of it.',
      ja: '削除するか、その前にキーワードとIDを書いてください。',
    },
  };
}
