import { inLocale, type Locale, type Text } from '../../../model/text.ts';
import type * as ast from '../../generated/ast.ts';
import { resolveImport } from '../../imports.ts';
import { indexOf } from '../../workspace/index-manager.ts';
import type { JourneyDocument } from '../../workspace/journey-workspace.ts';
import { kindText } from '../../linking/kinds.ts';
import { KINDS } from '../../scope/symbols.ts';
import { titleOfNode } from './fact-values.ts';
import { escaped, listed, paragraphs } from './markdown.ts';

/** More of a kind are only counted. */
const MOST_NAMES = 6;
const EMPTY: Text = { en: 'It declares nothing yet.', ja: 'まだ何も宣言されていません。' };

/** What an import brings: what the file declares, kind by kind; undefined when there is no such file. */
export function importCard(
  { path = '' }: Partial<ast.Import>,
  document: JourneyDocument,
  locale: Locale,
): string | undefined {
  const uri = resolveImport(document.uri.toString(), path);
  const symbols = uri === undefined ? undefined : indexOf(document).symbols(uri);
  if (symbols === undefined) return undefined;
  const lines = KINDS.flatMap((kind) => {
    const titles = [...symbols.get(kind).values()].flatMap(([node]) =>
      node === undefined ? [] : titleOfNode(node, locale),
    );
    if (titles.length === 0) return [];
    const shown = titles.slice(0, MOST_NAMES).map(escaped);
    const more = titles.length > MOST_NAMES ? [`+${titles.length - MOST_NAMES}`] : [];
    return `- ${inLocale(kindText(kind).one, locale)}: ${listed([...shown, ...more], locale)}`;
  });
  return paragraphs([`**${escaped(path)}**`, lines.length === 0 ? inLocale(EMPTY, locale) : lines.join('\n')]);
}
