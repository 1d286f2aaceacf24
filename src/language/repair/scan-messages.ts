import { quoted } from '../../model/phrases.ts';
import type { ScanProblem } from '../parser/scanner.ts';
import type { Message } from './messages.ts';
import { type Problem, type ProblemFix, replacing, type SyntaxCode } from './problem.ts';

/** Says in words what the scanner found. */
export function scanProblem(problem: ScanProblem, text: string): Problem {
  const { start, end, line, column, partner } = problem;
  const written = text.substring(start, end);
  const pair = [{ start, end }, ...(partner === undefined ? [] : [partner])];
  return { start, end, line, column, ...described(problem, written, (by) => replacing(by, written, ...pair)) };
}

interface Described extends Message {
  readonly code: SyntaxCode;
  readonly fix?: ProblemFix;
}

function described(
  { kind, partner }: ScanProblem,
  written: string,
  replacedBy: (text: string) => ProblemFix,
): Described {
  switch (kind) {
    case 'unterminated-string':
      return { code: kind, ...UNTERMINATED_STRING };
    case 'unterminated-comment':
      return { code: kind, ...UNTERMINATED_COMMENT };
    case 'merge-conflict':
      return { code: kind, ...MERGE_CONFLICT };
    case 'wrong-quote':
      return { code: 'stray-character', ...wrongQuote(written), fix: replacedBy('"') };
    case 'wrong-arrow':
      return { code: 'stray-character', ...wrongArrow(written), fix: replacedBy('->') };
    default: {
      const isRemovable = partner !== undefined || /^[;；]+$/.test(written);
      return { code: 'stray-character', ...stray(written), ...(isRemovable ? { fix: replacedBy('') } : {}) };
    }
  }
}

const UNTERMINATED_STRING: Message = {
  message: {
    en: 'The text is not closed: a quote is missing at its end.',
    ja: 'テキストが閉じていません。終わりの引用符(")がありません。',
  },
  help: {
    en: 'Write the closing quote. A text of several lines stands between """ and """.',
    ja: '終わりに引用符(")を書いてください。複数行のテキストは """ と """ で囲みます。',
  },
};

const UNTERMINATED_COMMENT: Message = {
  message: {
    en: 'The comment is not closed: "*/" is missing.',
    ja: 'コメントが閉じていません。「*/」がありません。',
  },
  help: { en: 'Write "*/" where it ends.', ja: 'コメントの終わりに「*/」を書いてください。' },
};

const MERGE_CONFLICT: Message = {
  message: {
    en: 'Here is a merge conflict of git that nobody has resolved.',
    ja: 'gitのマージの競合が解決されないまま残っています。',
  },
  help: {
    en: 'Keep the lines that are right and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    ja: '正しい行を残し、<<<<<<<、=======、>>>>>>> で始まる行を削除してください。',
  },
};

function wrongQuote(written: string): Message {
  return {
    message: {
      en: `Texts stand in straight double quotes, not in ${written}.`,
      ja: `テキストは ${written} ではなく、半角の " で囲みます。`,
    },
    help: { en: `Write " instead of ${written}.`, ja: `${written} を半角の " に置き換えてください。` },
  };
}

function wrongArrow(written: string): Message {
  const { en, ja } = quoted(written);
  return {
    message: { en: `An arrow is written "->", not ${en}.`, ja: `矢印は${ja}ではなく「->」と書きます。` },
    help: { en: 'Write "->".', ja: '「->」と書いてください。' },
  };
}

function stray(written: string): Message {
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
