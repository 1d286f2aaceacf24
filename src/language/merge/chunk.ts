/** A stretch of a merged text: what is agreed on, or the two sides of a conflict. All of them are whole lines. */
export type Chunk = Agreed | { readonly ours: Agreed; readonly theirs: Agreed };

export interface Agreed {
  readonly text: string;
  /** What it says; see `sayingOf`. */
  readonly saying: readonly string[];
}

/** What the sides are called in the markers of a conflict. */
export interface Labels {
  readonly ours: string;
  readonly theirs: string;
  /** How many characters a marker has; git asks for more in a merge within a merge. */
  readonly markerSize: number;
}

/** The merged text. */
export function textOf(chunks: readonly Chunk[], { ours, theirs, markerSize }: Labels): string {
  const marker = (sign: string, label = ''): string => `${sign.repeat(markerSize)}${label === '' ? '' : ` ${label}`}\n`;
  return chunks
    .map((chunk) =>
      'text' in chunk
        ? chunk.text
        : `${marker('<', ours)}${chunk.ours.text}${marker('=')}${chunk.theirs.text}${marker('>', theirs)}`,
    )
    .join('');
}

/** The text and what it says when each conflict is decided for one side. */
export function resolved(chunks: readonly Chunk[], side: 'ours' | 'theirs'): Agreed {
  const parts = chunks.map((chunk) => ('text' in chunk ? chunk : chunk[side]));
  return { text: parts.map(({ text }) => text).join(''), saying: parts.flatMap(({ saying }) => saying) };
}
