import { PAGE_IDS } from '../../map/html/page-data.ts';
import { pageStyles } from '../../map/svg/style-sheet.ts';

/** Elements of the page in VS Code, besides those of PAGE_IDS. */
export const WEBVIEW_IDS = {
  notice: 'notice',
  tools: 'tools',
  main: 'main',
  /** For who cannot see the map, which has its title in itself. */
  title: 'title',
  details: 'details',
  journey: 'journey',
  export: 'export',
  copy: 'copy',
  compareWith: 'compare-with',
} as const;

/** Sets the styles as objects, which no policy has to allow: no style stands in the page. */
export function useStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${pageStyles(PAGE_IDS.map, PAGE_IDS.print)}\n${RULES}`);
  document.adoptedStyleSheets = [sheet];
}

/** The tools look like VS Code's own; the map has its colours, which were tried on each other, on VS Code's background. */
const RULES = `:root[data-theme]{--journey-paper:var(--vscode-editor-background)}
body{padding:0;font-family:var(--vscode-font-family);font-size:var(--vscode-font-size);color:var(--vscode-foreground);background:var(--vscode-editor-background)}
#toolbar{padding:4px 8px;gap:4px 8px;background:var(--vscode-editor-background);border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
button,select,input,#lane-menu summary{color:var(--vscode-dropdown-foreground,inherit);background:var(--vscode-dropdown-background);border:1px solid var(--vscode-dropdown-border,var(--vscode-contrastBorder,transparent));border-radius:4px;padding:1px 8px;min-height:24px}
#lane-menu>div{background:var(--vscode-editorWidget-background);border-color:var(--vscode-editorWidget-border,var(--vscode-contrastBorder));color:var(--vscode-editorWidget-foreground)}
button[aria-pressed=true]{background:var(--vscode-button-background);color:var(--vscode-button-foreground)}
:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:1px}
#notice{display:flex;gap:8px;align-items:baseline;padding:4px 12px;background:var(--vscode-inputValidation-warningBackground);color:var(--vscode-inputValidation-warningForeground,var(--vscode-foreground));border-bottom:1px solid var(--vscode-inputValidation-warningBorder,transparent)}
#notice button{background:none;border:0;color:var(--vscode-textLink-foreground);text-decoration:underline;cursor:pointer}
#details{max-height:45%;overflow:auto;padding:8px 14px 12px;border-top:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder));background:var(--vscode-panel-background)}
#details[hidden],#notice[hidden]{display:none}
#details .head,#details .tools{display:flex;gap:4px 6px;align-items:center;margin:0 0 8px}
#details .tools{flex-wrap:wrap}
#details h2{flex:1;margin:0;font-size:1.1em}
#details ul{margin:0;padding:0;list-style:none}
#details li{padding:6px 0;border-top:1px solid var(--vscode-panel-border,transparent)}
#details p{margin:2px 0}
#details .code{opacity:.8}
#details .fix{background:var(--vscode-button-secondaryBackground);color:var(--vscode-button-secondaryForeground);margin:4px 6px 0 0;cursor:pointer}
#details .link{background:none;border:0;padding:0;color:var(--vscode-textLink-foreground);text-align:start;text-decoration:underline;cursor:pointer;min-height:0}
#map .map-card.current>rect:first-child{stroke:var(--journey-cool);stroke-width:3}
#map .map-stage.current{outline:3px solid var(--journey-cool);outline-offset:-1px;border-radius:4px}
#map .dragged{opacity:.5}
#map .drop{stroke:var(--journey-cool);stroke-width:4;stroke-linecap:round}
#map.editable .map-point{cursor:ns-resize}
#map svg{user-select:none}
#title{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
#title-editor{position:absolute;z-index:2;min-width:12em;box-sizing:border-box}
#details code{font-family:var(--vscode-editor-font-family,monospace)}
@media (max-width:700px){#lane-menu>div{position:fixed;inset-inline:8px;inset-block-start:auto;width:auto}}
@media (prefers-reduced-motion:no-preference){#map .map-card.current>rect:first-child{transition:stroke-width .15s}}`;
