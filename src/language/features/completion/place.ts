import type { AstNode } from 'langium';
import type { JourneyDocument, JourneyWorkspace } from '../../workspace/journey-workspace.ts';
import type { Syntax } from '../../parser/syntax.ts';
import { visibleDeclarations } from '../../scope/scope-provider.ts';
import type { VisibleDeclarations } from '../../scope/visible.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Locale } from '../../../model/text.ts';
import type { CalendarDate } from '../../../model/values.ts';
import type { Reading } from './reading.ts';

/** What somebody who asks for proposals knows besides the documents. */
export interface Asking {
  /** In which proposals are explained. */
  readonly locale: Locale;
  /** The day on which somebody is writing. */
  readonly today: Required<Pick<CalendarDate, 'year' | 'month' | 'day'>>;
  /** What is found in the document; asked only where it matters. */
  readonly findings: () => readonly Finding[];
}

/** The place where something is being written, and everything that decides what that can be. */
export interface WritingPlace extends Asking {
  readonly workspace: JourneyWorkspace;
  readonly document: JourneyDocument;
  readonly syntax: Syntax;
  readonly offset: number;
  readonly reading: Reading;
  /** The innermost block around it, the root of the file at its top. */
  readonly site: AstNode;
  readonly visible: VisibleDeclarations;
  /** The language that the file is written in, which may differ from the reader's; the reader's where nothing is written yet. */
  readonly written: Locale;
}

export function placeOf(
  workspace: JourneyWorkspace,
  document: JourneyDocument,
  offset: number,
  reading: Reading,
  asking: Asking,
): WritingPlace {
  return {
    ...asking,
    workspace,
    document,
    syntax: workspace.journey.parser.Syntax,
    offset,
    reading,
    site: siteAt(document, reading),
    visible: visibleDeclarations(document),
    written: writtenLocale(document) ?? asking.locale,
  };
}

/** The innermost node whose block is open, or whose header is being written. */
function siteAt({ parseResult: { value: root } }: JourneyDocument, { open, statement }: Reading): AstNode {
  const [outer, middle, inner] = [...open, statement[0]?.startOffset];
  const declaration = beginningAt(root.declarations, outer);
  if (declaration?.$type !== 'Journey') return declaration ?? root;
  const stage = beginningAt(declaration.stages, middle);
  return (stage && beginningAt(stage.touchpoints, inner)) ?? stage ?? declaration;
}

function beginningAt<T extends AstNode>(nodes: readonly T[], offset: number | undefined): T | undefined {
  return offset === undefined ? undefined : nodes.find(({ $cstNode }) => $cstNode?.offset === offset);
}

/** What most of the letters are, so that units and samples fit what stands around them; undefined while only keywords are there. */
function writtenLocale(document: JourneyDocument): Locale | undefined {
  const { value: root } = document.parseResult;
  if (!locales.has(root)) {
    const text = document.textDocument.getText();
    // A sign of Japanese says as much as a short English word.
    const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
    const isWritten = japanese > 0 || /"[^"]*\p{L}/u.test(text);
    locales.set(root, isWritten ? (japanese * 8 > text.length ? 'ja' : 'en') : undefined);
  }
  return locales.get(root);
}

const locales = new WeakMap<AstNode, Locale | undefined>();
