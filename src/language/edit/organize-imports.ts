import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { importProblems } from '../linking/import-problems.ts';
import { importTarget } from '../imports.ts';
import type * as ast from '../generated/ast.ts';
import { type Block, blockOf, cstOf, withoutBlock } from './block.ts';
import { lineEnd, lineStart, layoutOf } from './layout.ts';
import { type Plan, Planner } from './plan.ts';

/**
 * Sorts the imports of a file by their paths, at the place of the first, and leaves out those that say nothing: of a file that
 * is imported already, of the file itself, and those of which nothing is used. Their comments stay, with the next one; a
 * comment at the very top is the file's.
 */
export function organizeImports(document: JourneyDocument): Plan {
  const planner = new Planner();
  const layout = layoutOf(document.textDocument);
  const { text, eol } = layout;
  const { imports } = document.parseResult.value;
  const blocks = imports.map((node) => ({ node, block: blockOf(node, document, layout) }));
  const [first] = blocks;
  // What shares its line with something else, or is not understood, is left to the author.
  if (first === undefined || blocks.some(({ block }) => !block.whole) || isBroken(document, blocks))
    return planner.plan();

  const useless = uselessImports(document);
  const entries: Entry[] = [];
  let comments = '';
  let header = '';
  for (const { node, block } of blocks) {
    const line = lineStart(text, cstOf(node).offset);
    const above = text.substring(block.start, line);
    if (block.start === 0 && entries.length === 0) header = above;
    else comments += above;
    if (useless.has(node)) {
      const behind = text.substring(cstOf(node).end, lineEnd(text, cstOf(node).end)).trim();
      if (behind !== '') comments += behind + eol;
      continue;
    }
    entries.push({ path: node.path, lines: comments + text.substring(line, block.end) });
    comments = '';
  }
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const written = [...sorted.map(({ lines }) => lines), ...(comments === '' ? [] : [comments.trimEnd()])];
  const all = header + written.join(eol);
  for (const { block } of blocks.slice(1)) planner.add(document, withoutBlock(block, layout));
  if (all === '') planner.add(document, withoutBlock(first.block, layout));
  else planner.add(document, { start: first.block.start, end: first.block.end, newText: all.trimEnd() });
  return isOrganized(imports, useless) ? new Planner().plan() : planner.plan();
}

interface Entry {
  readonly path: string;
  /** With its comments, without what ends the last line. */
  readonly lines: string;
}

function uselessImports(document: JourneyDocument): ReadonlySet<ast.Import> {
  const problems = importProblems(document).filter(({ code }) => USELESS.has(code));
  const { textDocument } = document;
  return new Set(
    document.parseResult.value.imports.filter((node) =>
      problems.some(({ range }) => holds(node, textDocument.offsetAt(range.start))),
    ),
  );
}

function holds(node: ast.Import, offset: number): boolean {
  const { offset: start, end } = cstOf(node);
  return start <= offset && offset < end;
}

const USELESS: ReadonlySet<string> = new Set(['duplicate-import', 'import-self', 'unused-import']);

/** One after the other, sorted, and all of use. */
function isOrganized(imports: readonly ast.Import[], useless: ReadonlySet<ast.Import>): boolean {
  if (useless.size > 0) return false;
  return imports.every((node, index) => {
    const before = imports[index - 1];
    if (before === undefined) return true;
    const isBehind = cstOf(node).range.start.line - cstOf(before).range.end.line >= 1;
    return isBehind && before.path <= node.path && !hasDeclarationBetween(before, node);
  });
}

function hasDeclarationBetween(a: ast.Import, b: ast.Import): boolean {
  return a.$container.declarations.some(
    (node) => cstOf(node).offset > cstOf(a).offset && cstOf(node).offset < cstOf(b).offset,
  );
}

function isBroken(
  document: JourneyDocument,
  blocks: readonly { readonly node: ast.Import; readonly block: Block }[],
): boolean {
  const uri = document.uri.toString();
  if (blocks.some(({ node }) => node.path === undefined || importTarget(uri, node.path).kind === 'empty')) return true;
  return document.parseResult.lexerErrors.some(({ offset }) =>
    blocks.some(({ block }) => offset !== undefined && block.start <= offset && offset <= block.end),
  );
}
