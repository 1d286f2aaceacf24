import { type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { notJson, positionOf, rangeOf } from '../friction/json-places.ts';
import type { Finding } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import type { Text } from '../model/text.ts';

/**
 * What a JSON file of ours may hold, as data: it is checked by it, with every mistake at its place, and the schema that
 * editors use is made from it.
 */
export type Shape =
  | { readonly is: 'text'; readonly about?: string; readonly words?: readonly string[]; readonly form?: Form }
  | { readonly is: 'number'; readonly about?: string; readonly least?: number; readonly most?: number }
  /** A number, or a bound such as `<5` and `>95`. */
  | { readonly is: 'count'; readonly about?: string }
  | { readonly is: 'list'; readonly about?: string; readonly of: Shape }
  | { readonly is: 'map'; readonly about?: string; readonly of: Shape }
  | {
      readonly is: 'object';
      readonly about?: string;
      readonly fields: Readonly<Record<string, Shape>>;
      /** Fields that may be missing. */
      readonly optional?: readonly string[];
    };

/** What was read, and what is wrong with it. A value is there only where nothing is wrong. */
export interface ReadJson {
  readonly value?: unknown;
  readonly problems: readonly Finding[];
}

/** How a text must look, and one that does. */
interface Form {
  readonly pattern: string;
  readonly example: string;
}

const COUNT_PATTERN = '^[<>][0-9]+$';

/**
 * Reads a text by a shape. Never throws.
 *
 * @param code the code of the findings
 * @param help what to do about a mistake
 */
export function readShape(text: string, uri: string, shape: Shape, code: string, help: Text): ReadJson {
  const problems: Finding[] = [];
  const complain = (range: Range, message: Text): void => {
    problems.push({
      code,
      severity: 'error',
      message,
      help,
      place: { uri, range },
      related: [],
      fixes: [],
      subject: {},
      personas: [],
    });
  };
  const root = parsed(text, complain);
  if (root === undefined) return { problems };
  const value = new Checker(complain).check(root, shape);
  return problems.length === 0 ? { value, problems } : { problems };
}

function parsed(text: string, complain: (range: Range, message: Text) => void): ValueNode | undefined {
  try {
    return parse(text, { mode: 'json' }).body;
  } catch (error) {
    const at = positionOf(error) ?? { line: 0, character: 0 };
    complain({ start: at, end: { line: at.line, character: at.character + 1 } }, notJson(error));
    return undefined;
  }
}

class Checker {
  readonly #complain: (range: Range, message: Text) => void;

  constructor(complain: (range: Range, message: Text) => void) {
    this.#complain = complain;
  }

  check(node: ValueNode, shape: Shape): unknown {
    switch (shape.is) {
      case 'text':
        return this.#text(node, shape);
      case 'number':
        return this.#number(node, shape);
      case 'count': {
        const isCount = node.type === 'String' && new RegExp(COUNT_PATTERN).test(node.value);
        return isCount ? node.value : this.#number(node, { is: 'number', least: 0 });
      }
      case 'list':
        if (node.type !== 'Array') return this.#wrong(node, { en: 'a list in brackets', ja: '角括弧で囲んだ配列' });
        return node.elements.map(({ value }) => this.check(value, shape.of));
      case 'map':
        return Object.fromEntries(this.#members(node).map(([key, { value }]) => [key, this.check(value, shape.of)]));
      default:
        return this.#object(node, shape);
    }
  }

  #object(node: ValueNode, { fields, optional = [] }: Extract<Shape, { is: 'object' }>): unknown {
    const members = this.#members(node);
    const found = new Set(members.map(([key]) => key));
    const missing = Object.keys(fields).filter((key) => !found.has(key) && !optional.includes(key));
    if (node.type === 'Object' && missing.length > 0) {
      const names = missing.map((key) => `"${key}"`).join(', ');
      this.#complain(rangeOf(node), { en: `Here is no ${names}.`, ja: `${names} がありません。` });
    }
    return Object.fromEntries(
      members.flatMap(([key, { name, value }]) => {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (field !== undefined) return [[key, this.check(value, field)]];
        const known = Object.keys(fields).join(', ');
        this.#complain(rangeOf(name), {
          en: `There is no "${key}" here, only ${known}.`,
          ja: `「${key}」は指定できません(指定できるもの: ${known})。`,
        });
        return [];
      }),
    );
  }

  #members(node: ValueNode): readonly (readonly [string, MemberNode])[] {
    if (node.type === 'Object')
      return node.members.map((member) => [
        member.name.type === 'String' ? member.name.value : member.name.name,
        member,
      ]);
    this.#wrong(node, { en: 'an object in braces', ja: '波括弧で囲んだオブジェクト' });
    return [];
  }

  #text(node: ValueNode, { words, form }: Extract<Shape, { is: 'text' }>): unknown {
    if (node.type !== 'String') return this.#wrong(node, { en: 'a text in quotes', ja: '引用符で囲んだ文字列' });
    if (words?.includes(node.value) === false) {
      const all = words.map((word) => `"${word}"`).join(', ');
      return this.#wrong(node, { en: `one of ${all}`, ja: `次のいずれか: ${all}` });
    }
    if (form !== undefined && !new RegExp(form.pattern).test(node.value))
      return this.#wrong(node, { en: `a text such as "${form.example}"`, ja: `"${form.example}" のような文字列` });
    return node.value;
  }

  #number(node: ValueNode, { least = -Infinity, most = Infinity }: Extract<Shape, { is: 'number' }>): unknown {
    if (node.type === 'Number' && node.value >= least && node.value <= most) return node.value;
    if (most < Infinity)
      return this.#wrong(node, { en: `a number from ${least} to ${most}`, ja: `${least}〜${most}の数値` });
    if (least > -Infinity) return this.#wrong(node, { en: `a number of at least ${least}`, ja: `${least}以上の数値` });
    return this.#wrong(node, { en: 'a number', ja: '数値' });
  }

  #wrong(node: ValueNode, expected: Text): undefined {
    this.#complain(rangeOf(node), {
      en: `This must be ${expected.en}.`,
      ja: `指定できない値です。指定できるのは${expected.ja}です。`,
    });
    return undefined;
  }
}

/** The schema of a shape, for editors (JSON Schema, draft 2020-12). */
export function schemaOf(shape: Shape): Readonly<Record<string, unknown>> {
  const about = shape.about === undefined ? {} : { description: shape.about };
  switch (shape.is) {
    case 'text':
      return {
        ...about,
        ...(shape.words === undefined ? { type: 'string' } : { enum: shape.words }),
        ...(shape.form !== undefined && { pattern: shape.form.pattern }),
      };
    case 'number':
      return {
        ...about,
        type: 'number',
        ...(shape.least !== undefined && { minimum: shape.least }),
        ...(shape.most !== undefined && { maximum: shape.most }),
      };
    case 'count':
      return {
        ...about,
        anyOf: [
          { type: 'number', minimum: 0 },
          { type: 'string', pattern: COUNT_PATTERN },
        ],
      };
    case 'list':
      return { ...about, type: 'array', items: schemaOf(shape.of) };
    case 'map':
      return { ...about, type: 'object', additionalProperties: schemaOf(shape.of) };
    default: {
      const { fields, optional = [] } = shape;
      const required = Object.keys(fields).filter((key) => !optional.includes(key));
      return {
        ...about,
        type: 'object',
        properties: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, schemaOf(field)])),
        ...(required.length > 0 && { required }),
        additionalProperties: false,
      };
    }
  }
}
