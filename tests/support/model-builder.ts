// Builds small models for tests without a text: `buildJourney({ touchpoints: [{ id: 'Pays', asks: ['email'] }, …] })`.
// Keys of touchpoints, personas and so on are their ids, durations are in seconds, and places stand in the order of writing.
import { CHANNEL_TRAITS } from '../../src/model/words.ts';
import type { Declaration } from '../../src/model/declaration.ts';
import type { Channel, Handover, Persona, System } from '../../src/model/entities.ts';
import type { Journey, Stage, Touchpoint } from '../../src/model/journey.ts';
import type { Model } from '../../src/model/model.ts';
import { pathsOf, type WrittenWay } from '../../src/model/paths.ts';
import type { Place } from '../../src/model/place.ts';
import type { Duration, Percentage, Reference, Word } from '../../src/model/values.ts';
import type { ChannelKind, EndKind, IdentityLevel, Initiator } from '../../src/model/words.ts';

export interface JourneySpec {
  readonly id?: string;
  /** Whom the journey is for. They are declared, too, as are those whom touchpoints and ways name. */
  readonly for?: readonly string[];
  readonly targets?: readonly string[];
  readonly touchpoints: readonly TouchpointSpec[];
  /** For each system what it shares with which other. Systems of touchpoints need not be here. */
  readonly systems?: Readonly<Record<string, readonly { readonly data: readonly string[]; readonly to: string }[]>>;
  /** Channels are declared by their id; those that are kinds have that kind, others need one here. */
  readonly channels?: Readonly<Record<string, ChannelKind>>;
  readonly handovers?: readonly { readonly from: string; readonly to: string; readonly carries: readonly string[] }[];
}

export interface TouchpointSpec {
  readonly id: string;
  /** Default: the stage of the touchpoint before it, at first `Stage`. */
  readonly stage?: string;
  readonly for?: readonly string[];
  readonly optional?: boolean;
  readonly on?: readonly string[];
  readonly by?: Initiator;
  readonly owner?: string;
  readonly system?: string;
  readonly identity?: IdentityLevel;
  readonly asks?: readonly string[];
  readonly asksOptionally?: readonly string[];
  readonly prefilled?: readonly string[];
  readonly gives?: readonly string[];
  readonly reads?: readonly string[];
  readonly recognises?: readonly string[];
  readonly forgets?: readonly string[];
  /** Typical, or typical and longest. */
  readonly waits?: number | readonly [typical: number, longest: number];
  readonly after?: number;
  readonly during?: string;
  /** For all, or by persona. */
  readonly feels?: number | Readonly<Record<string, number>>;
  readonly ways?: readonly WaySpec[];
  /** Anything else. */
  readonly more?: Partial<Touchpoint>;
}

export type WaySpec =
  | {
      readonly to: string;
      /** 0…1 */
      readonly share?: number;
      readonly for?: readonly string[];
      readonly carries?: readonly string[];
      readonly transfer?: boolean;
    }
  | { readonly failure: string | undefined }
  | { readonly loop: string | undefined }
  | { readonly end: EndKind };

export interface BuiltJourney {
  readonly model: Model;
  readonly journey: Journey;
}

export function buildJourney(spec: JourneySpec): BuiltJourney {
  return new Builder().build(spec);
}

class Builder {
  #line = 0;

