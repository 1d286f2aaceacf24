import type { CancellationToken, TypeHierarchyItem } from 'vscode-languageserver';
import { type Group, groupAt, personasOf, segmentsOf, shownGroup } from '../../language/features/people.ts';
import type { Position } from '../../model/place.ts';
import type { Feature } from '../feature.ts';
import { symbolKind } from '../symbol-kinds.ts';

/** The type hierarchy read as who belongs to whom: above a persona stand its segments, below a segment its personas. */
export const typeHierarchy: Feature = (connection, session) => {
  const itemOf = (node: Group): TypeHierarchyItem => {
    const { title, detail, uri, range, selection } = shownGroup(node, session.locale);
    return {
      name: title,
      kind: symbolKind(node.$type),
      detail,
      uri: session.clientUri(uri),
      range,
      selectionRange: selection,
    };
  };
  const at = async (uri: string, position: Position, token: CancellationToken): Promise<Group | undefined> => {
    const document = await session.document(uri, token);
    return document && groupAt(document, position);
  };
  const { typeHierarchy: requests } = connection.languages;
  requests.onPrepare(async ({ textDocument, position }, token) => {
    const node = await at(textDocument.uri, position, token);
    return node === undefined ? null : [itemOf(node)];
  });
  requests.onSupertypes(async ({ item }, token) => {
    const node = await at(item.uri, item.selectionRange.start, token);
    return node === undefined ? null : segmentsOf(node).map(itemOf);
  });
  requests.onSubtypes(async ({ item }, token) => {
    await session.whole(token);
    const node = await at(item.uri, item.selectionRange.start, token);
    return node === undefined ? null : personasOf(node).map(itemOf);
  });
  return { typeHierarchyProvider: true };
};
