// Whatever state a file is in, the rules answer, and point into it.
import { assert, asyncProperty, array, constantFrom, nat, tuple } from '../support/properties.ts';
import { expect, test } from 'vitest';
import { frictionOf, RULE_FAILED } from '../../src/friction/runner.ts';
import { ruleFolders } from './rule-folders.ts';
import { openFile } from './workspace.ts';

const texts = ruleFolders.flatMap(({ files }) => Array.from(files.values()));

/** A text with some of its lines taken out, written twice or put elsewhere. */
const mangled = tuple(
  constantFrom(...texts),
  array(tuple(nat(60), nat(60), constantFrom('drop', 'repeat', 'move')), { maxLength: 8 }),
).map(([text, changes]) => {
  const lines = text.split('\n');
  for (const [from, to, change] of changes) {
    const [line] = lines.splice(from % lines.length, change === 'repeat' ? 0 : 1);
    const copy = change === 'repeat' ? lines[from % lines.length] : line;
    if (change !== 'drop' && copy !== undefined) lines.splice(to % (lines.length + 1), 0, copy);
    if (lines.length === 0) lines.push('');
  }
  return lines.join('\n');
});

test('every finding points into the file, and no rule breaks', async () => {
  await assert(
    asyncProperty(mangled, async (text) => {
      const { model, uri } = await openFile(text);
      const lines = text.split('\n');
      for (const { code, place } of frictionOf(model)) {
        const { start, end } = place.range;
        expect(code).not.toBe(RULE_FAILED);
        expect(place.uri).toBe(uri);
        expect(start.character).toBeLessThanOrEqual(lines[start.line]?.length ?? -1);
        expect(end.line).toBeLessThan(lines.length);
      }
    }),
    { numRuns: 150 },
  );
});

test.each(['-> Papers 95%, Help 5%', '-> Papers 95%、Help 5%', '-> Papers, Help', '-> Helpp'])(
  '%s is a mistake, and nothing follows for the touchpoints that it may lead to',
  async (arrow) => {
    const text = `journey Apply "Apply" {
  stage Apply "Apply" : purchase {
    touchpoint Form "Fills in the form" on web by customer {
      ${arrow}
    }
    touchpoint Papers "Sends the papers" on post by customer {
      end success
    }
    touchpoint Help "Is helped" on phone by company
  }
}
`;
    const { model, mistakes } = await openFile(text);
    expect(mistakes).not.toEqual([]);
    const codes = frictionOf(model).map(({ code }) => code);
    expect(codes.filter((code) => code === 'dead-end' || code === 'unreachable-touchpoint')).toEqual([]);
  },
);

test('a touchpoint that an arrow leads past is out of reach, whatever comes after the arrow on its line', async () => {
  const text = `journey Apply "Apply" {
  stage Apply "Apply" : purchase {
    touchpoint Form "Fills in the form" on web by customer {
      -> Papers // and, later, Help
    }
    touchpoint Help "Is helped" on phone by company
    touchpoint Papers "Sends the papers" on post by customer
  }
}
`;
  const { model } = await openFile(text);
  expect(frictionOf(model).map(({ code }) => code)).toContain('unreachable-touchpoint');
});
