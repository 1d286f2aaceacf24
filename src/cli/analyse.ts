import type { Settings } from '../friction/settings.ts';
import { type Report, type Source, sourceOf, type Unread } from '../formats/report.ts';
import type { Context } from './command.ts';
import type { Input } from './inputs.ts';

export interface Analysis {
  readonly report: Report;
  /** False when a mistake of ours has kept something from being checked; it has been complained about. */
  readonly complete: boolean;
}

/** Finds everything that is to be said about the inputs. */
export async function analyse(
  inputs: readonly Input[],
  problems: readonly Unread[],
  _settings: Settings,
  _context: Context,
): Promise<Analysis> {
  const sources = new Map<string, Source>(inputs.map(({ uri, path, text }) => [uri, sourceOf(path, text)]));
  return {
    report: { files: inputs.map(({ uri }) => ({ uri, findings: [], journeys: [] })), sources, unread: problems },
    complete: true,
  };
}
