import type { Touchpoint } from './journey.ts';

/** What a touchpoint can say: a list that can be empty, or a field that can be missing. */
export type StatementName = {
  [Name in keyof Touchpoint]-?: Touchpoint[Name] extends readonly unknown[]
    ? Name
    : undefined extends Touchpoint[Name]
      ? Name
      : never;
}[keyof Touchpoint];

/** Whether anything of that sort is written at a touchpoint. */
export function says(touchpoint: Touchpoint, statement: StatementName): boolean {
  const said = touchpoint[statement];
  return Array.isArray(said) ? said.length > 0 : said !== undefined;
}
