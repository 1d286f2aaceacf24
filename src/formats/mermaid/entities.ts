/** Mermaid's way to write signs that mean something to it: `#58;` is a colon, `#quot;` a quotation mark. */

const names: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  gt: '>',
  hellip: '…',
  lt: '<',
  mdash: '—',
  nbsp: '\u00A0',
  ndash: '–',
  num: '#',
  quot: '"',
  semi: ';',
};

/** Stand for an encoded sign while a line is taken apart; they are no letters of any script. */
const open = '\uE000';
const close = '\uE001';

/** A line whose encoded signs can neither end it nor part it. */
export interface Masked {
  readonly text: string;
  /** Whether one is written as in HTML, which Mermaid's journey does not read. */
  readonly html: boolean;
  /** Puts the signs back into a piece of the text. */
  readonly unmask: (piece: string) => string;
}

export function maskEntities(line: string): Masked {
  const signs: string[] = [];
  let html = false;
  const text = line.replace(/[#&](#?\w+);/g, (whole, name: string) => {
    const sign = signOf(name.replace(/^#/, ''), whole.startsWith('&#') ? 'number' : 'any');
    if (sign === undefined) return whole;
    html ||= whole.startsWith('&');
    return `${open}${signs.push(sign) - 1}${close}`;
  });
  return {
    text,
    html,
    unmask: (piece) => piece.replace(/\uE000(\d+)\uE001/g, (whole, index: string) => signs[Number(index)] ?? whole),
  };
}

function signOf(name: string, what: 'number' | 'any'): string | undefined {
  if (/^\d+$/.test(name)) {
    const code = Number(name);
    return code > 0x1f && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
      ? String.fromCodePoint(code)
      : undefined;
  }
  return what === 'any' && Object.hasOwn(names, name) ? names[name] : undefined;
}

/** A text that Mermaid reads as it is: on one line, nothing in it ends or parts anything. */
export function encodeText(text: string, signs = /[:;#<>&"]|%(?=[%{}])|(?<=[%}])%/g): string {
  // Space at the ends of a line is not seen; reading it again would drop it.
  const line = text
    .replace(/[\p{Cc}\u2028\u2029\p{Cs}]+/gu, (controls) => (/[\n\r\u2028\u2029]/.test(controls) ? '\n' : ' '))
    .split('\n')
    .map((part) => part.trim().replace(signs, (sign) => `#${sign.charCodeAt(0)};`))
    .filter((part) => part !== '')
    .join('<br>');
  // These words begin a statement, in capitals too.
  return line.replace(/^(?=section|title|acctitle|accdescr|journey|%|-)./i, (first) => `#${first.charCodeAt(0)};`);
}
