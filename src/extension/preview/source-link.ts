import {
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  TextEditorSelectionChangeKind,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Place } from '../../model/place.ts';
import type { ToPage } from '../../preview/webview/messages.ts';
import type { CurrentJourney } from '../current-journey.ts';
import { mapSettings } from './settings.ts';

/** Goes from the map to the text, and tells the map where the cursor is. */
export class SourceLink {
  readonly #current: CurrentJourney;
  readonly #send: (message: ToPage) => void;
  /** The place that was gone to from the map: the cursor's arrival there does not move the map again. */
  #echo: string | undefined;
  /** Where the map was told that the cursor is. */
  #told = '';

  constructor(current: CurrentJourney, send: (message: ToPage) => void) {
    this.#current = current;
    this.#send = send;
  }

  /**
   * @param shown the file whose map it is
   * @param follows whether the map shows another journey of the file when the cursor is there
   * @param how how the cursor came there; missing: it has been there all the time; `again`: its editor has got the focus
   */
  tellCursor(shown: Uri, editor: TextEditor, follows: boolean, how?: TextEditorSelectionChangeKind | 'again'): void {
    const settings = mapSettings(shown);
    if (!settings.showCursor) return;
    // The cursor of another group with the same file stands elsewhere, and what is written here moves it.
    const { uri } = editor.document;
    const used = this.#current.editorOf(uri);
    if (used !== undefined && used !== editor) return;
    // It is being brought from the map to another place.
    if (how === 'again' && this.#echo !== undefined) return;
    const { line, character } = editor.selection.active;
    const isEcho = this.#echo === placeName(uri, line, character);
    this.#echo = undefined;
    const place = `${uri.toString()} ${line}`;
    // Not for every letter: the map stays where its reader has scrolled it, and comes sooner.
    if ((how === TextEditorSelectionChangeKind.Keyboard || how === 'again') && place === this.#told) return;
    this.#told = place;
    const scrolls = settings.followCursor && !isEcho;
    this.#send({ kind: 'cursor', uri: uri.toString(), line, scrolls, follows: scrolls && follows });
  }

  /**
   * Shows a place of the text.
   *
   * @param focus whether the cursor is to blink there, and not only to stand there
   * @param column where the map is: the text is opened beside it unless it is to be seen already
   */
  async reveal({ uri, range }: Place, focus: boolean, column: ViewColumn | undefined): Promise<void> {
    const target = Uri.parse(uri);
    const { line, character } = range.start;
    this.#echo = placeName(target, line, character);
    const editor = await window.showTextDocument(target, {
      viewColumn:
        this.#current.columnOf(target, column) ?? (column === ViewColumn.One ? ViewColumn.Two : ViewColumn.One),
      preserveFocus: !focus,
    });
    const start = new Position(line, character);
    editor.selection = new Selection(start, start);
    const shown = new Range(start, new Position(range.end.line, range.end.character));
    editor.revealRange(shown, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function placeName(uri: Uri, line: number, character: number): string {
  return `${uri.toString()} ${line} ${character}`;
}
