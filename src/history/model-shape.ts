import type { Declaration } from '../model/declaration.ts';
import type { Model } from '../model/model.ts';
import type { ElementKind } from './element.ts';

// What a comparison must know of the model besides its values. Properties that are not named here are compared by their shape.

/** The declarations of a file, by the model's property that holds them. */
export const tops = {
  personas: 'persona',
  segments: 'segment',
  channels: 'channel',
  systems: 'system',
  teams: 'team',
  data: 'data',
  consents: 'consent',
  metrics: 'metric',
  goals: 'goal',
  facts: 'fact',
  brands: 'brand',
  emotions: 'emotion',
  actions: 'action',
  experiments: 'experiment',
  journeys: 'journey',
} as const satisfies Partial<Record<keyof Model, ElementKind>>;

/** Properties of a declaration that hold further declarations. */
export const partLists = {
  stages: 'stage',
  touchpoints: 'touchpoint',
  questions: 'question',
  barriers: 'barrier',
  needs: 'need',
  pains: 'pain',
  variants: 'variant',
} as const satisfies Readonly<Record<string, ElementKind>>;

/** What the names in a statement stand for, where an id can belong to several kinds: `email` is a channel and a datum. */
export const referredKinds: Readonly<Record<string, ElementKind>> = {
  ...kindOfAll(
    'data',
    'data',
    'prefilled',
    'reads',
    'recognises',
    'gives',
    'redeems',
    'forgets',
    'carries',
    'holds',
    'masters',
  ),
  ...kindOfAll('channel', 'channels', 'alternatives', 'prefers', 'avoids', 'statusOn', 'validOn'),
  ...kindOfAll('persona', 'personas', 'persona'),
  ...kindOfAll('system', 'system', 'partner'),
  ...kindOfAll('team', 'owner'),
  ...kindOfAll('goal', 'goals', 'supports'),
  ...kindOfAll('metric', 'metrics', 'guardrails'),
  ...kindOfAll('consent', 'consent', 'withdraws'),
  ...kindOfAll('fact', 'fact'),
  ...kindOfAll('emotion', 'emotion'),
};

function kindOfAll(kind: ElementKind, ...fields: readonly string[]): Readonly<Record<string, ElementKind>> {
  return Object.fromEntries(fields.map((field) => [field, kind]));
}

/** What every declaration has, and what follows from other statements. */
export const notWritten: ReadonlySet<string> = new Set([
  'key',
  'id',
  'label',
  'labelJa',
  'labelEn',
  'called',
  'doc',
  'place',
  'extent',
  'body',
  'library',
  'stage',
  'paths',
  'handovers',
  // Of channels and data: brought by their kinds; what differs from these is read apart.
  'human',
  'live',
  'selfService',
  'bot',
  'digital',
  'personal',
  'sensitive',
  'identifier',
  'behavioural',
]);

/** The declarations in a declaration, and what they are. */
export function partsOf(declaration: Declaration): readonly (readonly [Declaration, ElementKind])[] {
  return Object.entries(declaration).flatMap(([name, property]) => {
    const kind = name in partLists ? partLists[name as keyof typeof partLists] : undefined;
    if (kind === undefined || !Array.isArray(property)) return [];
    // A list of the same name can hold something else, such as the personas' variants of a touchpoint.
    return property.filter(isDeclaration).map((part) => [part, kind] as const);
  });
}

/** The variants of a touchpoint are statements, those of an experiment declarations. */
export function isPartOf(kind: ElementKind, name: string): boolean {
  return name !== 'variants' || kind === 'experiment';
}

function isDeclaration(thing: unknown): thing is Declaration {
  return typeof thing === 'object' && thing !== null && 'extent' in thing && 'key' in thing;
}
