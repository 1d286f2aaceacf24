import type { MapView } from './map-view.ts';

const step = 1.25;

/** Moves and zooms a map by mouse, pen and keys; fingers scroll by themselves. */
export function panAndZoom(view: MapView): void {
  const { frame } = view;
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = frame.getBoundingClientRect();
      view.zoomBy(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  frame.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') view.zoomBy(step);
    else if (key === '-') view.zoomBy(1 / step);
    else if (key === '0') view.zoomTo(1);
  });
  frame.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.pointerType !== 'touch') drag(frame, event);
  });
}

export function zoomIn(view: MapView): void {
  view.zoomBy(step);
}

export function zoomOut(view: MapView): void {
  view.zoomBy(1 / step);
}

function drag(frame: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const from = { left: frame.scrollLeft, top: frame.scrollTop };
  let dragged = false;
  const move = (event: PointerEvent): void => {
    const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
    if (!dragged && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    frame.classList.add('grabbing');
    frame.scrollTo(from.left - dx, from.top - dy);
  };
  const stop = (): void => {
    frame.classList.remove('grabbing');
    globalThis.removeEventListener('pointermove', move);
    // The click that ends a drag is none.
    if (dragged) frame.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => {
      frame.removeEventListener('click', swallow, { capture: true });
    });
  };
  globalThis.addEventListener('pointermove', move);
  globalThis.addEventListener('pointerup', stop, { once: true });
}

function swallow(event: Event): void {
  event.stopPropagation();
}
