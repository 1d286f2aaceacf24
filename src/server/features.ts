import type { Feature } from './feature.ts';
import { callHierarchy } from './features/call-hierarchy.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLenses } from './features/code-lenses.ts';
import { colours } from './features/colours.ts';
import { compare } from './features/compare.ts';
import { completion } from './features/completion.ts';
import { documentLinks } from './features/document-links.ts';
import { fileRenames } from './features/file-renames.ts';
import { formatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { importing } from './features/import.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { journeyFacts } from './features/journey-facts.ts';
import { journeyMap } from './features/journey-map.ts';
import { mapEdits } from './features/map-edits.ts';
import { navigation } from './features/navigation.ts';
import { outline } from './features/outline.ts';
import { picture } from './features/picture.ts';
import { pulledDiagnostics } from './features/pulled-diagnostics.ts';
import { refresh } from './features/refresh.ts';
import { related } from './features/related.ts';
import { rename } from './features/rename.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { tools } from './features/tools.ts';
import { typeHierarchy } from './features/type-hierarchy.ts';
import { virtualDocuments } from './features/virtual-documents.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import { workspaceTree } from './features/workspace-tree.ts';

/** Everything that a client can ask for about a document, a file each in `features/`. */
const FEATURES = {
  callHierarchy,
  codeActions,
  codeLenses,
  colours,
  compare,
  completion,
  documentLinks,
  fileRenames,
  formatting,
  hover,
  importing,
  inlayHints,
  journeyFacts,
  journeyMap,
  mapEdits,
  navigation,
  outline,
  picture,
  pulledDiagnostics,
  refresh,
  related,
  rename,
  selectionRanges,
  semanticTokens,
  tools,
  typeHierarchy,
  virtualDocuments,
  workspaceSymbols,
  workspaceTree,
} as const satisfies Readonly<Record<string, Feature>>;

export const features: readonly Feature[] = Object.values(FEATURES);
