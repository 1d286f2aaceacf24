import { type ImportDeclaration, parseSync, Visitor } from 'oxc-parser';

export interface Import {
  /** What is imported, as written; undefined when it is computed at run time. */
  readonly specifier: string | undefined;
  /** Erased by the compiler: `import type`, `export type`, `import('…').Type`, or every name marked `type`. */
  readonly typeOnly: boolean;
  /** `import()`, evaluated only when reached. */
  readonly lazy: boolean;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** Every way in which a TypeScript module names another one. Throws on a syntax error. */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);

  const found: Import[] = [];
  const add = (
    start: number,
    specifier: string | undefined,
    how: { typeOnly?: boolean; lazy?: boolean } = {},
  ): void => {
    const line = text.slice(0, start).split('\n').length;
    found.push({ specifier, typeOnly: how.typeOnly ?? false, lazy: how.lazy ?? false, line });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.start, node.source.value, { typeOnly: isTypeOnly(node) }),
    ExportAllDeclaration: (node) => add(node.start, node.source.value, { typeOnly: node.exportKind === 'type' }),
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      const typeOnly =
        node.exportKind === 'type' ||
        (node.specifiers.length > 0 && node.specifiers.every(({ exportKind }) => exportKind === 'type'));
      add(node.start, node.source.value, { typeOnly });
    },
    ImportExpression: (node) => add(node.start, constant(node.source), { lazy: true }),
    TSImportType: (node) => add(node.start, node.source.value, { typeOnly: true }),
    TSImportEqualsDeclaration({ start, moduleReference, importKind }) {
      if (moduleReference.type === 'TSExternalModuleReference') {
        add(start, moduleReference.expression.value, { typeOnly: importKind === 'type' });
      }
    },
    CallExpression({ start, callee, arguments: [argument] }) {
      if (callee.type === 'Identifier' && callee.name === 'require' && argument !== undefined) {
        add(start, constant(argument));
      }
    },
  }).visit(program);
  return found.toSorted((a, b) => a.line - b.line);
}

function isTypeOnly({ importKind, specifiers }: ImportDeclaration): boolean {
  if (importKind === 'type') return true;
  return (
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')
  );
}

function constant(node: object): string | undefined {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('quasis' in node && Array.isArray(node.quasis) && node.quasis.length === 1) {
    const [quasi] = node.quasis as { value: { cooked: string | null } }[];
    return quasi?.value.cooked ?? undefined;
  }
  return undefined;
}
