import type { MapEdit } from '../../server/protocol.ts';
import type { MapContent } from '../../map/content/content.ts';
import { EMOTION_STEP } from '../../map/layout/emotion/band.ts';
import type { MapPage } from '../map-page.ts';
import { scrollWithin } from '../scroll-within.ts';
import { type DropPlace, dropPlaceAt, isMove, showDropPlace } from './drop-place.ts';
import { locale } from './locale.ts';
import { TEXTS } from './texts.ts';

/** What changes the text from the map. */
export interface Editing {
  readonly content: () => MapContent;
  readonly allowed: () => boolean;
  /** Somebody tried it though it is not allowed. */
  readonly refuse: () => void;
  readonly apply: (edit: MapEdit) => void;
}

/** Pixels that a pointer may tremble. */
const trembling = 5;

/** Of the field for a title, in pixels: its height, and how far it reaches beyond the title that it covers. */
const FIELD_HEIGHT = 28;
const FIELD_EDGE = 4;

/**
 * Drags cards to another place and points of the curve to another level, and lets titles be edited in place. The same by
 * keys on a card: Alt with an arrow moves it or its feeling, F2 edits its title.
 */
export function editByHand(page: MapPage, editing: Editing): void {
  const { frame } = page;
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const point = event.target.closest<SVGElement>('.map-point[data-touchpoint]');
      const card = event.target.closest<SVGElement>('.map-card[data-touchpoint]');
      if (event.target.closest('[role=button]') !== null || (point ?? card) === null) return;
      // The map itself is not dragged by what can be dragged.
      event.stopPropagation();
      getSelection()?.removeAllRanges();
      if (!editing.allowed()) follow(event, { moved: () => {}, ended: (dropped) => dropped && editing.refuse() });
      else if (point !== null) dragPoint(point, event, page, editing);
      else if (card !== null) dragCard(card, event, page, editing);
    },
    { capture: true },
  );
  frame.addEventListener(
    'keydown',
    (event) => {
      const card = event.target instanceof Element ? event.target.closest<SVGElement>('.map-card') : null;
      const touchpoint = card?.dataset['touchpoint'];
      if (card === null || touchpoint === undefined) return;
      if (event.key === 'F2') {
        event.preventDefault();
        renameAt(card, touchpoint, page, editing);
      } else if (event.altKey) {
        const edit = editByKey(event.key, touchpoint, editing.content());
        if (edit === undefined) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        applyOrRefuse(edit, editing);
      }
    },
    { capture: true },
  );
  frame.addEventListener('dblclick', ({ target }) => {
    const card = target instanceof Element ? target.closest<SVGElement>('.map-card') : null;
    const touchpoint = card?.dataset['touchpoint'];
    if (card !== null && touchpoint !== undefined) renameAt(card, touchpoint, page, editing);
  });
}

/** Makes a change unless the text may not be changed from here. */
export function applyOrRefuse(edit: MapEdit, { allowed, apply, refuse }: Editing): void {
  if (allowed()) apply(edit);
  else refuse();
}

/** Moves a touchpoint one place to the front (−1) or to the back (1); across the border of its stage into the next. */
export function moveBy(step: -1 | 1, touchpoint: string, content: MapContent): MapEdit | undefined {
  const own = content.touchpoints.find(({ key }) => key === touchpoint);
  if (own === undefined) return undefined;
  const inStage = content.touchpoints.filter(({ stage }) => stage === own.stage);
  const at = inStage.indexOf(own);
  const neighbour = content.stages[own.stage + step];
  const stage = content.stages[own.stage];
  if (stage === undefined) return undefined;
  const move = (to: string, after: string | undefined): MapEdit => ({
    kind: 'moveTouchpoint',
    touchpoint,
    stage: to,
    ...(after === undefined ? {} : { after }),
  });
  if (step === 1) {
    const next = inStage[at + 1];
    if (next !== undefined) return move(stage.key, next.key);
    return neighbour && move(neighbour.key, undefined);
  }
  if (at > 0) return move(stage.key, inStage[at - 2]?.key);
  return neighbour && move(neighbour.key, content.touchpoints.findLast((each) => each.stage === own.stage - 1)?.key);
}

