// The JSON schemas of result files and mapping files, made from the shapes that they are read by, and of what is told of
// experiments.
import { schemaOf } from '../../src/evidence/json-shape.ts';
import { MAPPING_SHAPE } from '../../src/evidence/mapping-file.ts';
import { RESULT_SHAPE } from '../../src/evidence/result-file.ts';
import { EXPERIMENT_SHAPE } from '../../src/formats/evidence/experiment-json.ts';

export async function generateEvidenceSchemas(): Promise<ReadonlyMap<string, string>> {
  const schemas = { evidence: RESULT_SHAPE, mapping: MAPPING_SHAPE, experiment: EXPERIMENT_SHAPE };
  return new Map(
    Object.entries(schemas).map(([name, shape]) => [
      `schemas/${name}.schema.json`,
      JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(shape) }, undefined, 2),
    ]),
  );
}
