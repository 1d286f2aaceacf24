import type { Text } from '../../model/text.ts';

/** A report as sections; every format shows these and nothing else. */
export interface ReportSection {
  readonly title: Text;
  readonly sentences: readonly Text[];
  readonly table?: { readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] };
}

export interface ReportContent {
  readonly title: Text;
  readonly sections: readonly ReportSection[];
}
