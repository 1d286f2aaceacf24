import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { notJson } from '../../friction/json-places.ts';
import type { Text } from '../../model/text.ts';
import type { Imported, ImportProblem } from '../import/imported.ts';
import type { ModelJson } from '../json-model.ts';
import { misfits, type Schema, withLists } from './schema.ts';
import { writeModel } from './write.ts';

/** Nothing can be made of it: what is wrong, at its place. */
export interface NotImported {
  readonly problems: readonly ImportProblem[];
}

/** A journey file from the JSON of a model, as `journey export` writes it; the schema says what it must hold. */
export function importModel(text: string, schema: Schema): Imported | NotImported {
  let root: ValueNode;
  try {
    root = parse(text, { mode: 'json' }).body;
  } catch (error) {
    return { problems: [syntaxProblem(error)] };
  }
  const wrong = [...misfits(root, schema), ...unwritable(root, '')];
  if (wrong.length > 0) return { problems: wrong.slice(0, most).map(problemOf) };
  const model = withLists(JSON.parse(text), schema, schema) as ModelJson;
  return { text: writeModel(model), problems: model.suppressions.map(leftOut) };
}

/** One mistake of a program is made everywhere. */
const most = 20;

interface Wrong {
  readonly node: ValueNode;
  readonly path: string;
  readonly expected: Text;
}

function problemOf({ node, path, expected }: Wrong): ImportProblem {
  const at = path === '' ? 'the whole' : path;
  return {
    code: 'json-model',
    line: node.loc.start.line,
    severity: 'warning',
    message: {
      en: `${at} should be ${expected.en}.`,
      ja: `${path === '' ? '全体' : path} は ${expected.ja} である必要があります。`,
    },
    help: {
      en: 'Nothing was written; schemas/model.schema.json says what a model holds.',
      ja: '書き出しは行っていません。モデルの形式は schemas/model.schema.json にあります。',
    },
  };
}

function syntaxProblem(error: unknown): ImportProblem {
  const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1;
  return {
    code: 'json-syntax',
    line,
    severity: 'warning',
    message: notJson(error),
    help: { en: 'Nothing was written.', ja: '書き出しは行っていません。' },
  };
}

/** Something is not as it was in the model. */
export function notKept(path: string): ImportProblem {
  return {
    code: 'json-not-kept',
    line: 1,
    severity: 'warning',
    message: {
      en: `Not everything could be kept, beginning with ${path}.`,
      ja: `書き表せない内容があります(最初の箇所: ${path})。`,
    },
    help: {
      en: 'What it refers to may stand in a file that the JSON does not hold; "journey check" says more.',
      ja: '参照先が、JSONに含まれない別のファイルにある可能性があります。「journey check」で確認できます。',
    },
  };
}

function leftOut({ place, rule }: ModelJson['suppressions'][number]): ImportProblem {
  return {
    code: 'json-comment',
    // A place is where it stood, and may have been left out.
    line: (place as typeof place | undefined) === undefined ? 1 : place.range.start.line + 1,
    severity: 'information',
    message: {
      en: `The comment that silences "${rule}" belongs to a line of the exported file.`,
      ja: `「${rule}」を無効にするコメントは、書き出し元の行に付いたものです。`,
    },
    help: { en: 'It is left out; write it again if it still holds.', ja: '省略しました。必要なら書き直してください。' },
  };
}

/** What would be something else in a text than it is in the model: a name that is none, a number with words behind it. */
function* unwritable(node: ValueNode, path: string): Generator<Wrong> {
  if (node.type === 'Array') {
    for (const [index, { value }] of node.elements.entries()) yield* unwritable(value, `${path}[${index}]`);
    return;
  }
  if (node.type !== 'Object') return;
  const members = new Map(
    node.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, value]),
  );
  const kind = members.get('kind');
  const isText = kind?.type === 'String' && kind.value === 'text';
  for (const [name, value] of members) {
    const at = path === '' ? name : `${path}.${name}`;
    if (value.type === 'String') {
      const form = FORMS[name];
      if (form !== undefined && !(name === 'written' && isText) && !form.pattern.test(value.value)) {
        yield { node: value, path: at, expected: form.expected };
      }
    } else if (name !== 'views') yield* unwritable(value, at);
  }
}

const NAME = String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{N}\p{M}\p{Pc}\u00B7\u30FB\u200C\u200D]*`;
const KEY = new RegExp(String.raw`^${NAME}(?:[#@][^.]*)?(?:\.${NAME}(?:#\d+)?)*$`, 'u');
const aName: Text = { en: 'a name: letters, digits and _', ja: '名前(文字・数字・_)' };

/** Properties that stand in a text as they are. */
const FORMS: Readonly<Record<string, { readonly pattern: RegExp; readonly expected: Text }>> = {
  id: { pattern: new RegExp(`^${NAME}$`, 'u'), expected: aName },
  key: { pattern: KEY, expected: aName },
  value: { pattern: new RegExp(`^${NAME}$`, 'u'), expected: aName },
  from: { pattern: KEY, expected: aName },
  to: { pattern: KEY, expected: aName },
  emotion: { pattern: KEY, expected: aName },
  written: {
    pattern: /^[^"{}\n\r\u2028\u2029\p{Cc}]*$/u,
    expected: { en: 'as it would be written, such as 4 min', ja: '「4 min」のような表記' },
  },
};
