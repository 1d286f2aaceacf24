import type { WorkspaceEdit } from 'vscode-languageserver';
import type { MapEdit } from '../language/edit/map-edit.ts';
import type { MapContent } from '../map/content/content.ts';
import type { Lane, Preset } from '../map/content/lanes.ts';
import type { PageData } from '../map/html/page-data.ts';
import type { Patch } from '../map/patch.ts';
import type { Severity } from '../model/finding.ts';
import type { Place, Position, Range } from '../model/place.ts';
import type { Locale } from '../model/text.ts';
import type { ToolAnswer } from '../tools/run-tool.ts';
import type { Picture } from '../tools/picture-of.ts';
import type { CauseName } from '../model/words.ts';

// What our server and clients that know it say to each other beyond the Language Server Protocol. Plain types and the names
// of methods, nothing that runs, so that a page, an extension and the server can all share this file.
//
// URIs are written as the client writes them. Places count as the client has agreed to (UTF-16 unless it asked otherwise).
// Texts are in the language that the client gave at the start, or in `locale` where a request names one.

export type { Lane, MapContent, MapEdit, PageData, Patch, Preset };

/** What a client can say about itself at the start. */
export interface InitializationOptions {
  /** Those of `ClientCommands` that it carries out. It is not sent what needs another one. */
  readonly commands: readonly (keyof ClientCommands)[];
}

/** Commands that code lenses and proposals ask a client to carry out, with their arguments. */
export interface ClientCommands {
  readonly 'journey.openMap': readonly [target: LensTarget];
  readonly 'journey.compareWithCommit': readonly [target: LensTarget];
  /** The declaration's id: the client asks `textDocument/references` for it and shows what comes. */
  readonly 'journey.showReferences': readonly [uri: string, position: Position];
  /** VS Code's own: shows what can be written at the cursor. */
  readonly 'editor.action.triggerSuggest': readonly [];
}

/** The journey that a lens stands above. */
export interface LensTarget {
  readonly uri: string;
  /** Where its id begins. */
  readonly position: Position;
  /** The id. */
  readonly journey: string;
}

/** Requests of a client, with what they take and give. A document that is not there, or no journey file, gives null. */
export interface ServerRequests {
  /** The map of one journey, as a page draws it. Asking for it once turns on `journey/mapChanged`. */
  readonly 'journey/map': { readonly params: MapParams; readonly result: MapAnswer | null };
  /** A change made by taking hold of the map: the text edits that it comes to, which the client applies. */
  readonly 'journey/mapEdit': { readonly params: MapEditParams; readonly result: MapEditResult | null };
  /** The model of a file as `journey export --format json` writes it (schemas/model.schema.json). */
  readonly 'journey/model': { readonly params: DocumentParams; readonly result: unknown };
  /** The friction scores of a file's own journeys. Estimates, never measurements. */
  readonly 'journey/score': { readonly params: DocumentParams; readonly result: readonly JourneyScoreResult[] | null };
  /** The page of a rule, in Markdown; null when there is no rule of that id. */
  readonly 'journey/explainRule': { readonly params: RuleParams; readonly result: RuleResult | null };
  /** What a file says differently than earlier texts, which the client gives. */
  readonly 'journey/compare': { readonly params: CompareParams; readonly result: CompareResult | null };
  /** What a tool for language models answers; the manifest of the extension lists them. They only read. */
  readonly 'journey/tool': { readonly params: ToolParams; readonly result: ToolResult };
  /** The map of a text that is no file. */
  readonly 'journey/picture': { readonly params: PictureParams; readonly result: PictureResult };
  /** A journey from a table or a Mermaid diagram; null where the text is neither. */
  readonly 'journey/import': { readonly params: ImportParams; readonly result: ImportResult | null };
  /** The text of a document of the scheme `builtin`: the standard library, or the page of a rule in Markdown. */
  readonly 'journey/virtualDocument': { readonly params: VirtualDocumentParams; readonly result: string | null };
  /** All journeys of the workspace, for a side bar. Asking for it once turns on `journey/workspaceTreeChanged`. */
  readonly 'journey/workspaceTree': { readonly params: TreeParams; readonly result: WorkspaceTree };
}

/** Requests of a server that has no disk of its own, as in a browser. A client answers them from its own file system. */
export interface ClientRequests {
  /** URIs of all files in these folders, however deep, that end in `.journey` or `.evidence.json`, or are a `journey.config.json`. */
  readonly 'journey/listFiles': { readonly params: FoldersParams; readonly result: readonly string[] };
  /** Texts of files, in the same order; null for one that cannot be read. */
  readonly 'journey/readFiles': { readonly params: FilesParams; readonly result: readonly (string | null)[] };
}

