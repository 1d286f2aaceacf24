import type { JourneyDocument, JourneyWorkspace } from '../workspace/journey-workspace.ts';
import { endOfWord } from '../parser/characters.ts';
import { filesInString, importable, rulesInComment, textAround } from './completion/inside.ts';
import { isQualified, nameProposals, partProposals } from './completion/names.ts';
import { type Asking, placeOf, type WritingPlace } from './completion/place.ts';
import type { Proposal, Proposals } from './completion/proposal.ts';
import { readUpTo, startOfWord } from './completion/reading.ts';
import { slotOf, terminalOf } from './completion/slot.ts';
import { continuations, statements } from './completion/statements.ts';
import { templates } from './completion/templates.ts';
import { unitProposals, valueProposals } from './completion/values.ts';
import { wordProposals } from './completion/words.ts';

/**
 * What can be written at an offset, whatever is written there already: statements, names, words, values and their units.
 * In a text nothing but the path of an import, in a comment nothing but the rule that it silences.
 */
export function proposalsAt(
  workspace: JourneyWorkspace,
  document: JourneyDocument,
  offset: number,
  asking: Asking,
): Proposals {
  const { Syntax: syntax } = workspace.journey.parser;
  const text = document.textDocument.getText();
  const around = textAround(document, syntax, offset);
  if (around !== undefined) {
    const inText =
      around.tokenType === syntax.kinds.STRING
        ? isPathAt(workspace, document, around.startOffset)
          ? filesInString(around, document, offset)
          : undefined
        : rulesInComment(around, document, offset, asking.locale, asking.findings);
    return inText ?? nothingAt(offset);
  }
  return (
    besideNumber(workspace, document, offset, asking) ??
    proposalsFor(workspace, document, offset, startOfWritten(text, offset), asking) ??
    nothingAt(offset)
  );
}

function nothingAt(offset: number): Proposals {
  return { start: offset, end: offset, items: [] };
}

/** Whether a text that begins there is the path of an import. */
function isPathAt(workspace: JourneyWorkspace, document: JourneyDocument, start: number): boolean {
  const reading = readUpTo(document, workspace.journey.parser.Syntax, start);
  return reading?.state.inStatement.some((way) => slotOf(way).feature === 'path') === true;
}

/** The word, or the sign that an arrow or a signed number begins with. */
function startOfWritten(text: string, offset: number): number {
  const start = startOfWord(text, offset);
  if (start < offset) return start;
  const isSign = /(?:^|[^\p{L}\p{N}\p{M}_])[-+＋－−]$/u.test(text.substring(offset - 2, offset));
  return isSign ? offset - 1 : offset;
}

const NUMBER = /(?<![\p{L}\p{N}\p{M}_.:：,/-])[\d０-９][\d０-９.,．，]*([ \u3000]*)([\p{L}%％]*)$/u;

/** Behind a number: its units, and what may come after a number without one. */
function besideNumber(
  workspace: JourneyWorkspace,
  document: JourneyDocument,
  offset: number,
  asking: Asking,
): Proposals | undefined {
  const text = document.textDocument.getText();
  const { line } = document.textDocument.positionAt(offset);
  const start = document.textDocument.offsetAt({ line, character: 0 });
  const match = NUMBER.exec(text.substring(start, offset));
  if (match === null) return undefined;
  const [, gap = '', word = ''] = match;
  const reading = readUpTo(document, workspace.journey.parser.Syntax, start + match.index);
  const isWithin = /^[\d０-９.:：/-]/.test(text.substring(offset));
  if (reading === undefined || isWithin) return nothingAt(offset);
  const place = placeOf(workspace, document, offset, reading, asking);
  const units = unitProposals(place, gap !== '');
  const at = offset - word.length;
  const after = gap === '' ? undefined : proposalsFor(workspace, document, offset, at, asking);
  return { start: at, end: endOfWord(text, offset), items: [...units, ...(after?.items ?? [])] };
}

function proposalsFor(
  workspace: JourneyWorkspace,
  document: JourneyDocument,
  offset: number,
  start: number,
  asking: Asking,
): Proposals | undefined {
  const reading = readUpTo(document, workspace.journey.parser.Syntax, start);
  if (reading === undefined) return undefined;
  const place = placeOf(workspace, document, offset, reading, asking);
  return { start, end: Math.max(offset, reading.end), items: itemsAt(place) };
}

function itemsAt(place: WritingPlace): readonly Proposal[] {
  const { begins, state } = place.reading;
  if (begins && state.block !== undefined) return [...statements(place), ...templates(place)];
  if (isQualified(place)) return partProposals(place);
  return [
    ...imports(place),
    ...nameProposals(place),
    ...wordProposals(place),
    ...valueProposals(place),
    ...continuations(place),
  ];
}

function imports({ reading, document }: WritingPlace): readonly Proposal[] {
  const isPath = reading.state.inStatement.some(
    (way) => terminalOf(way) === 'STRING' && slotOf(way).feature === 'path',
  );
  if (!isPath) return [];
  return importable(document).map((path) => ({ kind: 'file', text: `"${path}"`, about: { kind: 'nothing' } }));
}
