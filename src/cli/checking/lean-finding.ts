import type { CheckedFile } from '../../formats/report.ts';
import type { Finding } from '../../model/finding.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';

/**
 * Keeps of findings what reports show, in little memory: a large workspace has a hundred thousand of them. Reports speak one
 * language and show no fixes. Texts are copied, for a text that was put together holds on to its pieces, and a piece of a
 * file's text to the whole file; those that come again and again are kept once.
 */
export class LeanFindings {
  readonly #locale: Locale;
  readonly #texts = new Map<string, Text>();
  readonly #words = new Map<string, string>();

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  /** What came of a file. */
  file(uri: string, { findings, suppressed, journeys }: Omit<CheckedFile, 'uri'>): CheckedFile {
    return {
      uri,
      findings: findings.map((finding) => this.#finding(finding)),
      ...(suppressed === undefined ? {} : { suppressed }),
      journeys: copied(journeys),
    };
  }

  #finding(finding: Finding): Finding {
    const { code, severity, cause, subject, personas, place, related, tags } = copied(without(finding));
    const message = copied(inLocale(finding.message, this.#locale));
    return {
      code: this.#word(code),
      severity,
      message: { en: message, ja: message },
      help: this.#text(finding.help),
      place: { uri: this.#word(place.uri), range: place.range },
      related: related.map((each, index) => ({
        message: this.#text(finding.related[index]?.message ?? each.message),
        place: { uri: this.#word(each.place.uri), range: each.place.range },
      })),
      fixes: NONE,
      subject,
      personas: personas.map((key) => this.#word(key)),
      ...(cause === undefined ? {} : { cause }),
      ...(tags === undefined ? {} : { tags }),
    };
  }

  #text(text: Text): Text {
    const own = inLocale(text, this.#locale);
    const known = this.#texts.get(own);
    if (known !== undefined) return known;
    const flat = copied(own);
    const kept: Text = { en: flat, ja: flat };
    this.#texts.set(flat, kept);
    return kept;
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known === undefined) this.#words.set(word, word);
    return known ?? word;
  }
}

/** What reports show of a file: they show no fixes. */
export function withoutFixes(file: Omit<CheckedFile, 'uri'>): Omit<CheckedFile, 'uri'> {
  const { findings, suppressed, journeys } = file;
  return {
    findings: findings.map(without),
    ...(suppressed && {
      suppressed: suppressed.map(({ finding, reason }) => ({ finding: without(finding), reason })),
    }),
    journeys,
  };
}

/** Fixes are made when somebody asks for them: here nobody does. */
function without(finding: Finding): Finding {
  const { code, severity, cause, message, help, place, related, subject, personas, tags } = finding;
  return {
    code,
    severity,
    ...(cause === undefined ? {} : { cause }),
    message,
    help,
    place,
    related,
    fixes: NONE,
    subject,
    personas,
    ...(tags === undefined ? {} : { tags }),
  };
}

const NONE: readonly never[] = [];

function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