/** What the server tells a client that has asked for it before. */
export interface ServerNotifications {
  /**
   * Maps of these documents may look different now. Sent right behind the diagnostics of the same version; it has no content,
   * so a client that is still drawing can skip versions and asks for the newest one when it is ready.
   */
  readonly 'journey/mapChanged': { readonly uris: readonly string[] };
  /** `journey/workspaceTree` would give something else. Sent when there is nothing else to do. */
  readonly 'journey/workspaceTreeChanged': Readonly<Record<string, never>>;
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
  readonly locale?: Locale;
}

export interface MapParams extends DocumentParams {
  /** Key of the journey; default: the one around `position`, or else the first of the file. */
  readonly journey?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Keys of the personas to show; empty or missing for all. */
  readonly personas?: readonly string[];
  /** Which lanes are shown at first. The content has all of them, so that changing lanes needs no further request. */
  readonly preset?: Preset;
  /** Instead of the preset's lanes. */
  readonly lanes?: readonly Lane[];
  /** Another journey whose emotions are drawn underneath; it may stand in another file. */
  readonly compare?: { readonly uri: string; readonly journey?: string };
  /** Shows what has changed since these texts, both versions in one map. `name` says what they are. */
  readonly since?: EarlierTexts;
  /** The `stamp` of the map that the client shows: when it would be the same again, nothing is sent. */
  readonly known?: string;
  /**
   * The client draws while somebody types. It is answered before the findings are looked for, with those of the text before
   * (`journey/mapChanged` follows), with nothing but the changes where it has `known`, and keeps its map while the text is
   * broken.
   */
  readonly live?: true;
}

export type MapAnswer = MapResult | ChangedMap | UnchangedMap;

export interface MapEditParams {
  /** The file of the journey. With a version, the change is refused when the text is a newer one by now. */
  readonly textDocument: { readonly uri: string; readonly version?: number | null };
  readonly edit: MapEdit;
}

export type MapEditResult =
  /** Without changes when everything is like that already. */
  | { readonly kind: 'edit'; readonly edit: WorkspaceEdit }
  /** Why it cannot be, for the user. */
  | { readonly kind: 'refused'; readonly message: string };

/** What every answer with or about a map says. */
interface MapState {
  /** Version of the text that it was made of; null for a file that is not open. */
  readonly version: number | null;
  /** Another one whenever the content is another one. */
  readonly stamp: string;
  /** The first mistake of form in the text: its author is not done with it, and the map is that of what could be read. */
  readonly mistake?: Range;
}

export interface MapResult extends MapState {
  readonly kind: 'map';
  readonly uri: string;
  /** All journeys and all personas that can be chosen. */
  readonly journeys: readonly JourneyChoice[];
  readonly personas: readonly Choice[];
  /** Key of the journey that is shown. */
  readonly journey: string;
  /** Where its stages stand in the text of `uri`. */
  readonly stages: readonly WrittenStage[];
  /** What the page of `journey render --format html` gets. */
  readonly data: PageData;
  /** Those about this journey and the chosen personas, in the order of the text. */
  readonly findings: readonly MapFinding[];
}

/** A map of which only what is different is told, from one that the client has. */
export interface ChangedMap extends MapState {
  readonly kind: 'change';
  /** The `stamp` of that one. */
  readonly from: string;
  /** What becomes of its `MapContents`. */
  readonly patch: Patch;
}

/** The part of a map that a patch changes. */
export type MapContents = Omit<MapResult, keyof MapState | 'kind'>;

export interface UnchangedMap extends MapState {
  readonly kind: 'unchanged';
}

export interface Choice {
  readonly key: string;
  readonly title: string;
}

export interface JourneyChoice extends Choice {
  /** Where it stands in the text. */
  readonly range: Range;
}

/** A part of a journey with the whole of its text, from its first word to its closing brace. */
interface Written {
  readonly key: string;
  readonly range: Range;
}

export interface WrittenStage extends Written {
  readonly touchpoints: readonly Written[];
}

/** A finding with the part of the map that it belongs to. */
export interface MapFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly cause: CauseName | 'other';
  readonly message: string;
  readonly help: string;
  readonly place: Place;
  /** Keys; missing when it is about the whole journey, or stage. */
  readonly stage?: string;
  readonly touchpoint?: string;
  /** The other end when it is about the way between two touchpoints. */
  readonly next?: string;
}

