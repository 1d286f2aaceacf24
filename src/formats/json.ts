import { analysisOf, type PersonaView } from '../model/analysis.ts';
import type { Graph, Way } from '../model/graph.ts';
import type { Journey } from '../model/journey.ts';
import { type Model, ownJourneys } from '../model/model.ts';
import {
  type EndJson,
  type JourneyJson,
  MODEL_SCHEMA,
  type ModelJson,
  type ViewJson,
  type WayJson,
} from './json-model.ts';

/**
 * The model of a file as JSON; json-model.ts and schemas/model.schema.json say what is in it. The same model and names give
 * the same JSON.
 *
 * @param fileOf how a file is named, by its URI: relative to some folder, so that nothing of the machine gets into it;
 *   `relativeTo` makes such a function
 */
export function toJson(model: Model, fileOf: (uri: string) => string): unknown {
  const { journeys: _, uri, handovers, suppressions, ...shared } = model;
  const content: Omit<ModelJson, keyof Declared> & Readonly<Record<keyof Declared, unknown>> = {
    $schema: MODEL_SCHEMA,
    version: 1,
    file: fileOf(uri),
    journeys: ownJourneys(model).map((journey) => withViews(model, journey)),
    ...shared,
    handovers,
    suppressions,
  };
  return new Converter(model, fileOf).convert(content);
}

type Declared = Omit<Model, 'journeys' | 'uri' | 'handovers' | 'suppressions'>;

/**
 * Names files by their path relative to a folder, given as a URI. What is in no folder, such as the standard library,
 * keeps its URI.
 */
export function relativeTo(folder: string): (uri: string) => string {
  const base = folder.replace(/\/$/, '').split('/');
  return (uri) => {
    const path = uri.split('/');
    if (path[0] !== base[0] || path[2] !== base[2]) return uri;
    let same = 0;
    while (same < base.length && same < path.length - 1 && base[same] === path[same]) same++;
    return decode([...base.slice(same).map(() => '..'), ...path.slice(same)].join('/'));
  };
}

function withViews(model: Model, journey: Journey): JourneyJson {
  return { ...journey, views: analysisOf(model, journey).views.map(viewOf) };
}

function viewOf({ persona, graph }: PersonaView): ViewJson {
  return {
    ...(persona === undefined ? {} : { persona: persona.key }),
    touchpoints: graph.nodes.map(({ key }) => key),
    entries: graph.entries.map(({ key }) => key),
    ways: waysIn(graph),
    ends: endsIn(graph),
  };
}

function waysIn({ edges }: Graph): readonly WayJson[] {
  return edges.map((edge) => ({
    kind: edge.kind,
    from: edge.from.key,
    to: edge.to.key,
    ...shareAndOver(edge),
    carries: edge.carries,
    transfer: edge.transfer,
  }));
}

function endsIn({ ends }: Graph): readonly EndJson[] {
  return ends.map((end) => ({
    kind: end.kind,
    from: end.from.key,
    end: end.end,
    implied: end.implied,
    ...shareAndOver(end),
  }));
}

function shareAndOver({ share, over }: Way): Pick<WayJson, 'share' | 'over'> {
  return { ...(share === undefined ? {} : { share }), over: over.map(({ key }) => key) };
}

/** Turns model data into what JSON can hold: no maps, no missing values, files by name. */
class Converter {
  readonly #fileOf: (uri: string) => string;
  /** Files of which the model has declarations. Keys name one where an id alone would be ambiguous. */
  readonly #uris: ReadonlySet<string>;

  constructor(model: Model, fileOf: (uri: string) => string) {
    this.#fileOf = fileOf;
    this.#uris = new Set(
      Object.values(model).flatMap((part) => (part instanceof Map ? [...part.keys()].flatMap(uriInKey) : [])),
    );
  }

  convert(value: unknown): unknown {
    if (typeof value === 'string') return this.#withoutUris(value);
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Map) return [...value.values()].map((item) => this.convert(item));
    if (Array.isArray(value)) return value.map((item) => this.convert(item));
    return this.#object(value);
  }

  #object(value: object): unknown {
    const result: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(value)) {
      if (property === undefined) continue;
      if (name === 'uri' && typeof property === 'string') result['file'] = this.#fileOf(property);
      else result[name] = this.convert(property);
    }
    return result;
  }

  #withoutUris(text: string): string {
    if (this.#uris.size === 0 || !text.includes('@')) return text;
    let result = text;
    for (const uri of this.#uris) result = result.replaceAll(`@${uri}`, `@${this.#fileOf(uri)}`);
    return result;
  }
}

/** The URI in a key such as `web@file:///shared/channels.journey`. */
function uriInKey(key: unknown): readonly string[] {
  if (typeof key !== 'string') return [];
  const at = key.indexOf('@');
  return at < 0 ? [] : [key.slice(at + 1)];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing: the path is shown as it is.
    return path;
  }
}
