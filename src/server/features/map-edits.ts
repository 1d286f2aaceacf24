import type { CancellationToken } from 'vscode-languageserver';
import { outdated, planMapEdit } from '../../language/edit/map-edit.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { MapEditParams, MapEditResult } from '../protocol.ts';
import { workspaceEditOfPlan } from '../workspace-edit.ts';

/** What somebody changes on the map becomes a change of the text. */
export const mapEdits: Feature = (connection, session, client) => {
  const refused = (reason: Text): MapEditResult => ({ kind: 'refused', message: inLocale(reason, session.locale) });
  connection.onRequest<MapEditResult | null, void>(
    'journey/mapEdit',
    async ({ textDocument: { uri, version }, edit }: MapEditParams, token: CancellationToken) => {
      // Other files may name what moves.
      await session.whole(token);
      const document = await session.document(uri, token);
      if (document === undefined) return null;
      const isOld = typeof version === 'number' && version !== session.version(document.uri.toString());
      if (isOld) return refused(outdated);
      const planned = planMapEdit(edit, document);
      if ('refusal' in planned) return refused(planned.refusal);
      return { kind: 'edit', edit: workspaceEditOfPlan(planned, session, client) ?? {} };
    },
  );
  return {};
};
