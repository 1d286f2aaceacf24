/** The element of the page with this id, which must be there. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element '${id}'`);
  return found;
}

/** Says what happens at a click on a button; one that the page does not offer is left out. */
export function onClick(id: string, action: (button: HTMLElement) => void): void {
  const button = document.getElementById(id);
  button?.addEventListener('click', () => {
    action(button);
  });
}

/** Says what happens when something else is chosen from a list that the page may have. */
export function onChoice(id: string, action: (value: string) => void): void {
  const list = document.getElementById(id);
  if (list instanceof HTMLSelectElement) {
    list.addEventListener('change', () => {
      action(list.value);
    });
  }
}

export function press(button: HTMLElement, pressed: boolean): void {
  button.setAttribute('aria-pressed', String(pressed));
}
