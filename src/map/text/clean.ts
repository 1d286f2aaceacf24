/**
 * Text from a document, fit to be drawn: nothing in it that a drawing cannot hold or that reaches beyond its own box.
 *
 * Control characters and those that turn the direction of what follows are taken out, lone surrogates and code points
 * that XML forbids become U+FFFD. Of accents piled on one letter three stay, which is more than any language writes. Line
 * breaks stay, as `\n`.
 */
export function cleanText(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(removed, '')
    .replace(piled, '$1')
    .replace(unpaired, '\uFFFD');
}

/** As `cleanText`, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** Nearly every text: looking is faster than replacing. */
const harmless = /^[\n\u0020-\u007E\u00A0-\u02FF\u2010-\u2027\u3000-\u9FFF\uFF01-\uFFEE]*$/;
// Controls but the line feed; marks, embeddings and isolates of the bidirectional algorithm; the byte order mark.
const removed = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const piled = /(\p{Script=Inherited}{3})\p{Script=Inherited}+/gu;
const unpaired = /[\p{Cs}\uFFFE\uFFFF]/gu;
