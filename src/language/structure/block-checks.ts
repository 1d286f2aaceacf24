import { quoted } from '../../model/phrases.ts';
import type * as ast from '../generated/ast.ts';
import { readingOf } from '../lowering/values.ts';
import { type Block, type Report, Statement } from './statement.ts';

/** Checks of what stands together in one small syntax node. */
export function checkBlock(block: Block, report: Report): void {
  if (block.node.$type === 'Wait') checkWait(block, report);
  else if (block.node.$type === 'Feeling') checkFeeling(block, report);
}

/** `waits 12 min max 4 min`: one of the two is wrong. */
function checkWait(block: Block, report: Report): void {
  const typical = statementOf(block, 'typical');
  const longest = statementOf(block, 'longest');
  if (typical === undefined || longest === undefined) return;
  const usual = durationOf(typical);
  const most = durationOf(longest);
  if (usual === undefined || most === undefined || most.longestSeconds >= usual.seconds) return;
  report({
    code: 'contradictory-duration',
    message: {
      en: `The longest wait (${longest.written}) is shorter than the usual one (${typical.written}).`,
      ja: `最長の待ち時間(${longest.written})が、通常の待ち時間(${typical.written})より短くなっています。`,
    },
    help: { en: 'Exchange the two times, or correct one.', ja: '2つの時間を入れ替えるか、どちらかを直してください。' },
    range: longest.place.range,
    related: [{ message: { en: 'The usual wait', ja: '通常の待ち時間' }, place: typical.place }],
  });
}

/** `feels Ken`: who feels something, but not what. */
function checkFeeling(block: Block, report: Report): void {
  const { emotion, value } = block.node as ast.Feeling;
  if (value !== undefined || emotion?.ref?.$type !== 'Persona') return;
  const name = statementOf(block, 'emotion');
  if (name === undefined) return;
  const persona = quoted(name.written);
  report({
    code: 'missing-feeling',
    message: {
      en: `It is not said what ${persona.en} feels.`,
      ja: `${persona.ja}がどう感じるかが書かれていません。`,
    },
    help: {
      en: `Add a feeling or a value from -2 to +2: feels ${name.written} anxious -1`,
      ja: `「feels ${name.written} 不安 -1」のように、感情か-2〜+2の値を書いてください。`,
    },
    range: name.place.range,
  });
}

function statementOf(block: Block, property: string): Statement | undefined {
  const part = block.source.parts.find((candidate) => candidate.property === property);
  return part && new Statement(block, part);
}

function durationOf({ written }: Statement): { readonly seconds: number; readonly longestSeconds: number } | undefined {
  const reading = readingOf(written);
  return reading.ok && reading.value.kind === 'duration' ? reading.value : undefined;
}
