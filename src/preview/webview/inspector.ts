import type { MapResult } from '../../server/protocol.ts';
import { element } from '../dom.ts';
import type { MapPage } from '../map-page.ts';
import { Details } from './details.ts';
import { addAt, applyOrRefuse, type Editing, feelBy, moveBy, renameAt } from './editing.ts';
import { tell } from './host.ts';
import { locale } from './locale.ts';
import type { OfferedFix, ToPage } from './messages.ts';
import { WEBVIEW_IDS } from './styles.ts';
import { TEXTS } from './texts.ts';

export interface InspectorOptions {
  readonly current: () => MapResult;
  readonly editing: Editing;
  /** Whether the map may be changed, if not always just now. */
  readonly editable: () => boolean;
  /** Another touchpoint is looked at, or none any more. */
  readonly changed: () => void;
}

/** Milliseconds between the clicks of a double one. */
const doubleClick = 250;

/** What a click or Enter on the map brings: its place in the text, and what is known of a touchpoint, below the map. */
export class Inspector {
  readonly #page: MapPage;
  readonly #options: InspectorOptions;
  readonly #details = new Details(element(WEBVIEW_IDS.details), locale);
  #fixes: readonly OfferedFix[] = [];
  #opening: number | undefined;

  constructor(page: MapPage, options: InspectorOptions) {
    this.#page = page;
    this.#options = options;
    page.frame.addEventListener('click', (event) => this.#clicked(event));
    page.frame.addEventListener('keydown', (event) => this.#keyed(event));
  }

  /** Key of the touchpoint that is looked at. */
  get touchpoint(): string | undefined {
    return this.#details.touchpoint;
  }

  /** The map is another one: what is known of the touchpoint may be, too. */
  renew(): void {
    const { touchpoint } = this;
    if (touchpoint === undefined) return;
    if (this.#content.touchpoints.some(({ key }) => key === touchpoint)) this.#askFixes(touchpoint);
    else this.#details.close();
  }

  /** Shows ways out of the findings about a touchpoint. */
  takeFixes({ touchpoint, fixes }: Extract<ToPage, { kind: 'fixes' }>): void {
    this.#fixes = fixes;
    if (this.touchpoint === touchpoint) this.#show(touchpoint);
  }

  get #content(): MapResult['data']['content'] {
    return this.#options.current().data.content;
  }

  #clicked({ target, detail }: MouseEvent): void {
    // The second click of a double one is for editing; what opens below must not get between the two.
    clearTimeout(this.#opening);
    if (!(target instanceof Element) || target.closest('[role=button]') !== null || detail > 1) return;
    this.#opening = setTimeout(() => {
      this.#open(target, false);
    }, doubleClick);
  }

  #keyed(event: KeyboardEvent): void {
    const { key, target } = event;
    if (key === 'Escape') this.#details.close();
    if (!(target instanceof Element) || target.closest('[role=button]') !== null) return;
    const card = target.closest<SVGElement>('.map-card');
    if (key === 'Enter') {
      event.preventDefault();
      this.#open(target, true);
    } else if (key === ' ' && card?.dataset['touchpoint'] !== undefined) {
      event.preventDefault();
      this.#look(card.dataset['touchpoint']);
    }
  }

  /** Goes to what is known of a touchpoint without leaving the map for the text; Escape leads back. */
  #look(touchpoint: string): void {
    this.#fixes = [];
    this.#show(touchpoint);
    this.#details.focus();
    this.#askFixes(touchpoint);
  }

  /** Goes to what an element of the map shows. */
  #open(target: Element, focus: boolean): void {
    const finding = target.closest('.map-finding');
    if (finding !== null) {
      this.#openFinding(finding, focus);
      return;
    }
    const part = target.closest<SVGElement>('.map-card,.map-cell,.map-point');
    const touchpoint = this.#content.touchpoints.find(({ key }) => key === part?.dataset['touchpoint']);
    if (touchpoint !== undefined) {
      // What is gone stands nowhere in the text.
      if (touchpoint.change?.kind !== 'removed') tell({ kind: 'reveal', place: touchpoint.place, focus });
      this.#fixes = [];
      this.#show(touchpoint.key);
      this.#askFixes(touchpoint.key);
    } else if (target.closest('.map-header') !== null) {
      tell({ kind: 'reveal', place: this.#content.place, focus });
    }
  }

  #openFinding(finding: Element, focus: boolean): void {
    const index = [...this.#page.frame.querySelectorAll('.map-finding')].indexOf(finding);
    const place = this.#content.frictions[index]?.place;
    if (place !== undefined) tell({ kind: 'reveal', place, focus });
    const { findings } = this.#options.current();
    const key = findings.find((each) => JSON.stringify(each.place) === JSON.stringify(place))?.touchpoint;
    if (key !== undefined) this.#show(key);
  }

  #show(key: string): void {
    const touchpoint = this.#content.touchpoints.find((each) => each.key === key);
    if (touchpoint === undefined) return;
    const { current, editable, changed } = this.#options;
    this.#details.show(
      touchpoint,
      current().findings.filter((finding) => finding.touchpoint === key),
      editable() ? this.#fixes : [],
      {
        reveal: (place) => {
          tell({ kind: 'reveal', place, focus: true });
        },
        fix: (id) => {
          tell({ kind: 'fix', id });
        },
        ...(editable() ? { edits: this.#edits(key) } : {}),
      },
      (hadFocus) => this.#closed(key, hadFocus),
    );
    changed();
  }

  #closed(key: string, hadFocus: boolean): void {
    if (hadFocus) this.#card(key)?.focus({ preventScroll: true });
    this.#options.changed();
  }

  #card(key: string): SVGElement | undefined {
    return [...this.#page.frame.querySelectorAll<SVGElement>('.map-card')].find(
      (each) => each.dataset['touchpoint'] === key,
    );
  }

  #edits(key: string): readonly { readonly label: string; readonly run: () => void }[] {
    const { editing } = this.#options;
    const page = this.#page;
    const onCard = (action: typeof renameAt) => (): void => {
      const at = this.#card(key);
      if (at !== undefined) action(at, key, page, editing);
    };
    const apply = (make: typeof moveBy, step: -1 | 1) => (): void => {
      const edit = make(step, key, editing.content());
      if (edit !== undefined) applyOrRefuse(edit, editing);
    };
    return [
      { label: TEXTS.rename[locale], run: onCard(renameAt) },
      { label: TEXTS.addAfter[locale], run: onCard(addAt) },
      { label: TEXTS.moveBack[locale], run: apply(moveBy, -1) },
      { label: TEXTS.moveOn[locale], run: apply(moveBy, 1) },
      { label: TEXTS.better[locale], run: apply(feelBy, 1) },
      { label: TEXTS.worse[locale], run: apply(feelBy, -1) },
    ];
  }

  #askFixes(touchpoint: string): void {
    if (!this.#options.editable()) {
      this.#show(touchpoint);
      return;
    }
    const own = this.#options.current().findings.filter((finding) => finding.touchpoint === touchpoint);
    const places = own.map(({ code, place }) => ({ code, place }));
    tell({ kind: 'askFixes', touchpoint, places });
  }
}
