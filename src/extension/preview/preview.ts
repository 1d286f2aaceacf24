import { commands, Disposable, EventEmitter, Uri, type ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { EarlierTexts, MapParams } from '../../server/protocol.ts';
import type { FromPage, MapChoice, PageReport, PageState, ToPage } from '../../preview/webview/messages.ts';
import type { CurrentJourney } from '../current-journey.ts';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import { chooseCompared, saveExported, tellCopied } from './dialogs.ts';
import { Fixes } from './fixes.ts';
import { fileState, isWritable } from './file-state.ts';
import { applyMapEdit, tellWhyNot } from './map-edit.ts';
import { MapSource } from './map-source.ts';
import { isIn, movedTo } from './moved-files.ts';
import { pageHtml } from './page-html.ts';
import { namePanel } from './panel-name.ts';
import { mapSettings } from './settings.ts';
import { type MapTimes, ShownMap } from './shown-map.ts';
import { doInSource } from './source-commands.ts';
import { SourceLink } from './source-link.ts';

/** What a preview starts with. */
export interface PreviewOptions {
  readonly uri: Uri;
  readonly locked: boolean;
  /** Stays with its file, as an editor does. */
  readonly isEditor: boolean;
  readonly choice?: MapChoice;
}

/** One panel with a map: shows a file, follows changes, brings clicks to the text and changes from the map into it. */
export class Preview extends Disposable {
  readonly panel: WebviewPanel;
  readonly isEditor: boolean;
  readonly #service: LanguageService;
  readonly #current: CurrentJourney;
  readonly #extensionUri: Uri;
  readonly #changed = new EventEmitter<void>();
  /** Another file is shown, or it was locked or let go. */
  readonly onDidChange = this.#changed.event;
  readonly #source: MapSource;
  readonly #shown: ShownMap;
  readonly #fixes: Fixes;
  readonly #link: SourceLink;
  readonly #post: (message: ToPage) => Thenable<boolean>;
  readonly #own: Disposable[] = [];
  #uri: Uri;
  #locked: boolean;
  #choice: MapChoice;
  /** The version whose changes are shown. */
  #since: EarlierTexts | undefined;
  #isReady = false;
  /** What is asked of the page as soon as it has a map. */
  #wanted: ToPage | undefined;
  #report: ((report: PageReport) => void) | undefined;
  /** When the server was asked last, in milliseconds since 1970. */
  #asked = 0;

  constructor(
    panel: WebviewPanel,
    service: LanguageService,
    current: CurrentJourney,
    extensionUri: Uri,
    options: PreviewOptions,
  ) {
    super(() => this.#end());
    this.panel = panel;
    this.#post = panel.webview.postMessage.bind(panel.webview);
    this.isEditor = options.isEditor;
    this.#service = service;
    this.#current = current;
    this.#link = new SourceLink(current, (message) => this.#send(message));
    this.#extensionUri = extensionUri;
    this.#uri = options.uri;
    this.#locked = options.locked;
    this.#choice = options.choice ?? {};
    this.#source = new MapSource(
      service,
      () => this.#params(),
      (answer) => {
        if (answer === null) void this.#tellNone();
        else if (this.#shown.receive(answer, this.#asked)) this.#first();
      },
    );
    this.#shown = new ShownMap({
      uri: () => this.#uri,
      state: () => this.#state,
      send: (message) => this.#send(message),
    });
    this.#fixes = new Fixes(service);
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
    };
    this.#own.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => {
        void this.#take(message);
      }),
      panel.onDidDispose(() => this.dispose()),
      // At once, and not only when the findings are told: the map is asked for while they are looked for.
      service.onDidSendChange((uri) => {
        if (uri.toString() === this.#uri.toString()) this.refresh();
      }),
      service.onDidChangeMaps((uris) => {
        if (uris.includes(this.#uri.toString())) this.refresh();
        else if (this.#choice.compare !== undefined && uris.includes(this.#choice.compare.uri)) this.refresh();
      }),
      service.onDidRestart(() => {
        this.refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor.document.languageId === JOURNEY)
          this.#link.tellCursor(this.#uri, textEditor, !this.#locked, kind);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === JOURNEY) this.#link.tellCursor(this.#uri, editor, !this.#locked, 'again');
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('journey.map', this.#uri)) return;
        this.#tellState();
        this.refresh();
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        // VS Code may keep the text of a file for some minutes after it is gone.
        if (files.some((file) => isIn(this.#uri, file))) this.#shown.showNone('gone');
        else this.refresh();
      }),
      workspace.onDidRenameFiles(({ files }) => {
        const moved = movedTo(this.#uri, files);
        if (moved !== undefined) this.#move(moved);
      }),
    );
    this.#name();
    panel.webview.html = pageHtml(panel.webview, extensionUri);
  }

  get uri(): Uri {
    return this.#uri;
  }

  /** What of the file it shows. */
  get choice(): MapChoice {
    return this.#choice;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** For who moves the panel between groups: the column that it stands in. */
  get column(): ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  toggleLock(): void {
    this.#locked = !this.#locked;
    this.#name();
    this.#tellState();
    this.#changed.fire();
  }

  /** Shows another file, from its first journey on. */
  show(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#choice = {};
    this.#since = undefined;
    this.#move(uri);
  }

  /** The file has another name now, or is another one. */
  #move(uri: Uri): void {
    this.#uri = uri;
    this.#shown.forget();
    this.#source.cancel();
    this.#name();
    this.#changed.fire();
    this.refresh();
  }

  /** Shows one of the journeys of the file, by its key. */
  choose(journey: string): void {
    if (this.#choice.journey === journey) return;
    this.#choice = { journey };
    this.refresh();
  }

  /** Shows what has changed since an earlier version, also while the text is edited; without one, the map alone again. */
  showSince(since: EarlierTexts | undefined): void {
    this.#since = since;
    this.refresh();
  }

  /** Asks for the map of the text as it is now. */
  refresh(): void {
    if (!this.#isReady) return;
    this.#source.ask();
  }

  /** Sends the whole map: the page is new, has not what it is told the changes of, or somebody wants it so. */
  showAnew(): void {
    this.#shown.forget();
    this.#source.cancel();
    this.refresh();
  }

  run(command: CommandName): void {
    // Who searches writes in the page, and only what has the focus may copy.
    if (command !== 'fit') this.panel.reveal(this.column);
    this.#ask({ kind: 'command', command });
  }

  async export(format: Extract<ToPage, { kind: 'export' }>['format']): Promise<void> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#extensionUri, 'dist', 'page.js'));
    this.#ask({ kind: 'export', format, script: new TextDecoder().decode(bytes) });
  }

  /** What is to be seen in the page. */
  async report(): Promise<MapReport> {
    const report = new Promise<PageReport>((resolve) => {
      this.#report = resolve;
    });
    this.#send({ kind: 'report' });
    return { ...(await report), uri: this.#uri.toString(), locked: this.#locked, ...this.#shown.times };
  }

  #name(): void {
    if (!this.isEditor) namePanel(this.panel, this.#uri, this.#locked, this.#extensionUri);
  }

  async #take(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#takeUp(message.state);
        return this.showAnew();
      case 'lost':
        return this.showAnew();
      case 'choose':
        this.#choice = message.choice;
        return this.refresh();
      case 'chooseCompared':
        return this.#compare();
      case 'reveal':
        return this.#reveal(message);
      case 'source':
        return doInSource(message.command, this.#uri, this.#current, this.isEditor ? undefined : this.panel);
      case 'refused':
        return tellWhyNot(this.#uri);
      case 'edit':
        return this.#edit(message);
      case 'askFixes':
        return this.#offerFixes(message);
      case 'fix':
        return this.#fixes.apply(message.id, this.#uri);
      case 'chooseExport':
        await commands.executeCommand('journey.exportMap');
        return;
      case 'exported':
        return saveExported(this.#uri, message);
      case 'copied':
        return tellCopied(message.done);
      case 'report':
        this.#report?.(message.report);
        return;
      default:
        message satisfies never;
    }
  }

  #takeUp(state: PageState | undefined): void {
    if (state !== undefined && state.uri === this.#uri.toString()) this.#choice = state.choice;
  }

  #params(): MapParams {
    const { journey, personas, compare } = this.#choice;
    const { stamp } = this.#shown;
    this.#asked = Date.now();
    return {
      textDocument: { uri: this.#uri.toString() },
      preset: mapSettings(this.#uri).lanes,
      live: true,
      ...(journey === undefined ? {} : { journey }),
      ...(personas === undefined ? {} : { personas }),
      ...(compare === undefined ? {} : { compare }),
      ...(stamp === undefined ? {} : { known: stamp }),
      ...(this.#since === undefined ? {} : { since: this.#since }),
    };
  }

  /** The server has no map: of a file without a journey, or of no file. */
  async #tellNone(): Promise<void> {
    const uri = this.#uri;
    const state = await fileState(uri);
    // Nobody waits for what was asked until there is a journey some day.
    this.#wanted = undefined;
    if (uri === this.#uri) this.#shown.showNone(state === 'gone' ? 'gone' : 'noJourney');
  }

  #first(): void {
    const editor = this.#current.editorOf(this.#uri);
    // What was asked for by name is shown until the cursor moves.
    const follows = !this.#locked && this.#choice.journey === undefined;
    if (editor !== undefined) this.#link.tellCursor(this.#uri, editor, follows);
    if (this.#wanted !== undefined) this.#send(this.#wanted);
    this.#wanted = undefined;
  }

  get #state(): Pick<Extract<ToPage, { kind: 'state' }>, 'locked' | 'editable'> {
    return { locked: this.#locked, editable: mapSettings(this.#uri).allowEditing && isWritable(this.#uri) };
  }

  #tellState(): void {
    this.#send({ kind: 'state', ...this.#state });
  }

  async #reveal({ place, focus }: Extract<FromPage, { kind: 'reveal' }>): Promise<void> {
    if (focus || mapSettings(this.#uri).clickShowsSource) await this.#link.reveal(place, focus, this.column);
  }

  async #edit({ edit, version }: Extract<FromPage, { kind: 'edit' }>): Promise<void> {
    const textDocument = { uri: this.#uri.toString(), version };
    const isDone = await applyMapEdit(this.#service, this.#uri, { textDocument, edit });
    if (!isDone) this.#send({ kind: 'redraw' });
  }

  async #offerFixes({ touchpoint, places }: Extract<FromPage, { kind: 'askFixes' }>): Promise<void> {
    this.#send({ kind: 'fixes', touchpoint, fixes: await this.#fixes.offer(places) });
  }

  async #compare(): Promise<void> {
    const isCompared = this.#choice.compare !== undefined || this.#since !== undefined;
    const compared = await chooseCompared(this.#service, this.#uri, this.#shown.journey, isCompared);
    if (compared === undefined) return;
    await commands.executeCommand('journey.endComparison');
    const { compare: _, ...rest } = this.#choice;
    this.#choice = compared === 'none' ? rest : { ...rest, compare: compared };
    this.refresh();
  }

  #ask(message: ToPage): void {
    if (this.#isReady && this.#shown.isThere) this.#send(message);
    else this.#wanted = message;
  }

  #send(message: ToPage): void {
    if (this.#isReady) void this.#post(message);
  }

  #end(): void {
    this.#source.cancel();
    this.#changed.dispose();
    for (const each of this.#own) each.dispose();
  }
}

/** What is to be seen, for tests and measures. */
export interface MapReport extends PageReport, MapTimes {
  readonly uri: string;
  readonly locked: boolean;
}

export type CommandName = Extract<ToPage, { kind: 'command' }>['command'];
