import type { Declaration } from '../model/declaration.ts';
import type { Finding } from '../model/finding.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Path } from '../model/path.ts';
import { comparePositions, type Place } from '../model/place.ts';
import { CHANNEL_TRAITS, type ChannelTraits } from '../model/words.ts';
import { type Element, type ElementKind, ORDERED_KINDS } from './element.ts';
import { isPartOf, notWritten, partLists, partsOf, referredKinds, tops } from './model-shape.ts';
import { groupBy } from '../model/group-by.ts';
import { type HandleOf, valuesOf } from './read-values.ts';
import type { Named, Value } from './value.ts';

/** A set of journey files as they are at one moment: a git revision, the working tree, or simply a folder. */
export interface Version {
  readonly files: readonly VersionFile[];
}

export interface VersionFile {
  /** How people know the file; what tells files apart within a version. */
  readonly path: string;
  readonly model: Model;
  /** What a check reports for this file. */
  readonly findings: readonly Finding[];
}

/** What a version says: an element for each file, in the order of their paths. */
export function snapshotOf(version: Version): readonly Element[] {
  const paths = new Map(version.files.map(({ path, model }) => [model.uri, path]));
  return version.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => new FileReader(file, paths).read());
}

/** The handle of a declaration in a file; `key` as in the model. */
export function handleIn(path: string, kind: ElementKind, key: string): string {
  return `${kind} ${path}#${key}`;
}

class FileReader {
  readonly #path: string;
  readonly #model: Model;
  readonly #paths: ReadonlyMap<string, string>;
  readonly #known = new Map<string, Map<ElementKind, { handle: string; named: Named }>>();

  constructor({ path, model }: VersionFile, paths: ReadonlyMap<string, string>) {
    this.#path = path;
    this.#model = model;
    this.#paths = paths;
    for (const [kind, declarations] of this.#tops()) {
      for (const declaration of declarations) this.#learn(declaration, kind);
    }
  }

  read(): Element {
    const handle = `file ${this.#path}`;
    const children = this.#tops().flatMap(([kind, declarations]) =>
      declarations
        .filter(({ place }) => place.uri === this.#model.uri)
        .map((each) => this.#element(each, kind, handle)),
    );
    children.push(
      ...this.#handovers(
        this.#model.handovers.filter((each) => each.place.uri === this.#model.uri),
        handle,
      ),
    );
    return { kind: 'file', handle, id: this.#path, fields: new Map(), children: sorted(children) };
  }

  #tops(): readonly (readonly [ElementKind, readonly Declaration[]])[] {
    return Object.entries(tops).map(([name, kind]) => {
      const declarations: ReadonlyMap<string, Declaration> = this.#model[name as keyof typeof tops];
      return [kind, [...declarations.values()]];
    });
  }

  #learn(declaration: Declaration, kind: ElementKind): void {
    const known = this.#known.get(declaration.key) ?? new Map<ElementKind, { handle: string; named: Named }>();
    known.set(kind, { handle: this.#handle(declaration, kind), named: namedOf(declaration) });
    this.#known.set(declaration.key, known);
    for (const [child, part] of partsOf(declaration)) this.#learn(child, part);
  }

  #handle({ place, key, library }: Declaration, kind: ElementKind): string {
    return library ? `library ${kind}#${key}` : handleIn(this.#paths.get(place.uri) ?? place.uri, kind, key);
  }

  readonly #handleOf: HandleOf = (key, field) => {
    const known = this.#known.get(key);
    const kind = referredKinds[field];
    const meant = kind === undefined ? undefined : known?.get(kind);
    return meant ?? known?.values().next().value ?? { handle: `unknown ${key}`, named: { id: key } };
  };

