import { tell } from './host.ts';
import type { SourceCommand } from './messages.ts';

/**
 * Takes the keys of the editor that mean the text: a map has nothing of its own to undo or to save. Without this they would go to
 * the page, where they do nothing.
 */
export function passSourceKeys(): void {
  addEventListener(
    'keydown',
    (event) => {
      const command = commandOf(event);
      if (command === undefined || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      tell({ kind: 'source', command });
    },
    { capture: true },
  );
}

function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): SourceCommand | undefined {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (letter === 'y' && !shiftKey) return 'redo';
  return letter === 's' && !shiftKey ? 'save' : undefined;
}
