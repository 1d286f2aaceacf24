import type { Locale } from '../../model/text.ts';

/** A page in which one script of ours and nothing else may run, and which loads nothing from elsewhere. */
export function pageMarkup(script: string, locale: Locale): string {
  const nonce = crypto.randomUUID();
  // Pictures are exported by way of an image that the page makes of itself.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems":true}'>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
