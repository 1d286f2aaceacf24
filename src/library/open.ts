import type { FileAccess } from '../language/workspace/file-access.ts';
import { createWorkspace, type JourneyDocument } from '../language/workspace/journey-workspace.ts';

/** Texts of other files that are imported, by the path that the import names, such as `people.journey`. */
export type JourneyTexts = Readonly<Record<string, string>>;

/** A text, read and linked. */
export interface OpenedText {
  readonly document: JourneyDocument;
  /** The name of a file, by its URI. */
  readonly pathOf: (uri: string) => string;
}

/** The text stands in a folder of its own, beside the others. */
export async function openText(text: string, files: JourneyTexts): Promise<OpenedText> {
  const texts = new Map([[own, text], ...Object.entries(files).map(([path, other]) => [uriOf(path), other] as const)]);
  const access: FileAccess = {
    read: (uri) => {
      const found = texts.get(uri);
      return found === undefined ? { absence: 'missing', reason: missing } : { text: found };
    },
    list: () => [...texts.keys()],
  };
  const workspace = createWorkspace({ files: access, roots: [root] });
  await workspace.load([own]);
  const document = workspace.document(own);
  if (document === undefined) throw new Error('The text was given and cannot be missing');
  return {
    document,
    pathOf: (uri) => (uri.startsWith(`${root}/`) ? decodeURIComponent(uri.slice(root.length + 1)) : uri),
  };
}

const root = 'file:///journeys';
const own = `${root}/text.journey`;
const missing = {
  en: 'its text was not given with "files"',
  ja: '「files」に内容が渡されていません',
};

function uriOf(path: string): string {
  return `${root}/${path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/')}`;
}
