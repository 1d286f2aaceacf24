// The JSON schema of an exported model, made from the TypeScript types of the model: the one place that describes it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Comment, parseSync, type Statement, type TSType } from 'oxc-parser';
import { MODEL_SCHEMA } from '../../src/formats/json-model.ts';
import * as words from '../../src/model/words.ts';
import { root } from '../run.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A type of the sources, with what it was declared in. */
interface Declared {
  readonly node: Interface | Alias;
  readonly source: Source;
}

interface Source {
  readonly text: string;
  readonly comments: readonly Comment[];
}

type Interface = Extract<Statement, { type: 'TSInterfaceDeclaration' }>;
type Alias = Extract<Statement, { type: 'TSTypeAliasDeclaration' }>;
type Member = Interface['body']['body'][number];
/** What the type parameters of a generic type stand for. */
type Arguments = ReadonlyMap<string, Schema>;

/** Where the published form differs from the type. */
const published: Readonly<Record<string, Schema>> = {
  Place: {
    description: 'Where something is written. Positions count from zero, characters in UTF-16 code units.',
    type: 'object',
    properties: {
      file: { description: 'The file, relative to the folder of the export.', type: 'string' },
      range: { $ref: '#/$defs/Range' },
    },
    required: ['file', 'range'],
    additionalProperties: false,
  },
};

/** Values that types are made from, such as the closed vocabularies. */
const values: Readonly<Record<string, unknown>> = { ...words, MODEL_SCHEMA };

export async function generateModelSchema(): Promise<ReadonlyMap<string, string>> {
  const schema = new SchemaWriter(await readTypes()).write('ModelJson');
  return new Map([['schemas/model.schema.json', JSON.stringify(schema, undefined, 2)]]);
}

