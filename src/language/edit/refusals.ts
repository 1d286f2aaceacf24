import type { AstNode } from 'langium';
import type { Text } from '../../model/text.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { cstOf } from './block.ts';

/** Why blocks cannot be rebuilt: what is written in them is not understood, so something could get lost. */
export function brokenRefusal(document: JourneyDocument, blocks: readonly AstNode[]): Text | undefined {
  const isBroken = document.parseResult.lexerErrors.some(({ offset }) =>
    blocks.some((block) => {
      const { offset: start, end } = cstOf(block);
      return offset !== undefined && start <= offset && offset <= end;
    }),
  );
  if (!isBroken) return undefined;
  return {
    en: 'There is a mistake in this part of the file. Correct it first, so that nothing gets lost.',
    ja: 'この部分に書き方の誤りがあります。内容が失われないよう、先に直してください。',
  };
}
