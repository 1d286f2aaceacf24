import { isRecord } from './records.ts';

/** What a user has set in the editor, under `journey`. */
export interface ClientSettings {
  readonly inlayHints: { readonly enabled: boolean };
  readonly codeLens: { readonly enabled: boolean };
}

export const defaultClientSettings: ClientSettings = { inlayHints: { enabled: true }, codeLens: { enabled: true } };

/** Reads what a client gives; whatever is missing or of another kind is as if nobody had set it. */
export function readClientSettings(value: unknown): ClientSettings {
  const given = isRecord(value) ? value : {};
  const enabled = (name: keyof ClientSettings): { readonly enabled: boolean } => {
    const part = given[name];
    const flag = isRecord(part) ? part['enabled'] : part;
    return { enabled: typeof flag === 'boolean' ? flag : defaultClientSettings[name].enabled };
  };
  return { inlayHints: enabled('inlayHints'), codeLens: enabled('codeLens') };
}