/** Raises or lowers what everybody feels at a touchpoint, or the first who feels something there. */
export function feelBy(step: -1 | 1, touchpoint: string, content: MapContent): MapEdit | undefined {
  const index = content.touchpoints.findIndex(({ key }) => key === touchpoint);
  const curve = content.curves.find(({ compared, points }) => !compared && points.some(({ at }) => at === index));
  const value = limited((curve?.points.find(({ at }) => at === index)?.value ?? 0) + step);
  // What the only one feels is what everybody feels.
  const several = content.personas.length > 1;
  const persona = several && curve?.persona !== undefined ? content.personas[curve.persona]?.key : undefined;
  return { kind: 'setEmotion', touchpoint, value, ...(persona === undefined ? {} : { persona }) };
}

function editByKey(key: string, touchpoint: string, content: MapContent): MapEdit | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return moveBy(key === 'ArrowLeft' ? -1 : 1, touchpoint, content);
  if (key === 'ArrowUp' || key === 'ArrowDown') return feelBy(key === 'ArrowUp' ? 1 : -1, touchpoint, content);
  return undefined;
}

/** −2…+2 in whole steps: what a face can say. */
function limited(value: number): number {
  return Math.max(-2, Math.min(2, Math.round(value)));
}

function dragPoint(point: SVGElement, start: PointerEvent, { view }: MapPage, { apply, content }: Editing): void {
  const { touchpoint = '' } = point.dataset;
  const persona = content().personas.length > 1 ? point.dataset['persona'] : undefined;
  const index = content().touchpoints.findIndex(({ key }) => key === touchpoint);
  const whose = content().personas.findIndex(({ key }) => key === point.dataset['persona']);
  const curve = content().curves.find((each) => !each.compared && (each.persona ?? -1) === whose);
  const before = curve?.points.find(({ at }) => at === index)?.value;
  if (before === undefined) return;
  let value = before;
  follow(start, {
    moved: ({ clientY }) => {
      value = limited(before - (clientY - start.clientY) / (EMOTION_STEP * view.zoom));
      point.setAttribute('transform', `translate(0 ${(before - value) * EMOTION_STEP})`);
    },
    ended: (dropped) => {
      if (dropped && value !== before) {
        apply({ kind: 'setEmotion', touchpoint, value, ...(persona === undefined ? {} : { persona }) });
      } else point.removeAttribute('transform');
    },
  });
}

function dragCard(card: SVGElement, start: PointerEvent, page: MapPage, { apply, content }: Editing): void {
  const { frame, view } = page;
  const { touchpoint = '' } = card.dataset;
  let place: DropPlace | undefined;
  follow(start, {
    moved: ({ clientX, clientY }) => {
      const [dx, dy] = [clientX - start.clientX, clientY - start.clientY];
      card.classList.add('dragged');
      card.setAttribute('transform', `translate(${dx / view.zoom} ${dy / view.zoom})`);
      place = dropPlaceAt(frame, content(), touchpoint, { x: clientX, y: clientY });
      showDropPlace(frame, place, view.zoom);
    },
    ended: (dropped) => {
      card.classList.remove('dragged');
      card.removeAttribute('transform');
      showDropPlace(frame, undefined, view.zoom);
      if (!dropped || place === undefined || !isMove(place, touchpoint, content())) return;
      const { stage, after } = place;
      apply({ kind: 'moveTouchpoint', touchpoint, stage, ...(after === undefined ? {} : { after }) });
    },
  });
}

interface Following {
  readonly moved: (event: PointerEvent) => void;
  /** `dropped` is false when it was only a click, or was taken back. */
  readonly ended: (dropped: boolean) => void;
}

