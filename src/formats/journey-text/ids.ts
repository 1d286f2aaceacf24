/** Makes ids of the language from titles, each one once. */
export class Ids {
  readonly #taken = new Set<string>();

  /**
   * An id that people recognise the title by; `fallback` with a number when the title holds no letter.
   *
   * English titles become `ReadsThePage`, Japanese ones stay as they are, without their signs.
   */
  make(title: string, fallback: string): string {
    const base = idOf(title) ?? fallback;
    let id = base;
    for (let number = 2; this.#taken.has(id); number += 1) id = `${base}${number}`;
    this.#taken.add(id);
    return id;
  }
}

/** Long enough to be understood, short enough to be typed. */
const longest = 32;

function idOf(title: string): string | undefined {
  const words = title.normalize('NFKC').match(/[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:['’]\p{L}+)?/gu) ?? [];
  let id = '';
  for (const word of words) {
    const part = capitalised(word.replace(/['’]/g, ''));
    if (id !== '' && id.length + part.length > longest) break;
    id += part;
  }
  // A name begins with a letter.
  id = Array.from(id.replace(/^[^\p{L}\p{Nl}_]+/u, ''))
    .slice(0, longest)
    .join('');
  return id === '' || /^_+$/.test(id) ? undefined : id;
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
