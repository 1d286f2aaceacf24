import { EmptyFileSystem, URI } from 'langium';
import type { JourneyFile } from '../../src/language/generated/ast.ts';
import { createJourneyServices } from '../../src/language/journey-module.ts';
import { type SyntaxProblem, syntaxProblems } from '../../src/language/syntax-problems.ts';

export const { shared, journey } = createJourneyServices(EmptyFileSystem);
export const { Syntax: syntax } = journey.parser;

export interface Parsed {
  readonly file: JourneyFile;
  readonly problems: readonly SyntaxProblem[];
  /** The problems as `code at line:column "text"`, counted from one. */
  readonly found: readonly string[];
}

/** Parses a text without linking it. */
export function parse(text: string): Parsed {
  const document = shared.workspace.LangiumDocumentFactory.fromString<JourneyFile>(text, URI.file('/file.journey'));
  const problems = syntaxProblems(document);
  const found = problems.map(({ code, range }) => {
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    return `${code} at ${place} ${JSON.stringify(document.textDocument.getText(range))}`;
  });
  return { file: document.parseResult.value, problems, found };
}

/** What is written in a node: types, names, values and references, without places and empty properties. */
export function contents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contents);
  if (typeof value !== 'object' || value === null) return value;
  if ('$refText' in value) return { refersTo: value.$refText };
  const entries = Object.entries(value).filter(([key, item]) => key === '$type' || isWritten(key, item));
  return Object.fromEntries(entries.map(([key, item]) => [key, contents(item)]).toSorted(byKey));
}

function isWritten(key: string, item: unknown): boolean {
  return !key.startsWith('$') && item !== undefined && !(Array.isArray(item) && item.length === 0);
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
