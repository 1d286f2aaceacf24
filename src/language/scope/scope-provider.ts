import {
  type AstNodeDescription,
  AstUtils,
  DefaultScopeComputation,
  EMPTY_STREAM,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type LocalSymbols,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  type Stream,
  stream,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import { describe } from './descriptions.ts';
import { names, resolve, type Sought } from './resolver.ts';
import type { VisibleDeclarations } from './visible.ts';

/** What a document can name: its own declarations, those that it imports and the library's, nearest first. */
export function visibleDeclarations(document: LangiumDocument<ast.JourneyFile>): VisibleDeclarations {
  return indexOf(document).visibleDeclarations(document);
}

/** Answers Langium's questions about names from what a document can see; there is no global scope. */
export class JourneyScopeProvider implements ScopeProvider {
  readonly #shared: LangiumSharedCoreServices;

  constructor(services: { readonly shared: LangiumSharedCoreServices }) {
    this.#shared = services.shared;
  }

  getScope(context: ReferenceInfo): Scope {
    const document = AstUtils.getDocument<ast.JourneyFile>(context.container);
    const visible = visibleDeclarations(document);
    const sought = this.#shared.AstReflection.getReferenceType(context) as Sought;
    const all = (): Stream<AstNodeDescription> =>
      stream(names(visible, context.container, sought)).map(({ name, node }) => describe(node, name));
    const get = (name: string): AstNodeDescription[] => {
      const found = resolve(visible, context.container, sought, name);
      return found === undefined ? [] : [found.node, ...found.rivals].map((node) => describe(node, name));
    };
    return { getElement: (name) => get(name)[0], getElements: (name) => stream(get(name)), getAllElements: all };
  }
}

/** Files are read into the index as they are, and names are looked up in them directly: nothing to compute beforehand. */
export class JourneyScopeComputation extends DefaultScopeComputation {
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return { has: () => false, getStream: () => EMPTY_STREAM };
  }
}
