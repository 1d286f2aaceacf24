import type { Declaration } from '../../model/declaration.ts';
import type { Model } from '../../model/model.ts';

/** The declarations that stand in the model's own file. */
export function ownDeclarations<T extends Declaration>({ uri }: Model, all: ReadonlyMap<string, T>): readonly T[] {
  const own: T[] = [];
  // Most of what a model holds is imported.
  for (const declaration of all.values()) if (declaration.place.uri === uri) own.push(declaration);
  return own;
}
