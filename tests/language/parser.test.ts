import { globSync, readFileSync } from 'node:fs';
import * as fc from '../support/properties.ts';
import { type CstNode, createLangiumParser, isCompositeCstNode, isLeafCstNode } from 'langium';
import { describe, expect, it } from 'vitest';
import { journeyText } from '../support/random-journeys.ts';
import { contents, journey, parse } from '../support/syntax.ts';

const examples = globSync('{examples,src/language/library}/**/*.journey').toSorted();
const langium = createLangiumParser(journey);

/** The concrete syntax tree: what each node stands for, where it is, and which node of the abstract tree it belongs to. */
function concrete(node: CstNode): unknown {
  const { offset, end, range, hidden, astNode, grammarSource } = node;
  const own = { source: grammarSource?.$type, type: astNode.$type, offset, end, range, hidden };
  if (isLeafCstNode(node)) return { ...own, kind: node.tokenType.name };
  return { ...own, content: isCompositeCstNode(node) ? node.content.map(concrete) : [] };
}

/** What our parser makes of a text and what Langium's own does, which is made from the same grammar in another way. */
function bothTrees(text: string): readonly unknown[] {
  const ours = journey.parser.LangiumParser.parse(text);
  const theirs = langium.parse(text);
  expect(theirs.parserErrors).toEqual([]);
  return [ours.value, theirs.value].map((tree) => ({
    contents: contents(tree),
    concrete: tree.$cstNode === undefined ? undefined : concrete(tree.$cstNode),
  }));
}

describe('the parser', () => {
  it.each(examples)('makes the same tree of %s as Langium', (path) => {
    const [ours, theirs] = bothTrees(readFileSync(path, 'utf8'));
    expect(ours).toEqual(theirs);
  });

  it.each(examples)('understands %s on one line', (path) => {
    const text = readFileSync(path, 'utf8').replaceAll(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '');
    const { file, found } = parse(text.replaceAll(/\s*\n\s*/g, ' '));
    expect(found).toEqual([]);
    expect(contents(file)).toEqual(contents(parse(text).file));
  });

  it('makes the same tree of every text that the grammar allows as Langium', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 80 }), (choices) => {
        const text = journeyText(choices, ['a', 'b2', '予約']);
        expect(parse(text).found).toEqual([]);
        const [ours, theirs] = bothTrees(text);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 200 },
    );
  });

  it('lets Langium complete up to the cursor, wherever that is and whatever is wrong above', () => {
    const text = readFileSync('examples/quick-start.journey', 'utf8').replace('{', '').replace('"', '');
    const lines = text.split('\n');
    const lost = lines.flatMap((line, index) => {
      const before = [...lines.slice(0, index), line.substring(0, line.length / 2)].join('\n');
      const { tokens, elementStack } = journey.parser.CompletionParser.parse(before);
      return tokens.length > 1 && elementStack.length === 0 ? [before] : [];
    });
    expect(lost).toEqual([]);
  });

  it('links children to their parents', () => {
    const { file } = parse('journey J {\n  stage S {\n    touchpoint A on web\n    touchpoint B\n  }\n}');
    const [declaration] = file.declarations;
    if (declaration?.$type !== 'Journey') throw new Error('no journey');
    const second = declaration.stages[0]?.touchpoints[1];
    expect(second).toMatchObject({ $containerProperty: 'touchpoints', $containerIndex: 1 });
    expect(second?.$container).toBe(declaration.stages[0]);
    expect(declaration.$container).toBe(file);
    expect(second?.$cstNode?.text).toBe('touchpoint B');
    expect(second?.$cstNode?.astNode).toBe(second);
  });

  it('takes a line for one statement where a keyword could be a name', () => {
    const statements = ['feels waits waits -1', '-> Pay for Ken', 'feels effort'];
    const { file, found } = parse(`journey J { stage S { touchpoint A {\n${statements.join('\n')}\n} } }`);
    expect(found).toEqual([]);
    expect(JSON.stringify(contents(file))).not.toContain('waits":[');
    expect(JSON.stringify(contents(file))).not.toContain('efforts');
  });

  it('takes a word at the beginning of a line for a statement', () => {
    const { file } = parse(
      'journey J { stage S {\n touchpoint A on web\n for Ken\n touchpoint B {\n -> A\n for Ken\n } } }',
    );
    const [declaration] = file.declarations;
    if (declaration?.$type !== 'Journey') throw new Error('no journey');
    const [stage] = declaration.stages;
    expect(contents(stage?.personas)).toEqual([{ refersTo: 'Ken' }]);
    expect(contents(stage?.touchpoints[1]?.personas)).toEqual([{ refersTo: 'Ken' }]);
    expect(stage?.touchpoints[1]?.arrows[0]?.personas).toEqual([]);
  });

  it('lets a header go on in the next line', () => {
    const { file, found } = parse('journey J { stage S {\n touchpoint A "a"\n on web\n for Ken {\n does "x"\n } } }');
    expect(found).toEqual([]);
    expect(JSON.stringify(contents(file))).toContain('"name":"A","personas":[{"refersTo":"Ken"}]');
  });
});
