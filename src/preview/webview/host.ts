import type { FromPage, PageState } from './messages.ts';

interface VsCode {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => PageState | undefined;
  readonly setState: (state: PageState) => void;
}

declare const acquireVsCodeApi: () => VsCode;

/** The extension, as the page sees it. There is one for each page, and it can be asked for only once. */
export const { postMessage: tell, getState: kept, setState: keep } = acquireVsCodeApi();
