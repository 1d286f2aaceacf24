import { type CallHierarchyItem, type CancellationToken, SymbolKind } from 'vscode-languageserver';
import {
  type NextStep,
  type Step,
  stepOf,
  stepsAfter,
  stepsBefore,
  touchpointAt,
} from '../../language/features/customer-path.ts';
import type { Position, Range } from '../../model/place.ts';
import type { Feature } from '../feature.ts';

/** The call hierarchy read as the customer's path: who calls a touchpoint is what leads to it, what it calls follows. */
export const callHierarchy: Feature = (connection, session) => {
  const itemOf = ({ uri, title, detail, range, selection }: Step): CallHierarchyItem => ({
    name: title,
    kind: SymbolKind.Event,
    detail,
    uri: session.clientUri(uri),
    range,
    selectionRange: selection,
  });
  const touchpoint = async (uri: string, position: Position, token: CancellationToken) => {
    const document = await session.document(uri, token);
    return document && touchpointAt(document, position);
  };
  connection.languages.callHierarchy.onPrepare(async ({ textDocument, position }, token) => {
    const node = await touchpoint(textDocument.uri, position, token);
    const step = node && stepOf(node, session.locale);
    return step === undefined ? null : [itemOf(step)];
  });
  connection.languages.callHierarchy.onIncomingCalls(async ({ item }, token) => {
    const node = await touchpoint(item.uri, item.selectionRange.start, token);
    if (node === undefined) return null;
    return stepsBefore(node, session.locale).map((way) => ({ from: itemOf(way.step), fromRanges: placesOf(way) }));
  });
  connection.languages.callHierarchy.onOutgoingCalls(async ({ item }, token) => {
    const node = await touchpoint(item.uri, item.selectionRange.start, token);
    if (node === undefined) return null;
    return stepsAfter(node, session.locale).map((way) => ({ to: itemOf(way.step), fromRanges: placesOf(way) }));
  });
  return { callHierarchyProvider: true };
};

/** A list of its own, because the protocol's types are not readonly. */
function placesOf({ ranges }: NextStep): Range[] {
  return [...ranges];
}
