import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importTarget } from '../imports.ts';
import { writtenFor } from '../lowering/source.ts';
import { fileOf, uriOf } from '../scope/places.ts';
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
import { type Found, isJourneyReference } from './reference.ts';

/** What is wrong with the imports of a document. */
export function importProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  const index = indexOf(document);
  const uri = document.uri.toString();
  const seen = new Map<string, Written>();
  const { imports } = document.parseResult.value;
  const usedFiles = imports.length === 0 ? undefined : filesUsedBy(document);
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
        return fileProblems(index, uri, written, target.uri, usedFiles);
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
  usedFiles: ReadonlySet<string> | undefined,
): readonly LinkProblem[] {
  if (!index.mayImport(uri, target)) return [outsideWorkspace(written)];
  const symbols = index.symbols(target);
  if (symbols !== undefined) {
    return usedFiles === undefined || usedFiles.has(target) || actsUnnamed(symbols.root, target, uri)
      ? []
      : [unused(uri, written)];
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

/** The files that hold something which a name in the document means; undefined when mistakes may hide some names. */
function filesUsedBy(document: LangiumDocument<ast.JourneyFile>): ReadonlySet<string> | undefined {
  const { lexerErrors, parserErrors } = document.parseResult;
  if (lexerErrors.length + parserErrors.length > 0) return undefined;
  // Names that occur again and again share what they mean.
  const meanings = new Set<Found>();
  for (const reference of document.references) {
    if (reference.error !== undefined) return undefined;
    if (isJourneyReference(reference) && reference.found !== undefined) meanings.add(reference.found);
  }
  const roots = new Set<ast.JourneyFile>();
  for (const { node, rivals } of meanings) {
    roots.add(fileOf(node));
    for (const rival of rivals) roots.add(fileOf(rival));
  }
  return new Set([...roots].map(uriOf));
}

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
