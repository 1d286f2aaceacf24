interface Stream {
  readonly isTTY?: boolean;
}

/**
 * Whether to print colours: as the option says; else as FORCE_COLOR or NO_COLOR (no-color.org) say, in Node's order;
 * else only to a terminal that is not a dumb one.
 */
export function wantsColour(option: boolean | undefined, env: NodeJS.ProcessEnv, stream: Stream): boolean {
  if (option !== undefined) return option;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (isSet(env['NO_COLOR'])) return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
