import { PAGE_IDS } from '../../map/html/page-data.ts';
import { writeToolbar } from '../../map/html/toolbar.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import type { MapResult } from '../../server/protocol.ts';
import { element, onChoice, onClick } from '../dom.ts';
import { tell } from './host.ts';
import { locale } from './locale.ts';
import type { MapChoice } from './messages.ts';
import { WEBVIEW_IDS } from './styles.ts';
import { TEXTS } from './texts.ts';

export interface ToolbarActions {
  readonly chooseJourney: (key: string) => void;
  readonly copy: () => void;
}

/** The tools above the map: those of every page with a map, and what there is in VS Code besides. */
export class Toolbar {
  readonly #actions: ToolbarActions;
  #html = '';

  constructor(actions: ToolbarActions) {
    this.#actions = actions;
  }

  /**
   * Shows the tools for a map. What is written in them stays.
   *
   * @returns whether their elements were replaced: who has listened to them must do so again
   */
  show(result: MapResult, choice: MapChoice): boolean {
    const { data, personas, journeys } = result;
    const names = personas.length > 1 ? personas.map(({ title }) => title) : [];
    const html = writeToolbar(data.content, names, data.lanes, tools(journeys));
    const isNew = html !== this.#html;
    this.#html = html;
    if (isNew) this.#replace(result, choice);
    // The cursor may have gone to another one.
    const list = document.getElementById(WEBVIEW_IDS.journey);
    if (list instanceof HTMLSelectElement) list.value = result.journey;
    return isNew;
  }

  #replace({ personas }: MapResult, choice: MapChoice): void {
    const holder = element(WEBVIEW_IDS.tools);
    const find = document.getElementById(PAGE_IDS.find);
    const wanted = find instanceof HTMLInputElement ? find.value : '';
    holder.innerHTML = this.#html;
    (element(PAGE_IDS.find) as HTMLInputElement).value = wanted;
    const persona = document.getElementById(PAGE_IDS.persona);
    if (persona instanceof HTMLSelectElement) {
      const index = personas.findIndex(({ key }) => key === choice.personas?.[0]);
      persona.value = index < 0 ? '' : String(index);
    }
    onChoice(WEBVIEW_IDS.journey, (key) => {
      this.#actions.chooseJourney(key);
    });
    onClick(WEBVIEW_IDS.compareWith, () => {
      tell({ kind: 'chooseCompared' });
    });
    onClick(WEBVIEW_IDS.export, () => {
      tell({ kind: 'chooseExport' });
    });
    onClick(WEBVIEW_IDS.copy, () => {
      this.#actions.copy();
    });
  }
}

function tools(journeys: MapResult['journeys']): string {
  const options = journeys.map(({ key, title }) => `<option value="${escapeXml(key)}">${escapeXml(title)}</option>`);
  const label = escapeXml(TEXTS.journey[locale]);
  const list =
    journeys.length < 2
      ? ''
      : `<label>${label} <select id="${WEBVIEW_IDS.journey}">${options.join('')}</select></label>`;
  return [
    list,
    button(WEBVIEW_IDS.compareWith, TEXTS.compareWith[locale]),
    button(WEBVIEW_IDS.export, TEXTS.export[locale]),
    button(WEBVIEW_IDS.copy, TEXTS.copy[locale]),
  ].join('');
}

function button(id: string, text: string): string {
  return `<button type="button" id="${id}">${escapeXml(text)}</button>`;
}
