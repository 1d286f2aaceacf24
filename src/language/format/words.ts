import type { Token } from '../parser/token.ts';

/** Signs that separate words. Input methods write them wide, which in code only looks the same. */
const SIGNS = new Set(['{', '}', ',', ':', '=']);

/** A word or comment as it should be written. `indentation`: what stands before it when it begins a line. */
export function tidied({ image, tokenType: { name } }: Token, indentation?: string): string {
  if (SIGNS.has(name)) return image === LIST_COMMA ? image : name;
  // `4  min`, also with the wide space of Japanese.
  if (name === 'QUANTITY') return image.trim().replaceAll(/\s+/g, ' ');
  if (name === 'SL_COMMENT') return image.trimEnd();
  if (name === 'ML_COMMENT' && indentation !== undefined) return tidiedComment(image, indentation);
  return image;
}

/** The lines of a comment that all begin with a star stand below its first one. Any others are the author's. */
function tidiedComment(image: string, indentation: string): string {
  const lines = image.split(/(\r\n|\n|\r)/);
  const isStarred = lines.every((line, index) => index % 2 === 1 || index === 0 || /^\s*\*/.test(line));
  if (!isStarred) return image;
  return lines
    .map((line, index) => (index % 2 === 1 ? line : index === 0 ? line.trimEnd() : `${indentation} ${line.trim()}`))
    .join('');
}

/** The comma of Japanese lists is an author's choice, and brings its own space. */
const LIST_COMMA = '、';

/** What stands between two words of a line. */
export function spaceBetween(left: Token, right: Token): '' | ' ' {
  const [before, after] = [left.tokenType.name, right.tokenType.name];
  if (after === ',' || left.image === LIST_COMMA || JOINED.has(after) || JOINED.has(before)) return '';
  return before === '{' && after === '}' ? '' : ' ';
}

/** `Stage.Step`, `1..5`, `mon-fri`. */
const JOINED = new Set(['.', '..', '-']);
