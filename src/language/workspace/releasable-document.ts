import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  DocumentState,
  type LangiumDocument,
  type LocalSymbols,
  type Mutable,
  type MultiReference,
  type ParseResult,
  type Reference,
  TextDocument,
  type URI,
} from 'langium';
import type { FileNotes } from './file-notes.ts';
import { JourneyParser } from '../parser/journey-parser.ts';

/** What makes the content of a document again, and what takes part in it. */
export interface Restoring {
  /** The text of a file as it is now. */
  readonly read: (uri: string) => string;
  /** The content is there again. */
  readonly restored: (document: ReleasableDocument) => void;
  /** Looks up all names of a document; gives them in the order of the text. */
  readonly link: (document: ReleasableDocument) => (Reference | MultiReference)[];
}

/**
 * A document whose text and tree can be let go, and are made again when somebody asks for them. A tree takes twenty times the
 * memory of its text, and most files of a workspace are looked at once.
 */
export class ReleasableDocument<T extends AstNode = AstNode> implements LangiumDocument<T> {
  readonly uri: URI;
  state: DocumentState = DocumentState.Parsed;
  localSymbols?: LocalSymbols;
  diagnostics?: NonNullable<LangiumDocument['diagnostics']>;
  /** What is known of it while the content is let go; missing when nobody has noted it, or it has changed since. */
  notes: FileNotes | undefined;
  #content: Content<T> | undefined;
  #references: (Reference | MultiReference)[] = [];
  /** Whether every name has been looked up since the content was made again. */
  #isLinked = true;
  /** Tells whether the text is another one when it is read again. */
  readonly #parse: (text: string) => ParseResult<T>;
  readonly #restoring: Restoring;

  /** Without content it is one that was let go; then the notes are what is known of it. */
  constructor(
    uri: URI,
    content: Content<T> | undefined,
    parse: (text: string) => ParseResult<T>,
    restoring: Restoring,
  ) {
    this.uri = uri;
    this.#content = content;
    this.#parse = parse;
    this.#restoring = restoring;
    if (content !== undefined) own(content, this);
  }

  get parseResult(): ParseResult<T> {
    return this.#there().parseResult;
  }

  get textDocument(): TextDocument {
    return this.#there().textDocument;
  }

  get references(): (Reference | MultiReference)[] {
    this.#there();
    if (!this.#isLinked) {
      this.#isLinked = true;
      this.#references = this.#restoring.link(this);
    }
    return this.#references;
  }

  set references(references: (Reference | MultiReference)[]) {
    this.#references = references;
    this.#isLinked = true;
    // Whoever sets them looks the names up anew.
    this.notes = undefined;
  }

  /** The names that have been looked up so far. */
  get looked(): (Reference | MultiReference)[] {
    return this.#references;
  }

  /** Whether the content has been let go. */
  get isReleased(): boolean {
    return this.#content === undefined;
  }

  /** Takes another content. */
  replace(content: Content<T>): void {
    this.#content = content;
    own(content, this);
  }

  /** Lets the content go. Nothing that stays may hold on to a node of it. */
  release(): void {
    if (this.#content === undefined) return;
    this.#content = undefined;
    this.#references = [];
  }

  #there(): Content<T> {
    if (this.#content !== undefined) return this.#content;
    const text = this.#restoring.read(this.uri.toString());
    const content = contentOf(this.uri, text, this.#parse(text));
    this.replace(content);
    this.#isLinked = this.state < DocumentState.Linked;
    this.#restoring.restored(this);
    return content;
  }
}

interface Content<T extends AstNode> {
  readonly parseResult: ParseResult<T>;
  readonly textDocument: TextDocument;
}

/** Makes documents that can be released. */
export class ReleasableDocumentFactory extends DefaultLangiumDocumentFactory {
  /** Set by the workspace, which reads the files. */
  restoring: Restoring = { read: () => '', restored: () => undefined, link: () => [] };

  /** A document whose tree was never made: all that must be known of it is noted. */
  released<T extends AstNode>(uri: URI, notes: FileNotes): ReleasableDocument<T> {
    const document = new ReleasableDocument<T>(uri, undefined, (text) => this.parse<T>(uri, text), this.restoring);
    document.state = DocumentState.IndexedReferences;
    document.notes = notes;
    return document;
  }

  protected override createLangiumDocument<T extends AstNode = AstNode>(
    parseResult: ParseResult<T>,
    uri: URI,
    textDocument?: TextDocument,
    text = '',
  ): LangiumDocument<T> {
    const content = textDocument === undefined ? contentOf(uri, text, parseResult) : { parseResult, textDocument };
    return new ReleasableDocument<T>(uri, content, (again) => this.parse<T>(uri, again), this.restoring);
  }

  override async update<T extends AstNode = AstNode>(
    document: Mutable<LangiumDocument<T>>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<LangiumDocument<T>> {
    if (!isReleasable<T>(document)) return super.update(document, cancelToken);
    const { uri } = document;
    const text = await this.fileSystemProvider.readFile(uri);
    // Many events about a file leave its text as it is.
    if (document.isReleased || document.textDocument.getText() !== text) {
      document.replace(contentOf(uri, text, this.#parseAgain(document, text)));
      document.notes = undefined;
    }
    document.state = DocumentState.Parsed;
    return document;
  }

  /** What was made of the text before goes into what is made of the new one. */
  #parseAgain<T extends AstNode>(document: ReleasableDocument<T>, text: string): ParseResult<T> {
    const { LangiumParser: parser } = this.serviceRegistry.getServices(document.uri).parser;
    return document.isReleased || !(parser instanceof JourneyParser)
      ? this.parse<T>(document.uri, text)
      : parser.parseAgain<T>(text, document.parseResult);
  }
}

export function isReleasable<T extends AstNode>(document: LangiumDocument<T>): document is ReleasableDocument<T> {
  return document instanceof ReleasableDocument;
}

/** What is noted of a document whose tree is let go; undefined when its tree must be asked. */
export function notesInstead(document: LangiumDocument): FileNotes | undefined {
  return isReleasable(document) && document.isReleased ? document.notes : undefined;
}

function contentOf<T extends AstNode>(uri: URI, text: string, parseResult: ParseResult<T>): Content<T> {
  return { parseResult, textDocument: TextDocument.create(uri.toString(), 'journey', 0, text) };
}

function own<T extends AstNode>({ parseResult }: Content<T>, document: LangiumDocument<T>): void {
  (parseResult.value as Mutable<AstNode>).$document = document;
}
