import { type Uri, workspace } from 'vscode';
import type { CodeAction } from 'vscode-languageclient';
import type { FromPage, OfferedFix } from '../../preview/webview/messages.ts';
import type { LanguageService } from '../language-service.ts';
import { mayChange, tellUnchanged } from './map-edit.ts';

type Places = Extract<FromPage, { kind: 'askFixes' }>['places'];

/** Ways out of findings: the page is told their titles and numbers, and says the number of the one that was chosen. */
export class Fixes {
  readonly #service: LanguageService;
  #actions: readonly CodeAction[] = [];

  constructor(service: LanguageService) {
    this.#service = service;
  }

  /** What can be done about findings at these places. Numbers that were given before mean nothing any more. */
  async offer(places: Places): Promise<readonly OfferedFix[]> {
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
    return all.map(({ action: { title }, code, line }, id) => ({ id, code, line, title }));
  }

  /** Does what was offered under this number on the map of a file, or tells the user why not. */
  async apply(id: number, uri: Uri): Promise<void> {
    const action = this.#actions[id];
    if (action === undefined || !(await mayChange(uri))) return;
    const { edit } = await this.#service.request<CodeAction>('codeAction/resolve', action);
    if (edit === undefined) return;
    if (!(await workspace.applyEdit(await this.#service.toWorkspaceEdit(edit)))) tellUnchanged(uri);
  }
}
