import { findingsOf } from '../language/findings.ts';
import { usualConfiguration } from '../language/usual-configuration.ts';
import type { FileAccess } from '../language/workspace/file-access.ts';
import { createWorkspace, type JourneyDocument } from '../language/workspace/journey-workspace.ts';
import type { Finding } from '../model/finding.ts';

/** Reads a text that is no file and stands for itself: it can import nothing. */
export async function openText(
  text: string,
): Promise<{ readonly document: JourneyDocument; readonly findings: readonly Finding[] } | undefined> {
  const workspace = createWorkspace({ files: noFiles, roots: [FOLDER] });
  const uri = `${FOLDER}/text.journey`;
  await workspace.open(uri, text);
  const document = workspace.document(uri);
  return document && { document, findings: findingsOf(document, usualConfiguration()).findings };
}

const FOLDER = 'text:/document';

const noFiles: FileAccess = {
  read: () => ({
    absence: 'missing',
    reason: {
      en: 'a text that is no file can import nothing',
      ja: 'ファイルではないテキストからはインポートできません',
    },
  }),
  list: () => [],
};