export interface JourneyScoreResult extends Choice {
  readonly place: Place;
  /** 0 is best; there is no upper bound. */
  readonly total: number;
  /** What the number is called; it must never be shown without. */
  readonly label: string;
  readonly causes: CountByCause;
  readonly stages: readonly (Choice & { readonly total: number })[];
  readonly touchpoints: readonly (Choice & { readonly total: number })[];
}

/** By cause, without those that are zero. */
export type CountByCause = Readonly<Partial<Record<CauseName | 'other', number>>>;

export interface VirtualDocumentParams {
  readonly uri: string;
  readonly locale?: Locale;
}

export interface CompareParams extends DocumentParams {
  readonly texts: EarlierTexts['texts'];
}

/** An earlier version of a file. */
export interface EarlierTexts {
  /** What it is called, such as a branch. */
  readonly name: string;
  /** The file, and those that it imports, as they were; null for one that was not there. Others count as they are now. */
  readonly texts: readonly { readonly uri: string; readonly text: string | null }[];
}

export interface CompareResult {
  /** Journeys that say something else, or in which something else is found. */
  readonly journeys: readonly {
    /** Its key; missing for one that is gone. */
    readonly key?: string;
    readonly title: string;
    readonly verdict: 'new' | 'gone' | 'better' | 'worse' | 'same';
    /** The friction scores, such as `43 → 37`. Estimates. */
    readonly score: string;
    /** What the customer feels differently, a sentence each. */
    readonly effects: readonly string[];
    readonly changes: readonly ComparedChange[];
  }[];
  /** Changes of what no journey holds. */
  readonly shared: readonly ComparedChange[];
}

export interface ComparedChange {
  readonly kind: 'added' | 'removed' | 'moved' | 'renamed' | 'changed';
  /** What has changed: a touchpoint, a persona… */
  readonly of: string;
  readonly text: string;
  /** Where it stood, and where it stands. */
  readonly before?: Place;
  readonly after?: Place;
}

export interface ToolParams {
  readonly name: string;
  /** As the program that calls it gives it: unchecked. */
  readonly input: unknown;
  readonly locale?: Locale;
}

export type ToolResult = ToolAnswer;

export interface PictureParams {
  readonly text: string;
  /** Unique on the page: letters, digits and hyphens. */
  readonly id: string;
  readonly locale?: Locale;
}

/** The map of a text, with what is wrong in it. */
export type PictureResult = Picture;

export interface ImportParams {
  readonly text: string;
  /** Of the journey, where the text has none. */
  readonly title: string;
  /** Cells are parted by commas or semicolons, as in a CSV file. */
  readonly delimited?: boolean;
  readonly locale?: Locale;
}

export interface ImportResult {
  /** A journey file. */
  readonly text: string;
  /** What somebody must look at: lines of what was imported, counted from one. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export interface RuleParams {
  readonly rule: string;
  readonly locale?: Locale;
}

export interface RuleResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly markdown: string;
}

export interface TreeParams {
  readonly locale?: Locale;
}

export interface WorkspaceTree {
  readonly files: readonly TreeFile[];
}

/** A file with at least one journey. */
export interface TreeFile {
  readonly uri: string;
  readonly journeys: readonly TreeJourney[];
}

export interface TreeJourney extends Choice {
  readonly place: Place;
  readonly kind: string;
  readonly owner?: string;
  readonly personas: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly score: number;
  /** Findings by severity and, of those that a customer would notice, by cause. */
  readonly findings: Readonly<Partial<Record<Severity, number>>>;
  readonly causes: CountByCause;
  /** Those findings themselves, in the order of the text. */
  readonly issues: readonly TreeFinding[];
  readonly stages: readonly TreeStage[];
}

/** A finding in the side bar. */
export interface TreeFinding extends Omit<MapFinding, 'help' | 'next'> {
  /** Keys; empty when it does not depend on the persona. */
  readonly personas: readonly string[];
}

export interface TreeStage extends Choice {
  readonly place: Place;
  readonly findings: number;
  readonly touchpoints: readonly TreeTouchpoint[];
}

export interface TreeTouchpoint extends Choice {
  readonly place: Place;
  /** Keys. */
  readonly channels: readonly string[];
  readonly findings: number;
}

export interface FoldersParams {
  readonly folders: readonly string[];
}

export interface FilesParams {
  readonly uris: readonly string[];
}
