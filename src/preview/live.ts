// The script of a page that follows its server: it loads itself anew when something has changed, and says what keeps it from
// showing what is written now. Runs in a browser.
import { LIVE_PATH, type LiveState } from '../map/html/live-state.ts';

/** Which version of the pages this one is of; the server puts it before this script. */
declare const journeyVersion: number;

const place = `journey-place ${location.pathname}`;
const bar = document.createElement('div');
bar.id = 'live';
bar.setAttribute('role', 'status');
// The policy of the page takes no style attribute; properties one by one are the page's own doing.
Object.assign(bar.style, {
  position: 'fixed',
  insetInline: '0',
  bottom: '0',
  zIndex: '10',
  padding: '10px 16px',
  whiteSpace: 'pre-line',
  font: '14px/1.5 sans-serif',
  background: 'var(--journey-warmSoft)',
  color: 'var(--journey-warm)',
  borderTop: '2px solid var(--journey-warmLine)',
});
bar.hidden = true;
bar.style.display = 'none';
document.body.append(bar);
takeUpPlace();

let gone = '';
const events = new EventSource(LIVE_PATH);
events.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const state = JSON.parse(data) as LiveState;
  gone = state.gone;
  if (journeyVersion !== state.version) {
    keepPlace();
    location.reload();
    return;
  }
  say(state.problems.join('\n'));
});
// The browser tries again by itself.
events.addEventListener('error', () => say(gone));

function say(text: string): void {
  bar.textContent = text;
  bar.hidden = text === '';
  bar.style.display = text === '' ? 'none' : 'block';
}

/** Where the reader is: in the page, and in the map if it has one. */
function keepPlace(): void {
  const map = document.getElementById('map');
  const kept = [scrollX, scrollY, map?.scrollLeft ?? 0, map?.scrollTop ?? 0];
  sessionStorage.setItem(place, JSON.stringify(kept));
}

function takeUpPlace(): void {
  const kept = sessionStorage.getItem(place);
  if (kept === null) return;
  sessionStorage.removeItem(place);
  const [x = 0, y = 0, left = 0, top = 0] = JSON.parse(kept) as readonly number[];
  scrollTo(x, y);
  document.getElementById('map')?.scrollTo(left, top);
}
