// A text that was changed and read with what was known of it gives the tree that it gives when it is read for the first time.
import { globSync, readFileSync } from 'node:fs';
import type { AstNode, ParseResult } from 'langium';
import { describe, expect, it } from 'vitest';
import type { JourneyFile } from '../../src/language/generated/ast.ts';
import { Composite } from '../../src/language/parser/concrete-tree.ts';
import { type JourneyParser, syntaxReportOf } from '../../src/language/parser/journey-parser.ts';
import type { Token } from '../../src/language/parser/token.ts';
import { type Change, change } from '../support/changes.ts';
import * as fc from '../support/properties.ts';
import { journeyText } from '../support/random-journeys.ts';
import { journey } from '../support/syntax.ts';

const files = globSync('{examples,src,tests}/**/*.journey').toSorted();
const parser = journey.parser.LangiumParser as unknown as JourneyParser;

/** Everything that can be known of what was read: each node, what it stands in, its words and where they are. */
function allOf(result: ParseResult): string {
  const lines: string[] = [];
  const ids = new Map<unknown, number>();
  const idOf = (thing: unknown): string => {
    if (thing === undefined) return '-';
    if (!ids.has(thing)) ids.set(thing, ids.size);
    return `#${ids.get(thing)}`;
  };
  const written = (part: Composite | Token): void => {
    const { start, end } = part.range;
    const place = `${part.offset}-${part.end} ${start.line}:${start.character}-${end.line}:${end.character}`;
    const around = `${idOf(part)} in ${idOf(part.container)} ${part.hidden} ${part.property} ${part.grammarSource?.$type}`;
    if (part instanceof Composite) {
      lines.push(`${around} ${place} of ${idOf(part.astNode)} ${part.content.length} ${part.text.length}`);
      for (const each of part.content) written(each);
    } else {
      lines.push(`${around} ${place} ${part.tokenType.name} ${part.image} ${part.text} ${part.read?.target.id}`);
    }
  };
  const node = (of: AstNode): void => {
    const { $type, $container, $containerProperty, $containerIndex, $cstNode } = of;
    lines.push(`${idOf(of)} ${$type} ${idOf($container)} ${$containerProperty} ${$containerIndex} ${idOf($cstNode)}`);
    for (const [name, value] of Object.entries(of)) {
      if (name.startsWith('$')) continue;
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) property(name, each);
    }
  };
  const property = (name: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) lines.push(`${name} = ${String(value)}`);
    else if ('$refText' in value) reference(value);
    else node(value as AstNode);
  };
  const reference = (value: object): void => {
    const { $refText, $refNode, container, property: name } = value as Record<string, unknown>;
    lines.push(`${idOf(value)} ${String($refText)} ${idOf($refNode)} ${idOf(container)} ${String(name)}`);
  };
  const root = result.value.$cstNode as unknown as Composite;
  written(root);
  node(result.value);
  const report = syntaxReportOf(result);
  for (const each of report?.references ?? []) reference(each);
  for (const token of (root.root.hiddenTokens ?? []).concat(report?.scanned?.tokens ?? [])) {
    lines.push(`${token.tokenType.name} ${token.startOffset} ${token.startLine} ${token.endLine} ${token.endColumn}`);
  }
  lines.push(JSON.stringify(report?.problems));
  return lines.join('\n');
}

/** Makes the changes one after the other; takes most of those back that left something wrong. Gives texts that were read otherwise. */
function readOtherwise(beginning: string, changes: readonly Change[]): readonly string[] {
  const wrong: string[] = [];
  let text = beginning;
  let known = parser.parse(text);
  for (const [index, make] of changes.entries()) {
    const changed = make(text);
    const again = parser.parseAgain(changed, known);
    if (allOf(again) !== allOf(parser.parse(changed))) wrong.push(changed);
    const isWhole = syntaxReportOf(again)?.scanned !== undefined;
    if (isWhole || index % 3 === 0) {
      text = changed;
      known = again;
    } else {
      known = parser.parse(text);
    }
  }
  return wrong;
}

function blocksIn({ declarations }: JourneyFile): readonly AstNode[] {
  return declarations.flatMap((each) => (each.$type === 'Journey' ? each.stages : []));
}

describe('reading a changed text again', () => {
  it.each(files)('gives the tree of %s as if it were new', (path) => {
    const text = readFileSync(path, 'utf8');
    const changes = fc.array(change, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(changes, (each) => {
        expect(readOtherwise(text, each)).toEqual([]);
      }),
      { numRuns: 1 },
    );
  });

  it('gives the tree of any text that the grammar allows as if it were new', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 80 }), fc.array(change, { maxLength: 12 }), (choices, changes) => {
        expect(readOtherwise(journeyText(choices, ['a', 'b2', '予約']), changes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the blocks that are as they were', () => {
    const text = readFileSync('examples/quick-start.journey', 'utf8');
    const before = parser.parse<JourneyFile>(text);
    const known = blocksIn(before.value);
    const now = blocksIn(parser.parseAgain(text.replace('stage Find ', 'stage Find\n'), before).value);
    expect(now.map((each, index) => each === known[index])).toEqual(known.map((_, index) => index > 0));
  });
});
