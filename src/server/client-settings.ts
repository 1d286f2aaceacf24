import { HINT_KINDS, type HintKind } from '../language/features/inlay-hints.ts';
import { isRecord } from './records.ts';

/** What a user has set in the editor, under `journey`. */
export interface ClientSettings {
  /** What is shown in the text: `inlayHints.enabled` for all of them, `inlayHints.<kind>` for one. */
  readonly inlayHints: ReadonlySet<HintKind>;
  readonly codeLens: { readonly enabled: boolean };
}

/** What the user has set, as it is now. */
export class UserSettings {
  #current: Promise<ClientSettings> = Promise.resolve(readClientSettings());
  readonly #onChange: (() => void)[] = [];

  /** As soon as the client has said it. */
  get current(): Promise<ClientSettings> {
    return this.#current;
  }

  /** Takes what the user has set, or a promise that never fails. */
  set(settings: ClientSettings | Promise<ClientSettings>): void {
    this.#current = Promise.resolve(settings);
    for (const callback of this.#onChange) callback();
  }

  /** Calls back when the user has set something else. */
  onChange(callback: () => void): void {
    this.#onChange.push(callback);
  }
}

/** Reads what a client gives; whatever is missing or of another kind is as if nobody had set it. */
export function readClientSettings(value?: unknown): ClientSettings {
  const given = isRecord(value) ? value : {};
  return {
    inlayHints: new Set(isOn(given, 'inlayHints') ? HINT_KINDS.filter((kind) => isOn(given['inlayHints'], kind)) : []),
    codeLens: { enabled: isOn(given, 'codeLens') },
  };
}

/** Everything is on until somebody switches it off, as `name: false` or `name.enabled: false`. */
function isOn(given: unknown, name: string): boolean {
  const part = isRecord(given) ? given[name] : undefined;
  return (isRecord(part) ? part['enabled'] : part) !== false;
}
