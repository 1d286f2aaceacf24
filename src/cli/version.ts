declare const JOURNEY_VERSION: string | undefined;

/** The version of the package. The build puts it in; run from the sources, the command has none. */
export const VERSION = typeof JOURNEY_VERSION === 'string' ? JOURNEY_VERSION : 'from source';
