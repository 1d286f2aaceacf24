import type { JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { GraphNode } from '../../model/graph.ts';
import type { Locale } from '../../model/text.ts';
import { LABELS } from '../labels.ts';
import { cleanLine } from '../text/clean.ts';
import type { Item } from './content.ts';

/** What a card says about the way to its touchpoint and the ways out of the journey. */
export function notesOf(node: GraphNode, analysis: JourneyAnalysis, locale: Locale): readonly Item[] {
  const { touchpoint } = node;
  const notes: Item[] = [];
  for (const { paths, from } of node.in) {
    const condition = paths[0].condition?.text;
    if (condition !== undefined && from.index < node.index) {
      notes.push({ text: `${LABELS.when[locale]} ${condition}`, icon: 'fork', tone: 'muted' });
    }
  }
  if (touchpoint.during !== undefined) {
    const waited = analysis.whole.graph.node(touchpoint.during.key)?.touchpoint;
    notes.push({
      text: `${LABELS.during[locale]} ${waited === undefined ? touchpoint.during.key : titleOf(waited, locale)}`,
      icon: 'during',
      tone: 'muted',
    });
  }
  if (touchpoint.optional !== undefined) notes.push({ text: LABELS.optional[locale], icon: 'optional', tone: 'muted' });
  if (touchpoint.loop !== undefined) {
    const { written } = touchpoint.loop.max;
    const times =
      locale === 'ja'
        ? `${LABELS.loopMax.ja}${written}${LABELS.times.ja}`
        : `${LABELS.loopMax.en} ${written} ${LABELS.times.en}`;
    notes.push({ text: times, icon: 'loop', tone: 'muted' });
  }
  for (const { end, implied, paths } of node.ends) {
    if (implied) continue;
    const share = paths[0].share?.written;
    const label = { success: LABELS.endSuccess, failure: LABELS.endFailure, exit: LABELS.endExit }[end][locale];
    notes.push({
      text: share === undefined ? label : `${label} ${share}`,
      icon: end,
      tone: end === 'success' ? 'good' : 'bad',
    });
  }
  return notes.map(onOneLine);
}

function onOneLine(note: Item): Item {
  return { ...note, text: cleanLine(note.text) };
}
