import { AstUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import type { Locale } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import { cstOf } from './block.ts';
import { type Planned, Planner } from './plan.ts';
import { writtenFor } from '../lowering/source.ts';

/** Gives a declaration the title that people of a language see: where one is written for them, that, or else the one for all. */
export function setTitle(node: ast.Named, title: string, locale: Locale): Planned {
  const document = AstUtils.getDocument<ast.JourneyFile>(node);
  const trimmed = title.trim();
  if (trimmed === '') {
    return { refusal: { en: 'A title needs at least one character.', ja: 'タイトルを入力してください。' } };
  }
  const own = locale === 'ja' ? 'labelJa' : 'labelEn';
  const property = node[own] === undefined ? 'label' : own;
  const written = writtenFor(node, property);
  const planner = new Planner();
  if (node[property] === trimmed) return planner.plan();
  if (written !== undefined) {
    return planner.add(document, { start: written.offset, end: written.end, newText: literal(trimmed) }).plan();
  }
  const { end } = writtenFor(node, 'name') ?? cstOf(node);
  return planner.add(document, { start: end, end, newText: ` ${literal(trimmed)}` }).plan();
}
