import type { CancellationToken, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import type { Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import type { ClientCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.ts';

/** What somebody asks for: what can be done here. */
export interface Asked {
  readonly document: JourneyDocument;
  readonly range: Range;
  readonly session: Session;
  readonly client: ClientCapabilities;
  /** Whether the client wants actions of a kind, such as `quickfix`, or of one below it. */
  readonly wants: (kind: string) => boolean;
  readonly token: CancellationToken;
}

/** Something that can be done, and how, once it is chosen. */
export interface Offer extends Pick<CodeAction, 'kind' | 'diagnostics' | 'isPreferred'> {
  readonly title: Text;
  readonly kind: string;
  /** Undefined when it turns out that it cannot be done. */
  readonly edit: () => WorkspaceEdit | undefined;
}

/** What can be done at a place, of one sort. */
export type Offers = (asked: Asked) => readonly Offer[];
