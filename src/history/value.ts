/** What people call a thing: titles as written, and the id. */
export interface Named {
  readonly id: string;
  readonly label?: string;
  readonly labelJa?: string;
  readonly labelEn?: string;
}

/**
 * One value of a statement without its place and spelling: two texts that mean the same give equal values, whatever their
 * layout.
 */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  /** A duration, an amount, a share, a date… `canon` is its meaning, `written` how the author spells it. */
  | { readonly kind: 'quantity'; readonly canon: string; readonly written: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A mark that is there. */
  | { readonly kind: 'yes' }
  | { readonly kind: 'reference'; readonly handle: string; readonly named: Named }
  /** A statement of several parts, such as `asks address essential "…"`. */
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, readonly Value[]> };

/** Gives what a handle of the one version is called in the other. */
export type Rename = (handle: string) => string;

const same: Rename = (handle) => handle;

/** A text that two values share exactly when they mean the same. */
export function canonOf(value: Value, rename: Rename = same): string {
  switch (value.kind) {
    case 'text':
      return `t${JSON.stringify(value.text)}`;
    case 'quantity':
      return `q${value.canon}`;
    case 'word':
      return `w${JSON.stringify(value.word)}`;
    case 'number':
      return `n${value.value}`;
    case 'yes':
      return 'y';
    case 'reference':
      return `r${JSON.stringify(rename(value.handle))}`;
    case 'parts': {
      const parts = [...value.parts].map(
        ([name, all]) => `${name}:${all.map((one) => canonOf(one, rename)).join(',')}`,
      );
      return `{${parts.join(';')}}`;
    }
    default:
      return value satisfies never;
  }
}
