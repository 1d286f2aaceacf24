import { element } from '../dom.ts';
import { tell } from './host.ts';
import { locale } from './locale.ts';
import type { ToPage } from './messages.ts';
import { WEBVIEW_IDS } from './styles.ts';
import { TEXTS } from './texts.ts';

/** Says above the map what is to be said about it as it is; with nothing to say, the place is gone. */
export function showNotice({ text, place }: Extract<ToPage, { kind: 'notice' }>): void {
  const notice = element(WEBVIEW_IDS.notice);
  notice.hidden = text === undefined;
  notice.textContent = text ?? '';
  if (text === undefined || place === undefined) return;
  const link = document.createElement('button');
  link.type = 'button';
  link.textContent = TEXTS.showSource[locale];
  link.addEventListener('click', () => {
    tell({ kind: 'reveal', place, focus: true });
  });
  notice.append(link);
}

/** Whether the map is as the text is. */
export function isNoticeShown(): boolean {
  return !element(WEBVIEW_IDS.notice).hidden;
}
