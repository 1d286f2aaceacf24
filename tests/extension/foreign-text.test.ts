import { expect, test } from 'vitest';
import { foreignText } from '../../src/extension/templates/foreign-text.ts';

test.each([
  ['UTF-8', [0xe4, 0xba, 0x88]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe4, 0xba, 0x88]],
  ['UTF-16', [0xff, 0xfe, 0x88, 0x4e]],
  ['UTF-16, the other way round', [0xfe, 0xff, 0x4e, 0x88]],
  ['Shift_JIS', [0x97, 0x5c]],
])('a file in %s is read', (_, bytes) => {
  expect(foreignText(Uint8Array.from(bytes))).toBe('予');
});

test('a file that is no text is not', () => {
  expect(foreignText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00]))).toBeUndefined();
  expect(foreignText(Uint8Array.from([0xff, 0x80, 0xff]))).toBeUndefined();
});
