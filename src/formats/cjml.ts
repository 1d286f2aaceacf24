import { escapeXml } from '../map/svg/escape.ts';
import { cleanLine } from '../map/text/clean.ts';
import { titleOf } from '../model/declaration.ts';
import type { Journey, Stage, Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';

/**
 * A journey as XML of the Customer Journey Modelling Language, version 2.0. We have found no schema of it: the names are those
 * of the sample on its site (cjml.no) and of public programs that read or write such files.
 *
 * A touchpoint with a channel is a communication point, one without is an action. In CJML a touchpoint has one channel, one
 * sender and one receiver, and the steps follow each other; what that leaves out is counted in `dropped`. Experience belongs
 * to actual journeys alone.
 */
export function exportCjml(
  model: Model,
  journey: Journey,
  locale: Locale,
): { readonly text: string; readonly dropped: readonly Text[] } {
  const actual = journey.kind.value === 'actual';
  const names = new Names(model, journey, locale);
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => ({ stage, touchpoint })));
  // Written first: it tells which actors take part.
  const steps = touchpoints.map(({ stage, touchpoint }, index) =>
    stepOf(touchpoint, `T${index + 1}`, phaseOf(stage, journey), actual, names, locale),
  );
  const root = element('CJML', { version: '2.0' }, [
    element(actual ? 'actualJourney' : 'plannedJourney', {}, [
      leaf('journeyID', journey.id),
      leaf('journeyTitle', titleOf(journey, locale)),
      element(
        'journeyPhases',
        {},
        journey.stages.map((stage) =>
          element('journeyPhase', { phaseID: phaseOf(stage, journey) }, [
            leaf('phaseName', titleOf(stage, locale)),
            leaf('phaseDescription', stage.notes.map(({ text }) => text).join(' ')),
          ]),
        ),
      ),
      leaf('journeyShortSummary', journey.scenarios.map(({ text }) => text).join(' ')),
      element('actors', {}, names.actors()),
      element('touchpoints', {}, steps),
    ]),
  ]);
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`,
    dropped: droppedFrom(journey, actual),
  };
}

function phaseOf(stage: Stage, journey: Journey): string {
  return `P${journey.stages.indexOf(stage) + 1}`;
}

function stepOf(
  touchpoint: Touchpoint,
  id: string,
  phase: string,
  actual: boolean,
  names: Names,
  locale: Locale,
): Element {
  const kind = actual ? 'actual' : 'planned';
  const title = titleOf(touchpoint, locale);
  const [channel] = touchpoint.channels;
  const head = [leaf('touchpointID', id), element('belongsTo', { phaseIDref: phase }, [])];
  const experience = actual ? experienceOf(touchpoint) : [];
  if (channel === undefined) {
    return element(`${kind}Action`, {}, [...head, side('initiator', names.customer, title), ...experience]);
  }
  const company = names.company(touchpoint);
  const behind = touchpoint.frontstage[0]?.text ?? title;
  const fromCustomer = (touchpoint.initiator?.value ?? 'customer') === 'customer';
  return element(`${kind}CommunicationPoint`, {}, [
    ...head,
    fromCustomer ? side('initiator', names.customer, title) : side('initiator', company, behind),
    fromCustomer ? side('receiver', company, behind) : side('receiver', names.customer, title),
    element('channel', {}, [leaf('channelName', names.channel(channel.key))]),
    ...experience,
  ]);
}

function side(role: 'initiator' | 'receiver', actor: string, label: string): Element {
  return element(role, {}, [element('refersTo', { actorIDref: actor }, []), leaf(`${role}Label`, label)]);
}

function experienceOf({ feelings }: Touchpoint): readonly Element[] {
  const [first] = feelings;
  if (first === undefined) return [];
  return [
    element('touchpointExperience', {}, [
      leaf('experienceDescription', first.name ?? ''),
      leaf('experienceRating', String(first.value)),
    ]),
  ];
}

/** Who takes part, under which names. */
class Names {
  readonly customer = 'customer';
  readonly #model: Model;
  readonly #journey: Journey;
  readonly #locale: Locale;
  /** Names of the providers by their ids, in the order in which they take part. */
  readonly #providers = new Map<string, string>();

  constructor(model: Model, journey: Journey, locale: Locale) {
    this.#model = model;
    this.#journey = journey;
    this.#locale = locale;
  }

  /** The id of whoever is at the other end. */
  company({ owner, initiator }: Touchpoint): string {
    const team = owner === undefined ? undefined : this.#model.teams.get(owner.key);
    if (initiator?.value === 'partner') return this.#provider('partner', inLocale(PARTNER, this.#locale));
    if (team === undefined) return this.#provider('company', inLocale(COMPANY, this.#locale));
    // No name of ours can be the id of a team: it holds a hyphen.
    return this.#provider(`team-${team.key}`, titleOf(team, this.#locale));
  }

  channel(key: string): string {
    const channel = this.#model.channels.get(key);
    return channel === undefined ? key : titleOf(channel, this.#locale);
  }

  actors(): readonly Element[] {
    const people = this.#journey.personas.flatMap(({ key }) => this.#model.personas.get(key) ?? []);
    const name = people.map((persona) => titleOf(persona, this.#locale)).join(', ');
    return [
      element('endUser', { actorID: this.customer }, [leaf('actorName', name || inLocale(CUSTOMER, this.#locale))]),
      ...[...this.#providers].map(([id, title]) =>
        element('serviceProvider', { actorID: id }, [leaf('companyName', title)]),
      ),
    ];
  }

  #provider(id: string, name: string): string {
    this.#providers.set(id, name);
    return id;
  }
}

const CUSTOMER: Text = { en: 'Customer', ja: '顧客' };
const COMPANY: Text = { en: 'Company', ja: '企業' };
const PARTNER: Text = { en: 'Partner', ja: '提携先' };

function droppedFrom(journey: Journey, actual: boolean): readonly Text[] {
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
  const count = (of: (touchpoint: Touchpoint) => number): number =>
    touchpoints.reduce((sum, touchpoint) => sum + of(touchpoint), 0);
  const parts: readonly (readonly [count: number, en: string, ja: string])[] = [
    [journey.paths.filter(({ kind }) => ['arrow', 'failure', 'loop'].includes(kind)).length, 'ways', '経路'],
    [
      count(({ channels, alternatives }) => Math.max(0, channels.length - 1) + alternatives.length),
      'further channels',
      '2つ目以降のチャネル',
    ],
    [
      count(({ feelings }) => (actual ? Math.max(0, feelings.length - 1) : feelings.length)),
      actual ? 'further feelings' : 'feelings (CJML has them in actual journeys alone)',
      actual ? '2つ目以降の感情' : '感情(CJMLでは実績のジャーニーだけが持つ)',
    ],
    [count(({ wait, takes }) => Number(wait !== undefined) + Number(takes !== undefined)), 'times', '時間'],
    [count(({ questions, barriers }) => questions.length + barriers.length), 'questions and barriers', '質問・障壁'],
    [count(({ opportunities }) => opportunities.length), 'opportunities', '改善機会'],
  ];
  const left = parts.filter(([number]) => number > 0);
  if (left.length === 0) return [];
  return [
    { en: 'CJML has no place for:', ja: 'CJMLで表せない内容:' },
    ...left.map(([number, en, ja]) => ({ en: `${number} × ${en}`, ja: `${ja} ${number}件` })),
  ];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

function element(name: string, attributes: Readonly<Record<string, string>>, content: readonly Element[]): Element {
  return { name, attributes, content };
}

function leaf(name: string, text: string): Element {
  return { name, attributes: {}, content: text };
}

function lines({ name, attributes, content }: Element, indent: string): readonly string[] {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`);
  const open = `${indent}<${name}${given.join('')}`;
  if (content.length === 0) return [`${open}/>`];
  if (typeof content === 'string') return [`${open}>${xml(content)}</${name}>`];
  return [`${open}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

function xml(text: string): string {
  return escapeXml(cleanLine(text));
}
