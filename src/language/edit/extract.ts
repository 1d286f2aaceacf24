import { type AstNode, AstUtils, URI } from 'langium';
import { quoted } from '../../model/phrases.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import type * as ast from '../generated/ast.ts';
import { importPath, resolveImport } from '../imports.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isLibrary } from '../library/library.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { uriOf } from '../scope/places.ts';
import type { TopLevel } from '../scope/symbols.ts';
import type { Change } from './addition.ts';
import { blockOf, cstOf, reindented, withoutBlock } from './block.ts';
import { layoutOf, lineEnd } from './layout.ts';
import { type Planned, Planner } from './plan.ts';
import { brokenRefusal } from './refusals.ts';

/** URIs of the files to which a shared declaration can be moved: the one for its kind beside this one, and those imported here. */
export function extractTargets(node: TopLevel): readonly string[] {
  const document = AstUtils.getDocument<ast.JourneyFile>(node);
  const own = document.uri.toString();
  const usual = own.slice(0, own.lastIndexOf('/') + 1) + (FILES[node.$type] ?? 'shared.journey');
  const imported = document.parseResult.value.imports.flatMap(({ path }) => resolveImport(own, path ?? '') ?? []);
  const known = imported.filter((uri) => indexOf(document).isLoaded(uri));
  return [...new Set([usual, ...known])].filter((uri) => uri !== own && !isLibrary(uri));
}

const FILES: Readonly<Partial<Record<TopLevel['$type'], string>>> = {
  Persona: 'people.journey',
  Segment: 'people.journey',
  Channel: 'services.journey',
  System: 'services.journey',
  Team: 'services.journey',
};

/**
 * Moves a declaration at the top of a file with its comments to another file, which is made if it is not there. Every file that
 * names it imports the other one from then on, and that one what the declaration itself names.
 */
export function extractTo(node: TopLevel, target: string): Planned {
  const document = AstUtils.getDocument<ast.JourneyFile>(node);
  const index = indexOf(document);
  const home = document.uri.toString();
  const other = index.document(URI.parse(target)) as JourneyDocument | undefined;
  const refusal = brokenRefusal(document, [node]) ?? takenRefusal(node, other);
  if (refusal !== undefined) return { refusal };

  const layout = layoutOf(document.textDocument);
  const block = blockOf(node, document, layout);
  const written = reindented(block, node, [], '', layout);
  const planner = new Planner().add(document, withoutBlock(block, layout));
  for (const uri of index.filesSeeing(home)) {
    if (index.notes(uri)?.uses.names(declarationKey(node)) === false) continue;
    const user = index.document(URI.parse(uri)) as JourneyDocument | undefined;
    if (user === undefined || uri === target || !names(user, node)) continue;
    planner.add(user, ...importing(user, [target]));
  }
  const needed = filesNamedIn(document, node).filter((uri) => uri !== target);
  if (other === undefined) {
    const imports = needed.map((uri) => `import ${JSON.stringify(importPath(target, uri))}${layout.eol}`);
    const head = imports.length === 0 ? '' : imports.join('') + layout.eol;
    return planner.create(target, head + written + layout.eol).plan();
  }
  const { text, eol } = layoutOf(other.textDocument);
  const end = text.trimEnd().length;
  const lines = written.replaceAll(/\r\n|\n|\r/g, eol);
  const added = { start: end, end, newText: (end === 0 ? '' : eol + eol) + lines + (end === text.length ? eol : '') };
  return planner.add(other, ...importing(other, needed), added).plan();
}

/** Adds imports that are not there, behind the last one or at the very top. */
function importing(document: JourneyDocument, targets: readonly string[]): readonly Change[] {
  const uri = document.uri.toString();
  const { imports } = document.parseResult.value;
  const known = new Set(imports.map(({ path }) => resolveImport(uri, path ?? '')));
  const missing = [...new Set(targets)].filter((target) => !known.has(target) && target !== uri);
  if (missing.length === 0) return [];
  const { text, eol } = layoutOf(document.textDocument);
  const lines = missing.map((target) => `import ${JSON.stringify(importPath(uri, target))}`);
  const last = imports.at(-1);
  const start = last === undefined ? (text.startsWith('\uFEFF') ? 1 : 0) : lineEnd(text, cstOf(last).end);
  const newText =
    last === undefined ? lines.map((line) => line + eol).join('') + eol : lines.map((line) => eol + line).join('');
  return [{ start, end: start, newText }];
}

/** Whether something in a document, outside of the declaration, names the declaration or a part of it. */
function names({ references }: JourneyDocument, node: TopLevel): boolean {
  return references.some((reference) => {
    if (!isJourneyReference(reference) || isWithin(reference.container, node)) return false;
    const named = reference.found?.node;
    return named !== undefined && isWithin(named, node);
  });
}

/** The files of what the declaration names. */
function filesNamedIn({ references }: JourneyDocument, node: TopLevel): readonly string[] {
  const uris = references.flatMap((reference) => {
    if (!isJourneyReference(reference) || !isWithin(reference.container, node)) return [];
    const named = reference.found?.node;
    return named === undefined || isWithin(named, node) || isLibrary(uriOf(named)) ? [] : [uriOf(named)];
  });
  return [...new Set(uris)];
}

function isWithin(inner: AstNode, outer: TopLevel): boolean {
  for (let node: AstNode | undefined = inner; node !== undefined; node = node.$container) {
    if (node === outer) return true;
  }
  return false;
}

function takenRefusal(node: TopLevel, other: JourneyDocument | undefined): { en: string; ja: string } | undefined {
  const isTaken = other?.parseResult.value.declarations.some(
    (each) => each.$type === node.$type && each.name === node.name,
  );
  if (isTaken !== true) return undefined;
  const name = quoted(node.name);
  return {
    en: `The file declares ${name.en} already.`,
    ja: `移動先のファイルではすでに${name.ja}が宣言されています。`,
  };
}
