import { AstUtils } from 'langium';
import { literal } from '../../friction/fixes.ts';
import type * as ast from '../generated/ast.ts';
import { sourceOf, statementRange } from '../lowering/source.ts';
import { addStatements, type Change } from './addition.ts';
import { blockOf, insertableOf, isAiry } from './block.ts';
import { type Layout, layoutOf } from './layout.ts';
import { behind, before } from './move-touchpoint.ts';
import { newId } from './new-id.ts';
import { type Planned, Planner } from './plan.ts';
import { brokenRefusal } from './refusals.ts';

export interface NewTouchpoint {
  readonly title: string;
  /** The touchpoint to which the customer goes on; needed only where several written ways lead on. */
  readonly to?: ast.Touchpoint;
}

/**
 * Adds a touchpoint behind another one, or at the top of a stage. The way goes through it: where an arrow or an end is
 * written, the new touchpoint takes it over. Of several arrows it takes the one to `to`; without that it becomes one more
 * way on.
 */
export function addTouchpointAfter(place: ast.Touchpoint | ast.Stage, { title, to }: NewTouchpoint): Planned {
  const document = AstUtils.getDocument<ast.JourneyFile>(place);
  const stage = place.$type === 'Stage' ? place : place.$container;
  const refusal = brokenRefusal(document, [stage]);
  if (refusal !== undefined) return { refusal };
  const layout = layoutOf(document.textDocument);
  const ids = stage.$container.stages.flatMap(({ touchpoints }) => touchpoints.map(({ name }) => name));
  const id = newId(title, ids, 'Touchpoint');
  const trimmed = title.trim();
  const header = ['touchpoint', id, ...(trimmed === '' ? [] : [literal(trimmed)])].join(' ');
  const way = place.$type === 'Stage' ? nothing : wayThrough(place, to, id, layout);
  const [statement] = way.statements;
  const lines = statement === undefined ? [header] : [`${header} {`, layout.step + statement, '}'];

  const gap = isAiry(stage, document, layout) ? layout.eol + layout.eol : layout.eol;
  const written = (indentation: string): string => lines.map((line) => indentation + line).join(layout.eol);
  const planner = new Planner().add(document, ...way.changes);
  const [first] = stage.touchpoints;
  if (place.$type === 'Touchpoint') {
    const block = blockOf(place, document, layout);
    return planner.add(document, behind(block, written(block.indentation), gap, layout)).plan();
  }
  if (first !== undefined) {
    const block = blockOf(first, document, layout);
    return planner.add(document, before(block, written(block.indentation), gap)).plan();
  }
  return planner.add(document, ...addStatements(insertableOf(stage, document), lines, layout)).plan();
}

interface Rerouting {
  readonly changes: readonly Change[];
  /** What the new touchpoint says about its way on; at most one statement. */
  readonly statements: readonly string[];
}

const nothing: Rerouting = { changes: [], statements: [] };

function wayThrough(touchpoint: ast.Touchpoint, to: ast.Touchpoint | undefined, id: string, layout: Layout): Rerouting {
  const { arrows, ends } = touchpoint;
  const arrow = to === undefined ? arrows[0] : arrows.find(({ target }) => target?.ref === to);
  const isOnlyWay = arrows.length + ends.length === 1;
  if (arrow !== undefined && (isOnlyWay || to !== undefined)) return throughArrow(arrow, id);
  if (to !== undefined || arrows.length + ends.length === 0) return nothing;
  if (isOnlyWay) return throughEnd(touchpoint, id, layout);
  const document = AstUtils.getDocument<ast.JourneyFile>(touchpoint);
  return { changes: addStatements(insertableOf(touchpoint, document), [`-> ${id}`], layout), statements: [] };
}

function throughArrow(arrow: ast.Arrow, id: string): Rerouting {
  const target = arrow.target?.$refNode;
  if (target === undefined) return nothing;
  const { offset, end } = target;
  return { changes: [{ start: offset, end, newText: id }], statements: [`-> ${arrow.target.$refText}`] };
}

/** The end is now that of the new touchpoint, and an arrow to this takes its place. */
function throughEnd(touchpoint: ast.Touchpoint, id: string, { document, text }: Layout): Rerouting {
  const part = sourceOf(touchpoint).parts.find(({ property }) => property === 'ends');
  if (part === undefined) return nothing;
  const range = statementRange(part);
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return { changes: [{ start, end, newText: `-> ${id}` }], statements: [text.substring(start, end)] };
}
