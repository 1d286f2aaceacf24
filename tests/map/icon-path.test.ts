import svgpath from 'svgpath';
import { expect, test } from 'vitest';
import { ICONS, type IconName } from '../../src/map/generated/icons.ts';
import { ICON_SIDE, iconPath } from '../../src/map/svg/icon-path.ts';

const [x, y] = [100.5, -7];

test.each(Object.keys(ICONS) as IconName[])('%s is drawn as if it had been scaled and moved', (name) => {
  for (const size of [10, 13, 28]) {
    const drawn = numbersIn(iconPath({ kind: 'icon', style: 'icon-muted', name, size, x, y }));
    const scaled = svgpath(ICONS[name])
      .scale(size / ICON_SIDE)
      .translate(x, y);
    const wanted = numbersIn(scaled.toString());
    expect(drawn).toHaveLength(wanted.length);
    for (const [index, value] of drawn.entries()) expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 1);
  }
});

/** All numbers of a path in absolute terms; of a move before another one, which draws nothing, none. */
function numbersIn(data: string): readonly number[] {
  const moves: number[] = [];
  const numbers: number[] = [];
  svgpath(data)
    .abs()
    .iterate(([command, ...values]) => {
      if (command === 'M') moves.splice(0, 2, ...(values as number[]));
      else numbers.push(...moves.splice(0), ...(values as number[]));
    });
  return numbers;
}
