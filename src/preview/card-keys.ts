import { scrollWithin } from './scroll-within.ts';

/** Arrow keys go from card to card, Home and End to the first and the last. */
export function moveBetweenCards(frame: HTMLElement): void {
  frame.addEventListener('keydown', (event) => {
    const cards = [...frame.querySelectorAll<SVGGElement>('.map-card')];
    const current = cards.findIndex((card) => card === document.activeElement);
    if (current < 0) return;
    const next = {
      ArrowRight: current + 1,
      ArrowDown: current + 1,
      ArrowLeft: current - 1,
      ArrowUp: current - 1,
      Home: 0,
      End: cards.length - 1,
    }[event.key];
    const card = next === undefined ? undefined : cards[next];
    if (next === undefined) return;
    event.preventDefault();
    if (card === undefined) return;
    card.focus({ preventScroll: true });
    scrollWithin(frame, card, { block: 'nearest', inline: 'center' });
  });
}
