import { quoted } from '../../model/phrases.ts';
import type { PropertyRule } from './properties.ts';
import { type Report, Statement } from './statement.ts';

/** Says so when a statement that may stand only once in a block stands there again. */
export function checkRepeat(statement: Statement, once: NonNullable<PropertyRule['once']>, report: Report): void {
  const { block, part, property } = statement;
  const all = (block.node as unknown as Readonly<Record<string, unknown>>)[property];
  if (!Array.isArray(all) || all.length < 2) return;
  const first = block.source.parts.find(
    (other) =>
      other.property === property &&
      (once === 'statement' || new Statement(block, other).written === statement.written),
  );
  if (first !== undefined && first !== part) reportRepeat(statement, new Statement(block, first), report);
}

function reportRepeat(statement: Statement, earlier: Statement, report: Report): void {
  const name = quoted(statement.keyword ?? statement.written);
  const same = statement.written === earlier.written;
  report({
    code: 'duplicate-statement',
    message: same
      ? { en: `${name.en} is stated twice.`, ja: `${name.ja}が重複しています。` }
      : {
          en: `${name.en} is stated twice; only the first one counts.`,
          ja: `${name.ja}が重複しています。有効なのは最初のものだけです。`,
        },
    help: { en: 'Remove one of the two.', ja: 'どちらかを削除してください。' },
    range: statement.whole.range,
    related: [{ message: { en: 'First stated here', ja: '最初の記述' }, place: earlier.whole }],
    fixes: [
      {
        title: { en: `Remove the second ${name.en}`, ja: `2つ目の${name.ja}を削除する` },
        safe: same,
        edits: [{ kind: 'remove', place: statement.whole }],
      },
    ],
    tags: ['unnecessary'],
  });
}
