import type { LangiumDocument } from 'langium';
import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import type * as ast from './generated/ast.ts';
import { kindText, type Nameable } from './linker-kinds.ts';
import type { LinkProblem } from './linker-problem.ts';
import { placeOfName } from './scope-places.ts';
import { addTo, hasName } from './scope-symbols.ts';

/**
 * Ids that are given twice in one block, reported at each but the first. The same id in different blocks is no mistake:
 * two touchpoints may each have a barrier `Slow`, and the touchpoint's id tells them apart.
 */
export function duplicateProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  const uri = document.uri.toString();
  return blocksOf(document.parseResult.value).flatMap(({ block, children }) =>
    repeated(children).map(({ node, first }) => problem(uri, block, node, first)),
  );
}

interface Block {
  /** Missing for the file itself. */
  readonly block?: ast.Named;
  readonly children: readonly ast.Named[];
}

function blocksOf(root: ast.JourneyFile): readonly Block[] {
  const declarations = root.declarations.filter((declaration) => declaration.$type !== 'Handover');
  return [{ children: declarations }, ...declarations.flatMap(blocksIn)];
}

function blocksIn(declaration: ast.Declaration): readonly Block[] {
  switch (declaration.$type) {
    case 'Persona':
      return [{ block: declaration, children: [...declaration.needs, ...declaration.pains, ...declaration.questions] }];
    case 'Experiment':
      return [{ block: declaration, children: declaration.variants }];
    case 'Journey':
      return [
        { block: declaration, children: [...declaration.stages, ...declaration.questions, ...declaration.barriers] },
        ...declaration.stages.flatMap((stage) => [
          { block: stage, children: [...stage.touchpoints, ...stage.questions, ...stage.barriers] },
          ...stage.touchpoints.map((touchpoint) => ({
            block: touchpoint,
            children: [...touchpoint.questions, ...touchpoint.barriers],
          })),
        ]),
      ];
    default:
      return [];
  }
}

function repeated(nodes: readonly ast.Named[]): readonly { readonly node: ast.Named; readonly first: ast.Named }[] {
  const names = new Map<string, ast.Named[]>();
  for (const node of nodes) if (hasName(node)) addTo(names, `${node.$type} ${node.name}`, node);
  return [...names.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((node) => ({ node, first })),
  );
}

function problem(uri: string, block: ast.Named | undefined, node: ast.Named, first: ast.Named): LinkProblem {
  const kind = kindText(node.$type as Nameable).one;
  const name = quoted(node.name);
  const where = block === undefined ? inFile : inBlock(block);
  return {
    code: 'duplicate-name',
    severity: 'error',
    message: {
      en: `The ${kind.en} ${name.en} is declared twice in ${where.en}.`,
      ja: `${where.ja}で${kind.ja}${name.ja}が重複して宣言されています。`,
    },
    help: {
      en: 'Give one of the two another id, or remove it.',
      ja: 'どちらかのIDを変えるか、不要な方を削除してください。',
    },
    range: placeOfName(node).range,
    related: [
      { message: { en: 'First declared here', ja: '最初の宣言' }, place: { uri, range: placeOfName(first).range } },
    ],
    fixes: [],
  };
}

const inFile: Text = { en: 'this file', ja: 'このファイル' };

function inBlock(block: ast.Named): Text {
  const kind = kindText(block.$type as Nameable).one;
  const name = quoted(block.name ?? '');
  return { en: `the ${kind.en} ${name.en}`, ja: `${kind.ja}${name.ja}` };
}
