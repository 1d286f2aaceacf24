/** Entries of a cell, which spreadsheets keep on lines of their own. A line that was only broken goes on in its entry. */
export function linesIn(cell: string): readonly string[] {
  const entries: string[] = [];
  for (const line of cell.split('\n')) {
    const text = line.replace(bullet, '').trim();
    const last = entries.at(-1);
    if (text === '') continue;
    if (last !== undefined && !bullet.test(line) && goesOn(last, text))
      entries[entries.length - 1] = joined(last, text);
    else entries.push(text);
  }
  return entries;
}

/** Names in one line, separated by commas and the like. */
export function listed(text: string): readonly string[] {
  return text
    .split(/[,、;/／・]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const bullet = /^\s*(?:[-*•●・]\s+|[・●■◆]\s*|\d{1,2}[.)]\s+|[①-⑳]\s*)/;

/** Nothing ends with a Japanese particle or a comma, and no English entry begins with a small letter under another. */
function goesOn(above: string, below: string): boolean {
  if (/[、,]$/.test(above)) return true;
  if (/[\p{sc=Han}\p{sc=Katakana}ー][がはをにのともへ]$/u.test(above))
    return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(below);
  return /[a-z]$/.test(above) && /^[a-z]/.test(below);
}

function joined(above: string, below: string): string {
  return /[a-z,]$/i.test(above) && /^[a-z]/i.test(below) ? `${above} ${below}` : above + below;
}
