import type { Place } from '../model/place.ts';
import { canonOf, type Named, type Value } from './value.ts';

/** Finds the handle of a thing by its key in a model; `field` tells what sort of thing is meant where two share an id. */
export type HandleOf = (key: string, field: string) => { readonly handle: string; readonly named: Named };

/** Lists whose order says something: what is preferred first, the primary channel or metric, what the customer does in turn. */
export const ORDERED_FIELDS: ReadonlySet<string> = new Set([
  'channels',
  'prefers',
  'does',
  'thinks',
  'says',
  'sees',
  'frontstage',
  'backstage',
  'support',
  'metrics',
  'split',
  'scenarios',
  'notes',
]);

/**
 * The values of one property of the model, as they are written in a declaration; what it inherits is left out.
 *
 * It reads any property by its shape, so that a statement that is added to the language is compared without further ado.
 */
export function valuesOf(
  name: string,
  property: unknown,
  isOwn: (place: Place) => boolean,
  handleOf: HandleOf,
): readonly Value[] {
  const values = (Array.isArray(property) ? property : [property]).flatMap((each) =>
    valueOf(name, each, isOwn, handleOf),
  );
  return ORDERED_FIELDS.has(name) ? values : values.toSorted(byCanon);
}

function byCanon(a: Value, b: Value): number {
  const [one, other] = [canonOf(a), canonOf(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function valueOf(
  field: string,
  thing: unknown,
  isOwn: (place: Place) => boolean,
  handleOf: HandleOf,
): readonly Value[] {
  if (typeof thing === 'string') return [{ kind: 'text', text: thing }];
  if (typeof thing === 'number') return [{ kind: 'number', value: thing }];
  if (typeof thing !== 'object' || thing === null) return [];
  const record = thing as Readonly<Record<string, unknown>>;
  const place = placeOf(record['place'] ?? record['stated']);
  if (place !== undefined && !isOwn(place)) return [];
  if (typeof record['key'] === 'string') {
    return [{ kind: 'reference', ...handleOf(record['key'], field) }];
  }
  if (record['kind'] === 'text' && typeof record['text'] === 'string') return [{ kind: 'text', text: record['text'] }];
  if (typeof record['written'] === 'string') {
    return [{ kind: 'quantity', canon: quantityCanon(record), written: record['written'] }];
  }
  const { place: _place, stated: _stated, valueStated: _valueStated, emotion, ...rest } = record;
  const names = Object.keys(rest);
  if (names.length === 1 && typeof rest['value'] === 'string') return [{ kind: 'word', word: rest['value'] }];
  if (names.length === 0) return place === undefined ? [] : [{ kind: 'yes' }];
  const parts = new Map<string, readonly Value[]>();
  for (const name of names.toSorted()) {
    const values = valuesOf(name, rest[name], isOwn, handleOf);
    if (values.length > 0) parts.set(name, values);
  }
  // A feeling names its emotion by key, beside the title that is shown.
  if (typeof emotion === 'string') parts.set('emotion', [{ kind: 'reference', ...handleOf(emotion, 'emotion') }]);
  return parts.size === 0 ? [] : oneForEachDatum(parts);
}

/** `asks name, email` means what `asks name` and `asks email` mean together. */
function oneForEachDatum(parts: ReadonlyMap<string, readonly Value[]>): readonly Value[] {
  const data = parts.get('data') ?? [];
  if (data.length < 2) return [{ kind: 'parts', parts }];
  return data.map((datum) => ({ kind: 'parts', parts: new Map([...parts, ['data', [datum]]]) }));
}

/** Everything about the number but its spelling. */
function quantityCanon(record: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(record).filter((name) => name !== 'written' && name !== 'place');
  return names
    .toSorted()
    .map((name) => `${name}=${JSON.stringify(record[name])}`)
    .join(' ');
}

function placeOf(thing: unknown): Place | undefined {
  return typeof thing === 'object' && thing !== null && 'uri' in thing && 'range' in thing
    ? (thing as Place)
    : undefined;
}
