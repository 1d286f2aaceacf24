import type { MapFinding } from '../../server/protocol.ts';
import type { Locale } from '../../model/text.ts';
import type { Place } from '../../model/place.ts';
import type { OfferedFix } from './messages.ts';
import { TEXTS } from './texts.ts';

/** What can be done with a touchpoint besides looking at it. */
export interface DetailActions {
  readonly reveal: (place: Place) => void;
  readonly fix: (id: number) => void;
  /** Missing when the map cannot be changed. */
  readonly edits?: readonly { readonly label: string; readonly run: () => void }[];
}

/** What a touchpoint's findings are and how to get rid of them, below the map. */
export class Details {
  readonly #place: HTMLElement;
  readonly #locale: Locale;
  #touchpoint: string | undefined;
  #closed: ((hadFocus: boolean) => void) | undefined;

  constructor(place: HTMLElement, locale: Locale) {
    this.#place = place;
    this.#locale = locale;
    place.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  /** Key of the touchpoint that is shown. */
  get touchpoint(): string | undefined {
    return this.#touchpoint;
  }

  show(
    touchpoint: { readonly key: string; readonly title: string; readonly place: Place },
    findings: readonly MapFinding[],
    fixes: readonly OfferedFix[],
    actions: DetailActions,
    closed: (hadFocus: boolean) => void,
  ): void {
    const focused = this.#focused;
    this.#touchpoint = touchpoint.key;
    this.#closed = closed;
    const title = make('div', make('h2', touchpoint.title));
    title.className = 'head';
    title.append(this.#closeButton());
    const tools = make(
      'div',
      button(TEXTS.showSource[this.#locale], '', () => actions.reveal(touchpoint.place)),
    );
    tools.className = 'tools';
    tools.append(...(actions.edits ?? []).map(({ label, run }) => button(label, '', run)));
    const list = document.createElement('ul');
    for (const finding of findings) {
      const own = fixes.filter(({ code, line }) => code === finding.code && line === finding.place.range.start.line);
      const item = make(
        'li',
        button(finding.message, 'link', () => actions.reveal(finding.place)),
      );
      item.append(
        withCode(finding.help),
        ...own.map(({ id, title: text }) => button(text, 'fix', () => actions.fix(id))),
      );
      list.append(item);
    }
    this.#place.replaceChildren(
      title,
      tools,
      ...(findings.length > 0 ? [list] : [make('p', TEXTS.noFindings[this.#locale])]),
    );
    this.#place.hidden = false;
    // Shown anew when its ways out are known, or the text has changed: whoever is in it stays there.
    if (focused >= 0) this.#buttons[Math.min(focused, this.#buttons.length - 1)]?.focus();
  }

  /** Goes to the first thing that can be done. */
  focus(): void {
    this.#place.querySelector<HTMLElement>('.tools button')?.focus();
  }

  get #buttons(): readonly HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>('button')];
  }

  /** Which of the buttons has the focus, by its place among them; −1 for none. */
  get #focused(): number {
    return this.#buttons.findIndex((each) => each === document.activeElement);
  }

  #closeButton(): HTMLElement {
    const label = TEXTS.close[this.#locale];
    const close = button('✕', '', () => this.close());
    close.setAttribute('aria-label', label);
    close.title = label;
    return close;
  }

  close(): void {
    if (this.#touchpoint === undefined) return;
    const hadFocus = this.#focused >= 0;
    this.#touchpoint = undefined;
    this.#place.hidden = true;
    this.#closed?.(hadFocus);
  }
}

/** What stands between backticks is what somebody would write. */
function withCode(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  const pieces = text.split('`');
  paragraph.append(...pieces.map((piece, index) => (index % 2 === 1 ? make('code', piece) : piece)));
  return paragraph;
}

function make(name: string, content: string | HTMLElement): HTMLElement {
  const element = document.createElement(name);
  element.append(content);
  return element;
}

function button(text: string, kind: string, action: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = kind;
  element.textContent = text;
  element.addEventListener('click', action);
  return element;
}
