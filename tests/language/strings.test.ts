import * as fc from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { readString } from '../../src/language/parser/strings.ts';

describe('a string', () => {
  it.each([
    ['"Looks for a room"', 'Looks for a room'],
    ['""', ''],
    ['"say \\"hi\\"\\n\\tbye \\\\"', 'say "hi"\n\tbye \\'],
    ['"C:\\users \\d"', 'C:\\users \\d'],
    ['"not closed', 'not closed'],
    ['"', ''],
    ['"ends with a backslash \\\\"', 'ends with a backslash \\'],
    ['“Looks”', 'Looks'],
    ['「探す」', '探す'],
    ['"Looks”', 'Looks'],
    ["'It\\'s'", "It\\'s"],
  ])('%s', (written, text) => {
    expect(readString(written)).toBe(text);
  });
});

describe('a string of several lines', () => {
  it.each([
    ['loses its common indentation', '"""\n      one\n        two\n      three\n    """', 'one\n  two\nthree'],
    ['keeps empty lines within', '"""\n  one\n\n  two\n"""', 'one\n\ntwo'],
    ['may begin on the line of its quotes', '"""one\n   two"""', 'one\ntwo'],
    ['has one kind of line break', '"""\r\n  one\r\n  two\r\n"""', 'one\ntwo'],
    ['is indented by tabs or spaces, not by both', '"""\n\tone\n  two\n"""', '\tone\n  two'],
    ['may hold quotes', '"""\n  say "hi" and \\"""\n"""', 'say "hi" and """'],
    ['may be empty', '"""\n\n"""', ''],
    ['may stand on one line', '"""one"""', 'one'],
    ['that is not closed is read to its end', '"""\n  one\n  two', 'one\ntwo'],
  ])('%s', (_, written, text) => {
    expect(readString(written)).toBe(text);
  });
});

it('gives back what was escaped', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = text.replaceAll(/[\r\n\t]/g, ' ');
      const written = line.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      expect(readString(`"${written}"`)).toBe(line);
    }),
  );
});
