import { env, Uri, type Webview } from 'vscode';

/** The webview as it is before it has a map: one script of ours and nothing else may run, nothing is loaded from elsewhere. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview.js')).toString();
  // Pictures are exported by way of an image that the page makes of itself.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en'}">
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
