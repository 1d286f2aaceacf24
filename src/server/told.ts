import type { Diagnostic } from 'vscode-languageserver';

/** What a client was told about a file: enough to see whether it would be the same again. */
export interface Told {
  /** Another one whenever the diagnostics are others. */
  readonly id: string;
  readonly count: number;
  /** Whether some of it depends on what all other files declare, such as where an unknown name could be imported from. */
  readonly isDoubtful: boolean;
}

export const nothingTold: Told = { id: '', count: 0, isDoubtful: false };

const DOUBTFUL: ReadonlySet<unknown> = new Set(['unknown-name', 'missing-import', 'import-is-directory']);

/** What telling a client these diagnostics would be. */
export function toldOf(diagnostics: readonly Diagnostic[]): Told {
  if (diagnostics.length === 0) return nothingTold;
  const text = JSON.stringify(diagnostics);
  return {
    id: `${text.length.toString(36)}-${hashOf(text)}`,
    count: diagnostics.length,
    isDoubtful: diagnostics.some(({ code }) => DOUBTFUL.has(code)),
  };
}

/** FNV-1a: quick, and good enough to tell two versions of one text apart. */
export function hashOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(36);
}
