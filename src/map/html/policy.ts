/** What a page is made of that may run or colour it. */
export interface PageParts {
  readonly styles: string;
  /** The bundled script of the page, if it has one. */
  readonly script?: string;
  /** The script of a page that follows its server, which it may then talk to. */
  readonly liveScript?: string;
  /** SHA-256 in base 64. */
  readonly hash: (text: string) => string;
}

/** The content security policy of a page: its own scripts and styles, nothing else, from nowhere. */
export function policyOf({ styles, script, liveScript, hash }: PageParts): string {
  const scripts = [script, liveScript].flatMap((text) => (text === undefined ? [] : [`'sha256-${hash(text)}'`]));
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.join(' ')}`]),
    `style-src 'sha256-${hash(styles)}'`,
    ...(liveScript === undefined ? [] : ["connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
