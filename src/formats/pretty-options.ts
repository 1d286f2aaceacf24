import type { Severity } from '../model/finding.ts';
import type { Locale } from '../model/text.ts';
import type { Paint, Style } from './terminal/style.ts';

export interface PrettyOptions {
  readonly locale: Locale;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
}

/** The colour that stands for a severity in the whole report. */
export const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};
