import type { SceneNode } from '../scene.ts';
import { circle, round } from './measured.ts';

/** A face for a feeling between −2 and +2, drawn and not an emoji, so that it looks the same everywhere. */
export function faceAt(value: number, x: number, y: number, r: number): readonly SceneNode[] {
  const level = Math.max(-2, Math.min(2, Math.round(value)));
  const name = `${level < 0 ? 'bad' : level > 0 ? 'good' : 'even'}-${Math.abs(level)}`;
  return [
    circle(`face-${name}`, x, y, r),
    circle(`feature-${name}`, x - r * 0.36, y - r * 0.22, r * 0.13),
    circle(`feature-${name}`, x + r * 0.36, y - r * 0.22, r * 0.13),
    { kind: 'stroke', style: `mouth-${name}`, data: mouth(level, x, y, r) },
  ];
}

/** The mouth's ends stay where they are; its middle goes down when smiling. */
function mouth(level: number, x: number, y: number, r: number): string {
  const bend = level * 0.26 * r;
  const ends = y + 0.38 * r - bend * 0.5;
  const half = 0.44 * r;
  return `M${round(x - half)} ${round(ends)}Q${round(x)} ${round(ends + bend * 2)} ${round(x + half)} ${round(ends)}`;
}
