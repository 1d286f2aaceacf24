import type { Locale } from '../../model/text.ts';
import type { MapContent } from '../content/content.ts';
import { type Lane, LANES, PRESETS } from '../content/lanes.ts';
import { PRESET_LABELS } from '../content/lanes.ts';
import { LABELS, PAGE_LABELS, THEME_LABELS } from '../labels.ts';
import { type Theme, THEMES } from '../style/palette.ts';
import { escapeXml } from '../svg/escape.ts';
import { PAGE_IDS } from './page-data.ts';

/**
 * The tools above a map. What the journey gives no choice for is not offered.
 *
 * @param personas what to call those that can be looked at alone; empty when there is one only
 * @param rest HTML of the tools that not every page with a map has
 */
export function writeToolbar(
  whole: MapContent,
  personas: readonly string[],
  lanes: readonly Lane[],
  rest: string,
): string {
  const { locale } = whole;
  const label = (name: keyof typeof PAGE_LABELS): string => escapeXml(PAGE_LABELS[name][locale]);
  const button = (id: string, name: keyof typeof PAGE_LABELS, text = label(name)): string =>
    `<button type="button" id="${id}" title="${label(name)}" aria-label="${label(name)}">${text}</button>`;
  const toggle = (id: string, name: keyof typeof PAGE_LABELS): string =>
    `<button type="button" id="${id}" aria-pressed="false">${label(name)}</button>`;
  return `<div id="${PAGE_IDS.toolbar}" role="toolbar" aria-label="${label('toolbar')}">
${button(PAGE_IDS.zoomOut, 'zoomOut', '−')}${button(PAGE_IDS.zoomIn, 'zoomIn', '+')}${button(PAGE_IDS.fit, 'fit')}
${personaChoice(personas, label('persona'), label('overlaid'))}${compareSwitch(whole, label('compare'))}${laneMenu(whole, lanes)}
${toggle(PAGE_IDS.fold, 'fold')}${toggle(PAGE_IDS.view, 'table')}
<label>${label('find')} <input type="search" id="${PAGE_IDS.find}" autocomplete="off"></label> <output id="${PAGE_IDS.found}" for="${PAGE_IDS.find}"></output>
${rest}
</div>`;
}

/** Tools of a page that stands alone: its colours, and paper. */
export function pageTools(locale: Locale, chosen?: Theme): string {
  const label = (name: 'theme' | 'auto' | 'print'): string => escapeXml(PAGE_LABELS[name][locale]);
  const themes = THEMES.map((theme) => option(theme, escapeXml(THEME_LABELS[theme][locale]), theme === chosen));
  return `<label>${label('theme')} <select id="${PAGE_IDS.theme}">${option('', label('auto'))}${themes.join('')}</select></label>
<button type="button" id="${PAGE_IDS.printButton}" title="${label('print')}" aria-label="${label('print')}">${label('print')}</button>`;
}

function personaChoice(personas: readonly string[], label: string, all: string): string {
  if (personas.length === 0) return '';
  const options = personas.map((name, index) => option(String(index), escapeXml(name)));
  return `<label>${label} <select id="${PAGE_IDS.persona}">${option('', all)}${options.join('')}</select></label>\n`;
}

function compareSwitch({ curves }: MapContent, label: string): string {
  const other = curves.find(({ compared }) => compared);
  if (other === undefined) return '';
  return `<label class="check"><input type="checkbox" id="${PAGE_IDS.compare}" checked> ${label} ${escapeXml(other.name)}</label>\n`;
}

/** Presets, and every lane that this journey has something in. */
function laneMenu({ lanes: all, showsEmotion, locale }: MapContent, lanes: readonly Lane[]): string {
  const initial = Object.entries(PRESETS).find(([, own]) => own.join() === lanes.join())?.[0] ?? '';
  const presets = Object.entries(PRESET_LABELS).map(([name, text]) =>
    option(name, escapeXml(text[locale]), name === initial),
  );
  const offered: readonly Lane[] = [...all, ...(showsEmotion ? (['emotion'] as const) : [])];
  const boxes = offered.map((lane) => {
    const name = lane === 'emotion' ? LABELS.emotion[locale] : LANES[lane].label[locale];
    const checked = lanes.includes(lane) ? ' checked' : '';
    return `<label class="check"><input type="checkbox" value="${lane}"${checked}> ${escapeXml(name)}</label>`;
  });
  return `<details id="${PAGE_IDS.laneMenu}"><summary>${escapeXml(PAGE_LABELS.lanes[locale])}</summary><div>
<label>${escapeXml(PAGE_LABELS.preset[locale])} <select id="${PAGE_IDS.preset}">${option('', escapeXml(PAGE_LABELS.ownChoice[locale]), initial === '')}${presets.join('')}</select></label>
<fieldset id="${PAGE_IDS.lanes}"><legend>${escapeXml(PAGE_LABELS.lanes[locale])}</legend>${boxes.join('')}</fieldset>
</div></details>`;
}

function option(value: string, text: string, selected = false): string {
  return `<option value="${value}"${selected ? ' selected' : ''}>${text}</option>`;
}
