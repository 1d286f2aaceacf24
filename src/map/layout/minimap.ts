import type { MapContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { box, circle, type Measured, measuredText, polyline } from './measured.ts';
import { FONTS } from './sizes.ts';

/** The whole journey in a strip: its stages, how the emotion runs, and where the friction is. */
export function minimapBlock(content: MapContent, width: number): Measured {
  const { touchpoints, stages, curves, locale } = content;
  const height = 64;
  const label = measuredText(LABELS.overview[locale], 'text-muted', { font: FONTS.smallStrong, width: 120, locale });
  const [curve] = curves;
  const total = Math.max(1, touchpoints.length);
  return {
    width,
    height: height + label.height + 4,
    draw: (x, y) => {
      const top = y + label.height + 4;
      const at = (index: number): number => x + (width * (index + 0.5)) / total;
      const nodes: SceneNode[] = [...label.draw(x, y), box('panel', x, top, width, height, 6)];
      for (const stage of stages) {
        const first = stage.touchpoints[0]?.index;
        if (first === undefined) continue;
        const left = x + (width * first) / total;
        const span = (width * stage.touchpoints.length) / total;
        const number = measuredText(String(stage.index + 1), 'on-stage', {
          font: FONTS.smallStrong,
          width: span,
          locale,
          align: 'middle',
        });
        nodes.push({
          kind: 'group',
          role: 'minimap-stage',
          of: { stage: stage.key },
          label: `${stage.index + 1} ${stage.title}`,
          children: [
            box(`stage-${(stage.index % 6) + 1}`, left + 1, top + 1, span - 2, 17, 3),
            ...(span >= 18 ? number.draw(left, top + 9.5 - number.height / 2) : []),
          ],
        });
      }
      const points = (curve?.points ?? []).filter(({ aside }) => !aside);
      if (points.length > 1) {
        nodes.push({
          kind: 'stroke',
          style: 'curve-persona-1',
          data: polyline(points.map((point) => [at(point.at), top + 41 - point.value * 8])),
        });
      }
      for (const touchpoint of touchpoints) {
        if (touchpoint.findings > 0)
          nodes.push(circle('minimap-friction', at(touchpoint.index), top + height - 5, 2.5));
      }
      return [{ kind: 'group', role: 'minimap', children: nodes }];
    },
  };
}
