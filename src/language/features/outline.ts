import type { AstNode } from 'langium';
import type { Finding } from '../../model/finding.ts';
import { comparePositions, type Range } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import { titleOf } from '../../model/declaration.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { placeOfName } from '../scope/places.ts';
import { hasName } from '../scope/symbols.ts';
import { findingCount } from './finding-count.ts';
import { extentOf } from './occurrences.ts';

/** One declaration in the outline of a file. */
export interface OutlineItem {
  readonly type: string;
  readonly title: string;
  /** What else to know at a glance: the id; for a touchpoint its channels, feelings and wait; how much is found in it. */
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** What a file declares, as people call it, with the parts of each declaration. */
export function outlineOf(
  document: JourneyDocument,
  findings: readonly Finding[],
  locale: Locale,
): readonly OutlineItem[] {
  return document.parseResult.value.declarations.flatMap((node) => itemOf(node, { findings, locale }));
}

interface Context {
  readonly findings: readonly Finding[];
  readonly locale: Locale;
}

function itemOf(node: AstNode, context: Context): readonly OutlineItem[] {
  const children = childrenOf(node).flatMap((child) => itemOf(child, context));
  if (!hasName(node as ast.Named)) return children;
  const named = node as ast.Named;
  const { name, label, labelJa, labelEn } = named;
  const declaration = {
    id: name,
    ...(label === undefined ? {} : { label }),
    ...(labelJa === undefined ? {} : { labelJa }),
    ...(labelEn === undefined ? {} : { labelEn }),
  };
  const title = oneLine(titleOf(declaration, context.locale)) || name;
  const selection = placeOfName(named).range;
  const range = extentOf(node);
  const detail = [
    title === name ? '' : name,
    ...(node.$type === 'Touchpoint' ? factsOf(node as ast.Touchpoint) : []),
    foundIn(range, context),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return [{ type: node.$type, title, detail, range, selection, children }];
}

/** Where, how it feels, how long it takes until it happens. */
function factsOf({ channels, feelings, waits }: ast.Touchpoint): readonly string[] {
  return [
    written(channels).join(', '),
    feelings.map(feelingText).join(', '),
    waits.map(({ typical, longest }) => [typical, longest].filter((time) => time !== undefined).join('–')).join(', '),
  ];
}

function feelingText({ persona, emotion, value }: ast.Feeling): string {
  const felt = emotion?.ref;
  const known = felt?.$type === 'Emotion' ? felt : undefined;
  const words = [persona?.$refText, known?.face, emotion?.$refText, value ?? known?.value];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

function written(references: readonly unknown[]): readonly string[] {
  return references.filter(isJourneyReference).map(({ $refText }) => $refText);
}

function foundIn({ start, end }: Range, { findings, locale }: Context): string {
  const count = findings.filter(
    ({ place: { range } }) => comparePositions(start, range.start) <= 0 && comparePositions(range.end, end) <= 0,
  ).length;
  return count === 0 ? '' : findingCount(count, locale);
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
