import type { AstNode } from 'langium';
import type { Locale } from '../../../model/text.ts';
import { declarationKey } from '../../scope/declaration-key.ts';
import type * as ast from '../../generated/ast.ts';
import { indexOf } from '../../workspace/index-manager.ts';
import type { JourneyDocument } from '../../workspace/journey-workspace.ts';
import { isJourneyReference } from '../../linking/reference.ts';
import { uriOf } from '../../scope/places.ts';
import { hasName } from '../../scope/symbols.ts';
import { titleOfNode } from './fact-values.ts';

/** Where a declaration is named. */
export interface Uses {
  readonly count: number;
  /** Titles of the touchpoints and other declarations that name it, in the order of the text without repeats: the first ones. */
  readonly by: readonly string[];
}

/**
 * Where a declaration is named, in all files that can see it; those of the document first.
 *
 * @param most so many titles are looked for
 */
export function usesOf(node: ast.Named, document: JourneyDocument, locale: Locale, most: number): Uses {
  const index = indexOf(document);
  const own = document.uri.toString();
  const key = declarationKey(node);
  const uris = index.filesSeeing(uriOf(node)).toSorted((a, b) => Number(b === own) - Number(a === own));
  const by = new Set<string>();
  let count = 0;
  for (const uri of uris) {
    const noted = index.notes(uri)?.uses.count(key);
    count += noted ?? 0;
    if (noted === 0 || (noted !== undefined && by.size >= most)) continue;
    for (const reference of index.loaded(uri)?.references ?? []) {
      if (!isJourneyReference(reference) || reference.ref !== node) continue;
      if (noted === undefined) count++;
      const user = namedAround(reference.container);
      if (user !== undefined && by.size < most) by.add(titleOfNode(user, locale));
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
