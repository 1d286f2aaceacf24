import {
  commands,
  Disposable,
  l10n,
  type Tab,
  TabInputCustom,
  TabInputText,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { JOURNEY } from './language-service.ts';

/** The journey that somebody means by a command that names none: the one that they are in, or else the one they were in last. */
export class CurrentJourney extends Disposable {
  readonly #own: Disposable;
  #last: string | undefined;

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

  #note(): void {
    this.#last = activeJourney()?.toString() ?? this.#last;
  }
}

/** Brings the text of a journey to the front, where it stands already, and puts the focus there. */
export async function showText(uri: Uri): Promise<TextEditor> {
  const shows = (shown: Uri): boolean => shown.toString() === uri.toString();
  const visible = window.visibleTextEditors.find(({ document }) => shows(document.uri));
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && shows(input.uri)),
  );
  const viewColumn = visible?.viewColumn ?? group?.viewColumn;
  return window.showTextDocument(uri, { preview: false, ...(viewColumn === undefined ? {} : { viewColumn }) });
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
