import * as fc from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { wantsColour } from '../../src/cli/colour.ts';
import { commands, globalOptions } from '../../src/cli/commands.ts';
import { countSeverities } from '../../src/formats/report.ts';
import { failing } from '../../src/cli/verdict.ts';
import { SEVERITIES } from '../../src/model/finding.ts';

test.each([
  [undefined, {}, { isTTY: true }, true],
  [undefined, { TERM: 'dumb' }, { isTTY: true }, false],
  [undefined, { NO_COLOR: '1' }, { isTTY: true }, false],
  [undefined, { NO_COLOR: '' }, { isTTY: true }, true],
  [undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, {}, true],
  [false, { FORCE_COLOR: '1' }, { isTTY: true }, false],
  [true, { NO_COLOR: '1' }, {}, true],
  [undefined, {}, {}, false],
])('colours with option %j, environment %j, stream %j: %s', (option, env, stream, expected) => {
  expect(wantsColour(option, env, stream)).toBe(expected);
});

describe('which findings fail the check', () => {
  const all = SEVERITIES.map((severity) => ({ severity }));
  const failed = (limits: Parameters<typeof failing>[1], warnings = 1): readonly string[] => {
    const findings = [...all, ...Array.from({ length: warnings - 1 }, () => ({ severity: 'warning' as const }))];
    return SEVERITIES.filter((severity) => failing(countSeverities(findings), limits)({ severity }));
  };

  test.each([
    [{ failOn: 'never' }, 1, []],
    [{ failOn: 'error' }, 1, ['error']],
    [{ failOn: 'warning' }, 1, ['error', 'warning']],
    [{ failOn: 'hint' }, 1, ['error', 'warning', 'information', 'hint']],
    [{ failOn: 'warning', maxWarnings: 3 }, 3, ['error']],
    [{ failOn: 'warning', maxWarnings: 3 }, 4, ['error', 'warning']],
    [{ failOn: 'error', maxWarnings: 0 }, 1, ['error', 'warning']],
    [{ failOn: 'information', maxWarnings: 9 }, 1, ['error', 'information']],
  ] as const)('%j with %i warnings', (limits, warnings, expected) => {
    expect(failed(limits, warnings)).toEqual(expected);
  });
});

describe('the command line', () => {
  const specs = [...(commands.find(({ name }) => name === 'check')?.options ?? []), ...globalOptions];

  test('options and operands in any order; the last one of a repeated option counts', () => {
    const args = ['a', '-f', 'json', 'b', '--format=sarif', '--max-warnings', '7', '--no-color', '-', '--', '--c'];
    expect(parseArguments(args, specs)).toEqual({
      operands: ['a', 'b', '-', '--c'],
      options: { format: 'sarif', 'max-warnings': 7, color: false },
    });
  });

  test('never throws, whatever it is given', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('-f', '--format', '--no-color', '--', '-', '--=x', '-fjson'));
    fc.assert(
      fc.property(fc.array(word), (args) => {
        expect(() => parseArguments(args, specs)).not.toThrow();
      }),
    );
  });

  test('no two options share a name or a letter', () => {
    for (const { options } of commands) {
      const names = [...options, ...globalOptions].flatMap(({ name, short }) =>
        short === undefined ? name : [name, short],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
