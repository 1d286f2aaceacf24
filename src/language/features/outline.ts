import type { AstNode } from 'langium';
import type { Range } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import { titleOf } from '../../model/declaration.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../journey-workspace.ts';
import { isJourneyReference } from '../linker-reference.ts';
import { placeOfName } from '../scope-places.ts';
import { hasName } from '../scope-symbols.ts';
import { extentOf } from './occurrences.ts';

/** One declaration in the outline of a file. */
export interface OutlineItem {
  readonly type: string;
  readonly title: string;
  /** What else to know at a glance: the id, and for a touchpoint its channels. */
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** What a file declares, as people call it, with the parts of each declaration. */
export function outlineOf(document: JourneyDocument, locale: Locale): readonly OutlineItem[] {
  return document.parseResult.value.declarations.flatMap((node) => itemOf(node, locale));
}

function itemOf(node: AstNode, locale: Locale): readonly OutlineItem[] {
  const children = childrenOf(node).flatMap((child) => itemOf(child, locale));
  if (!hasName(node as ast.Named)) return children;
  const named = node as ast.Named;
  const { name, label, labelJa, labelEn } = named;
  const declaration = {
    id: name,
    ...(label === undefined ? {} : { label }),
    ...(labelJa === undefined ? {} : { labelJa }),
    ...(labelEn === undefined ? {} : { labelEn }),
  };
  const title = oneLine(titleOf(declaration, locale)) || name;
  const channels = node.$type === 'Touchpoint' ? (node as ast.Touchpoint).channels : [];
  const detail = [
    title === name ? '' : name,
    channels
      .filter(isJourneyReference)
      .map((each) => each.$refText)
      .join(', '),
  ];
  const selection = placeOfName(named).range;
  const range = extentOf(node);
  return [
    { type: node.$type, title, detail: detail.filter((part) => part !== '').join(' · '), range, selection, children },
  ];
}

function childrenOf(node: AstNode): readonly AstNode[] {
  switch (node.$type) {
    case 'Journey': {
      const { questions, barriers, stages } = node as ast.Journey;
      return [...questions, ...barriers, ...stages].toSorted(byPlace);
    }
    case 'Stage': {
      const { questions, barriers, touchpoints } = node as ast.Stage;
      return [...questions, ...barriers, ...touchpoints].toSorted(byPlace);
    }
    case 'Touchpoint': {
      const { questions, barriers } = node as ast.Touchpoint;
      return [...questions, ...barriers].toSorted(byPlace);
    }
    case 'Persona': {
      const { needs, pains, questions } = node as ast.Persona;
      return [...needs, ...pains, ...questions].toSorted(byPlace);
    }
    default:
      return [];
  }
}

function byPlace(a: AstNode, b: AstNode): number {
  return (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
