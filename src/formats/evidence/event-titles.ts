/**
 * Names of events as people would say them: `order_placed` and `OrderPlaced` become `Order placed`, and `T02 Check receipt`
 * loses its number. Names that are already words stay as they are. Every title is there once.
 */
export function eventTitles(names: readonly string[]): readonly string[] {
  const read = names.map(titleOf);
  const counts = new Map<string, number>();
  for (const title of read) counts.set(title, (counts.get(title) ?? 0) + 1);
  return read.map((title, place) => ((counts.get(title) ?? 0) > 1 ? (names[place] ?? title) : title));
}

function titleOf(name: string): string {
  const words = name
    // One letter or more and a number before the name is how process tools number their tasks.
    .replace(/^[A-Za-z]{1,3}[-_]?\d{1,4}[\s_:.-]+(?=\p{L})/u, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  if (words === '') return name;
  const [first = '', ...rest] = /\s/u.test(words) ? words : parted(words);
  return first.toUpperCase() + rest.join('');
}

/** A name of one word only: perhaps several, without space between them. */
function parted(word: string): string {
  const words = word
    .replace(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, ' ')
    .replace(/(?<=[\p{L}\d])[-.:/](?=[\p{L}\d])/gu, ' ')
    .split(' ');
  // Abbreviations stay as they are.
  return words.length === 1 ? word : words.map((each) => (/\p{Ll}/u.test(each) ? each.toLowerCase() : each)).join(' ');
}
