import type { SaxesTagPlain } from 'saxes';
import { readXml, type XmlVisitor } from '../read-xml.ts';
import type { OcelEvent, OcelSink } from './tables.ts';

/** Reads OCEL 2.0 as XML, element by element, so that a file may be larger than the memory. */
export async function readOcelXml(path: string, sink: OcelSink, signal: AbortSignal): Promise<void> {
  let event: (OcelEvent & { readonly attributes: Map<string, string>; readonly objects: string[] }) | undefined;
  let attribute: { readonly name: string; text: string } | undefined;
  const visitor: XmlVisitor = {
    enter: ({ name, attributes }: SaxesTagPlain, around: string | undefined) => {
      const { id = '', type = '', time = '' } = attributes;
      if (name === 'event' && around === 'events') event = { type, time, attributes: new Map(), objects: [] };
      else if (name === 'object' && around === 'objects' && type !== '') sink.object(id, type);
      else if (name === 'attribute' && event !== undefined) attribute = { name: attributes['name'] ?? '', text: '' };
      // Both names are in use for a relation.
      const object = attributes['object-id'];
      if (event !== undefined && object !== undefined) event.objects.push(object);
    },
    text: (text) => {
      if (attribute !== undefined) attribute.text += text;
    },
    leave: (name) => {
      if (name === 'attribute' && attribute !== undefined) {
        event?.attributes.set(attribute.name, attribute.text.trim());
        attribute = undefined;
      } else if (name === 'event' && event !== undefined) {
        sink.event(event);
        event = undefined;
      }
    },
  };
  await readXml(path, visitor, signal);
}