  #element(declaration: Declaration, kind: ElementKind, parent: string): Element {
    const handle = this.#handle(declaration, kind);
    const fields = new Map<string, readonly Value[]>();
    const set = (name: string, values: readonly Value[]): void => {
      if (values.length > 0) fields.set(name, values);
    };
    const isOwn = (place: Place): boolean => isWithin(place, declaration.extent);
    for (const [name, property] of Object.entries(declaration)) {
      if (notWritten.has(name) || (name in partLists && isPartOf(kind, name))) continue;
      set(name, valuesOf(name, property, isOwn, this.#handleOf));
    }
    const children = partsOf(declaration).map(([child, part]) => this.#element(child, part, handle));
    if (kind === 'channel') set('traits', traitsOf(declaration as unknown as ChannelLike));
    if (kind === 'touchpoint') set('ways', this.#ways(declaration as Touchpoint));
    if (kind === 'journey') {
      const { handovers } = declaration as Journey;
      children.push(
        ...this.#handovers(
          handovers.filter(({ place }) => isOwn(place)),
          handle,
        ),
      );
    }
    return {
      kind,
      handle,
      parent,
      ...namedOf(declaration),
      place: declaration.place,
      fields,
      children: sorted(children),
    };
  }

  /** What the author says of the way on; what follows from the order of the text is in the order of the elements. */
  #ways(touchpoint: Touchpoint): readonly Value[] {
    const journey = [...this.#model.journeys.values()].find(({ stages }) =>
      stages.some(({ touchpoints }) => touchpoints.includes(touchpoint)),
    );
    const ways = pathsFrom(journey).get(touchpoint.key) ?? [];
    return ways.flatMap((way) => {
      if (way.kind === 'next' || (way.end !== undefined && 'implied' in way.end)) return [];
      const { from: _from, transfer, kind, end, to, ...rest } = way;
      const written = {
        kind: { value: kind, place: way.place },
        ...(to !== undefined && { to: { key: to, place: way.place } }),
        ...(end !== undefined && { end }),
        ...(transfer && { transfer: { place: way.place } }),
        ...rest,
      };
      return valuesOf('ways', [written], () => true, this.#handleOf);
    });
  }

  #handovers(handovers: Journey['handovers'], parent: string): readonly Element[] {
    const seen = new Map<string, number>();
    return handovers.map((handover) => {
      const { from, to, place, ...rest } = handover;
      const pair = `${from.key} -> ${to.key}`;
      const count = (seen.get(pair) ?? 0) + 1;
      seen.set(pair, count);
      const id = count === 1 ? pair : `${pair}#${count}`;
      const fields = new Map<string, readonly Value[]>();
      for (const [name, property] of Object.entries(rest)) {
        const values = valuesOf(name, property, () => true, this.#handleOf);
        if (values.length > 0) fields.set(name, values);
      }
      const titles = [from, to].map(({ key }) => this.#handleOf(key, 'owner').named.label ?? key);
      return {
        kind: 'handover',
        handle: `handover ${parent}#${id}`,
        parent,
        id,
        label: titles.join(' → '),
        place,
        fields,
        children: [],
      };
    });
  }
}

type ChannelLike = ChannelTraits & {
  readonly id: string;
  readonly kind?: { readonly value: keyof typeof CHANNEL_TRAITS };
};

/** What the author adds to, or takes from, what the kind of a channel brings. */
function traitsOf(channel: ChannelLike): readonly Value[] {
  const kind = channel.kind === undefined ? undefined : CHANNEL_TRAITS[channel.kind.value];
  return (['human', 'live', 'selfService', 'bot', 'digital'] as const).flatMap((trait): readonly Value[] => {
    const brought = kind?.[trait] ?? false;
    if (channel[trait] === brought) return [];
    return [{ kind: 'word', word: channel[trait] ? trait : `not ${trait}` }];
  });
}

const keptPaths = new WeakMap<Journey, ReadonlyMap<string, readonly Path[]>>();

function pathsFrom(journey: Journey | undefined): ReadonlyMap<string, readonly Path[]> {
  if (journey === undefined) return new Map();
  const kept = keptPaths.get(journey) ?? groupBy(journey.paths, ({ from }) => from);
  keptPaths.set(journey, kept);
  return kept;
}

function namedOf({ id, label, labelJa, labelEn }: Named): Named {
  return {
    id,
    ...(label !== undefined && { label }),
    ...(labelJa !== undefined && { labelJa }),
    ...(labelEn !== undefined && { labelEn }),
  };
}

function isWithin(inner: Place, outer: Place): boolean {
  return (
    inner.uri === outer.uri &&
    comparePositions(outer.range.start, inner.range.start) <= 0 &&
    comparePositions(inner.range.end, outer.range.end) <= 0
  );
}

/** Those that have an order first, as they stand; the others as their handles go. */
function sorted(elements: readonly Element[]): readonly Element[] {
  const ordered = elements.filter(({ kind }) => ORDERED_KINDS.has(kind));
  const others = elements.filter(({ kind }) => !ORDERED_KINDS.has(kind));
  return [...ordered, ...others.toSorted((a, b) => (a.handle < b.handle ? -1 : 1))];
}
