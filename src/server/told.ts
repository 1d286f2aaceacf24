import type { Diagnostic } from 'vscode-languageserver';

const DOUBTFUL: ReadonlySet<unknown> = new Set(['unknown-name', 'missing-import', 'import-is-directory']);

/** What a client was told about a file: enough to see whether it would be the same again. */
export class Told {
  readonly count: number;
  /** Whether some of it depends on what all other files declare, such as where an unknown name could be imported from. */
  readonly isDoubtful: boolean;
  #diagnostics: readonly Diagnostic[] | undefined;
  #id: string | undefined;

  /** @param known what is known of the diagnostics already */
  constructor(diagnostics: readonly Diagnostic[] | undefined, known?: Pick<Told, 'count' | 'isDoubtful' | 'id'>) {
    this.count = known?.count ?? diagnostics?.length ?? 0;
    this.isDoubtful = known?.isDoubtful ?? diagnostics?.some(({ code }) => DOUBTFUL.has(code)) ?? false;
    this.#diagnostics = diagnostics;
    this.#id = known?.id;
  }

  /** What was told when the diagnostics themselves are not at hand. */
  static of(known: Pick<Told, 'count' | 'isDoubtful' | 'id'>): Told {
    return new Told(undefined, known);
  }

  /** Another one whenever the diagnostics are others. */
  get id(): string {
    this.#id ??= idOf(JSON.stringify(this.#diagnostics ?? []));
    return this.#id;
  }

  /** Keeps no more than the id: of a file that nobody looks at. */
  condense(): void {
    void this.id;
    this.#diagnostics = undefined;
  }

  /** Whether the client was told the same. To find the first difference takes less than to make an id, at every key. */
  isSame(other: Told): boolean {
    if (this.#diagnostics === undefined || other.#diagnostics === undefined) return this.id === other.id;
    return isAlike(this.#diagnostics, other.#diagnostics);
  }
}

export const nothingTold = new Told([]);

/** The id of diagnostics, by their JSON. */
export function idOf(json: string): string {
  return json === '[]' ? '' : `${json.length.toString(36)}-${hashOf(json)}`;
}

/** Compares what may stand in a message of the protocol. */
function isAlike(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    if (!isAlike((left as Fields)[key], (right as Fields)[key])) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

/** FNV-1a: quick, and good enough to tell two versions of one text apart. */
export function hashOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(36);
}
