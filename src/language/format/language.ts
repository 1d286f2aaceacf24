import type { JourneyServices } from '../journey-module.ts';
import type { SyntaxReport } from '../parser/journey-parser.ts';
import type { FormatLanguage } from './format.ts';

/** What the formatter must know, from the services of a workspace. */
export function formatLanguageOf({ parser }: Pick<JourneyServices, 'parser'>): FormatLanguage {
  return {
    syntax: parser.Syntax,
    problemsOf: (text) => (parser.LangiumParser.parse(text).lexerReport as SyntaxReport).problems,
  };
}
