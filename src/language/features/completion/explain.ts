import { inLocale } from '../../../model/text.ts';
import { type CardContext, cardOf } from '../card/declaration.ts';
import { keywordCard, ruleCard } from '../card/texts.ts';
import type { Proposal } from './proposal.ts';

/** What there is to know about a proposal, in Markdown; undefined when its name says it all. */
export function explanationOf({ about }: Proposal, context: CardContext): string | undefined {
  switch (about.kind) {
    case 'keyword':
      return keywordCard(about.block, about.word, context.locale);
    case 'declaration':
      return cardOf(about.node, context);
    case 'rule':
      return ruleCard(about.id, context.locale);
    case 'text':
      return inLocale(about.text, context.locale);
    default:
      return undefined;
  }
}
