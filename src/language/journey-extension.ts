/** The ending of every file that can be imported. */
export const JOURNEY_EXTENSION = '.journey';