async function readTypes(): Promise<ReadonlyMap<string, Declared>> {
  const folder = join(root, 'src/model');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted();
  const paths = [...names.map((name) => join(folder, name)), join(root, 'src/formats/json-model.ts')];
  const types = new Map<string, Declared>();
  for (const path of paths) {
    const text = await readFile(path, 'utf8');
    const { program, comments, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`);
    for (const statement of program.body) {
      const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (node?.type !== 'TSInterfaceDeclaration' && node?.type !== 'TSTypeAliasDeclaration') continue;
      types.set(node.id.name, { node, source: { text, comments } });
    }
  }
  return types;
}

class SchemaWriter {
  readonly #types: ReadonlyMap<string, Declared>;
  readonly #defs = new Map<string, Schema>(Object.entries(published));

  constructor(types: ReadonlyMap<string, Declared>) {
    this.#types = types;
  }

  write(name: string): Schema {
    const whole = this.#declared(this.#type(name), new Map());
    // The published place speaks of a type of the model.
    this.#defs.set('Range', this.#declared(this.#type('Range'), new Map()));
    const defs = [...this.#defs].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: MODEL_SCHEMA,
      title: 'A journey file',
      ...whole,
      $defs: Object.fromEntries(defs),
    };
  }

  #type(name: string): Declared {
    const declared = this.#types.get(name);
    if (declared === undefined) throw new Error(`The type ${name} is declared nowhere in the model`);
    return declared;
  }

  #declared({ node, source }: Declared, args: Arguments): Schema {
    const description = docOf(exported(node, source), source);
    const schema =
      node.type === 'TSInterfaceDeclaration'
        ? this.#object(this.#members(node, args), args)
        : this.#schema(node.typeAnnotation, args, source);
    return { ...(description === undefined ? {} : { description }), ...schema };
  }

  /** The members of an interface and of those that it extends: with `additionalProperties` they must stand together. */
  #members({ id, body, extends: bases }: Interface, args: Arguments): readonly { member: Member; source: Source }[] {
    const inherited = bases.flatMap(({ expression }) => {
      if (expression.type !== 'Identifier') throw new Error(`${id.name} extends something that is no type`);
      const { node } = this.#type(expression.name);
      if (node.type !== 'TSInterfaceDeclaration') throw new Error(`${id.name} extends ${expression.name}`);
      return this.#members(node, args);
    });
    const { source } = this.#type(id.name);
    const own = body.body.map((member) => ({ member, source }));
    const names = new Set(own.map(({ member }) => nameOf(member)));
    return [...inherited.filter(({ member }) => !names.has(nameOf(member))), ...own];
  }

  #object(members: readonly { member: Member; source: Source }[], args: Arguments): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const { member, source } of members) {
      if (member.type !== 'TSPropertySignature' || member.typeAnnotation === null) continue;
      const name = nameOf(member);
      const description = docOf(member.start, source);
      const schema = this.#schema(member.typeAnnotation.typeAnnotation, args, source);
      properties[name] = { ...(description === undefined ? {} : { description }), ...schema };
      if (!member.optional) required.push(name);
    }
    return { type: 'object', properties, required, additionalProperties: false };
  }

  #schema(type: TSType, args: Arguments, source: Source): Schema {
    switch (type.type) {
      case 'TSStringKeyword':
        return { type: 'string' };
      case 'TSNumberKeyword':
        return { type: 'number' };
      case 'TSBooleanKeyword':
        return { type: 'boolean' };
      case 'TSParenthesizedType':
        return this.#schema(type.typeAnnotation, args, source);
      case 'TSArrayType':
        return { type: 'array', items: this.#schema(type.elementType, args, source) };
      case 'TSTypeOperator':
        if (type.operator === 'readonly') return this.#schema(type.typeAnnotation, args, source);
        return { enum: Object.keys(valueOf(type.typeAnnotation) as object) };
      case 'TSLiteralType':
        if (type.literal.type !== 'Literal') throw new Error('A literal type that JSON does not have');
        return { const: type.literal.value };
      case 'TSTypeLiteral':
        return this.#object(
          type.members.map((member) => ({ member, source })),
          args,
        );
      case 'TSUnionType':
        return unionOf(type.types.map((member) => this.#schema(member, args, source)));
      case 'TSTypeQuery':
        return { const: valueOf(type) };
      case 'TSIndexedAccessType':
        return { enum: valueOf(type.objectType) };
      case 'TSTypeReference':
        return this.#reference(type, args, source);
      default:
        throw new Error(`The schema generator does not know ${type.type}`);
    }
  }

  #reference(type: Extract<TSType, { type: 'TSTypeReference' }>, args: Arguments, source: Source): Schema {
    if (type.typeName.type !== 'Identifier') throw new Error('A qualified name in a type');
    const { name } = type.typeName;
    const given = type.typeArguments?.params ?? [];
    const argument = args.get(name);
    if (argument !== undefined) return argument;
    const [first, second] = given;
    if (name === 'ReadonlyMap' && second !== undefined) {
      return { type: 'array', items: this.#schema(second, args, source) };
    }
    const declared = published[name] === undefined ? this.#type(name) : undefined;
    const parameter = declared?.node.typeParameters?.params[0]?.name.name;
    const actual = first === undefined ? undefined : this.#schema(first, args, source);
    const def = first === undefined ? publicName(name) : `${publicName(name)}Of${labelOf(first)}`;
    if (!this.#defs.has(def) && declared !== undefined) {
      // Noted before it is written, because a type may speak of itself.
      this.#defs.set(def, {});
      const own = parameter === undefined ? [] : [[parameter, actual ?? { type: 'string' }] as const];
      this.#defs.set(def, this.#declared(declared, new Map(own)));
    }
    return { $ref: `#/$defs/${def}` };
  }
}

function nameOf(member: Member): string {
  if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier') return member.key.name;
  if (member.type === 'TSPropertySignature' && member.key.type === 'Literal') return String(member.key.value);
  throw new Error(`A ${member.type} is nothing that JSON can hold`);
}

/** `JourneyJson` is a journey for whoever reads the JSON. */
function publicName(name: string): string {
  return name.replace(/Json$/, '');
}

function labelOf(type: TSType): string {
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return type.typeName.name;
  if (type.type === 'TSUnionType') return type.types.map(labelOf).join('Or');
  if (type.type === 'TSLiteralType' && type.literal.type === 'Literal') {
    const text = String(type.literal.value);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  return 'Any';
}

/** The value that a `typeof` in a type speaks of. */
function valueOf(type: TSType): unknown {
  if (type.type === 'TSParenthesizedType') return valueOf(type.typeAnnotation);
  if (type.type !== 'TSTypeQuery' || type.exprName.type !== 'Identifier') {
    throw new Error(`The schema generator cannot evaluate ${type.type}`);
  }
  const value = values[type.exprName.name];
  if (value === undefined) throw new Error(`The schema generator does not know the value ${type.exprName.name}`);
  return value;
}

function unionOf(members: readonly Schema[]): Schema {
  const constants = members.flatMap((member) => ('const' in member ? [member['const']] : []));
  return constants.length === members.length ? { enum: constants } : { anyOf: members };
}

/** Where the statement begins that a doc comment stands above. */
function exported(node: Interface | Alias, { text }: Source): number {
  const keyword = text.lastIndexOf('export', node.start);
  return keyword >= 0 && text.slice(keyword, node.start).trim() === 'export' ? keyword : node.start;
}

function docOf(start: number, { text, comments }: Source): string | undefined {
  const above = comments.findLast(({ end }) => end <= start);
  if (above?.type !== 'Block' || !above.value.startsWith('*') || text.slice(above.end, start).trim() !== '') {
    return undefined;
  }
  const lines = above.value
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  return lines.join(' ').replaceAll(/\s+/g, ' ').trim();
}
