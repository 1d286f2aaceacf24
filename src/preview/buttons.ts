/** What can be unfolded in a map, and what leads to another place in it: by click, Enter and the space bar. */
export function listenToButtons(frame: HTMLElement, pressed: (button: SVGElement) => void): void {
  frame.addEventListener('click', ({ target }) => {
    const button = buttonAt(target);
    if (button !== undefined) pressed(button);
  });
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const button = buttonAt(event.target);
    if (button === undefined) return;
    event.preventDefault();
    pressed(button);
  });
}

function buttonAt(target: EventTarget | null): SVGElement | undefined {
  const button = target instanceof Element ? target.closest('[role=button]') : null;
  return button instanceof SVGElement ? button : undefined;
}
