import { readFileSync, writeFileSync } from 'node:fs';
import type { Text } from '../../model/text.ts';
import { errorText } from './problem.ts';

/**
 * Writes the new text of a file that was read before; a byte order mark stays. Says what is wrong if it cannot, and also
 * when somebody else has changed the file meanwhile: their work must not be lost.
 */
export function rewriteTextFile(file: string, before: string, after: string): Text | undefined {
  try {
    const now = readFileSync(file, 'utf8');
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (now !== mark + before) {
      return { en: 'it was changed meanwhile, so it is left as it is', ja: '途中で変更されたため、修正しませんでした' };
    }
    writeFileSync(file, mark + after);
    return undefined;
  } catch (error) {
    return errorText(error);
  }
}
