// `<journey-map>`: a map in any page. dist/journey-map.js defines the element when it is loaded.
import type { MapSettings } from '../library/draw.ts';
import { renderSvg } from '../library/index.ts';

/**
 * The map of a journey that stands in the element, or in the file that `src` names. What it imports is looked for beside
 * that file. Attributes: `src`, `locale`, `theme`, `preset`, `journey`.
 */
class JourneyMap extends HTMLElement {
  static readonly observedAttributes = ['src', 'locale', 'theme', 'preset', 'journey'];
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #watcher = new MutationObserver(() => void this.#draw());
  /** Counts the drawings, so that an older one that is late does not replace a newer one. */
  #drawing = 0;

  connectedCallback(): void {
    this.#watcher.observe(this, { characterData: true, childList: true, subtree: true });
    void this.#draw();
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#draw();
  }

  async #draw(): Promise<void> {
    this.#drawing += 1;
    const drawing = this.#drawing;
    const { locale, ...settings } = this.#settings();
    const shown = await this.#svg({ ...settings, locale }).catch((error: unknown) => String(error));
    if (drawing !== this.#drawing) return;
    this.#show(shown ?? (locale === 'ja' ? 'ジャーニーがありません' : 'There is no journey here'));
    this.dispatchEvent(new CustomEvent('journey-drawn'));
  }

  async #svg(settings: MapSettings): Promise<string | undefined> {
    const source = this.getAttribute('src');
    if (source === null) return renderSvg(this.textContent, settings);
    const address = new URL(source, document.baseURI);
    const text = await load(address);
    return renderSvg(text, { ...settings, files: await importsOf(text, address) });
  }

  #settings(): MapSettings & { readonly locale: 'en' | 'ja' } {
    const language = this.getAttribute('locale') ?? this.closest('[lang]')?.getAttribute('lang') ?? '';
    const theme = themes.find((name) => name === this.getAttribute('theme')) ?? 'auto';
    const preset = presets.find((name) => name === this.getAttribute('preset')) ?? 'workshop';
    const journey = this.getAttribute('journey');
    return { locale: language.startsWith('ja') ? 'ja' : 'en', theme, preset, ...(journey !== null && { journey }) };
  }

  /** A picture of ours is markup; everything else is shown as the text that it is. */
  #show(shown: string): void {
    const style = document.createElement('style');
    style.textContent = ':host { display: block; overflow: auto }';
    const place = document.createElement('div');
    if (shown.startsWith('<svg')) place.innerHTML = shown;
    else {
      place.textContent = shown;
      place.setAttribute('role', 'alert');
    }
    this.#root.replaceChildren(style, place);
  }
}

const themes = ['light', 'dark', 'hc-light', 'hc-dark', 'auto'] as const;
const presets = ['workshop', 'executive', 'blueprint', 'data', 'full'] as const;

async function load(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response.text();
}

/** What a file imports, and what that imports, by paths from the folder of the first one; only what lies below it. */
async function importsOf(text: string, address: URL): Promise<Readonly<Record<string, string>>> {
  const folder = new URL('.', address).href;
  const files: Record<string, string> = {};
  const waiting = [{ text, base: address }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, path = ''] of next.text.matchAll(/^\s*import\s+"([^"]+)"/gm)) {
      const target = new URL(path, next.base);
      const name = decodeURI(target.href.slice(folder.length));
      if (!target.href.startsWith(folder) || Object.hasOwn(files, name)) continue;
      // One after the other: few files, and each may name further ones.
      const found = await load(target).catch(() => undefined);
      if (found === undefined) continue;
      files[name] = found;
      waiting.push({ text: found, base: target });
    }
  }
  return files;
}

customElements.define('journey-map', JourneyMap);
