import type { Theme } from '../../map/style/palette.ts';

/** VS Code names the kind of its theme on the body, and changes it without loading the page anew. */
const kinds: readonly (readonly [string, Theme])[] = [
  ['vscode-high-contrast-light', 'hc-light'],
  ['vscode-high-contrast', 'hc-dark'],
  ['vscode-dark', 'dark'],
  ['vscode-light', 'light'],
];

/** Colours the page as VS Code is coloured, now and whenever that changes. */
export function followTheme(): void {
  const { body, documentElement } = document;
  const follow = (): void => {
    documentElement.dataset['theme'] = kinds.find(([name]) => body.classList.contains(name))?.[1] ?? 'light';
  };
  new MutationObserver(follow).observe(body, { attributeFilter: ['class'] });
  follow();
}
