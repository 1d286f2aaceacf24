import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import type { ScanProblem } from '../parser/scanner.ts';
import { type Problem, type ProblemFix, replacing } from './problem.ts';

/** Says in words what the scanner found. */
export function scanProblem({ kind, start, end, partner }: ScanProblem, text: string): Problem {
  const written = text.substring(start, end);
  const pair = [{ start, end }, ...(partner === undefined ? [] : [partner])];
  const isRemovable = partner !== undefined || /^[;；]+$/.test(written);
  switch (kind) {
    case 'unterminated-string':
      return {
        code: 'unterminated-string',
        message: {
          en: 'The text is not closed: a quote is missing at its end.',
          ja: 'テキストが閉じていません。終わりの引用符(")がありません。',
        },
        help: {
          en: 'Write the closing quote. A text of several lines stands between """ and """.',
          ja: '終わりに引用符(")を書いてください。複数行のテキストは """ と """ で囲みます。',
        },
        start,
        end,
      };
    case 'unterminated-comment':
      return {
        code: 'unterminated-comment',
        message: {
          en: 'The comment is not closed: "*/" is missing.',
          ja: 'コメントが閉じていません。「*/」がありません。',
        },
        help: { en: 'Write "*/" where it ends.', ja: 'コメントの終わりに「*/」を書いてください。' },
        start,
        end,
      };
    case 'merge-conflict':
      return {
        code: 'merge-conflict',
        message: {
          en: 'Here is a merge conflict of git that nobody has resolved.',
          ja: 'gitのマージの競合が解決されないまま残っています。',
        },
        help: {
          en: 'Keep the lines that are right and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
          ja: '正しい行を残し、<<<<<<<、=======、>>>>>>> で始まる行を削除してください。',
        },
        start,
        end,
      };
    case 'wrong-quote':
      return stray(start, end, quoteMessage(written), replacing('"', written, ...pair));
    case 'wrong-arrow':
      return stray(
        start,
        end,
        {
          message: {
            en: `An arrow is written "->", not "${written}".`,
            ja: `矢印は「${written}」ではなく「->」と書きます。`,
          },
          help: { en: 'Write "->".', ja: '「->」と書いてください。' },
        },
        replacing('->', written, ...pair),
      );
    default:
      return stray(start, end, strayMessage(written), isRemovable ? replacing('', written, ...pair) : undefined);
  }
}

interface Words {
  readonly message: Text;
  readonly help: Text;
}

function stray(start: number, end: number, { message, help }: Words, fix: ProblemFix | undefined): Problem {
  return { code: 'stray-character', message, help, start, end, ...(fix === undefined ? {} : { fix }) };
}

function quoteMessage(written: string): Words {
  return {
    message: {
      en: `Texts stand in straight double quotes, not in ${written}.`,
      ja: `テキストは ${written} ではなく、半角の " で囲みます。`,
    },
    help: { en: `Write " instead of ${written}.`, ja: `${written} を半角の " に置き換えてください。` },
  };
}

function strayMessage(written: string): Words {
  const { en, ja } = quoted(written);
  if (/^[;；]+$/.test(written)) {
    return {
      message: {
        en: 'Statements need no semicolon: each stands on a line of its own.',
        ja: 'セミコロンは要りません。文は1行に1つずつ書きます。',
      },
      help: { en: 'Remove it.', ja: '削除してください。' },
    };
  }
  if (/^[¥￥$€£]/.test(written)) {
    return {
      message: {
        en: `Money is written with a currency code, not with ${en}.`,
        ja: `金額は${ja}ではなく、通貨コードを付けて書きます。`,
      },
      help: { en: 'Write for example 1200 JPY or 20 EUR.', ja: '例えば 1200 JPY や 1200円 と書いてください。' },
    };
  }
  return {
    message: { en: `${en} has no meaning here.`, ja: `ここに${ja}を書くことはできません。` },
    help: {
      en: 'Remove it, or put free text in double quotes.',
      ja: '削除するか、テキストであれば "…" で囲んでください。',
    },
  };
}
