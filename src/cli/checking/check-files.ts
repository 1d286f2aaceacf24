import type { Locale } from '../../model/text.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { textReader } from '../files/access.ts';
import type { KeptPlace } from '../kept/place.ts';
import { Assembly, type Checked } from './assembly.ts';
import { checkedPortions } from './portions.ts';

/** Finds everything that is to be said about the inputs and their configurations. */
export async function checkFiles(
  configured: ConfiguredInputs,
  locale: Locale,
  kept: KeptPlace | undefined,
): Promise<Checked> {
  const { inputs, configurations } = configured;
  const assembly = new Assembly(configured, textReader(inputs));
  for await (const portion of checkedPortions({ inputs, configurations, locale, printing: undefined, kept })) {
    assembly.unread.push(...portion.unread);
    for (const uri of portion.imported) assembly.source(uri);
    for (const outcome of portion.files) {
      if (outcome.kind === 'checked') assembly.file(outcome.file);
      else if (outcome.kind === 'failed') assembly.failure(outcome.uri, outcome.error);
    }
  }
  return assembly.done();
}
