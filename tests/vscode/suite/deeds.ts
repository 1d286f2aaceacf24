import { MARK_DEED, say } from './harness.ts';

/** Something done with mouse or keyboard. Selectors are of the map's page. */
export type Deed =
  | { readonly do: 'click'; readonly at: string; readonly times?: number }
  | { readonly do: 'drag'; readonly at: string; readonly to?: string; readonly dx?: number; readonly dy?: number }
  | { readonly do: 'press'; readonly key: string }
  | { readonly do: 'type'; readonly text: string }
  /** Ends the language server's process as a crash would. */
  | { readonly do: 'kill' }
  | { readonly do: 'picture'; readonly name: string };

/** Asks for it. That it was done is to be seen by what it changes. */
export function please(deed: Deed): void {
  say(`${MARK_DEED}${JSON.stringify(deed)}`);
}
