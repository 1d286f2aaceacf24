// A scene in lines that a person can read and compare: what stands where, indented by what it belongs to.
import type { Scene, SceneNode } from '../../src/map/scene.ts';

/** Places are whole pixels: a change that nobody could see is no change. Outlines are told by where they begin and end. */
export function sceneText({ title, description, width, height, zoom = 1, nodes }: Scene): string {
  const size = `${pixels(width)} × ${pixels(height)}${zoom === 1 ? '' : `, shown at ${zoom.toFixed(2)}`}`;
  return [`${title} · ${size}`, description, ...nodes.flatMap((node) => linesOf(node, '')), ''].join('\n');
}

function linesOf(node: SceneNode, indent: string): readonly string[] {
  switch (node.kind) {
    case 'group': {
      const { role, of = {}, children } = node;
      const name = [of.journey, of.stage, of.touchpoint, of.next, of.persona].filter((part) => part !== undefined);
      const inner = children.flatMap((child) => linesOf(child, `${indent}  `));
      return [`${indent}${[role, name.join(' → ')].join(' ').trim()}`, ...inner];
    }
    case 'box':
      return [`${indent}${node.style} ${at(node.x, node.y)} ${pixels(node.width)}×${pixels(node.height)}`];
    case 'icon':
      return [`${indent}${node.style} ${node.name} ${at(node.x, node.y)}`];
    case 'text': {
      const words = node.lines.map(({ text }) => text).join(' / ');
      return [`${indent}${node.style} ${at(node.x, node.y)} "${words}"`];
    }
    case 'shape':
    case 'stroke':
      return [`${indent}${node.style} ${ends(node.data)}`];
    default:
      return node satisfies never;
  }
}

function ends(data: string): string {
  const numbers = (data.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [x = 0, y = 0] = numbers;
  const [lastX = x, lastY = y] = numbers.slice(-2);
  return `${at(x, y)} → ${at(lastX, lastY)}`;
}

function at(x: number, y: number): string {
  return `${pixels(x)},${pixels(y)}`;
}

function pixels(value: number): string {
  return String(Math.round(value));
}
