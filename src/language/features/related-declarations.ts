import { type AstNode, AstUtils } from 'langium';
import type { Range } from '../../model/place.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import { isJourneyReference, type JourneyReference } from '../linking/reference.ts';
import { uriOf } from '../scope/places.ts';
import { extentOf } from './occurrences.ts';

/**
 * What a declaration is of, as a value is of a type: a touchpoint's channels, a persona's segments, the personas that a
 * journey, a question or a barrier is for, the team that answers for anything else.
 */
export function typesOf(node: ast.Named): readonly ast.Named[] {
  return [...new Set(referencesOf(node).flatMap((each) => (isJourneyReference(each) ? (each.ref ?? []) : [])))];
}

/** A place where something is done about a declaration. */
export interface Remedy {
  readonly uri: string;
  /** The touchpoint, action or opportunity that does it. */
  readonly extent: Range;
  /** Where it names the declaration. */
  readonly range: Range;
}

/**
 * Who does something about a barrier, a pain, a need or a question: solves, answers or addresses it; and in the same
 * sense, which actions support a goal and which journey improves another one.
 */
export function remediesOf(node: ast.Named): readonly Remedy[] {
  const index = indexOf(AstUtils.getDocument(node));
  const key = declarationKey(node);
  return index.filesSeeing(uriOf(node)).flatMap((uri) => {
    if (index.notes(uri)?.uses.names(key) === false) return [];
    return (index.loaded(uri)?.references ?? []).flatMap((reference) => {
      if (!isJourneyReference(reference) || !REMEDIES.has(reference.property) || reference.ref !== node) return [];
      const { $refNode: words, container } = reference;
      return words === undefined ? [] : { uri, extent: extentOf(container), range: words.range };
    });
  });
}

/** Statements that say so. */
const REMEDIES: ReadonlySet<string> = new Set(['solves', 'answers', 'addresses', 'supports', 'improves']);

function referencesOf(node: ast.Named): readonly unknown[] {
  switch (node.$type) {
    case 'Touchpoint': {
      const { channels } = node as ast.Touchpoint;
      return channels.length > 0 ? channels : ownersAround(node);
    }
    case 'Persona':
      return (node as ast.Persona).segments;
    case 'Journey': {
      const { personas, targets } = node as ast.Journey;
      return [...personas, ...targets];
    }
    case 'Question':
    case 'Barrier':
      return (node as ast.Question | ast.Barrier).personas;
    default:
      return ownersAround(node);
  }
}

/** Its own owner, or that of the nearest block around it that names one. */
function ownersAround(node: AstNode): readonly JourneyReference[] {
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container) {
    const { owners = [] } = each as { readonly owners?: readonly unknown[] };
    if (owners.length > 0) return owners.filter(isJourneyReference);
  }
  return [];
}
