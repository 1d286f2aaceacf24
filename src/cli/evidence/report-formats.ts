import type { FormatsByName } from '../output-file.ts';

/** What the reports about event logs can be written as. */
export type EvidenceFormat = 'pretty' | 'json' | 'markdown' | 'html';

export const EVIDENCE_FORMATS: FormatsByName<EvidenceFormat> = {
  byName: { '.txt': 'pretty', '.json': 'json', '.md': 'markdown', '.html': 'html' },
  otherwise: 'pretty',
  only: { color: ['pretty'] },
};
