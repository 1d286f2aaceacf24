import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { LogMistake } from './log-mistake.ts';

/** What is done with the parts of an XML file, in their order. */
export interface XmlVisitor {
  /** @param around the name of the element that it is in */
  readonly enter: (tag: SaxesTagPlain, around: string | undefined) => void;
  readonly leave: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads an XML file, perhaps compressed, piece by piece.
 *
 * @throws LogMistake where it is no XML, with the line
 */
export async function readXml(path: string, visitor: XmlVisitor, signal: AbortSignal): Promise<void> {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  const open: string[] = [];
  parser.on('opentag', (tag) => {
    visitor.enter(tag, open.at(-1));
    open.push(tag.name);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    visitor.leave(name);
  });
  if (visitor.text !== undefined) parser.on('text', visitor.text);
  parser.on('error', ({ message }) => {
    const name = basename(path);
    throw new LogMistake({
      en: `${name}: line ${parser.line}: this is no well-formed XML (${message})`,
      ja: `${name}: ${parser.line}行目: XMLとして正しくありません(${message})`,
    });
  });
  const file = createReadStream(path, { signal });
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const decoder = new TextDecoder();
  for await (const chunk of text as AsyncIterable<Uint8Array>) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}
