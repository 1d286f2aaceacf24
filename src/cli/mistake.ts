import type { Context } from './command.ts';

/** Says that we have made a mistake, in a line that can be reported. The stack is shown when JOURNEY_DEBUG is set. */
export function reportMistakeOfOurs(
  error: unknown,
  { env, version, output }: Omit<Context, 'cwd'>,
  path?: string,
): void {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const at = path === undefined ? '' : `${path}: `;
  output.complain({
    en: `${at}internal error in journey ${version}: ${what}`,
    ja: `${at}journey ${version} の内部エラー: ${what}`,
  });
  output.complain({
    en: 'this is a bug in journey, not in your file; please report it in the issue tracker of journey-language with the line above',
    ja: 'ファイルではなく journey の不具合です。上の行を添えて journey-language の課題管理(issue tracker)にご報告ください',
  });
  const debug = env['JOURNEY_DEBUG'];
  if (debug !== undefined && debug !== '' && error instanceof Error) {
    for (const line of (error.stack ?? '').split('\n')) output.complain({ en: line, ja: line });
  }
}
