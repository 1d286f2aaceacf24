import type { TextEdit } from '../../model/finding.ts';
import { importPath, resolveImport } from '../imports.ts';
import { JOURNEY_EXTENSION } from '../journey-extension.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { writtenFor } from '../lowering/source.ts';

/** A file or folder that gets another place. URIs in the form of `URI.toString`, those of folders without a slash at the end. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** Where a file is after all renames. */
export function placeAfter(uri: string, renames: readonly FileRename[]): string {
  const rename = renames.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
  return rename === undefined ? uri : rename.to + uri.slice(rename.from.length);
}

/** What must change in a document, which still is where it was, so that its imports lead to the same files afterwards. */
export function importsAfter(document: JourneyDocument, renames: readonly FileRename[]): readonly TextEdit[] {
  const uri = document.uri.toString();
  const own = placeAfter(uri, renames);
  return document.parseResult.value.imports.flatMap((node): TextEdit[] => {
    const range = writtenFor(node, 'path')?.range;
    const target = resolveImport(uri, node.path ?? '');
    if (range === undefined || target === undefined) return [];
    const next = placeAfter(target, renames);
    // Under a name that no journey file has, it can no longer be imported; the import tells what it was.
    if (!next.endsWith(JOURNEY_EXTENSION) || resolveImport(own, node.path) === next) return [];
    const path = importPath(own, next);
    const written = node.path.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
    return [{ range, newText: JSON.stringify(written) }];
  });
}
