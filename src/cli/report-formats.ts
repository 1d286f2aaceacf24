/** What `journey check --format` takes. src/cli/report-text.ts knows how each is made. */
export const REPORT_FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
