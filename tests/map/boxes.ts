// Looks at where the texts of a scene stand.
import type { Scene, SceneNode, TextBlock } from '../../src/map/scene.ts';

interface Area {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Everything that is wrong with the places of a scene's texts, in words; empty when all is well. */
export function misplacedTexts(scene: Scene): string[] {
  const blocks = textsIn(scene.nodes);
  const wrong = blocks.flatMap((block) => problemsOf(block, scene));
  const lines = blocks.flatMap(linesOf).toSorted((a, b) => a.top - b.top);
  for (const [index, a] of lines.entries()) {
    for (const b of lines.slice(index + 1)) {
      if (b.top >= a.bottom) break;
      if (b.left < a.right - slack && a.left < b.right - slack && b.top < a.bottom - slack) {
        wrong.push(`"${a.text}" and "${b.text}" overlap at ${Math.round(b.left)}, ${Math.round(b.top)}`);
      }
    }
  }
  return [...wrong, ...cardsIn(scene.nodes).flatMap(problemsOfCard)];
}

/** All texts, wherever they stand in the tree. */
export function textsIn(nodes: readonly SceneNode[]): readonly TextBlock[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsIn(node.children);
    return node.kind === 'text' ? [node] : [];
  });
}

const slack = 0.5;

function problemsOf(block: TextBlock, scene: Scene): string[] {
  const text = block.lines.map((line) => line.text).join(' ');
  const wide = block.lines
    .filter(({ width }) => width > block.width + slack)
    .map(() => `"${text}" is wider than its box`);
  const inside =
    block.x >= 0 &&
    block.y >= 0 &&
    block.x + block.width <= scene.width + slack &&
    block.y + block.height <= scene.height + slack;
  return inside ? wide : [...wide, `"${text}" leaves the picture`];
}

function linesOf(block: TextBlock): Area[] {
  const { size } = block.font;
  return block.lines.map(({ text, width, baseline }) => {
    const free = block.width - width;
    const left = block.x + { start: 0, middle: free / 2, end: free }[block.align];
    return { text, left, right: left + width, top: baseline - 0.88 * size, bottom: baseline + 0.22 * size };
  });
}

interface Card {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly texts: readonly TextBlock[];
}

function cardsIn(nodes: readonly SceneNode[]): readonly Card[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'group') return [];
    const box = node.children.find((child) => child.kind === 'box');
    if (node.role === 'card' && box?.kind === 'box') return [{ box, texts: textsIn(node.children) }];
    return cardsIn(node.children);
  });
}

function problemsOfCard({ box, texts }: Card): string[] {
  return texts
    .filter(
      ({ x, y, width, height }) =>
        x < box.x || y < box.y || x + width > box.x + box.width + slack || y + height > box.y + box.height + slack,
    )
    .map(({ lines }) => `"${lines[0]?.text ?? ''}" leaves its card`);
}
