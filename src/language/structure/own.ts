import type { Declaration } from '../../model/declaration.ts';
import type { Model } from '../../model/model.ts';

/** The declarations that stand in the model's own file. */
export function ownDeclarations<T extends Declaration>({ uri }: Model, all: ReadonlyMap<string, T>): readonly T[] {
  return [...all.values()].filter(({ place }) => place.uri === uri);
}