function follow(start: PointerEvent, { moved, ended }: Following): void {
  let isDrag = false;
  const listening = new AbortController();
  const { signal } = listening;
  const stop = (dropped: boolean): void => {
    listening.abort();
    ended(dropped && isDrag);
    if (isDrag) swallowClick();
  };
  addEventListener(
    'pointermove',
    (event) => {
      isDrag ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > trembling;
      if (isDrag) moved(event);
    },
    { signal },
  );
  addEventListener('pointerup', () => stop(true), { signal });
  addEventListener('pointercancel', () => stop(false), { signal });
  addEventListener('keydown', ({ key }) => (key === 'Escape' ? stop(false) : undefined), { signal });
}

function swallow(event: Event): void {
  event.stopPropagation();
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

/** Edits the title of a touchpoint where it stands. */
export function renameAt(card: Element, touchpoint: string, page: MapPage, editing: Editing): void {
  const { apply, content, allowed, refuse } = editing;
  const { title } = content().touchpoints.find(({ key }) => key === touchpoint) ?? {};
  if (title === undefined) return;
  if (!allowed()) {
    refuse();
    return;
  }
  const place = over(card, card.querySelector('.card-title') ?? card, page);
  askTitle(place, page, { title, label: TEXTS.rename[locale] }, (next) => {
    if (next !== title) apply({ kind: 'setTitle', key: touchpoint, title: next, locale: content().locale });
  });
}

/** Asks for the title of a new touchpoint behind another. */
export function addAt(card: Element, touchpoint: string, page: MapPage, { apply, allowed, refuse }: Editing): void {
  if (!allowed()) {
    refuse();
    return;
  }
  const ask = { title: '', label: TEXTS.newTouchpoint[locale] };
  askTitle(under(card, page), page, ask, (title) => apply({ kind: 'addTouchpointAfter', after: touchpoint, title }));
}

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Over a text of a card, however many lines it has, as wide as the card. */
function over(card: Element, text: Element, { frame }: MapPage): Box {
  scrollWithin(frame, card, { block: 'nearest', inline: 'nearest' });
  const { left, width } = card.getBoundingClientRect();
  const { top, height } = text.getBoundingClientRect();
  return { left, width, top: top - FIELD_EDGE, height: height + 2 * FIELD_EDGE };
}

/** Across the lower edge of a card: there a new one comes out from under it, and nobody takes the field for the card's own title. */
function under(card: Element, { frame }: MapPage): Box {
  scrollWithin(frame, card, { block: 'nearest', inline: 'nearest' });
  const { left, width, bottom } = card.getBoundingClientRect();
  return { left, width, top: bottom - FIELD_HEIGHT, height: FIELD_HEIGHT };
}

/** Shows a field. Enter takes what is written, Escape and leaving it empty take nothing. */
function askTitle(
  { left, top, width, height }: Box,
  { frame }: MapPage,
  { title, label }: { readonly title: string; readonly label: string },
  take: (title: string) => void,
): void {
  const parent = frame.parentElement ?? frame;
  const base = parent.getBoundingClientRect();
  const input = document.createElement('input');
  input.id = 'title-editor';
  input.value = title;
  input.placeholder = label;
  input.ariaLabel = label;
  input.style.left = `${left - base.left}px`;
  input.style.top = `${top - base.top}px`;
  input.style.width = `${width}px`;
  input.style.height = `${height}px`;
  let isDone = false;
  const end = (takes: boolean): void => {
    if (isDone) return;
    isDone = true;
    input.remove();
    const next = input.value.trim();
    if (takes && next !== '') take(next);
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    // Enter also ends the choice of an input method, which is no answer yet.
    if (event.key === 'Enter' && !event.isComposing) end(true);
    else if (event.key === 'Escape') end(false);
  });
  input.addEventListener('blur', () => end(true));
  parent.append(input);
  input.focus();
  input.select();
}
