import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Text } from '../../model/text.ts';
import { errorText } from './problem.ts';

/**
 * The largest file that is read, in bytes. A journey of 10,000 touchpoints is smaller; what is larger is something else
 * by the wrong name, and would only fill the memory.
 */
const largestFile = 16 * 1024 * 1024;

export type Read = { readonly text: string } | Absent;

/** What is there instead of a text, and the same in plain words. */
export interface Absent {
  readonly absence: 'missing' | 'folder' | 'unreadable';
  readonly reason: Text;
}

/**
 * Reads a whole text file, or says in plain words why it cannot. Never throws.
 *
 * @param largest in bytes, for a file that may be larger than a journey
 */
export function readTextFile(path: string, largest = largestFile): Read {
  try {
    return decodeText(readBytes(path, largest), largest);
  } catch (error) {
    return failedRead(error);
  }
}

/** As `readTextFile`, for a stream such as standard input. */
export async function readTextStream(stream: AsyncIterable<string | Uint8Array>): Promise<Read> {
  try {
    return decodeText(await bytesOf(stream));
  } catch (error) {
    return failedRead(error);
  }
}

async function bytesOf(stream: AsyncIterable<string | Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > largestFile) return undefined;
  }
  return Buffer.concat(chunks);
}

/** All bytes of a file; undefined when it is too large. Throws when it cannot be read. */
export function readBytes(path: string, largest = largestFile): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    const { size } = stats;
    if (size > largest) return undefined;
    // One byte more than expected: a file that grows, and a pipe or device whose size is not known, are read to the end.
    let bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (;;) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      if (count === 0) return bytes.subarray(0, length);
      length += count;
      // All that was expected, and not the byte more: there is nothing to come.
      if (length === size && stats.isFile()) return bytes.subarray(0, length);
      if (length > largest) return undefined;
      if (length === bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, 65_536));
    }
  } finally {
    closeSync(file);
  }
}

/** The text that bytes stand for, or in plain words why they are none. Without any bytes the file is too large. */
export function decodeText(bytes: Buffer | undefined, largest = largestFile): Read {
  if (bytes === undefined) return unreadable(tooLarge(largest));
  const mark = bytes.subarray(0, 2).toString('latin1');
  if (mark === '\u00FF\u00FE' || mark === '\u00FE\u00FF') return unreadable(utf16);
  if (bytes.includes(0)) return unreadable(binary);
  if (!isUtf8(bytes)) return unreadable(notUtf8(lineOfFirstError(bytes)));
  // Editors do not count a byte order mark as a character of the first line.
  const text = bytes.toString('utf8');
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

/**
 * As `readTextFile` and `readTextStream`, for what other programs have written: besides UTF-8 also UTF-16 with its mark,
 * and Shift_JIS, in which Japanese spreadsheets save.
 */
export async function readForeignText(source: string | AsyncIterable<string | Uint8Array>): Promise<Read> {
  try {
    const bytes = typeof source === 'string' ? readBytes(source) : await bytesOf(source);
    if (bytes === undefined) return unreadable(tooLarge(largestFile));
    const mark = bytes.subarray(0, 2).toString('latin1');
    if (mark === '\u00FF\u00FE') return { text: new TextDecoder('utf-16le').decode(bytes) };
    if (mark === '\u00FE\u00FF') return { text: new TextDecoder('utf-16be').decode(bytes) };
    if (bytes.includes(0)) return unreadable(binary);
    return isUtf8(bytes) ? decodeText(bytes) : decodeShiftJis(bytes);
  } catch (error) {
    return failedRead(error);
  }
}

function decodeShiftJis(bytes: Buffer): Read {
  try {
    return { text: new TextDecoder('shift_jis', { fatal: true }).decode(bytes) };
  } catch {
    return unreadable(unknownEncoding);
  }
}

/** What is there, by the error that reading it has ended in. */
export function failedRead(error: unknown): Absent {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = errorText(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { absence: 'missing', reason };
  return { absence: code === 'EISDIR' ? 'folder' : 'unreadable', reason };
}

function unreadable(reason: Text): Read {
  return { absence: 'unreadable', reason };
}

function tooLarge(largest: number): Text {
  const most = `${largest / 1024 / 1024} MB`;
  return {
    en: `the file is too large: files of up to ${most} are read`,
    ja: `ファイルが大きすぎます(読み込めるのは${most}まで)`,
  };
}

const binary: Text = { en: 'a binary file, not text', ja: 'テキストではなくバイナリファイルです' };
const utf16: Text = {
  en: 'the text is UTF-16; save it as UTF-8',
  ja: '文字コードがUTF-16です。UTF-8で保存してください',
};
const unknownEncoding: Text = {
  en: 'the text is neither UTF-8 nor Shift_JIS; save it as UTF-8',
  ja: '文字コードがUTF-8でもShift_JISでもありません。UTF-8で保存してください',
};

function notUtf8(line: number): Text {
  return {
    en: `line ${line} is not UTF-8 text; save the file as UTF-8`,
    ja: `${line}行目がUTF-8ではありません。ファイルをUTF-8で保存してください`,
  };
}

function lineOfFirstError(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    // A line break never is a part of a longer character in UTF-8, so each line can be looked at alone.
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
}
