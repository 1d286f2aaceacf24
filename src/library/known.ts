import { PRESETS } from '../map/content/lanes.ts';
import { THEMES } from '../map/style/palette.ts';

const choices: Readonly<Record<string, readonly string[]>> = {
  locale: ['en', 'ja'],
  theme: [...THEMES, 'auto'],
  preset: Object.keys(PRESETS),
};

/** Options of a caller whom no type checker has told which there are. Throws a RangeError that names them. */
export function refuseUnknown(options: Readonly<Record<string, unknown>>): void {
  for (const [name, known] of Object.entries(choices)) {
    const value = options[name];
    if (value === undefined || (typeof value === 'string' && known.includes(value))) continue;
    throw new RangeError(`${name}: ${JSON.stringify(value)} is none of ${known.join(', ')}`);
  }
}
