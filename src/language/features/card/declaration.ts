import { type Finding, SEVERITIES } from '../../../model/finding.ts';
import { comparePositions, type Range } from '../../../model/place.ts';
import { inLocale, type Locale, type Text } from '../../../model/text.ts';
import { commentsOf, docAbove } from '../../comments.ts';
import type * as ast from '../../generated/ast.ts';
import { importPath } from '../../imports.ts';
import type { JourneyDocument } from '../../workspace/journey-workspace.ts';
import { isLibrary } from '../../library/library.ts';
import { kindText, type Nameable } from '../../linking/kinds.ts';
import { modelOf } from '../../lowering/model-of.ts';
import { fileOf, uriOf } from '../../scope/places.ts';
import { extentOf } from '../occurrences.ts';
import { feelingText, titleOfNode } from './fact-values.ts';
import { factsOf } from './facts.ts';
import { knownAt } from './known.ts';
import { code, escaped, escapedLines, listed, paragraphs } from './markdown.ts';
import { usesOf } from './uses.ts';

/** Where a card is shown, and for whom. */
export interface CardContext {
  readonly document: JourneyDocument;
  readonly findings: () => readonly Finding[];
  readonly locale: Locale;
}

/** A card is no report. */
const MOST_FINDINGS = 5;
const MOST_USES = 5;
const MOST_VALUES = 12;

const USED: Text = { en: 'Used', ja: '使われている場面' };
const UNUSED: Text = { en: 'Not used yet', ja: 'まだ使われていません' };
const LIBRARY: Text = { en: 'standard library', ja: '標準ライブラリー' };
const FEELING: Text = { en: 'Value', ja: '感情の値' };

/** What there is to know about a declaration, as a small card in Markdown. */
export function cardOf(node: ast.Named, { document, findings, locale }: CardContext): string {
  const say = (text: Text): string => inLocale(text, locale);
  const title = titleOfNode(node, locale);
  const id = title === node.name ? '' : ` ${code(node.name)}`;
  const isOwn = uriOf(node) === document.uri.toString();
  const lines = [
    ...feeling(node).map((value) => line(say(FEELING), [value], locale)),
    ...factsOf(node, locale).map(({ label, values }) => line(say(label), values, locale)),
    ...(isOwn ? known(node, document, locale) : []),
    ...(COUNTED.has(node.$type) ? [uses(node, document, locale)] : []),
  ];
  const extent = extentOf(node);
  const said = isOwn ? findings().filter(({ place }) => within(place.range, extent)) : [];
  return paragraphs([
    `**${escaped(title)}**${id} — ${say(kindText(node.$type as Nameable).one)}${home(node, document, locale)}`,
    docOf(node),
    lines.join('\n'),
    saidOf(said, locale).join('\n'),
  ]);
}

/** The most severe first. */
function saidOf(findings: readonly Finding[], locale: Locale): readonly string[] {
  const shown = findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST_FINDINGS)
    .map(({ severity, message }) => {
      const sign = severity === 'error' || severity === 'warning' ? '⚠' : 'ℹ';
      return `- ${sign} ${escaped(inLocale(message, locale))}`;
    });
  const more = findings.length - shown.length;
  return more === 0 ? shown : [...shown, `- ${inLocale({ en: `and ${more} more`, ja: `ほか${more}件` }, locale)}`];
}

/** What is used in more places than it stands. */
const COUNTED: ReadonlySet<string> = new Set([
  'Channel',
  'Consent',
  'Data',
  'Emotion',
  'Fact',
  'Goal',
  'Metric',
  'Persona',
  'System',
  'Team',
]);

function line(label: string, values: readonly string[], locale: Locale): string {
  const shown = values.slice(0, MOST_VALUES).map(escaped);
  const more = values.length > MOST_VALUES ? [`+${values.length - MOST_VALUES}`] : [];
  return `- ${label}: ${listed([...shown, ...more], locale)}`;
}

function feeling(node: ast.Named): readonly string[] {
  return node.$type === 'Emotion' ? [feelingText(node as ast.Emotion).replace('-', '−')] : [];
}

/** Where it comes from, when that is another file. */
function home(node: ast.Named, document: JourneyDocument, locale: Locale): string {
  const uri = uriOf(node);
  const own = document.uri.toString();
  if (uri === own) return '';
  return ` · ${isLibrary(uri) ? inLocale(LIBRARY, locale) : escaped(importPath(own, uri))}`;
}

function docOf(node: ast.Named): string {
  const document = fileOf(node).$document;
  if (document === undefined || node.$cstNode === undefined) return '';
  const doc = docAbove(commentsOf(document), document.textDocument.getText(), node.$cstNode.offset);
  return doc === undefined ? '' : escapedLines(doc);
}

function known(node: ast.Named, document: JourneyDocument, locale: Locale): readonly string[] {
  if (node.$type !== 'Touchpoint') return [];
  return knownAt(modelOf(document), extentOf(node), locale).map(({ label, values }) =>
    line(escaped(label), values, locale),
  );
}

function uses(node: ast.Named, document: JourneyDocument, locale: Locale): string {
  const { count, by } = usesOf(node, document, locale, MOST_USES + 1);
  if (count === 0) return `- ${inLocale(UNUSED, locale)}`;
  const shown = by.slice(0, MOST_USES).map(escaped);
  const more = by.length > MOST_USES ? [locale === 'ja' ? 'ほか' : 'and more'] : [];
  const times = locale === 'ja' ? `${count}か所` : count === 1 ? 'once' : `${count} times`;
  return `- ${inLocale(USED, locale)} (${times}): ${listed([...shown, ...more], locale)}`;
}

function within(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
