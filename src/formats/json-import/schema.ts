import type { ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import type { Text } from '../../model/text.ts';
import { notMeant } from './meaning.ts';

/** The part of JSON Schema that the schema of the model uses. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Something that the schema does not allow, at its place. */
export interface Misfit {
  readonly node: ValueNode;
  /** Such as `journeys[0].stages[1]`; empty for the whole. */
  readonly path: string;
  readonly expected: Text;
}

/**
 * What in a JSON text is not as the schema wants it; the first of each branch. Properties that the schema does not know are
 * nobody's mistake: they may come from a later version.
 */
export function misfits(root: ValueNode, schema: Schema): readonly Misfit[] {
  return [...check(root, schema, '')];

  function* check(node: ValueNode, wanted: Schema, path: string): Generator<Misfit> {
    const { $ref, anyOf } = wanted;
    if ($ref !== undefined) {
      const name = $ref.replace(/^#\/\$defs\//, '');
      yield* check(node, schema.$defs?.[name] ?? {}, path);
    } else if (anyOf !== undefined) {
      yield* closest(anyOf.map((each) => Array.from(check(node, each, path))));
    } else if (wanted.const !== undefined || wanted.enum !== undefined) {
      yield* checkChoice(node, wanted.enum ?? [wanted.const], path);
    } else if (wanted.type !== undefined && !isOfType(node, wanted.type)) {
      yield { node, path, expected: TYPES[wanted.type] ?? { en: wanted.type, ja: wanted.type } };
    } else if (node.type === 'Array') {
      for (const [index, { value }] of node.elements.entries()) {
        yield* check(value, wanted.items ?? {}, `${path}[${index}]`);
      }
    } else if (node.type === 'Object') {
      yield* checkObject(node, wanted, path);
    }
  }

  function* checkObject(node: ObjectNode, { properties = {}, required = [] }: Schema, path: string): Generator<Misfit> {
    const members = new Map(node.members.map(({ name, value }) => [nameOf(name), value]));
    const missing = required.filter((name) => !members.has(name) && !isDispensable(name, properties[name]));
    if (missing.length > 0) {
      const names = missing.map((name) => `"${name}"`).join(', ');
      yield { node, path, expected: { en: `an object with ${names}`, ja: `${names} を含むオブジェクト` } };
    }
    for (const [name, value] of members) {
      const wanted = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (wanted !== undefined) yield* check(value, wanted, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** Places say where something stood; a list that is not there is empty. */
function isDispensable(name: string, schema: Schema | undefined): boolean {
  return notMeant.has(name) || schema?.type === 'array';
}

/** The same data with the lists that the schema wants and that were left out, empty. */
export function withLists(value: unknown, wanted: Schema, { $defs = {} }: Schema): unknown {
  const schema = resolved(wanted, $defs);
  if (Array.isArray(value)) return value.map((item) => withLists(item, schema.items ?? {}, { $defs }));
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, required = [] } = schema;
  const lists = required.filter((name) => properties[name]?.type === 'array').map((name) => [name, []]);
  const given = Object.entries(value).map(([name, part]) => [
    name,
    withLists(part, Object.hasOwn(properties, name) ? (properties[name] ?? {}) : {}, { $defs }),
  ]);
  return Object.fromEntries([...lists, ...given]);
}

function resolved(schema: Schema, definitions: Readonly<Record<string, Schema>>): Schema {
  return schema.$ref === undefined ? schema : (definitions[schema.$ref.replace(/^#\/\$defs\//, '')] ?? {});
}

function* checkChoice(node: ValueNode, allowed: readonly unknown[], path: string): Generator<Misfit> {
  if ('value' in node && allowed.includes(node.value)) return;
  const names = allowed.map((value) => JSON.stringify(value));
  yield { node, path, expected: { en: names.join(' or '), ja: names.join(' か ') } };
}

/** What is wrong with the alternative that fits best: the one whose mistakes lie deepest. */
function closest(results: readonly (readonly Misfit[])[]): readonly Misfit[] {
  if (results.some((found) => found.length === 0)) return [];
  const depth = (found: readonly Misfit[]): number => Math.max(...found.map(({ path }) => path.length));
  return results.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function nameOf(name: ObjectNode['members'][number]['name']): string {
  return name.type === 'String' ? name.value : name.name;
}

function isOfType(node: ValueNode, type: string): boolean {
  if (type === 'integer') return node.type === 'Number' && Number.isInteger(node.value);
  return node.type.toLowerCase() === type;
}

const TYPES: Readonly<Record<string, Text>> = {
  object: { en: 'an object', ja: 'オブジェクト' },
  array: { en: 'a list', ja: '配列' },
  string: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  integer: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true か false' },
};
