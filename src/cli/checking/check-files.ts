import type { Locale } from '../../model/text.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { textReader } from '../files/access.ts';
import type { KeptPlace } from '../kept/place.ts';
import { Assembly, type CheckedReport } from './assembly.ts';
import type { Baseline } from './baseline.ts';
import { checkedPortions } from './portions.ts';

/** Finds everything that is to be said about the inputs and their configurations. */
export async function checkFiles(
  configured: ConfiguredInputs,
  locale: Locale,
  kept: KeptPlace | undefined,
  baseline: Baseline | undefined,
): Promise<CheckedReport> {
  const { inputs, configurations } = configured;
  const assembly = await Assembly.open({ configured, textOf: textReader(inputs), baseline });
  // What the baseline knows is taken out of the whole.
  const job = { inputs, configurations, locale, printing: undefined, baseline: undefined, kept };
  for await (const portion of checkedPortions(job)) {
    assembly.unread.push(...portion.unread);
    for (const uri of portion.imported) assembly.source(uri);
    for (const outcome of portion.files) {
      if (outcome.kind === 'checked') assembly.file(outcome.file);
      else if (outcome.kind === 'failed') assembly.failure(outcome.uri, outcome.error);
    }
  }
  return assembly.done();
}
