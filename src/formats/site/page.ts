import { type PageParts, policyOf } from '../../map/html/policy.ts';
import { sheetOf } from '../../map/svg/style-sheet.ts';
import type { Locale } from '../../model/text.ts';
import { html } from './html.ts';

export interface Page extends Omit<PageParts, 'styles'> {
  readonly title: string;
  readonly locale: Locale;
  /** HTML of the body, escaped already. */
  readonly body: string;
}

/** One page that loads nothing and runs nothing but its own script. */
export function writePage({ title, locale, body, ...parts }: Page): string {
  const styles = sheetOf(RULES);
  const scripts = [parts.script, parts.liveScript].flatMap((text) =>
    text === undefined ? [] : `\n<script>${text}</script>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf({ styles, ...parts })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}${scripts.join('')}
</body>
</html>
`;
}

const RULES = `body{margin:0;font-size:15px;line-height:1.6}
header,main{max-width:1100px;margin:0 auto;padding:0 20px}
header{padding-block:20px 0}
main{padding-block:16px 48px}
h1{font-size:26px;line-height:1.3;margin:0 0 12px}
h2{font-size:18px;line-height:1.4;margin:0 0 6px;overflow-wrap:anywhere}
section{margin-bottom:28px}
h3{font-size:14px;margin:12px 0 2px}
p{margin:0 0 8px;overflow-wrap:anywhere}
a{color:var(--journey-cool)}
:focus-visible{outline:2px solid var(--journey-cool);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 8px;list-style:none;margin:0 0 8px;padding:0 0 12px;border-bottom:1px solid var(--journey-panelLine)}
nav a{display:inline-block;padding:5px 12px;border-radius:16px;text-decoration:none;border:1px solid var(--journey-strongLine);color:inherit}
nav a[aria-current]{background:var(--journey-ink);color:var(--journey-paper);border-color:var(--journey-ink)}
.muted{color:var(--journey-muted)}
.version{margin-top:32px}
.search{margin:0 0 20px}
.search label{display:block;font-weight:600;margin-bottom:4px}
.search input{font:inherit;color:inherit;background:var(--journey-paper);box-sizing:border-box;width:100%;padding:9px 14px;border:1px solid var(--journey-strongLine);border-radius:8px}
.search ol{list-style:none;margin:8px 0 0;padding:0}
.search li{padding:8px 0;border-bottom:1px solid var(--journey-panelLine);overflow-wrap:anywhere}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:16px}
.card{border:1px solid var(--journey-cardLine);border-radius:10px;padding:16px 18px;background:var(--journey-card);overflow-wrap:anywhere}
.card:target,li:target{outline:3px solid var(--journey-warm);outline-offset:2px}
.facts{display:flex;flex-wrap:wrap;gap:4px 8px;list-style:none;margin:0 0 8px;padding:0}
.facts li{padding:1px 9px;border-radius:10px;background:var(--journey-panel);border:1px solid var(--journey-panelLine);font-size:13px}
.facts .warm{background:var(--journey-warmSoft);border-color:var(--journey-warmLine);color:var(--journey-warm)}
blockquote{margin:8px 0;padding:6px 12px;border-inline-start:3px solid var(--journey-coolLine);background:var(--journey-panel)}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:8px 0}
dt{color:var(--journey-muted)}
dd{margin:0}
ul{margin:4px 0;padding-inline-start:20px}
.findings{list-style:none;padding:0}
.findings>li{padding:10px 12px;border-bottom:1px solid var(--journey-panelLine);overflow-wrap:anywhere}
.findings p{margin:2px 0}
.severity{display:inline-block;min-width:5em;font-weight:600}
.error,.warning{color:var(--journey-warm)}
code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
.scroll{overflow-x:auto;margin:0 0 24px}
table{border-collapse:collapse}
th,td{border:1px solid var(--journey-panelLine);padding:6px 9px;text-align:start;vertical-align:top;min-width:5em}
thead th{background:var(--journey-panel)}
td.number{text-align:end}
summary{cursor:pointer;margin:10px 0}
[hidden]{display:none}
@media print{nav,.search{display:none}.card{break-inside:avoid}}`;
