/**
 * What other programs have written: UTF-8, UTF-16 with its mark, and Shift_JIS, in which Japanese spreadsheets save.
 *
 * @returns undefined for what is none of these
 */
export function foreignText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
