// Maps of the examples and of texts, for the tests of the map.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frictionOf } from '../../src/friction/runner.ts';
import { scoreOf } from '../../src/friction/score.ts';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import { type Model, ownJourneys } from '../../src/model/model.ts';
import { filesOf } from '../support/documents.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Every journey of the examples, with the findings about it. */
export async function exampleMaps(): Promise<readonly { readonly name: string; readonly input: MapInput }[]> {
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const maps = await Promise.all(
    folders.map(async ({ name: folder }) => {
      const names = readdirSync(join(examples, folder)).filter((name) => name.endsWith('.journey'));
      const files = await filesOf(
        Object.fromEntries(names.map((name) => [name, readFileSync(join(examples, folder, name), 'utf8')])),
      );
      return names.flatMap((name) =>
        inputsOf(files.model(name)).map((input) => ({ name: `${folder}/${name}`, input })),
      );
    }),
  );
  return maps.flat();
}

/** The maps of one file's journeys. */
export function inputsOf(model: Model): readonly MapInput[] {
  const findings = frictionOf(model);
  return ownJourneys(model).map((journey) => ({
    analysis: analysisOf(model, journey),
    findings,
    score: scoreOf(journey, findings),
  }));
}

/** The map of the first journey in a text. */
export async function mapOf(text: string): Promise<MapInput> {
  const [input] = inputsOf((await filesOf({ 'file.journey': text })).model('file.journey'));
  if (input === undefined) throw new Error('The text holds no journey');
  return input;
}
