import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { CodeAction } from 'vscode-languageclient';
import type { EarlierTexts, MapAnswer, MapEditResult, MapParams, MapResult } from '../../server/protocol.ts';
import type { FromPage, MapChoice, PageReport, PageState, ToPage } from '../../preview/webview/messages.ts';
import type { Place } from '../../model/place.ts';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import { chooseCompared, saveExported } from './dialogs.ts';
import { MapSource } from './map-source.ts';
import { pageHtml } from './page-html.ts';
import { mapSettings } from './settings.ts';

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
  readonly #extensionUri: Uri;
  readonly #changed = new EventEmitter<void>();
  /** Another file is shown, or it was locked or let go. */
  readonly onDidChange = this.#changed.event;
  readonly #source: MapSource;
  readonly #post: (message: ToPage) => Thenable<boolean>;
  readonly #own: Disposable[] = [];
  #uri: Uri;
  #locked: boolean;
  #choice: MapChoice;
  /** What the page shows. */
  #shown: Pick<MapResult, 'version' | 'stamp' | 'journey'> | undefined;
  /** The version whose changes are shown. */
  #since: EarlierTexts | undefined;
  #isReady = false;
  #wanted: CommandName | undefined;
  #actions: readonly CodeAction[] = [];
  #report: ((report: PageReport) => void) | undefined;
  /** The place that was gone to from the map: the cursor's arrival there does not move the map again. */
  #echo: string | undefined;
  /** Milliseconds since 1970 at which the server was asked for the map of the newest text, and at which it came. */
  #asking = 0;
  #asked = 0;
  #received = 0;

  constructor(panel: WebviewPanel, service: LanguageService, extensionUri: Uri, options: PreviewOptions) {
    super(() => this.#end());
    this.panel = panel;
    this.#post = panel.webview.postMessage.bind(panel.webview);
    this.isEditor = options.isEditor;
    this.#service = service;
    this.#extensionUri = extensionUri;
    this.#uri = options.uri;
    this.#locked = options.locked;
    this.#choice = options.choice ?? {};
    this.#source = new MapSource(
      service,
      () => this.#params(),
      (answer) => {
        if (answer === null) this.#noMap();
        else this.#receive(answer);
      },
    );
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
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.languageId === JOURNEY)
          this.#tellCursor(textEditor.document, textEditor.selection.active);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('journey.map', this.#uri)) return;
        this.#tellState();
        this.refresh();
      }),
      workspace.onDidDeleteFiles(() => this.refresh()),
    );
    this.#name();
    panel.webview.html = pageHtml(panel.webview, extensionUri);
  }

  get uri(): Uri {
    return this.#uri;
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
    this.#uri = uri;
    this.#choice = {};
    this.#since = undefined;
    this.#shown = undefined;
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

  run(command: CommandName): void {
    if (this.#isReady && this.#shown !== undefined) this.#send({ kind: 'command', command });
    else this.#wanted = command;
  }

  async export(format: Extract<ToPage, { kind: 'export' }>['format']): Promise<void> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#extensionUri, 'dist', 'page.js'));
    this.#send({ kind: 'export', format, script: new TextDecoder().decode(bytes) });
  }

  /** What is to be seen in the page. */
  async report(): Promise<MapReport> {
    const report = new Promise<PageReport>((resolve) => {
      this.#report = resolve;
    });
    this.#send({ kind: 'report' });
    const seen = { locked: this.#locked, asked: this.#asked, received: this.#received };
    return { ...(await report), uri: this.#uri.toString(), ...seen };
  }

  #name(): void {
    if (this.isEditor) return;
    const name = this.#uri.path.split('/').at(-1) ?? '';
    this.panel.title = this.#locked ? l10n.t('[Map] {0}', name) : l10n.t('Map: {0}', name);
    this.panel.iconPath = {
      light: Uri.joinPath(this.#extensionUri, 'media', 'journey-light.svg'),
      dark: Uri.joinPath(this.#extensionUri, 'media', 'journey-dark.svg'),
    };
  }

  async #take(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#takeUp(message.state);
        return this.#showAnew();
      case 'lost':
        return this.#showAnew();
      case 'choose':
        this.#choice = message.choice;
        return this.refresh();
      case 'chooseCompared':
        return this.#compare();
      case 'reveal':
        return this.#reveal(message.place, message.focus);
      case 'edit':
        return this.#edit(message);
      case 'askFixes':
        return this.#offerFixes(message);
      case 'fix':
        return this.#fix(message.id);
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

  /** The page is new, or has not what it is told the changes of. */
  #showAnew(): void {
    this.#shown = undefined;
    this.#source.cancel();
    this.refresh();
  }

  #takeUp(state: PageState | undefined): void {
    if (state !== undefined && state.uri === this.#uri.toString()) this.#choice = state.choice;
  }

  #params(): MapParams {
    const { journey, personas, compare } = this.#choice;
    this.#asking = Date.now();
    return {
      textDocument: { uri: this.#uri.toString() },
      preset: mapSettings(this.#uri).lanes,
      live: true,
      ...(journey === undefined ? {} : { journey }),
      ...(personas === undefined ? {} : { personas }),
      ...(compare === undefined ? {} : { compare }),
      ...(this.#shown === undefined ? {} : { known: this.#shown.stamp }),
      ...(this.#since === undefined ? {} : { since: this.#since }),
    };
  }

  #receive(answer: MapAnswer): void {
    const { version, stamp, mistake } = answer;
    const isFirst = this.#shown === undefined;
    this.#tellNotice(mistake, isFirst);
    // While the text is broken the map of the text before stays, as long as there is one.
    if (!isFirst && mistake !== undefined) return;
    if (version !== this.#shown?.version) {
      this.#asked = this.#asking;
      this.#received = Date.now();
    }
    if (answer.kind === 'map') {
      this.#shown = { version, stamp, journey: answer.journey };
      this.#send({ kind: 'map', result: answer, uri: this.#uri.toString(), ...this.#state });
      if (isFirst) this.#first();
    } else if (this.#shown !== undefined) {
      this.#shown = { ...this.#shown, version, stamp };
      // Another text with the same map: what is dragged from now on is meant for that text.
      this.#send(answer.kind === 'change' ? answer : { kind: 'version', version });
    }
  }

  #first(): void {
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri.toString());
    if (editor !== undefined) this.#tellCursor(editor.document, editor.selection.active);
    if (this.#wanted !== undefined) this.#send({ kind: 'command', command: this.#wanted });
    this.#wanted = undefined;
  }

  #noMap(): void {
    this.#send({ kind: 'notice', text: l10n.t('There is no journey in {0}, or the file is gone.', this.#uri.path) });
  }

  get #state(): Pick<Extract<ToPage, { kind: 'state' }>, 'locked' | 'editable'> {
    const editable =
      mapSettings(this.#uri).allowEditing && workspace.fs.isWritableFileSystem(this.#uri.scheme) !== false;
    return { locked: this.#locked, editable };
  }

  #tellState(): void {
    this.#send({ kind: 'state', ...this.#state });
  }

  #tellNotice(mistake: MapAnswer['mistake'], isFirst: boolean): void {
    if (mistake === undefined) {
      this.#send({ kind: 'notice' });
      return;
    }
    const line = mistake.start.line + 1;
    const text = isFirst
      ? l10n.t('There is a mistake in line {0}. The map shows what could be understood.', line)
      : l10n.t('The map shows the text as it was before the mistake in line {0}.', line);
    this.#send({ kind: 'notice', text, place: { uri: this.#uri.toString(), range: mistake } });
  }

  #tellCursor({ uri }: TextDocument, { line, character }: Position): void {
    const settings = mapSettings(this.#uri);
    if (!settings.showCursor) return;
    const here = `${uri.toString()} ${line} ${character}`;
    const isEcho = this.#echo === here;
    this.#echo = undefined;
    this.#send({ kind: 'cursor', uri: uri.toString(), line, scrolls: settings.followCursor && !isEcho });
  }

  async #reveal({ uri, range }: Place, focus: boolean): Promise<void> {
    if (!focus && !mapSettings(this.#uri).clickShowsSource) return;
    const target = Uri.parse(uri);
    const { line, character } = range.start;
    const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
    this.#echo = `${target.toString()} ${line} ${character}`;
    const document = visible?.document ?? (await workspace.openTextDocument(target));
    const editor = await window.showTextDocument(document, {
      viewColumn: visible?.viewColumn ?? (this.column === ViewColumn.One ? ViewColumn.Two : ViewColumn.One),
      preserveFocus: !focus,
    });
    const start = new Position(line, character);
    editor.selection = new Selection(start, start);
    const shown = new Range(start, new Position(range.end.line, range.end.character));
    editor.revealRange(shown, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #edit({ edit, version }: Extract<FromPage, { kind: 'edit' }>): Promise<void> {
    const params = { textDocument: { uri: this.#uri.toString(), version }, edit };
    const result = await this.#service.request<MapEditResult | null>('journey/mapEdit', params);
    if (result === null) return;
    if (result.kind === 'refused') {
      void window.showInformationMessage(result.message);
      this.#send({ kind: 'redraw' });
      return;
    }
    await workspace.applyEdit(await this.#service.toWorkspaceEdit(result.edit));
  }

  async #offerFixes({ touchpoint, places }: Extract<FromPage, { kind: 'askFixes' }>): Promise<void> {
    const found = await Promise.all(
      places.map(async ({ code, place: { uri, range } }) => {
        // Asked of the server itself: VS Code's command for it leaves out which finding an action is for.
        const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
        const actions = await this.#service.request<readonly CodeAction[] | null>('textDocument/codeAction', params);
        return (actions ?? [])
          .filter(({ diagnostics = [] }) =>
            diagnostics.some((each) => each.code === code && each.range.start.line === range.start.line),
          )
          .map((action) => ({ action, code, line: range.start.line }));
      }),
    );
    const all = found.flat();
    this.#actions = all.map(({ action }) => action);
    const fixes = all.map(({ action: { title }, code, line }, id) => ({ id, code, line, title }));
    this.#send({ kind: 'fixes', touchpoint, fixes });
  }

  async #fix(id: number): Promise<void> {
    const action = this.#actions[id];
    if (action === undefined) return;
    const { edit } = await this.#service.request<CodeAction>('codeAction/resolve', action);
    if (edit !== undefined) await workspace.applyEdit(await this.#service.toWorkspaceEdit(edit));
  }

  async #compare(): Promise<void> {
    const isCompared = this.#choice.compare !== undefined || this.#since !== undefined;
    const compared = await chooseCompared(this.#service, this.#uri, this.#shown?.journey, isCompared);
    if (compared === undefined) return;
    await commands.executeCommand('journey.endComparison');
    const { compare: _, ...rest } = this.#choice;
    this.#choice = compared === 'none' ? rest : { ...rest, compare: compared };
    this.refresh();
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
export interface MapReport extends PageReport {
  readonly uri: string;
  readonly locked: boolean;
  /** Milliseconds since 1970 at which the server was asked for the map of the newest text, and at which it came. */
  readonly asked: number;
  readonly received: number;
}

export type CommandName = Extract<ToPage, { kind: 'command' }>['command'];

function tellCopied(done: boolean): void {
  if (done) void window.setStatusBarMessage(l10n.t('The map was copied.'), 4000);
  else {
    void window.showWarningMessage(
      l10n.t('The map could not be copied. Click into the map and try again, or export it.'),
    );
  }
}
