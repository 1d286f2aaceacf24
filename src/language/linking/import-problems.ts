import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importTarget } from '../imports.ts';
import { writtenFor } from '../lowering/source.ts';
import { uriOf } from '../scope/places.ts';
import { indexOf, type JourneyIndexManager } from '../workspace/index-manager.ts';
import {
  absolute,
  importedTwice,
  importsItself,
  isFolder,
  missing,
  noPath,
  notJourney,
  outsideWorkspace,
  unreadable,
  unused,
  type Written,
} from './import-messages.ts';
import type { LinkProblem } from './problem.ts';
import { isJourneyReference } from './reference.ts';

/** What is wrong with the imports of a document. */
export function importProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  const index = indexOf(document);
  const uri = document.uri.toString();
  const seen = new Map<string, Written>();
  const { imports } = document.parseResult.value;
  const unusedFiles = filesUnusedBy(document);
  return imports.flatMap((node) => {
    const range = writtenFor(node, 'path')?.range;
    const statement = node.$cstNode?.range;
    // Without a path the parser has said that one is missing.
    if (range === undefined || statement === undefined) return [];
    const written: Written = { path: node.path, range, statement };
    const target = importTarget(uri, node.path);
    switch (target.kind) {
      case 'empty':
        return [noPath(written)];
      case 'absolute':
        return [absolute(written)];
      case 'folder':
        return [isFolder(index, uri, written, target.uri)];
      case 'otherFile':
        return [notJourney(index, uri, written, target.uri)];
      case 'file': {
        if (target.uri === uri) return [importsItself(uri, written)];
        const first = seen.get(target.uri);
        if (first !== undefined) return [importedTwice(uri, written, first)];
        seen.set(target.uri, written);
        return fileProblems(index, uri, written, target.uri, unusedFiles.has(target.uri));
      }
      default:
        return target satisfies never;
    }
  });
}

function fileProblems(
  index: JourneyIndexManager,
  uri: string,
  written: Written,
  target: string,
  isUnused: boolean,
): readonly LinkProblem[] {
  if (!index.mayImport(uri, target)) return [outsideWorkspace(written)];
  const symbols = index.symbols(target);
  if (symbols !== undefined) {
    return isUnused && !actsUnnamed(symbols.root, target, uri) ? [unused(uri, written)] : [];
  }
  switch (index.fileNames.absence(target)) {
    case 'folder':
      return [isFolder(index, uri, written, target)];
    case 'unreadable':
      return [unreadable(written)];
    default:
      return [missing(index, uri, written, target)];
  }
}

/** The files that are imported although no name in the document means something in them; none when mistakes may hide some names. */
function filesUnusedBy(document: LangiumDocument<ast.JourneyFile>): ReadonlySet<string> {
  const { lexerErrors, parserErrors } = document.parseResult;
  if (lexerErrors.length + parserErrors.length > 0) return none;
  const left = new Set(indexOf(document).importsOf(document.uri.toString()));
  for (const reference of document.references) {
    // Mostly the first few names have shown that each import is needed.
    if (left.size === 0) break;
    if (reference.error !== undefined) return none;
    if (!isJourneyReference(reference) || reference.found === undefined) continue;
    const { node, rivals } = reference.found;
    left.delete(uriOf(node));
    for (const rival of rivals) left.delete(uriOf(rival));
  }
  return left;
}

const none: ReadonlySet<string> = new Set();

/** Whether an imported file says something about the file that imports it without being named there. */
function actsUnnamed(root: ast.JourneyFile, imported: string, importer: string): boolean {
  return (
    root.declarations.some(
      (declaration) =>
        declaration.$type === 'Handover' ||
        declaration.$type === 'Action' ||
        declaration.$type === 'Experiment' ||
        // What is imported to be compared with.
        (declaration.$type === 'Journey' && declaration.kinds.includes('competitor')),
    ) ||
    root.imports.some(({ path }) => {
      const target = importTarget(imported, path ?? '');
      return target.kind === 'file' && target.uri === importer;
    })
  );
}
