import type { CodeLens, Command } from 'vscode-languageserver';
import { findingCount } from '../../language/features/finding-count.ts';
import { declarationAt, type LensKind, lensesOf } from '../../language/features/lenses.ts';
import { extentOf } from '../../language/features/occurrences.ts';
import { journeysNaming } from '../../language/features/usage.ts';
import type * as ast from '../../language/generated/ast.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import { comparePositions, type Position } from '../../model/place.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { ClientCommands, LensTarget } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Lines above declarations that tell something and lead on. Only those whose command the client knows are sent. */
export const codeLenses: Feature = (connection, session) => {
  connection.onCodeLens(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    const { codeLens } = await session.settings.current;
    if (document === undefined || !codeLens.enabled) return [];
    return lensesOf(document)
      .filter(({ kind }) => session.commands.has(COMMANDS[kind]))
      .map(({ kind, range }): CodeLens => ({ range, data: { kind, uri: textDocument.uri } satisfies LensData }));
  });
  connection.onCodeLensResolve(async (lens, token) => {
    const { kind, uri } = lens.data as LensData;
    const document = await session.document(uri, token);
    const node = document && declarationAt(document, lens.range);
    // The text has changed meanwhile: the client is about to ask for all of them again.
    if (document === undefined || node === undefined) return { ...lens, command: { title: '', command: '' } };
    const title = titleOf(kind, node, document, session);
    return { ...lens, command: commandOf(kind, title, { uri, position: lens.range.start }, node) };
  });
  return { codeLensProvider: { resolveProvider: true } };
};

interface LensData {
  readonly kind: LensKind;
  /** As the client writes it. */
  readonly uri: string;
}

const COMMANDS: Readonly<Record<LensKind, keyof ClientCommands>> = {
  findings: 'journey.openMap',
  openMap: 'journey.openMap',
  compare: 'journey.compareWithCommit',
  usage: 'journey.showReferences',
};

const OPEN_MAP: Text = { en: 'Open map', ja: 'マップを開く' };
const COMPARE: Text = { en: 'Compare with the last commit', ja: '前回のコミットと比較' };

function titleOf(kind: LensKind, node: ast.Named, document: JourneyDocument, session: Session): string {
  const { locale } = session;
  if (kind === 'openMap') return inLocale(OPEN_MAP, locale);
  if (kind === 'compare') return inLocale(COMPARE, locale);
  if (kind === 'usage') return inLocale(usageText(journeysNaming(node)), locale);
  const { start, end } = extentOf(node);
  const found = session
    .findings(document)
    .filter(({ place }) => isBetween(start, place.range.start, end) && isBetween(start, place.range.end, end));
  return findingCount(found.length, locale);
}

function isBetween(start: Position, position: Position, end: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

function usageText(count: number): Text {
  if (count === 0) return { en: 'Used by no journey', ja: 'どのジャーニーでも未使用' };
  return { en: `Used by ${count} ${count === 1 ? 'journey' : 'journeys'}`, ja: `${count}件のジャーニーで使用` };
}

function commandOf(kind: LensKind, title: string, { uri, position }: At, node: ast.Named): Command {
  const command = COMMANDS[kind];
  if (kind === 'usage') {
    const values: ClientCommands['journey.showReferences'] = [uri, position];
    return { title, command, arguments: [...values] };
  }
  const target: LensTarget = { uri, position, journey: node.name };
  return { title, command, arguments: [target] };
}

interface At {
  readonly uri: string;
  readonly position: Position;
}
