import {
  commands,
  Disposable,
  l10n,
  type Tab,
  TabInputCustom,
  TabInputText,
  type TextEditor,
  type Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import { JOURNEY } from './language-service.ts';

/** The journey that somebody means by a command that names none: the one that they are in, or else the one they were in last. */
export class CurrentJourney extends Disposable {
  readonly #own: Disposable;
  #last: string | undefined;
  /** Editors that can be seen and were used, the last one first. */
  #used: readonly TextEditor[] = [];

  constructor() {
    super(() => this.#own.dispose());
    this.#own = window.onDidChangeActiveTextEditor(() => this.#note());
    this.#note();
  }

  /** Undefined when none is open. */
  get uri(): Uri | undefined {
    const active = activeJourney();
    if (active !== undefined) return active;
    // The walkthrough, a map or a list has the focus, and the text stands behind it.
    const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => journeyIn(tab) ?? []));
    return open.find((uri) => uri.toString() === this.#last) ?? open.at(-1);
  }

  /** The same, with an offer to open the example where there is none. */
  async orExample(): Promise<Uri | undefined> {
    const { uri } = this;
    if (uri !== undefined) return uri;
    const example = l10n.t('Open the Example');
    const chosen = await window.showInformationMessage(l10n.t('No journey is open.'), example);
    if (chosen !== example) return undefined;
    await commands.executeCommand('journey.openExample');
    return this.uri;
  }

  /** The editor of a file that can be seen; of several groups with the same file the one that was used last. */
  editorOf(uri: Uri): TextEditor | undefined {
    // What a comparison shows stands in no column, and can only be read through.
    const visible = window.visibleTextEditors.filter(
      ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === uri.toString(),
    );
    return this.#used.find((editor) => visible.includes(editor)) ?? visible[0];
  }

  /**
   * Where the text of a file stands already, to be seen or behind something else.
   *
   * @param kept a column in which nothing else may come to the front
   */
  columnOf(uri: Uri, kept?: ViewColumn): ViewColumn | undefined {
    const group = window.tabGroups.all.find(
      ({ tabs, viewColumn }) =>
        viewColumn !== kept &&
        tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
    );
    return this.editorOf(uri)?.viewColumn ?? group?.viewColumn;
  }

  /** Brings the text of a journey to the front, where it stands already, and puts the focus there. */
  async showText(uri: Uri): Promise<TextEditor> {
    const viewColumn = this.columnOf(uri);
    return window.showTextDocument(uri, { preview: false, ...(viewColumn === undefined ? {} : { viewColumn }) });
  }

  #note(): void {
    this.#last = activeJourney()?.toString() ?? this.#last;
    const active = window.activeTextEditor;
    if (active === undefined) return;
    const others = this.#used.filter((editor) => editor !== active && window.visibleTextEditors.includes(editor));
    this.#used = [active, ...others];
  }
}

function activeJourney(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === JOURNEY ? document.uri : undefined;
}

function journeyIn({ input }: Tab): Uri | undefined {
  if (!(input instanceof TabInputText || input instanceof TabInputCustom)) return undefined;
  const { uri } = input;
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // A tab that nobody has looked at since the window was opened has no document yet.
  const isJourney = document === undefined ? uri.path.endsWith('.journey') : document.languageId === JOURNEY;
  return isJourney ? uri : undefined;
}
