import { CAUSE_LABELS } from '../../model/cause-names.ts';
import { titleOf } from '../../model/declaration.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { SEVERITY_LABELS, severityCount } from '../labels.ts';
import type { Site, SiteFinding, SiteJourney } from './gather.ts';
import { html, link, message } from './html.ts';
import { hrefOfTouchpoint, journeyLink } from './links.ts';
import { said as word } from './words.ts';

/** What was found, for each journey, the worst first; hints are folded away. */
export function findingLists({ findings, journeys }: Site, locale: Locale): string {
  if (findings.length === 0) return `<p>${word('noFindings', locale)}</p>`;
  const findingsOf = groupBy(findings, ({ journey }) => journey);
  const sections = journeys.flatMap((journey) => {
    const own = findingsOf.get(journey);
    return own === undefined ? [] : [section(journeyLink(journey, locale), own, locale)];
  });
  const others = findingsOf.get(undefined);
  if (others !== undefined) sections.push(section(word('others', locale), others, locale));
  return sections.join('\n');
}

function section(heading: string, findings: readonly SiteFinding[], locale: Locale): string {
  const sorted = SEVERITIES.flatMap((severity) => findings.filter(({ finding }) => finding.severity === severity));
  const shown = sorted.filter(({ finding }) => finding.severity !== 'hint');
  const hints = sorted.filter(({ finding }) => finding.severity === 'hint');
  const folded =
    hints.length === 0
      ? ''
      : `<details><summary>${html(inLocale(severityCount('hint', hints.length), locale))}</summary>${listOf(hints, locale)}</details>`;
  return `<section><h2>${heading}</h2>\n${shown.length === 0 ? '' : listOf(shown, locale)}${folded}</section>`;
}

function listOf(findings: readonly SiteFinding[], locale: Locale): string {
  return `<ul class="findings">\n${findings.map((each) => item(each, locale)).join('\n')}\n</ul>`;
}

function item({ finding, journey, path, address }: SiteFinding, locale: Locale): string {
  const { severity, code, message: said, help, place, cause } = finding;
  const at = journey === undefined ? '' : touchpointOf(finding.subject.touchpoint, journey, locale);
  const about = cause === undefined ? '' : ` · ${html(inLocale(CAUSE_LABELS[cause], locale))}`;
  return `<li id="${html(address)}"><p><span class="severity ${severity}">${html(inLocale(SEVERITY_LABELS[severity], locale))}</span> <a href="#${html(address)}"><code>${html(code)}</code></a>${about}${at}</p>
<p>${message(inLocale(said, locale))}</p><p class="muted">${message(inLocale(help, locale))}</p>
<p class="muted"><code>${html(`${path}:${place.range.start.line + 1}`)}</code></p></li>`;
}

function touchpointOf(key: string | undefined, journey: SiteJourney, locale: Locale): string {
  const found = journey.journey.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .find((touchpoint) => touchpoint.key === key);
  return found === undefined ? '' : ` · ${link(hrefOfTouchpoint(journey, found.key), titleOf(found, locale))}`;
}
