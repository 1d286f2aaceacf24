import type * as ast from '../generated/ast.ts';
import { sourceOf } from '../lowering/source.ts';
import type { Part } from '../parser/concrete-tree.ts';
import { PROPERTY_RULES, type PropertyRule } from '../structure/properties.ts';
import type { Change } from './addition.ts';
import { lineEnd, lineStart, nextLineStart } from './layout.ts';

/** What becomes of statements that may stand only once when two touchpoints become one. */
export interface Combined {
  readonly inFirst: readonly Change[];
  readonly inSecond: readonly Change[];
}

/**
 * What both say alike is said once, and what can be added up is: how long it takes, what it costs. Of anything else the first
 * counts, and the second stays as a comment for the author to choose from. Only lines that hold nothing else can change.
 */
export function combinedStatements(first: ast.Touchpoint, second: ast.Touchpoint, text: string): Combined {
  const inFirst: Change[] = [];
  const inSecond: Change[] = [];
  const kept = sourceOf(first).parts;
  const { parts, open } = sourceOf(second);
  for (const part of parts) {
    const { once } = RULES[part.property] ?? {};
    if (once === undefined || open === undefined || part.node.offset < open.end) continue;
    const rivals = kept.filter(({ property }) => property === part.property);
    const written = textOf(part, text);
    const same = rivals.find((other) => textOf(other, text) === written);
    const rival = same ?? (once === 'statement' ? rivals[0] : undefined);
    const line = lineOf(part, text);
    if (rival === undefined || line === undefined) continue;
    const isAdded = ADDED.has(part.property);
    const sum = isAdded ? sumOf(textOf(rival, text), written) : undefined;
    if (sum !== undefined) inFirst.push({ start: rival.node.offset, end: rival.node.end, newText: sum });
    const isSaid = isAdded ? sum !== undefined : same !== undefined;
    if (isSaid && line.isAlone) inSecond.push({ start: line.start, end: nextLineStart(text, line.end), newText: '' });
    else inSecond.push({ start: line.first, end: line.first, newText: '// ' });
  }
  return { inFirst, inSecond };
}

const RULES = PROPERTY_RULES.Touchpoint as Readonly<Record<string, PropertyRule>>;

/** What the customer spends in one after the other. */
const ADDED: ReadonlySet<string> = new Set(['takes', 'costs']);

function textOf({ node }: Part, text: string): string {
  return text.substring(node.offset, node.end).replaceAll(/\s+/g, ' ');
}

/** Two quantities of one unit; undefined for others. */
function sumOf(one: string, other: string): string | undefined {
  const [a, b] = [one, other].map((each) => QUANTITY.exec(each));
  if (a?.[1] === undefined || b?.[1] === undefined || a[2] !== b[2]) return undefined;
  // Tenths that are added up as such stay tenths.
  return `${Number((Number(a[1]) + Number(b[1])).toFixed(6))}${a[2] ?? ''}`;
}

const QUANTITY = /^(\d+(?:\.\d+)?)(\D*)$/;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the statement begins. */
  readonly first: number;
  /** Whether there is no comment behind it. */
  readonly isAlone: boolean;
}

/** The line of a statement; undefined when it holds another one too, or the statement goes on below. */
function lineOf({ node, lead }: Part, text: string): Line | undefined {
  const first = (lead ?? node).offset;
  const start = lineStart(text, first);
  const end = lineEnd(text, first);
  const rest = text.substring(node.end, end).trim();
  const isWhole =
    text.substring(start, first).trim() === '' && node.end <= end && (rest === '' || rest.startsWith('//'));
  return isWhole ? { start, end, first, isAlone: rest === '' } : undefined;
}
