// Asks for proposals in files that exist only in a test, and writes them as an editor would.
import { proposalsAt } from '../../src/language/features/completion.ts';
import type { Asking } from '../../src/language/features/completion/place.ts';
import type { Proposal, Proposals } from '../../src/language/features/completion/proposal.ts';
import type { JourneyDocument, JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { documentOf, loaded, type VirtualFiles } from '../language/virtual-files.ts';

export const asking: Asking = {
  locale: 'en',
  today: { year: 2026, month: 11, day: 22 },
  findings: () => [],
};

export interface Asked extends Proposals {
  readonly workspace: JourneyWorkspace;
  readonly document: JourneyDocument;
  readonly text: string;
  readonly offset: number;
  readonly labels: readonly string[];
  readonly item: (label: string) => Proposal;
}

/** What is proposed at `<|>` in `main.journey`, beside other files. */
export async function askedAt(written: string, files: VirtualFiles = {}, more: Partial<Asking> = {}): Promise<Asked> {
  const offset = written.indexOf('<|>');
  const text = written.replace('<|>', '');
  const texts = { ...files, 'main.journey': text };
  const workspace = await loaded(texts, Object.keys(texts));
  const document = documentOf(workspace, 'main.journey');
  const proposals = proposalsAt(workspace, document, offset, { ...asking, ...more });
  const item = (label: string): Proposal => {
    const found = proposals.items.find((each) => each.text === label);
    if (found === undefined)
      throw new Error(`${label} is not among ${proposals.items.map((each) => each.text).join(' ')}`);
    return found;
  };
  return { ...proposals, workspace, document, text, offset, labels: proposals.items.map((each) => each.text), item };
}

/** What is written when a proposal is taken as it is: of each tab stop its sample or its first choice. */
export function writtenFor({ text, insert, snippet }: Proposal): string {
  if (snippet === undefined) return insert ?? text;
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
    .replaceAll(/(?<!\\)\$\d+/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');
}
