import type { Locale } from '../model/text.ts';

export const LOCALES = ['en', 'ja'] as const satisfies readonly Locale[];

/** The language that the environment asks for, by POSIX' order of variables. English unless it is Japanese. */
export function localeOf(env: NodeJS.ProcessEnv): Locale {
  const wanted = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return /^ja(?![a-z])/i.test(wanted ?? '') ? 'ja' : 'en';
}
