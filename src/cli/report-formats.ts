/** What `journey check --format` takes. src/cli/report-text.ts knows how each is made. */
export const REPORT_FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** Those that report file by file. A comment on a pull request begins with all journeys in numbers, and shows what there is room for. */
export type FilewiseName = Exclude<ReportFormat, 'markdown'>;
