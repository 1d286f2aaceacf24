import type { Channel, Consent, Coverage, Data, Handover, Sharing, System, Team } from '../../model/entities.ts';
import type { Place } from '../../model/place.ts';
import type { Word } from '../../model/values.ts';
import { CHANNEL_KINDS, CHANNEL_TRAITS, type ChannelKind, DATA_KINDS, SYSTEM_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declare, finish } from './declare.ts';
import type { Reader } from './reader.ts';
import { lowerWaitLimit } from './shared.ts';

/** What the company meets its customers with and keeps about them: channels, systems, teams, data, consents. */

export function lowerChannel(reader: Reader<ast.Channel>): Channel {
  const base = declare(reader);
  const kind = channelKind(reader, base);
  const traits = kind === undefined ? undefined : CHANNEL_TRAITS[kind.value];
  const flags = reader.node.flags;
  return finish<Channel>({
    ...base,
    kind,
    human: (traits?.human ?? false) || flags.includes('human'),
    live: (traits?.live ?? false) || flags.includes('live'),
    selfService: (traits?.selfService ?? false) || flags.includes('selfService'),
    bot: traits?.bot ?? false,
    digital: traits?.digital ?? false,
    thirdParty: flags.includes('thirdParty'),
    hours: reader.hours('hours'),
    requires: reader.words('requires'),
    languages: reader.words('languages'),
    limits: reader.items('limits', lowerWaitLimit),
    partner: reader.reference('partners'),
    notes: reader.texts('notes'),
  });
}

export function lowerSystem(reader: Reader<ast.System>): System {
  return finish<System>({
    ...declare(reader),
    kind: reader.chosen('kinds', SYSTEM_KINDS),
    holds: reader.references('holds'),
    masters: reader.references('masters'),
    shares: reader.items('shares', lowerSharing),
    recognises: reader.references('recognises'),
    latency: reader.duration('latencies'),
    owner: reader.reference('owners'),
    notes: reader.texts('notes'),
  });
}

export function lowerTeam(reader: Reader<ast.Team>): Team {
  return finish<Team>({ ...declare(reader), notes: reader.texts('notes') });
}

export function lowerHandover(reader: Reader<ast.Handover>): Handover | undefined {
  const from = reader.reference('from');
  const to = reader.reference('to');
  if (from === undefined || to === undefined) return undefined;
  return finish<Handover>({
    from,
    to,
    carries: reader.references('carries'),
    within: reader.duration('within'),
    feedback: reader.mark('feedback'),
    place: reader.statement,
  });
}

export function lowerData(reader: Reader<ast.Data>): Data {
  const kinds = reader.chosenAll('kinds', DATA_KINDS);
  const is = (kind: (typeof DATA_KINDS)[number]): boolean => kinds.some(({ value }) => value === kind);
  return finish<Data>({
    ...declare(reader),
    kinds,
    personal: is('personal') || is('sensitive'),
    sensitive: is('sensitive'),
    identifier: is('identifier'),
    behavioural: is('behavioural'),
    retention: reader.duration('retentions'),
    validOn: reader.references('valid'),
    aliases: reader.texts('aliases'),
    notes: reader.texts('notes'),
  });
}

export function lowerConsent(reader: Reader<ast.Consent>): Consent {
  return finish<Consent>({
    ...declare(reader),
    covers: reader.items('covers', lowerCoverage),
    optional: reader.mark('flags', 'optional'),
    required: reader.mark('flags', 'required'),
    notes: reader.texts('notes'),
  });
}

/** A channel without a kind whose id is the name of one, as in `channel phone { hours 9:00-18:00 }`, is of that kind. */
function channelKind(
  reader: Reader<ast.Channel>,
  { id, place }: { readonly id: string; readonly place: Place },
): Word<ChannelKind> | undefined {
  if (reader.node.kinds.length > 0) return reader.chosen('kinds', CHANNEL_KINDS);
  const value = CHANNEL_KINDS.find((kind) => kind === id);
  return value && { value, place };
}

function lowerSharing(reader: Reader<ast.Sharing>): Sharing {
  return { data: reader.references('data'), targets: reader.references('targets'), place: reader.statement };
}

function lowerCoverage(reader: Reader<ast.Coverage>): Coverage {
  return { data: reader.references('data'), purposes: reader.words('purposes'), place: reader.statement };
}
