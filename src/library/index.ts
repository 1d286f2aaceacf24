// What `import … from 'journey-language'` gives. Pure: texts in, data and pictures out; no disk, no network.
import { type CheckFinding, findingsOfText } from './check.ts';
import { openText, type JourneyTexts } from './open.ts';
import { toJson } from '../formats/json.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import { refuseUnknown } from './known.ts';
import { drawText, type MapSettings } from './draw.ts';
import type { Locale } from '../model/text.ts';

export type { CheckFinding, JourneyTexts, MapSettings };

/** Everything that `journey check` says about a text, with the recommended rules. */
export async function check(
  text: string,
  { locale = 'en', files = {} }: { readonly locale?: Locale; readonly files?: JourneyTexts } = {},
): Promise<readonly CheckFinding[]> {
  refuseUnknown({ locale });
  return findingsOfText(await openText(text, files), locale);
}

/** What a text means, as `journey export --format json` writes it: schemas/model.schema.json describes it. */
export async function model(text: string, { files = {} }: { readonly files?: JourneyTexts } = {}): Promise<unknown> {
  const { document, pathOf } = await openText(text, files);
  return JSON.parse(JSON.stringify(toJson(modelOf(document), pathOf)));
}

/** The map of a journey as SVG; undefined when the text holds no such journey. */
export async function renderSvg(
  text: string,
  { files = {}, ...settings }: MapSettings & { readonly files?: JourneyTexts } = {},
): Promise<string | undefined> {
  refuseUnknown({ ...settings });
  return drawText(await openText(text, files), settings);
}
