import type { LogCode } from '../../evidence/event-log.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Touchpoint } from '../../model/journey.ts';
import { type Count, shareOf, shownCount } from '../../model/measured/count.ts';
import { percentText, quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';

/** What things are called, by their keys. */
export class ReportWords {
  readonly analysis: JourneyAnalysis;
  readonly #touchpoints: ReadonlyMap<string, Touchpoint>;

  constructor(analysis: JourneyAnalysis) {
    this.analysis = analysis;
    this.#touchpoints = new Map(
      analysis.journey.stages.flatMap((stage) => stage.touchpoints.map((each) => [each.key, each] as const)),
    );
  }

  touchpointOf(key: string): Touchpoint | undefined {
    return this.#touchpoints.get(key);
  }

  touchpoint(key: string): Text {
    return name(this.#touchpoints.get(key), key);
  }

  stage(key: string): Text {
    return name(
      this.analysis.journey.stages.find((stage) => stage.key === key),
      key,
    );
  }

  persona(key: string): Text {
    return name(this.analysis.model.personas.get(key), key);
  }

  channel(key: string): Text {
    return name(this.analysis.model.channels.get(key), key);
  }

  code(code: LogCode): Text {
    return 'event' in code ? same(code.event) : this.touchpoint(code.touchpoint);
  }

  /** In quotation marks, as it stands in a sentence. */
  quoted(key: string): Text {
    return quoted(this.touchpoint(key));
  }
}

function name(thing: Parameters<typeof titleOf>[0] | undefined, key: string): Text {
  return thing === undefined ? same(key) : { en: titleOf(thing, 'en'), ja: titleOf(thing, 'ja') };
}

export const nothing: Text = { en: '–', ja: '–' };

export function same(text: string): Text {
  return { en: text, ja: text };
}

/** `14.8%`, or `<0.3%` where the count is not told exactly. */
export function share(count: Count, whole: Count): Text {
  const found = shareOf(count, whole);
  if (found === undefined) return nothing;
  return same(`${found.sign}${percentText(found.ratio).en}`);
}

/** `1 case`, `1,434 cases`, `<5 cases` */
export function numbered(count: Count, one: string, several: string): string {
  return `${shownCount(count)} ${count === 1 ? one : several}`;
}

/** `212 (14.8%)` / `212件(14.8%)` */
export function counted(count: Count, whole: Count): Text {
  const number = shownCount(count);
  if (whole === 0) return { en: number, ja: `${number}件` };
  const part = share(count, whole).en;
  return { en: `${number} (${part})`, ja: `${number}件(${part})` };
}
