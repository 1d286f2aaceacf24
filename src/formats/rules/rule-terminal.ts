import type { RuleExample, RuleMeta } from '../../friction/rule.ts';
import { originOf, SETTINGS, type Settings } from '../../friction/settings.ts';
import { inLocale, type Text } from '../../model/text.ts';
import { SEVERITY_LABELS } from '../labels.ts';
import { type PrettyOptions, SEVERITY_STYLE } from '../pretty-options.ts';
import { widthOf } from '../terminal/cells.ts';
import { wrap } from '../terminal/wrap.ts';
import { words } from './rule-pages.ts';
import { byGroup, fixLabel, GROUP_LABELS, settingValue } from './rule-texts.ts';

/** Everything about one rule, for a terminal. The settings are those that are in force. */
export function explainedRule(
  meta: RuleMeta,
  { bad, good }: RuleExample,
  inForce: Settings,
  { locale, width, paint }: PrettyOptions,
): string {
  const say = (text: Text): string => inLocale(text, locale);
  const columns = Math.min(width, longestLine) - indent.length;
  const body = (text: string): readonly string[] =>
    text.split('\n').flatMap((line) => (line === '' ? [''] : wrap(line, columns).map((part) => indent + part)));
  const code = (text: string): readonly string[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => indent + paint(line, 'dim'));
  const part = (title: Text, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint(say(title), 'bold'), ...lines];
  const group = say(GROUP_LABELS[meta.group]);
  const severity = say(SEVERITY_LABELS[meta.severity]);
  const fix = `${say(words.fix)}: ${say(fixLabel(meta))}`;
  const facts = [group, paint(severity, SEVERITY_STYLE[meta.severity]), fix];
  const isNarrow = widthOf(`${meta.id}  ${[group, severity, fix].join(' · ')}`) > width;
  const id = paint(meta.id, 'bold');
  const settings = meta.settings.flatMap((name) => [
    ...body(`${name}: ${say(settingValue(name, inForce))}`),
    ...body(`${indent}${say(SETTINGS[name].meaning)} (${say(originOf(name, inForce))})`),
  ]);
  const sources = meta.sources.flatMap(({ title, url }) => [
    ...body(`• ${title}`),
    ...(url === undefined ? [] : [`${indent}${indent}${paint(url, 'underline')}`]),
  ]);
  return `${[
    ...(isNarrow ? [id, ...facts.map((fact) => indent + fact)] : [`${id}  ${facts.join(' · ')}`]),
    '',
    ...body(say(meta.summary)),
    ...part(words.why, body(say(meta.why))),
    ...part(words.remedy, body(say(meta.remedy))),
    ...part(words.bad, code(bad)),
    ...part(words.good, code(good)),
    ...part(words.settings, settings),
    ...part(words.sources, sources.length === 0 ? body(say(words.own)) : sources),
  ].join('\n')}\n`;
}

/** All rules by group, for a terminal: a line each, or two where the line is too short, and what it finds below that. */
export function ruleList(metas: readonly RuleMeta[], { locale, width, paint }: PrettyOptions): string {
  const say = (text: Text): string => inLocale(text, locale);
  const sorted = byGroup(metas);
  const idWidth = Math.max(...sorted.map(({ id }) => id.length));
  const severityWidth = Math.max(...sorted.map(({ severity }) => widthOf(say(SEVERITY_LABELS[severity]))));
  const fixOf = (meta: RuleMeta): string => (meta.fix === undefined ? '' : `${say(words.fix)}: ${say(fixLabel(meta))}`);
  const fixWidth = Math.max(...sorted.map((meta) => widthOf(fixOf(meta))));
  const isNarrow = 2 + idWidth + 2 + severityWidth + 2 + fixWidth > width;
  const lines: string[] = [];
  let group: string | undefined;
  for (const meta of sorted) {
    if (meta.group !== group)
      lines.push(...(group === undefined ? [] : ['']), paint(say(GROUP_LABELS[meta.group]), 'bold'));
    ({ group } = meta);
    const severity = paint(pad(say(SEVERITY_LABELS[meta.severity]), severityWidth), SEVERITY_STYLE[meta.severity]);
    const facts = `${severity}  ${fixOf(meta)}`.trimEnd();
    lines.push(...(isNarrow ? [`  ${meta.id}`, `      ${facts}`] : [`  ${pad(meta.id, idWidth)}  ${facts}`]));
    for (const line of wrap(say(meta.summary), Math.min(width, longestLine) - 6))
      lines.push(`      ${paint(line, 'dim')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const longestLine = 100;
const indent = '  ';

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(columns - widthOf(text), 0));
}
