import { type Connection, type Diagnostic, PublishDiagnosticsNotification } from 'vscode-languageserver';
import { compareFindings } from '../formats/report.ts';
import { type DocumentFindings, findingsOf } from '../language/findings.ts';
import type { JourneyDocument, JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import { isLibrary } from '../language/library/library.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import { type Configurations, isConfiguration } from './configurations.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { KnownFiles } from './known-files.ts';
import { isResultFile, type Measurements } from './measurements.ts';
import type { OpenTexts } from './open-texts.ts';
import { ReadyDiagnostics } from './ready-diagnostics.ts';
import { nothingTold, Told } from './told.ts';

export interface FindingsOptions {
  readonly connection: Connection;
  readonly workspace: JourneyWorkspace;
  readonly configurations: Configurations;
  readonly measurements: Measurements;
  readonly known: KnownFiles;
  readonly open: OpenTexts;
  readonly locale: Locale;
  /** Whether the client is told by itself, or asks. */
  readonly pushes: boolean;
  /** Where the client can read on about a code. */
  readonly pageOf: (code: string) => string | undefined;
  readonly failed: (error: unknown) => void;
}

/** What is found in the files, and what the client knows of it. */
export class Findings {
  readonly #options: FindingsOptions;
  /** Files whose findings may differ from what the client knows. */
  readonly #stale = new Set<string>();
  /** Those of them that the client waits to be told about, because it has sent them. */
  readonly #new = new Set<string>();
  readonly #told = new Map<string, Told>();
  /** Those of them that depend on what all other files declare. */
  readonly #doubtful = new Set<string>();
  readonly #found = new WeakMap<JourneyDocument, Found>();
  /** What was last found in a file, whatever has changed since. */
  readonly #foundBefore = new WeakMap<JourneyDocument, readonly Finding[]>();
  readonly #onTold: ((uri: string, isOther: () => boolean) => void)[] = [];
  /** What the doubts about names were last cleared at. */
  #namesVersion = 0;

  constructor(options: FindingsOptions) {
    this.#options = options;
  }

  /** URIs of everything that findings are reported for: journeys, configurations and results. */
  get reported(): readonly string[] {
    const { workspace, configurations, measurements } = this.#options;
    return [...workspace.documents.map(({ uri }) => uri.toString()), ...configurations.known, ...measurements.known];
  }

  /** URIs of the files that the client must be told about anew, if it is something else. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  /** What is found in these files may be something else now. */
  doubt(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.#stale.add(uri);
      const document = this.#options.workspace.document(uri);
      if (document !== undefined) this.#found.delete(document);
    }
  }

  /** Nothing has been said about a file so far: it may have been there because another one imports it. */
  mention(uri: string): void {
    this.#stale.add(uri);
  }

  /** There is another version of a file, about which the client is told in any case. */
  renew(uri: string): void {
    this.#new.add(uri);
    this.doubt([uri]);
  }

  /** Whether the client waits to be told about a version that it has sent. */
  isNew(uri: string): boolean {
    return this.#new.has(uri);
  }

  /** What is said about a name that leads nowhere depends on what all other files declare: where it could be imported from. */
  doubtNames(): void {
    const { namesVersion } = this.#options.workspace;
    if (namesVersion === this.#namesVersion) return;
    this.#namesVersion = namesVersion;
    this.doubt(this.#doubtful);
  }

  /** Calls back when it is known anew what is to be said about a file, and whether that is something else than before. */
  onTold(callback: (uri: string, isOther: () => boolean) => void): void {
    this.#onTold.push(callback);
  }

  /** Everything that is to be said about a document, as `journey check` says it. Computed once for a version of it. */
  of(document: JourneyDocument): readonly Finding[] {
    const known = this.#found.get(document);
    const tree = document.parseResult.value;
    if (known?.tree === tree) return known.findings;
    const uri = document.uri.toString();
    const options = this.#options.configurations.of(uri);
    const measured = this.#options.measurements.of(uri);
    const all = options && findingsOf(document, { ...options, measured });
    const findings = all === undefined ? [] : all.findings.toSorted(compareFindings);
    this.#found.set(document, { tree, findings, all });
    this.#foundBefore.set(document, findings);
    return findings;
  }

  /**
   * The same at once: as it was found in the text before, while nobody has looked through the new one. It is told later what is
   * found there.
   */
  soFar(document: JourneyDocument): readonly Finding[] {
    const known = this.#found.get(document);
    const isCurrent = known?.tree === document.parseResult.value;
    return (isCurrent ? undefined : this.#foundBefore.get(document)) ?? this.of(document);
  }

  /** What a client is to be told about a file; nothing about one that is only imported from elsewhere, which is nobody's to mend. */
  diagnostics(uri: string): readonly Diagnostic[] {
    const { locale, pageOf, failed } = this.#options;
    try {
      return this.#in(uri).map((finding) => diagnosticOf(finding, locale, pageOf));
    } catch (error) {
      failed(error);
      return [];
    }
  }

  /** Which diagnostics of a file are known by what was last told; undefined when they may be others now. */
  toldId(uri: string): string | undefined {
    return this.#stale.has(uri) ? undefined : (this.#told.get(uri) ?? nothingTold).id;
  }

  /** Tells the client what is found in a file, unless it knows that already. */
  tell(uri: string): void {
    this.#stale.delete(uri);
    const isNew = this.#new.delete(uri);
    if (isLibrary(uri)) return;
    const { connection, open, pushes } = this.#options;
    const started = performance.now();
    const diagnostics = this.#ready(uri) ?? this.diagnostics(uri);
    // What was looked for by a configuration that nobody has opened: what is wrong in that one is told, too.
    for (const configuration of this.#options.configurations.takeFaulty()) this.#stale.add(configuration);
    const told = diagnostics instanceof ReadyDiagnostics ? diagnostics.told : new Told(diagnostics);
    const before = this.#told.get(uri) ?? nothingTold;
    // Nobody asks for this at a key, after which the client is told in any case.
    const isOther = (): boolean => !told.isSame(before);
    if (open.version(uri) === null) told.condense();
    if (told.count === 0) this.#told.delete(uri);
    else this.#told.set(uri, told);
    if (told.isDoubtful) this.#doubtful.add(uri);
    else this.#doubtful.delete(uri);
    if (pushes && (isNew || isOther())) {
      const version = open.version(uri);
      void connection.sendNotification(PublishDiagnosticsNotification.method, {
        uri: open.clientUri(uri),
        ...(version === null ? {} : { version }),
        diagnostics,
      });
    }
    for (const callback of this.#onTold) callback(uri, isOther);
    // What was found in a file that nobody looks at is looked for again when somebody asks for it.
    const document = this.#options.workspace.document(uri);
    if (document !== undefined && open.version(uri) === null) {
      this.#keep(document);
      this.#found.delete(document);
      this.#foundBefore.delete(document);
    }
    const milliseconds = (performance.now() - started).toFixed(1);
    connection.tracer.log(`${told.count} findings in ${milliseconds} ms: ${uri}`);
  }

  /** The text of what is to be told about a file, where others have just made it. */
  #ready(uri: string): ReadyDiagnostics | undefined {
    const { workspace, known } = this.#options;
    return workspace.isAsked(uri) ? known.ready(uri) : undefined;
  }

  #in(uri: string): readonly Finding[] {
    const { workspace, configurations, measurements } = this.#options;
    if (isConfiguration(uri)) return configurations.problems(uri);
    if (isResultFile(uri)) return measurements.problems(uri);
    if (!workspace.isAsked(uri)) return [];
    // Whoever tells about a file shows no fixes.
    const found = this.#options.known.findings(uri);
    if (found !== undefined) return found;
    const document = workspace.document(uri);
    return document === undefined ? [] : this.of(document);
  }

  /** Keeps what was found for the next time. */
  #keep(document: JourneyDocument): void {
    const found = this.#found.get(document);
    if (found?.all !== undefined) this.#options.known.keep(document, { ...found.all, findings: found.findings });
  }
}

/** What was found in a version of a document. */
interface Found {
  readonly tree: unknown;
  /** In the order in which they are said. */
  readonly findings: readonly Finding[];
  /** Undefined for a file that is not checked. */
  readonly all: DocumentFindings | undefined;
}
