import type { Text } from '../model/text.ts';
import type { MappingFile } from './mapping.ts';

/**
 * Reads a mapping file: `{ "events": { "event name": "Touchpoint" }, "ignore": ["event name"] }`. Both may be missing.
 */
export function readMappingFile(text: string): MappingFile | { readonly mistake: Text } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { mistake: { en: `this is no JSON: ${reason}`, ja: `JSONとして読めません: ${reason}` } };
  }
  if (!isObject(content)) return { mistake: wrong('{ "events": { … }, "ignore": [ … ] }') };
  const { $schema: _, events = {}, ignore = [], ...others } = content;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    return {
      mistake: {
        en: `"${unknown}" is not known here; there are "events" and "ignore"`,
        ja: `「${unknown}」という項目はありません。使えるのは「events」と「ignore」です`,
      },
    };
  }
  if (!isObject(events) || !Object.values(events).every((value) => typeof value === 'string')) {
    return { mistake: wrong('"events": { "event name": "Touchpoint" }') };
  }
  if (!Array.isArray(ignore) || !ignore.every((value): value is string => typeof value === 'string')) {
    return { mistake: wrong('"ignore": ["event name"]') };
  }
  return { events: events as Readonly<Record<string, string>>, ignore };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(form: string): Text {
  return { en: `expected ${form}`, ja: `${form} の形で書いてください` };
}
