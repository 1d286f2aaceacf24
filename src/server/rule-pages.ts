import type { RuleMeta } from '../friction/rule.ts';
import { rules } from '../friction/rules/index.ts';
import { LIBRARY_SCHEME } from '../language/library/library.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';

/** The page about a rule: a document that the server itself gives. Missing for what is no rule. */
export function rulePage(id: string): string | undefined {
  return metas.has(id) ? `${FOLDER}${id}.md` : undefined;
}

/** The text of a rule's page in Markdown; undefined when there is no such page. */
export function rulePageText(uri: string, locale: Locale): string | undefined {
  if (!uri.startsWith(FOLDER) || !uri.endsWith('.md')) return undefined;
  const meta = metas.get(uri.slice(FOLDER.length, -'.md'.length));
  return meta === undefined ? undefined : pageOf(meta, locale);
}

/** The pages of all rules that have one, by their ids. */
export function rulePages(find: (id: string) => string | undefined): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const id of metas.keys()) {
    const page = find(id);
    if (page !== undefined) pages.set(id, page);
  }
  return pages;
}

/** The rule of that id. */
export function ruleOf(id: string): RuleMeta | undefined {
  return metas.get(id);
}

const FOLDER = `${LIBRARY_SCHEME}:/rules/`;
const metas: ReadonlyMap<string, RuleMeta> = new Map(rules.map(({ meta }) => [meta.id, meta]));

const REMEDY: Text = { en: 'What to do', ja: '直し方' };
const SOURCES: Text = { en: 'Sources', ja: '出典' };

function pageOf({ id, summary, why, remedy, sources }: RuleMeta, locale: Locale): string {
  const say = (text: Text): string => inLocale(text, locale);
  const parts = [`# ${id}`, say(summary), say(why), `## ${say(REMEDY)}`, say(remedy)];
  if (sources.length > 0) {
    const list = sources.map(({ title, url }) => (url === undefined ? `- ${title}` : `- [${title}](${url})`));
    parts.push(`## ${say(SOURCES)}`, list.join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
