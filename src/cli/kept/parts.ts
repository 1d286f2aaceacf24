/** The parts that are kept of a file, by their names in an entry. */
export const REPORT = 'report';
export const PRINTED = 'printed';
/** What the server must know of a file to do without its tree. */
export const FILE = 'file';