  build(spec: JourneySpec): BuiltJourney {
    const declared = this.#declare(spec.id ?? 'Journey');
    const forWhom = this.#references(spec.for);
    const stages: (Stage & { readonly touchpoints: Touchpoint[] })[] = [];
    const written: { readonly touchpoint: Touchpoint; readonly ways: readonly WrittenWay[] }[] = [];
    for (const one of spec.touchpoints) {
      const id = one.stage ?? stages.at(-1)?.id ?? 'Stage';
      if (stages.at(-1)?.id !== id) stages.push(this.#stage(id));
      const touchpoint = this.#touchpoint(one, id);
      stages.at(-1)?.touchpoints.push(touchpoint);
      written.push({ touchpoint, ways: (one.ways ?? []).map((way) => this.#way(way)) });
    }
    const touchpoints = written.map(({ touchpoint: { key, personas, place, optional }, ways }) => ({
      key,
      personas,
      place,
      optional: optional !== undefined,
      ways,
    }));
    const journey: Journey = {
      ...declared,
      kind: { value: 'asIs' },
      personas: forWhom,
      targets: this.#references(spec.targets),
      scenarios: [],
      expectations: [],
      goals: [],
      limits: [],
      notes: [],
      evidence: [],
      assumptions: [],
      handovers: (spec.handovers ?? []).map((handover) => this.#handover(handover)),
      questions: [],
      barriers: [],
      opportunities: [],
      metrics: [],
      stages,
      paths: pathsOf(touchpoints, forWhom),
    };
    return { model: this.#model(spec, journey), journey };
  }

  #model(spec: JourneySpec, journey: Journey): Model {
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const named = [...journey.personas, ...journey.targets].concat(
      [...touchpoints, ...journey.paths].flatMap((thing) => thing.personas),
    );
    const personas = new Set(named.map((persona) => persona.key));
    const systems = new Set(Object.keys(spec.systems ?? {}));
    for (const share of Object.values(spec.systems ?? {}).flat()) systems.add(share.to);
    for (const { system } of touchpoints) if (system !== undefined) systems.add(system.key);
    const channels = new Set(Object.keys(spec.channels ?? {}));
    for (const { key } of touchpoints.flatMap((touchpoint) => touchpoint.channels)) channels.add(key);
    return {
      uri: URI,
      personas: keyed([...personas].map((id) => this.#persona(id))),
      segments: new Map(),
      channels: keyed([...channels].map((id) => this.#channel(id, spec.channels?.[id] ?? (id as ChannelKind)))),
      systems: keyed([...systems].map((id) => this.#system(id, spec.systems?.[id] ?? []))),
      teams: new Map(),
      handovers: [],
      data: new Map(),
      consents: new Map(),
      metrics: new Map(),
      goals: new Map(),
      facts: new Map(),
      brands: new Map(),
      emotions: new Map(),
      actions: new Map(),
      experiments: new Map(),
      journeys: keyed([journey]),
      suppressions: [],
    };
  }

  #stage(id: string): Stage & { readonly touchpoints: Touchpoint[] } {
    return {
      ...this.#declare(id),
      metrics: [],
      goals: [],
      personas: [],
      notes: [],
      questions: [],
      barriers: [],
      opportunities: [],
      touchpoints: [],
    };
  }

  #touchpoint(spec: TouchpointSpec, stage: string): Touchpoint {
    const { optional, by, owner, system, identity, waits, after, during } = spec;
    const declared = this.#declare(spec.id);
    const [typical, longest] = typeof waits === 'number' ? [waits] : (waits ?? []);
    const asks = [
      { data: spec.asks ?? [], rest: {} },
      { data: spec.asksOptionally ?? [], rest: { optional: { place: this.#place() } } },
    ];
    return {
      ...emptyTouchpoint,
      ...declared,
      stage,
      personas: this.#references(spec.for),
      channels: this.#references(spec.on),
      ...(optional === true ? { optional: { place: this.#place() } } : {}),
      ...(by === undefined ? {} : { initiator: this.#word(by) }),
      ...(owner === undefined ? {} : { owner: { ...this.#reference(owner), from: 'touchpoint' } }),
      ...(system === undefined ? {} : { system: this.#reference(system) }),
      ...(identity === undefined ? {} : { identity: this.#word(identity) }),
      asks: asks.flatMap(({ data, rest }) =>
        data.length === 0 ? [] : [{ data: this.#references(data), ...rest, place: this.#place() }],
      ),
      prefilled: this.#references(spec.prefilled),
      gives: this.#references(spec.gives),
      reads: this.#references(spec.reads),
      recognises: this.#references(spec.recognises),
      forgets: this.#references(spec.forgets),
      ...(typical === undefined
        ? {}
        : {
            wait: {
              typical: this.#duration(typical),
              ...(longest === undefined ? {} : { longest: this.#duration(longest) }),
              place: this.#place(),
            },
          }),
      ...(after === undefined ? {} : { after: this.#duration(after) }),
      ...(during === undefined ? {} : { during: this.#reference(during) }),
      feelings: this.#feelings(spec.feels),
      ...spec.more,
    };
  }

  #feelings(feels: TouchpointSpec['feels']): Touchpoint['feelings'] {
    if (feels === undefined) return [];
    if (typeof feels === 'number') return [{ value: feels, valueStated: true, place: this.#place() }];
    return Object.entries(feels).map(([persona, value]) => ({
      persona: this.#reference(persona),
      value,
      valueStated: true,
      place: this.#place(),
    }));
  }

  #way(spec: WaySpec): WrittenWay {
    const place = this.#place();
    if ('end' in spec) return { kind: 'end', end: this.#word(spec.end), place };
    if ('failure' in spec) {
      return { kind: 'failure', ...(spec.failure === undefined ? {} : { to: spec.failure }), place };
    }
    if ('loop' in spec) {
      return { kind: 'loop', ...(spec.loop === undefined ? {} : { to: spec.loop }), carries: [], place };
    }
    return {
      kind: 'arrow',
      to: spec.to,
      ...(spec.share === undefined ? {} : { share: this.#share(spec.share) }),
      personas: this.#references(spec.for),
      carries: this.#references(spec.carries),
      transfer: spec.transfer ?? false,
      place,
    };
  }

  #handover({ from, to, carries }: NonNullable<JourneySpec['handovers']>[number]): Handover {
    return {
      from: this.#reference(from),
      to: this.#reference(to),
      carries: this.#references(carries),
      place: this.#place(),
    };
  }

  #persona(id: string): Persona {
    return {
      ...this.#declare(id),
      segments: [],
      demographics: [],
      interests: [],
      attitudes: [],
      values: [],
      behaviours: [],
      quotes: [],
      wants: [],
      notes: [],
      needs: [],
      pains: [],
      questions: [],
      prefers: [],
      avoids: [],
      has: [],
      lacks: [],
      languages: [],
      hours: [],
      expectations: [],
      evidence: [],
      assumptions: [],
    };
  }

  #channel(id: string, kind: ChannelKind): Channel {
    return {
      ...this.#declare(id),
      kind: this.#word(kind),
      ...CHANNEL_TRAITS[kind],
      thirdParty: false,
      hours: [],
      requires: [],
      languages: [],
      limits: [],
      notes: [],
    };
  }

  #system(id: string, shares: NonNullable<JourneySpec['systems']>[string]): System {
    return {
      ...this.#declare(id),
      holds: [],
      masters: [],
      shares: shares.map(({ data, to }) => ({
        data: this.#references(data),
        targets: [this.#reference(to)],
        place: this.#place(),
      })),
      recognises: [],
      notes: [],
    };
  }

  #declare(id: string): Declaration {
    const place = this.#place();
    return { key: id, id, place, extent: place, library: false };
  }

  #references(keys: readonly string[] = []): Reference[] {
    return keys.map((key) => this.#reference(key));
  }

  #reference(key: string): Reference {
    return { key, place: this.#place() };
  }

  #word<T extends string>(value: T): Word<T> {
    return { value, place: this.#place() };
  }

  #duration(seconds: number): Duration {
    return { kind: 'duration', seconds, longestSeconds: seconds, written: `${seconds} s`, place: this.#place() };
  }

  #share(ratio: number): Percentage {
    return { kind: 'percentage', ratio, points: false, written: `${ratio * 100}%`, place: this.#place() };
  }

  /** Everything stands on a line of its own. */
  #place(): Place {
    const line = this.#line;
    this.#line += 1;
    return { uri: URI, range: { start: { line, character: 0 }, end: { line, character: 1 } } };
  }
}

const URI = 'memory:///test.journey';

function keyed<T extends Declaration>(declarations: readonly T[]): ReadonlyMap<string, T> {
  return new Map(declarations.map((declaration) => [declaration.key, declaration]));
}

const emptyTouchpoint = {
  channels: [],
  alternatives: [],
  personas: [],
  callsToAction: [],
  tones: [],
  variants: [],
  does: [],
  thinks: [],
  says: [],
  sees: [],
  images: [],
  notes: [],
  feelings: [],
  expectations: [],
  questions: [],
  answers: [],
  barriers: [],
  solves: [],
  opportunities: [],
  addresses: [],
  tells: [],
  offers: [],
  statusOn: [],
  shows: [],
  confirms: [],
  explains: [],
  recognises: [],
  reads: [],
  asks: [],
  prefilled: [],
  gives: [],
  redeems: [],
  requires: [],
  forgets: [],
  uses: [],
  consents: [],
  withdraws: [],
  personalises: [],
  collects: [],
  commits: [],
  abilities: [],
  frontstage: [],
  backstage: [],
  support: [],
  metrics: [],
  events: [],
  evidence: [],
  assumptions: [],
} satisfies Partial<Touchpoint>;
