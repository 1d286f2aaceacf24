// The tables of the standard library.
import type * as ast from '../../../src/language/generated/ast.ts';
import { createWorkspace } from '../../../src/language/workspace/journey-workspace.ts';
import { loadLibrary } from '../../../src/language/library/documents.ts';
import type { Text } from '../../../src/model/text.ts';
import { code, prose, type Say, table } from '../markdown.ts';

/** A section for each file of the standard library. */
export function librarySections(say: Say): readonly string[] {
  const { shared } = createWorkspace({ files: { read: () => ({ text: '' }), list: () => [] } });
  return loadLibrary(shared).map(({ uri, parseResult }) => {
    const title = titles[uri.path.slice(uri.path.lastIndexOf('/') + 1)];
    if (title === undefined) throw new Error(`There is no title for ${uri.toString()}`);
    const rows = parseResult.value.declarations
      .filter((each) => each.$type !== 'Handover')
      .map((each) => [code(each.name), prose(say(titleOf(each))), about(each)]);
    return `## ${say(title)}\n\n${table([words.name, words.title, words.about].map(say), rows)}`;
  });
}

type Named = Exclude<ast.Declaration, ast.Handover>;

function titleOf({ label = '', labelJa = label }: Named): Text {
  return { en: label, ja: labelJa };
}

/** What is worth knowing besides the name: the kind, or the value of a feeling. */
function about(declaration: Named): string {
  if (declaration.$type === 'Emotion') return `${declaration.value} ${declaration.face ?? ''}`;
  if ('kinds' in declaration) return declaration.kinds.map((kind) => code(kind)).join(', ');
  return '';
}

const titles: Readonly<Record<string, Text>> = {
  'channels.journey': { en: 'Standard library: channels', ja: '標準ライブラリー:チャネル' },
  'data.journey': { en: 'Standard library: data', ja: '標準ライブラリー:データ' },
  'emotions.journey': { en: 'Standard library: emotions', ja: '標準ライブラリー:感情' },
  'metrics.journey': { en: 'Standard library: metrics', ja: '標準ライブラリー:指標' },
};

const words = {
  name: { en: 'Name', ja: '名前' },
  title: { en: 'Title', ja: 'タイトル' },
  about: { en: 'Kind or value', ja: '種類・値' },
} as const;
