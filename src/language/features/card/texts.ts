import { rules } from '../../../friction/rules/index.ts';
import { inLocale, type Locale } from '../../../model/text.ts';
import { keywordHelp } from '../../help/keywords.ts';
import { code, escaped, paragraphs } from './markdown.ts';

/** What a keyword says, with an example; `rule` is the rule of the grammar that it stands in. */
export function keywordCard(rule: string, word: string, locale: Locale): string | undefined {
  const help = keywordHelp(rule, word);
  if (help === undefined) return undefined;
  const example = `\`\`\`journey\n${inLocale(help.example, locale)}\n\`\`\``;
  return paragraphs([inLocale(help.meaning, locale), example]);
}

/** What a rule finds, and what to do about it; undefined when there is no such rule. */
export function ruleCard(id: string, locale: Locale): string | undefined {
  const meta = rules.find((rule) => rule.meta.id === id)?.meta;
  if (meta === undefined) return undefined;
  return paragraphs([`**${code(id)}**`, escaped(inLocale(meta.summary, locale)), inLocale(meta.remedy, locale)]);
}
