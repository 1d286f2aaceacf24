import { CstUtils, isLeafCstNode } from 'langium';
import type { Range } from '../../model/place.ts';
import { resolveImport } from '../imports.ts';
import type { JourneyDocument, JourneyWorkspace } from '../workspace/journey-workspace.ts';
import { writtenFor } from '../lowering/source.ts';

/** A piece of text that leads somewhere else. */
export interface Link {
  readonly range: Range;
  readonly target: string;
  readonly kind: 'file' | 'web';
}

/** Imports of files that are there, and web addresses in texts. Nothing else: a document must not make anybody run something. */
export function linksOf(workspace: JourneyWorkspace, document: JourneyDocument): readonly Link[] {
  return [...importLinks(workspace, document), ...webLinks(document)];
}

function importLinks(workspace: JourneyWorkspace, document: JourneyDocument): readonly Link[] {
  return document.parseResult.value.imports.flatMap((node) => {
    const path = writtenFor(node, 'path');
    const target = path && resolveImport(document.uri.toString(), node.path ?? '');
    if (path === undefined || target === undefined || workspace.document(target) === undefined) return [];
    const { start, end } = path.range;
    // The quotes are not part of what is underlined, unless one is missing.
    const quotes = /^".*"$/s.test(path.text) ? 1 : 0;
    const range = {
      start: { line: start.line, character: start.character + quotes },
      end: { line: end.line, character: end.character - quotes },
    };
    return { range, target, kind: 'file' };
  });
}

/** Up to what cannot be in an address, or is more likely the end of the sentence around it. */
const ADDRESS = /https?:\/\/[^\s"<>「」『』（）、。]*[^\s"<>「」『』（）、。.,;:!?'\])}]/giu;

function webLinks({ parseResult: { value: root }, textDocument }: JourneyDocument): readonly Link[] {
  if (root.$cstNode === undefined || !textDocument.getText().includes('://')) return [];
  const links: Link[] = [];
  for (const leaf of CstUtils.flattenCst(root.$cstNode)) {
    if (!isLeafCstNode(leaf) || leaf.hidden || leaf.tokenType.name !== 'STRING') continue;
    for (const { 0: target, index } of leaf.text.matchAll(ADDRESS)) {
      const start = textDocument.positionAt(leaf.offset + index);
      const end = textDocument.positionAt(leaf.offset + index + target.length);
      links.push({ range: { start, end }, target, kind: 'web' });
    }
  }
  return links;
}
