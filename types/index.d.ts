// What `import … from 'journey-language'` gives; tests/library/types.test.ts holds it against src/library/index.ts.

export type Locale = 'en' | 'ja';

/** Texts of other files that are imported, by the path that the import names, such as `people.journey`. */
export type JourneyTexts = Readonly<Record<string, string>>;

/** A place in a text. Both count from zero, as in LSP. */
export interface Position {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly character: number;
}

/** One finding. */
export interface CheckFinding {
  /** Stable, such as `wait-untold`; `journey explain` takes it. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** Missing where the finding is about the description and not about the customer. */
  readonly cause?: 'empowerment' | 'duration' | 'identity' | 'transparency' | 'consistency';
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** The end is behind the last character. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What a map shows, and how it looks. */
export interface MapSettings {
  readonly locale?: Locale;
  /** `auto` follows the reader's preference. */
  readonly theme?: 'light' | 'dark' | 'hc-dark' | 'hc-light' | 'auto';
  readonly preset?: 'workshop' | 'executive' | 'blueprint' | 'data' | 'full';
  /** Id of the journey, where there are several; otherwise the first. */
  readonly journey?: string;
  /** Room there is, in pixels; below 700 the map runs from top to bottom. */
  readonly width?: number;
  /** Begins the ids in the SVG: another one for every map on a page. */
  readonly id?: string;
}

/**
 * Everything that `journey check` says about a text, with the recommended rules. A text that cannot be read gives findings
 * and no error.
 *
 * @throws RangeError when an option has a value that there is not; so does `renderSvg`
 */
export function check(
  text: string,
  options?: { readonly locale?: Locale; readonly files?: JourneyTexts },
): Promise<readonly CheckFinding[]>;

/** What a text means, as `journey export --format json` writes it: schemas/model.schema.json describes it. */
export function model(text: string, options?: { readonly files?: JourneyTexts }): Promise<unknown>;

/** The map of a journey as SVG; undefined when the text holds no such journey. */
export function renderSvg(
  text: string,
  options?: MapSettings & { readonly files?: JourneyTexts },
): Promise<string | undefined>;
