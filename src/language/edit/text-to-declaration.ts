import { AstUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import { readString } from '../parser/strings.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { sourceOf, statementRange } from '../lowering/source.ts';
import { allParts } from '../scope/parts.ts';
import { newId } from './new-id.ts';
import { type Plan, Planner } from './plan.ts';

/** What a free text can become. */
export type DeclaredText = 'question' | 'barrier' | 'pain';

/** What the text at an offset can be made a declaration of: then it can be answered and solved. */
export function textAt(document: JourneyDocument, offset: number): readonly DeclaredText[] {
  const found = find(document, offset);
  return found === undefined ? [] : found.node.$type === 'Persona' ? ['question', 'pain'] : ['question', 'barrier'];
}

/** Makes a question, a barrier or a pain of the free text at an offset. */
export function declareText(document: JourneyDocument, offset: number, keyword: DeclaredText): Plan | undefined {
  const found = find(document, offset);
  if (found === undefined) return undefined;
  const { node, part } = found;
  const owner = AstUtils.getContainerOfType(
    node,
    (each): each is ast.Journey | ast.Persona => each.$type === 'Journey' || each.$type === 'Persona',
  );
  const text = readString(part.node.text);
  const taken = owner === undefined ? [] : allParts(owner).map(({ name }) => name);
  const id = newId(text, taken, keyword === 'question' ? 'Question' : keyword === 'barrier' ? 'Barrier' : 'Pain');
  const range = statementRange(part);
  const { textDocument } = document;
  const written = part.node.text.startsWith('"""') ? part.node.text : literal(text);
  return new Planner()
    .add(document, {
      start: textDocument.offsetAt(range.start),
      end: textDocument.offsetAt(range.end),
      newText: `${keyword} ${id} ${written}`,
    })
    .plan();
}

/** Statements whose text may be a question or a complaint. */
const TEXTS: ReadonlySet<string> = new Set(['thinks', 'says', 'sees', 'notes']);

interface FoundText {
  readonly node: Blocks;
  readonly part: ReturnType<typeof sourceOf>['parts'][number];
}

type Blocks = ast.Persona | ast.Journey | ast.Stage | ast.Touchpoint;

function find({ parseResult: { value: root }, textDocument }: JourneyDocument, offset: number): FoundText | undefined {
  for (const node of blocksAt(root, offset)) {
    const part = sourceOf(node).parts.find((each) => {
      if (!TEXTS.has(each.property)) return false;
      const { start, end } = statementRange(each);
      return textDocument.offsetAt(start) <= offset && offset <= textDocument.offsetAt(end);
    });
    if (part !== undefined) return { node, part };
  }
  return undefined;
}

/** The innermost first. */
function blocksAt(root: ast.JourneyFile, offset: number): readonly Blocks[] {
  const holds = ({ $cstNode }: Blocks): boolean =>
    $cstNode !== undefined && $cstNode.offset <= offset && offset <= $cstNode.end;
  const all = root.declarations.filter((node) => node.$type === 'Persona' || node.$type === 'Journey');
  const top = all.find(holds);
  if (top?.$type !== 'Journey') return top === undefined ? [] : [top];
  const stage = top.stages.find(holds);
  const touchpoint = stage?.touchpoints.find(holds);
  return [touchpoint, stage, top].filter((each) => each !== undefined);
}
