import { type AstNode, URI } from 'langium';
import type { Locale } from '../../../model/text.ts';
import type * as ast from '../../generated/ast.ts';
import { indexOf } from '../../index-manager.ts';
import type { JourneyDocument } from '../../journey-workspace.ts';
import { isJourneyReference } from '../../linker-reference.ts';
import { uriOf } from '../../scope-places.ts';
import { hasName } from '../../scope-symbols.ts';
import { titleOfNode } from './facts.ts';

/** Where a declaration is named. */
export interface Uses {
  readonly count: number;
  /** Titles of the touchpoints and other declarations that name it, in the order of the text without repeats. */
  readonly by: readonly string[];
}

/** Where a declaration is named, in all files that can see it; those of the document first. */
export function usesOf(node: ast.Named, document: JourneyDocument, locale: Locale): Uses {
  const index = indexOf(document);
  const own = document.uri.toString();
  const uris = index.filesSeeing(uriOf(node)).toSorted((a, b) => Number(b === own) - Number(a === own));
  const by = new Set<string>();
  let count = 0;
  for (const uri of uris) {
    for (const reference of index.document(URI.parse(uri))?.references ?? []) {
      if (!isJourneyReference(reference) || reference.ref !== node) continue;
      count++;
      const user = namedAround(reference.container);
      if (user !== undefined) by.add(titleOfNode(user, locale));
    }
  }
  return { count, by: [...by] };
}

function namedAround(node: AstNode): ast.Named | undefined {
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container) {
    if ('name' in each && hasName(each as ast.Named)) return each as ast.Named;
  }
  return undefined;
}
