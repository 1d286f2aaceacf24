import type { LangiumDocument } from 'langium';
import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import { kindText, type Nameable } from '../linking/kinds.ts';
import type { LinkProblem } from '../linking/problem.ts';
import { repeatedIn } from '../lowering/keys.ts';
import { placeOfName } from './places.ts';

/**
 * Ids that are given twice in one block, reported at each but the first. The same id in different blocks is no mistake:
 * two touchpoints may each have a barrier `Slow`, and the touchpoint's id tells them apart.
 */
export function duplicateProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  const uri = document.uri.toString();
  return repeatedIn(document.parseResult.value).map(({ node, first }) => problem(uri, node, first));
}

function problem(uri: string, node: ast.Named, first: ast.Named): LinkProblem {
  const block = node.$container;
  const kind = kindText(node.$type as Nameable).one;
  const name = quoted(node.name);
  const where = block === undefined || block.$type === 'JourneyFile' ? inFile : inBlock(block);
  return {
    code: 'duplicate-name',
    severity: 'error',
    message: {
      en: `The ${kind.en} ${name.en} is declared twice in ${where.en}.`,
      ja: `${where.ja}で${kind.ja}${name.ja}が重複して宣言されています。`,
    },
    help: {
      en: 'Give one of the two another id, or remove it.',
      ja: 'どちらかのIDを変えるか、不要な方を削除してください。',
    },
    range: placeOfName(node).range,
    related: [
      { message: { en: 'First declared here', ja: '最初の宣言' }, place: { uri, range: placeOfName(first).range } },
    ],
    fixes: [],
  };
}

const inFile: Text = { en: 'this file', ja: 'このファイル' };

function inBlock(block: ast.Named): Text {
  const kind = kindText(block.$type as Nameable).one;
  const name = quoted(block.name ?? '');
  return { en: `the ${kind.en} ${name.en}`, ja: `${kind.ja}${name.ja}` };
}
