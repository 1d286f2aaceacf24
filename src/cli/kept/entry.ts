import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What is kept of one file: on what it depends, and parts that are unpacked when somebody asks for them. */
export interface Entry<Header> {
  readonly header: Header;
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** A part of an entry, for `unpacked` to read. It must be plain data. */
export function packed(value: unknown): Buffer {
  // What repeats itself is found at once or not at all; looking longer takes more time than it saves room.
  return deflateRawSync(JSON.stringify(value), { level: 1 });
}

/** What was packed. */
export function unpacked(part: Buffer): unknown {
  return JSON.parse(inflateRawSync(part, { chunkSize }).toString('utf8'));
}

/** An entry as bytes: a hash of all that follows, the length of the table in front, the table, and the parts. */
export function entryBytes<Header>({ header, parts }: Entry<Header>): Buffer {
  const sizes = [...parts].map(([name, { length }]) => [name, length]);
  const table = Buffer.from(JSON.stringify({ header, sizes }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  const content = Buffer.concat([length, table, ...parts.values()]);
  return Buffer.concat([hashOf(content), content]);
}

/** Reads what `entryBytes` has made; undefined for anything else, as a file of which the end is missing. */
export function readEntry(bytes: Buffer): Entry<unknown> | undefined {
  const content = bytes.subarray(hashLength);
  if (content.length < 4 || !hashOf(content).equals(bytes.subarray(0, hashLength))) return undefined;
  let at = 4 + content.readUInt32LE();
  const { header, sizes } = JSON.parse(content.toString('utf8', 4, at)) as Table;
  const parts = new Map<string, Buffer>();
  for (const [name, size] of sizes) {
    parts.set(name, content.subarray(at, at + size));
    at += size;
  }
  return { header, parts };
}

interface Table {
  readonly header: unknown;
  readonly sizes: readonly (readonly [string, number])[];
}

const hashLength = 32;
/** Bytes: most parts fit when they are unpacked. */
const chunkSize = 65_536;

function hashOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
