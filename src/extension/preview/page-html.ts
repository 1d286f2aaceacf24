import { env, Uri, type Webview } from 'vscode';
import { pageMarkup } from './page-markup.ts';

/** The webview as it is before it has a map. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview.js')).toString();
  return pageMarkup(script, env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en');
}
