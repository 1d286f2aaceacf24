/** Fewer customers than this could be recognised. */
export const LEAST_GROUP = 5;
