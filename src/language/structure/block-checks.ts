import { quoted } from '../../model/phrases.ts';
import type * as ast from '../generated/ast.ts';
import { readingOf } from '../lowering/values.ts';
import { type Block, type Report, Statement } from './statement.ts';

/** Checks of what stands together in one small syntax node. */
export function checkBlock(block: Block, report: Report): void {
  if (block.node.$type === 'Wait') checkWait(block, report);
  else if (block.node.$type === 'Feeling') checkFeeling(block, report);
  else if (block.node.$type === 'Touchpoint') checkFor(block, report);
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

/** What says, like `for`, where and with whom the whole touchpoint is: they may well stand in one line. */
const CONTACT: ReadonlySet<string> = new Set(['channels', 'alternatives', 'initiators', 'personas', 'flags']);

/** `waits 3 min for Ken`: it looks as if only the wait were for Ken. */
function checkFor(block: Block, report: Report): void {
  if ((block.node as ast.Touchpoint).personas.length === 0) return;
  const { parts } = block.source;
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (part.property !== 'personas' || part.lead === undefined || before === undefined) continue;
    const between = block.document.text.substring(before.node.end, part.lead.offset);
    if (CONTACT.has(before.property) || before.property === 'name' || !/^[ \t\u3000]+$/.test(between)) continue;
    const names = new Statement(block, part).written;
    const who = quoted(names);
    report({
      code: 'for-in-line',
      severity: 'warning',
      message: {
        en: `This "for" makes the whole touchpoint one for ${who.en} only, not just the statement before it.`,
        ja: `この「for」は直前の記述だけでなく、タッチポイント全体を${who.ja}だけのものにします。`,
      },
      help: {
        en: 'If that is meant, write it in a line of its own; if not, remove it, or give this persona a touchpoint of their own.',
        ja: 'そのとおりなら独立した行に書いてください。そうでなければ削除するか、このペルソナ用のタッチポイントを分けてください。',
      },
      range: part.node.range,
    });
  }
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
