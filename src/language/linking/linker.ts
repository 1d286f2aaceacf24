import {
  type AstNode,
  AstUtils,
  Cancellation,
  type CstNode,
  DefaultLinker,
  DocumentState,
  interruptAndCheck,
  isAstNode,
  type LangiumCoreServices,
  type LangiumDocument,
  type Reference,
} from 'langium';
import { SHOWN_WORDS } from '../../model/words.ts';
import { type Feeling, type JourneyFile, JourneyLanguageAstReflection } from '../generated/ast.ts';
import { asReference, isJourneyReference, JourneyReference, type Link } from './reference.ts';
import { syntaxReportOf } from '../parser/journey-parser.ts';
import { isReleasable } from '../workspace/releasable-document.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { resolve, type Sought } from '../scope/resolver.ts';
import type { VisibleDeclarations } from '../scope/visible.ts';

/** Connects names with what they mean. A word that a place allows besides declared names is not an error. */
export class JourneyLinker extends DefaultLinker {
  readonly #look: (reference: JourneyReference) => Link | undefined;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.#look = (reference) => this.#lookUp(reference);
  }

  override buildReference(node: AstNode, property: string, refNode: CstNode | undefined, refText: string): Reference {
    return asReference(new JourneyReference(node, property, refNode, refText, this.#look));
  }

  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    const references = referencesIn(document);
    for (let first = 0; first < references.length; first += namesInARow) {
      // Seldom, but often enough to stay responsive: waiting for every name costs more than linking.
      await interruptAndCheck(cancelToken);
      this.#linkAll(document, references.slice(first, first + namesInARow));
    }
  }

  override unlink(document: LangiumDocument): void {
    for (const reference of lookedUpIn(document)) {
      if (isJourneyReference(reference)) reference.link = undefined;
    }
    document.references = [];
  }

  #linkAll(document: LangiumDocument, references: readonly JourneyReference[]): void {
    const visible = visibleDeclarations(document as LangiumDocument<JourneyFile>);
    const looked = lookedUpIn(document);
    for (const reference of references) {
      if (reference.link !== undefined) continue;
      reference.link = this.#linkOf(reference, visible);
      looked.push(asReference(reference));
    }
  }

  #lookUp(reference: JourneyReference): Link | undefined {
    const document = AstUtils.findRootNode(reference.container).$document as LangiumDocument<JourneyFile> | undefined;
    // What is imported may not be there yet, and a tree without a document sees nothing.
    if (document === undefined || document.state < DocumentState.ComputedScopes) return undefined;
    reference.link = this.#linkOf(reference, visibleDeclarations(document));
    lookedUpIn(document).push(asReference(reference));
    return reference.link;
  }

  #linkOf(reference: JourneyReference, visible: VisibleDeclarations): Link {
    const { container, property, $refText } = reference;
    const found = resolve(visible, container, soughtBy(reference), $refText);
    if (found !== undefined) return found;
    if (allowsWord(reference)) return 'word';
    return this.createLinkingError({ reference: asReference(reference), container, property });
  }
}

/** The names that have been looked up, without looking for more. */
function lookedUpIn(document: LangiumDocument): LangiumDocument['references'] {
  return isReleasable(document) ? document.looked : document.references;
}

/** Looks up all names of a document at once; gives them in the order of the text. */
export function linkNow(document: LangiumDocument): LangiumDocument['references'] {
  return referencesIn(document).flatMap((reference) => {
    void reference.ref;
    return reference.link === undefined ? [] : [asReference(reference)];
  });
}

/** How many names are looked up before somebody else may want something. */
const namesInARow = 200;

/** All names of a document that refer to something, in the order of the text. */
function referencesIn({ parseResult }: LangiumDocument): readonly JourneyReference[] {
  const references: readonly unknown[] = syntaxReportOf(parseResult)?.references ?? [];
  return references.filter(isJourneyReference);
}

/** What kind of thing a reference is meant to name. */
export function soughtBy(reference: JourneyReference): Sought {
  const { container, property } = reference;
  return reflection.getReferenceType({ reference: asReference(reference), container, property }) as Sought;
}

const reflection = new JourneyLanguageAstReflection();

/** Whether the place of the reference takes a word that nobody declares. */
function allowsWord(reference: JourneyReference): boolean {
  const { container, property, $refText } = reference;
  if (container.$type === 'Feeling') return property === 'emotion' && (container as Feeling).value !== undefined;
  return container.$type === 'ShownItem' && !saysFact(reference) && Object.hasOwn(SHOWN_WORDS, $refText);
}

/** Whether the author says that a fact is meant, as in `shows fact price`, so that a word of information will not do. */
export function saysFact({ container, $refNode }: JourneyReference): boolean {
  return container.$cstNode !== undefined && container.$cstNode.offset !== $refNode?.offset;
}

/** Calls back for every reference in a declaration, of a node before those of its parts. */
export function forEachReference(node: AstNode, callback: (reference: JourneyReference) => void): void {
  for (const key of Object.keys(node)) {
    // Langium's own properties lead out of the node.
    if (key.charCodeAt(0) === DOLLAR) continue;
    const value = (node as unknown as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== 'object') continue;
    if (!Array.isArray(value)) visit(value, callback);
    else for (const item of value) if (typeof item === 'object') visit(item, callback);
  }
}

const DOLLAR = 36;

function visit(value: unknown, callback: (reference: JourneyReference) => void): void {
  if (isJourneyReference(value)) callback(value);
  else if (isAstNode(value)) forEachReference(value, callback);
}
