// The files under golden/: what is said about the examples, read line by line by a service designer. Each line is a
// complaint that a customer of this company has; a finding that nobody would sign does not belong there.
//
//   ## the example's path
//   # why, where it is not plain from the journey
//   touchpoint (or the way between two, or the stage, or the journey): rules
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ReadFinding {
  /** Of the example, relative to examples/. */
  readonly path: string;
  readonly where: string;
  /** The rule. */
  readonly code: string;
}

const folder = fileURLToPath(new URL('golden', import.meta.url));

export function readFindings(): readonly ReadFinding[] {
  return readdirSync(folder).flatMap((name) => findingsIn(readFileSync(join(folder, name), 'utf8')));
}

function findingsIn(text: string): readonly ReadFinding[] {
  let path = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) path = line.slice('## '.length);
    const colon = line.indexOf(': ');
    if (line.startsWith('#') || colon < 0) return [];
    const where = line.slice(0, colon);
    const codes = line.slice(colon + ': '.length).split(' ');
    return codes.map((code) => ({ path, where, code }));
  });
}
