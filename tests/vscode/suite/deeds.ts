/** Something done with mouse or keyboard. Selectors are of the map's page. */
export type Deed =
  | { readonly do: 'click'; readonly at: string; readonly times?: number }
  | { readonly do: 'drag'; readonly at: string; readonly to?: string; readonly dx?: number; readonly dy?: number }
  /** In another program: the clipboard that VS Code gives to suites is not the one that is pasted from. */
  | { readonly do: 'copy'; readonly text: string }
  /** `at`: what gets the focus first. */
  | { readonly do: 'press'; readonly key: string; readonly at?: string }
  | { readonly do: 'fill'; readonly at: string; readonly text: string }
  /** In a list of the map's page. */
  | { readonly do: 'choose'; readonly at: string; readonly value: string }
  /** In a list or a question of VS Code: takes what is proposed, or the first that contains the text. `next`: more is asked. */
  | { readonly do: 'answer'; readonly text?: string; readonly next?: true }
  /** In a question of VS Code: writes an answer of one's own, or with none takes the question back. */
  | { readonly do: 'write'; readonly question: string; readonly text?: string }
  /** Fails unless the palette offers a command, or does not. */
  | { readonly do: 'offers'; readonly command: string; readonly offered: boolean }
  /** Fails with what keeps somebody from using the map's page. */
  | { readonly do: 'checkAccess' }
  /** Fails unless something of this media type was copied. */
  | { readonly do: 'checkClipboard'; readonly holds: string }
  /** Waits until something of VS Code itself can be seen. */
  | { readonly do: 'see'; readonly at: string; readonly text?: string }
  | { readonly do: 'type'; readonly text: string }
  /** Something for who runs the suite. */
  | { readonly do: 'tell'; readonly text: string }
  | { readonly do: 'picture'; readonly name: string };

/** Where deeds are asked for; the bundler puts it in. */
declare const DEEDS: string;

/** Asks for it and waits until it is done. Fails with what went wrong. */
export async function please(deed: Deed): Promise<void> {
  const answer = await fetch(DEEDS, { method: 'POST', body: JSON.stringify(deed) });
  if (!answer.ok) throw new Error(`${JSON.stringify(deed)}: ${await answer.text()}`);
}
