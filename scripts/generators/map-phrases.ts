// The model by which Japanese text is cut into phrases, without the package around it, which wants a DOM.
import { jaModel } from 'budoux';

export async function generateMapPhrases(): Promise<ReadonlyMap<string, string>> {
  const features = Object.entries(jaModel)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, scores]) => `  ${feature}: ${JSON.stringify(Object.entries(scores).flat().join('\t'))},`);
  const text = `// Made by scripts/generators/map-phrases.ts from BudouX (Copyright Google LLC, Apache License 2.0,
// https://github.com/google/budoux). For each feature: characters and what they add to the score, in turns.

export const PHRASE_FEATURES = {
${features.join('\n')}
} as const;
`;
  return new Map([['src/map/generated/phrases.ts', text]]);
}
