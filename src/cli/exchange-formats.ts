/** What `journey export --format` takes. src/cli/commands/export.ts knows how each is made. */
export const EXPORT_FORMATS = ['json', 'mermaid', 'csv', 'markdown', 'personas', 'personas-html', 'cjml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What `journey import --from` takes. src/cli/commands/import.ts knows how each is read. */
export const IMPORT_FORMATS = ['mermaid', 'markdown', 'csv', 'json'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
