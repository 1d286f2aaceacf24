import {
  commands,
  type CustomTextEditorProvider,
  Disposable,
  l10n,
  type TextDocument,
  TabInputTextDiff,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import type { EarlierTexts } from '../../server/protocol.ts';
import type { PageState } from '../../preview/webview/messages.ts';
import type { CurrentJourney } from '../current-journey.ts';
import { JOURNEY, type LanguageService } from '../language-service.ts';
import { isOfThePast } from '../past.ts';
import { Preview, type PreviewOptions } from './preview.ts';

const PANEL_TYPE = 'journey.map';
const EDITOR_TYPE = 'journey.mapEditor';

/** All open maps. One that is not locked follows the active editor; opening a map again brings the one that is there. */
export class Previews extends Disposable implements WebviewPanelSerializer<PageState>, CustomTextEditorProvider {
  readonly #service: LanguageService;
  readonly #current: CurrentJourney;
  readonly #extensionUri: Uri;
  readonly #all = new Set<Preview>();
  readonly #own: readonly Disposable[];
  #active: Preview | undefined;

  constructor(service: LanguageService, current: CurrentJourney, extensionUri: Uri) {
    super(() => this.#end());
    this.#service = service;
    this.#current = current;
    this.#extensionUri = extensionUri;
    this.#own = [
      window.registerWebviewPanelSerializer(PANEL_TYPE, this),
      window.registerCustomEditorProvider(EDITOR_TYPE, this, { supportsMultipleEditorsPerDocument: true }),
      window.onDidChangeActiveTextEditor(() => {
        this.#follow();
        // Of several maps another one may be meant now.
        this.#tellContext();
      }),
      service.onDidSendChange((uri) => {
        // The first journey of a new file.
        if (uri.toString() === window.activeTextEditor?.document.uri.toString()) this.#follow();
      }),
    ];
  }

  /** The map that somebody would mean: the one with the focus, or else one that can be seen. */
  get meant(): Preview | undefined {
    const visible = [...this.#all].filter(({ panel }) => panel.visible);
    return this.#active ?? this.#nearest(visible) ?? this.#nearest([...this.#all]);
  }

  /** The map that is meant by who exports one: not one that is locked to another journey than the one that they are in. */
  get exported(): Preview | undefined {
    const { meant } = this;
    const { uri = meant?.uri } = this.#current;
    const isOfAnother = meant?.locked === true && meant.uri.toString() !== uri?.toString();
    return isOfAnother && meant !== this.#active ? undefined : meant;
  }

  /** Of several maps that of the journey that somebody is in, or else the one that follows them. */
  #nearest(previews: readonly Preview[]): Preview | undefined {
    const current = this.#current.uri?.toString();
    const own = previews.find(({ uri }) => uri.toString() === current);
    return own ?? previews.find(({ locked }) => !locked) ?? previews[0];
  }

  /** Locks the map that is meant, or lets it go: then it shows at once what is worked on. */
  toggleLock(): void {
    const preview = this.meant;
    // A map that is an editor stays with its file anyway.
    if (preview === undefined || preview.isEditor) return;
    preview.toggleLock();
    this.#follow();
  }

  /** Shows in the maps of a file what has changed since an earlier version, or no longer does. */
  showSince(uri: Uri, since: EarlierTexts | undefined): void {
    for (const preview of this.#all) if (preview.uri.toString() === uri.toString()) preview.showSince(since);
  }

  /** Opens a map, or brings the one that shows the same already. */
  open(uri: Uri, { toSide, locked }: { readonly toSide: boolean; readonly locked: boolean }): Preview {
    const column = toSide ? ViewColumn.Beside : (window.activeTextEditor?.viewColumn ?? ViewColumn.Active);
    const known = [...this.#all].find(
      (preview) =>
        !preview.isEditor && preview.locked === locked && (!locked || preview.uri.toString() === uri.toString()),
    );
    if (known !== undefined) {
      known.show(uri);
      known.panel.reveal(toSide ? known.column : column, toSide);
      return known;
    }
    const panel = window.createWebviewPanel(
      PANEL_TYPE,
      l10n.t('Map: {0}', ''),
      { viewColumn: column, preserveFocus: toSide },
      { enableScripts: true, enableFindWidget: false },
    );
    return this.#add(panel, { uri, locked, isEditor: false });
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    if (typeof state?.uri !== 'string') {
      panel.dispose();
      return;
    }
    this.#service.start();
    this.#add(panel, { uri: Uri.parse(state.uri), locked: state.locked, isEditor: false, choice: state.choice });
  }

  resolveCustomTextEditor({ uri }: TextDocument, panel: WebviewPanel): void {
    this.#add(panel, { uri, locked: true, isEditor: true });
  }

  #add(panel: WebviewPanel, options: PreviewOptions): Preview {
    const preview = new Preview(panel, this.#service, this.#current, this.#extensionUri, options);
    this.#all.add(preview);
    preview.onDidChange(() => this.#tellContext());
    panel.onDidChangeViewState(() => this.#viewChanged(preview));
    panel.onDidDispose(() => {
      this.#all.delete(preview);
      if (this.#active === preview) this.#active = undefined;
      this.#tellContext();
    });
    this.#viewChanged(preview);
    return preview;
  }

  #viewChanged(preview: Preview): void {
    if (preview.panel.active) this.#active = preview;
    else if (this.#active === preview) this.#active = undefined;
    this.#tellContext();
  }

  /** Shows the journey that is worked on. Who writes of people and channels in a file of their own sees what becomes of the map. */
  #follow(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== JOURNEY || isOfThePast(document.uri) || isComparison()) return;
    const uri = document.uri.toString();
    const others = [...this.#all].filter((preview) => !preview.locked && preview.uri.toString() !== uri);
    if (others.length > 0 && mayHoldJourney(document)) for (const preview of others) preview.show(document.uri);
  }

  #tellContext(): void {
    void commands.executeCommand('setContext', 'journey.mapFocused', this.#active !== undefined);
    void commands.executeCommand('setContext', 'journey.mapCanLock', this.meant?.isEditor === false);
    const isVisible = [...this.#all].some(({ panel }) => panel.visible);
    void commands.executeCommand('setContext', 'journey.mapVisible', isVisible);
  }

  #end(): void {
    for (const preview of this.#all) preview.dispose();
    for (const each of this.#own) each.dispose();
  }
}

/** Whether a line begins like a journey; the server says more, and the map as well. */
function mayHoldJourney(document: TextDocument): boolean {
  return /^\s*journey\s/m.test(document.getText());
}

/** Looking at what has changed is not working on that file. */
function isComparison(): boolean {
  return window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff;
}
