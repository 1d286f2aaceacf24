import { Disposable, OverviewRulerLane, Range, type TextEditor, ThemeColor, Uri, window } from 'vscode';
import type { ComparedChange } from '../../server/protocol.ts';

const KINDS = {
  added: { sign: '+', colour: 'editorGutter.addedBackground', picture: '#2ea043' },
  changed: { sign: '~', colour: 'editorGutter.modifiedBackground', picture: '#1f6feb' },
  moved: { sign: '↷', colour: 'editorGutter.modifiedBackground', picture: '#8957e5' },
} as const;
type Mark = keyof typeof KINDS;

/** Marks beside the lines of what has changed, until they are taken away. */
export class Gutter extends Disposable {
  readonly #types = Object.fromEntries(
    Object.entries(KINDS).map(([kind, { sign, colour, picture }]) => [
      kind,
      window.createTextEditorDecorationType({
        gutterIconPath: Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(signPicture(sign, picture))}`),
        gutterIconSize: 'contain',
        overviewRulerColor: new ThemeColor(colour),
        overviewRulerLane: OverviewRulerLane.Left,
        isWholeLine: true,
      }),
    ]),
  ) as Readonly<Record<Mark, ReturnType<typeof window.createTextEditorDecorationType>>>;

  constructor() {
    super(() => {
      for (const type of Object.values(this.#types)) type.dispose();
    });
  }

  mark(editor: TextEditor, changes: readonly ComparedChange[]): void {
    const own = changes.filter(({ after }) => after?.uri === editor.document.uri.toString());
    for (const [kind, type] of Object.entries(this.#types)) {
      const places = own.filter((change) => markOf(change) === kind).flatMap(({ after }) => after ?? []);
      editor.setDecorations(
        type,
        places.map(({ range: { start } }) => new Range(start.line, 0, start.line, 0)),
      );
    }
  }

  clear(editor: TextEditor): void {
    for (const type of Object.values(this.#types)) editor.setDecorations(type, []);
  }
}

function markOf({ kind }: ComparedChange): Mark | undefined {
  if (kind === 'removed') return undefined;
  return kind === 'added' || kind === 'moved' ? kind : 'changed';
}

function signPicture(sign: string, colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><text x="8" y="13" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="14" fill="${colour}">${sign}</text></svg>`;
}
