import { join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { resolveImport } from '../../language/imports.ts';
import type { FileAccess } from '../../language/workspace/file-access.ts';
import type { Text } from '../../model/text.ts';
import { fileUri } from '../inputs.ts';
import type { Read } from '../files/read.ts';
import type { Git } from './git.ts';
import type { Tree } from './trees.ts';

/** The files of a tree as if they lay where the working tree lies. */
export function treeFiles(git: Git, tree: Tree): FileAccess {
  return {
    read: (uri) => tree.get(treePath(git, uri)) ?? { absence: 'missing', reason: missing },
    list: (folder) => [...tree.keys()].map((path) => treeUri(git, path)).filter((uri) => isIn(uri, folder)),
  };
}

/** The URI that a file of a tree has in the working tree. */
export function treeUri({ root }: Git, path: string): string {
  return fileUri(join(root, path));
}

/** The path of a file in the repository, with forward slashes. */
export function treePath({ root }: Git, uri: string): string {
  return relative(root, URI.parse(uri).fsPath).split(sep).join('/');
}

/**
 * The files that differ between two trees, and those that import one of them, directly or through others: findings about
 * these can differ as well. Imports are read by their look alone, so a few files too many may be named, never too few.
 */
export function affectedFiles(git: Git, before: Tree, after: Tree): ReadonlySet<string> {
  const affected = new Set(
    [...before.keys(), ...after.keys()].filter((path) => textOf(before.get(path)) !== textOf(after.get(path))),
  );
  const importers = new Map<string, Set<string>>();
  for (const tree of [before, after]) {
    for (const [path, read] of tree) {
      for (const target of importsIn(git, path, textOf(read) ?? '')) {
        importers.set(target, (importers.get(target) ?? new Set()).add(path));
      }
    }
  }
  // A set grows while it is walked over.
  for (const path of affected) for (const importer of importers.get(path) ?? []) affected.add(importer);
  return affected;
}

const importLine = /^[\s\u3000]*import[\s\u3000]*"([^"\n]*)"/gm;

function importsIn(git: Git, path: string, text: string): readonly string[] {
  return Array.from(text.matchAll(importLine)).flatMap(([, written = '']) => {
    const target = resolveImport(treeUri(git, path), written);
    return target === undefined ? [] : [treePath(git, target)];
  });
}

function textOf(read: Read | undefined): string | undefined {
  return read !== undefined && 'text' in read ? read.text : undefined;
}

const missing: Text = { en: 'no such file', ja: 'ファイルがありません' };

function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`) && !uri.slice(folder.length + 1).includes('/');
}
