import { expect, test } from 'vitest';
import { jsonItems, jsonText, lineAt } from '../../src/formats/json-text.ts';
import * as fc from '../support/properties.ts';

test('what is written item by item reads as what is written at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }),
      fc.nat(5),
      fc.nat(4),
      (values, cut, around) => {
        let whole: unknown = values;
        for (let level = 0; level < around; level += 1) whole = [whole];
        const depth = around + 1;
        const open = Array.from({ length: depth }, (_, level) => `${level === 0 ? '' : lineAt(level)}[`).join('');
        const close = Array.from({ length: depth }, (_, level) => `${lineAt(around - level)}]`).join('');
        const pieces = [values.slice(0, cut), values.slice(cut)].map((part) => jsonItems(part, depth));
        expect(`${open}${pieces.filter((piece) => piece !== '').join(',')}${close}\n`).toBe(jsonText(whole));
      },
    ),
  );
});
