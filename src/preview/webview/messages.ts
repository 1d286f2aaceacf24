// What the webview and the extension say to each other. Types only, so that both can share them.
import type { ChangedMap, MapEdit, MapResult } from '../../server/protocol.ts';
import type { Place } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';

/** Formats that the page itself can write. */
export type PageFormat = 'svg' | 'png' | 'html' | 'markdown';

/** What the page keeps of itself, so that it looks the same after the window was closed. */
export interface PageState {
  /** The file that is shown. */
  readonly uri: string;
  readonly locked: boolean;
  /** What of the journey the server is asked for. */
  readonly choice: MapChoice;
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly folded?: readonly string[];
  readonly opened: readonly string[];
  readonly lanes?: readonly string[];
  readonly table: boolean;
  readonly compared: boolean;
}

/** What is to be seen of a file. */
export interface MapChoice {
  readonly journey?: string;
  readonly personas?: readonly string[];
  readonly compare?: { readonly uri: string; readonly journey?: string };
}

export type ToPage =
  | {
      readonly kind: 'map';
      readonly result: MapResult;
      readonly uri: string;
      readonly locked: boolean;
      readonly editable: boolean;
    }
  /** What is different in the map that is shown. */
  | ChangedMap
  | { readonly kind: 'state'; readonly locked: boolean; readonly editable: boolean }
  /** A change by hand was refused: what was moved goes back. */
  | { readonly kind: 'redraw' }
  /** The map that is shown is also that of a newer text. */
  | { readonly kind: 'version'; readonly version: number | null }
  /** Something about the map as it is: it shows an earlier text, the file is gone. Missing: all is well. */
  | { readonly kind: 'notice'; readonly text?: string; readonly place?: Place }
  /** Where the cursor is. `scrolls`: the map goes there. `follows`: also to another journey of the file. */
  | {
      readonly kind: 'cursor';
      readonly uri: string;
      readonly line: number;
      readonly scrolls: boolean;
      readonly follows: boolean;
    }
  | { readonly kind: 'command'; readonly command: 'find' | 'fit' | 'copy' }
  /** Ways out of the findings about a touchpoint. */
  | { readonly kind: 'fixes'; readonly touchpoint: string; readonly fixes: readonly OfferedFix[] }
  /** `script` is what a page of its own runs. */
  | { readonly kind: 'export'; readonly format: PageFormat; readonly script: string }
  /** Tests ask what is to be seen. */
  | { readonly kind: 'report' };

export interface OfferedFix {
  readonly id: number;
  /** Of the finding. */
  readonly code: string;
  readonly line: number;
  readonly title: string;
}

export type FromPage =
  /** The page listens. `locale` is what it was told in its markup. */
  | { readonly kind: 'ready'; readonly state?: PageState }
  /** It was told changes of a map that it does not have. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'choose'; readonly choice: MapChoice }
  | { readonly kind: 'chooseCompared' }
  | { readonly kind: 'reveal'; readonly place: Place; readonly focus: boolean }
  /** Something that is done to the text, by a key that was pressed in the map. */
  | { readonly kind: 'source'; readonly command: SourceCommand }
  /** Somebody tried to change what may not be changed from here. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'edit'; readonly edit: MapEdit; readonly version: number | null }
  | { readonly kind: 'askFixes'; readonly touchpoint: string; readonly places: readonly FixPlace[] }
  | { readonly kind: 'fix'; readonly id: number }
  | { readonly kind: 'chooseExport' }
  | { readonly kind: 'exported'; readonly format: PageFormat; readonly name: string; readonly base64: string }
  | { readonly kind: 'copied'; readonly done: boolean }
  | { readonly kind: 'report'; readonly report: PageReport };

export type SourceCommand = 'undo' | 'redo' | 'save';

interface FixPlace {
  readonly code: string;
  readonly place: Place;
}

/** What is to be seen, for tests. */
export interface PageReport {
  readonly title: string;
  readonly cards: number;
  readonly titles: readonly string[];
  readonly marked: readonly string[];
  readonly stages: readonly string[];
  readonly folded: readonly string[];
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly notice: string;
  readonly theme: string;
  readonly locale: Locale;
  readonly lanes: readonly string[];
  readonly table: boolean;
  /** Of the table. */
  readonly rows: number;
  /** How many touchpoints were found; empty when nothing is looked for. */
  readonly found: string;
  /** Another journey lies underneath. */
  readonly compared: boolean;
  readonly curves: number;
  readonly details: readonly string[];
  /** Ways out of findings that are offered. */
  readonly fixes: readonly string[];
  readonly version: number | null;
}
