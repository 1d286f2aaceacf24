import { CLEARLY_APART } from '../../evidence/discovery/customer-types.ts';
import type { Draft, DraftPersona, DraftTouchpoint } from '../../evidence/discovery/draft.ts';
import type { DraftWay } from '../../evidence/discovery/draft-ways.ts';
import { groupBy } from '../../model/group-by.ts';
import { durationText, percentText } from '../../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { Ids } from '../journey-text/ids.ts';
import { block, comment, journeyText, quoted, type Statement } from '../journey-text/statements.ts';
import { eventTitles } from './event-titles.ts';
import { artificial, silhouetteLine } from './silhouette-text.ts';
import { wholePercents } from './whole-percents.ts';

export interface DraftTextOptions {
  readonly locale: Locale;
  /** What the journey is called. */
  readonly title: string;
  /** What the log is called. */
  readonly source: string;
  /** Channels that need no declaration. */
  readonly channels: readonly { readonly id: string; readonly titles: readonly string[] }[];
}

/** Writes a draft as a file that an analyst takes over. */
export function draftText(draft: Draft, options: DraftTextOptions): string {
  return new Writer(draft, options).text();
}

class Writer {
  readonly #draft: Draft;
  readonly #options: DraftTextOptions;
  readonly #ids = new Ids();
  readonly #titles: readonly string[];
  readonly #personas: readonly { readonly id: string; readonly title: string }[];
  /** Ids of the touchpoints, by their codes. */
  readonly #touchpoints = new Map<number, string>();
  readonly #teams = new Map<string, string>();
  readonly #channels = new Map<string, string>();
  /** Codes in the order of the text. */
  readonly #order: readonly number[];

  constructor(draft: Draft, options: DraftTextOptions) {
    this.#draft = draft;
    this.#options = options;
    this.#titles = eventTitles(draft.events);
    const titles = uniqueTitles(draft.personas.map((persona, place) => this.#personaTitle(persona, place)));
    this.#personas = titles.map((title, place) => ({ id: `${this.#say(CUSTOMERS)}${place + 1}`, title }));
    for (const { id } of this.#personas) this.#ids.make(id, id);
    this.#order = draft.stages.flatMap(({ touchpoints }) => touchpoints);
    for (const code of this.#order) this.#touchpoints.set(code, this.#ids.make(this.#title(code), 'Touchpoint'));
  }

  text(): string {
    const { personas, stages } = this.#draft;
    const journey = this.#journey(stages.map((stage, place) => this.#stage(stage, place)));
    const declarations = [
      ...personas.map((persona, place) => this.#persona(persona, place)),
      ...[...this.#teams].map(([name, id]) => `team ${id} ${quoted(name)}`),
      ...[...this.#channels].map(([name, id]) => `channel ${id} ${quoted(name)}`),
    ];
    return journeyText([...this.#head(), ...declarations, journey]);
  }

  #head(): readonly string[] {
    const say = (text: Text): readonly string[] => comment(inLocale(text, this.#options.locale));
    const { drafted, ways, covered, profile, types } = this.#draft;
    const share = percentText(profile.cases === 0 ? 0 : covered / profile.cases);
    return [
      ...say({
        en: `A draft from ${this.#options.source}: ${ways === 1 ? 'the only way' : `${drafted === 1 ? 'the main way' : `the ${drafted} main ways`} of ${ways}`}, which ${share.en} of the customers went.`,
        ja: `${this.#options.source} から作った下書きです。${ways}通りのうち主な${drafted}通り(お客様の${share.ja})を表しています。`,
      }),
      ...say({
        en: 'Waits are medians, "max" is what nine of ten stayed below; times below an hour may be their own and stand as "after". Every end is written as a success: correct those that are none.',
        ja: '待ち時間は中央値、max は10件中9件が収まった時間です。1時間未満はお客様自身のペースかもしれないため、after としました。終わりはすべて success としたので、そうでないものは直してください。',
      }),
      ...(types.tried.length === 0 ? [] : say(silhouetteLine(this.#draft))),
    ];
  }

  #personaTitle({ mark }: DraftPersona, place: number): string {
    const { locale } = this.#options;
    const other: Text = { en: `Customers ${place + 1}`, ja: `お客様${place + 1}` };
    if (mark === undefined) return other[locale];
    const title = this.#title(mark.code);
    const next = this.#title(mark.next ?? mark.code);
    const marked: Text = {
      with: { en: `With “${title}”`, ja: `「${title}」のあるお客様` },
      without: { en: `Without “${title}”`, ja: `「${title}」のないお客様` },
      before: { en: `“${title}”, then “${next}”`, ja: `「${title}」の次が「${next}」のお客様` },
    }[mark.is];
    return marked[locale];
  }

  #persona({ cases, usual, channel }: DraftPersona, place: number): Statement {
    const { id = '', title = '' } = this.#personas[place] ?? {};
    const whole = this.#draft.personas.reduce((sum, persona) => sum + persona.cases, 0);
    const shares = wholePercents(this.#draft.personas.map((persona) => persona.cases / whole));
    const way = usual.map((code) => this.#title(code)).join(' → ');
    const behaviour = [
      this.#say({ en: `Usual way: ${way}`, ja: `よくある流れ: ${way}` }),
      ...(channel === undefined
        ? []
        : [
            this.#say({
              en: `${percentText(channel.share).en} by way of ${channel.name}`,
              ja: `${percentText(channel.share).ja}が${channel.name}から`,
            }),
          ]),
    ];
    const silhouette = this.#draft.types.tried.find(({ count }) => count === this.#draft.personas.length)?.silhouette;
    return block(`persona ${id} ${quoted(title)}`, [
      `share ${shares[place]}%`,
      `behaviour ${behaviour.map(quoted).join(', ')}`,
      this.#evidence(cases),
      ...(silhouette === undefined || silhouette >= CLEARLY_APART
        ? []
        : [`assumption ${quoted(this.#say(artificial(silhouette)))}`]),
    ]);
  }

  #journey(stages: readonly Statement[]): Statement {
    const { title, source } = this.#options;
    const { profile, drafted, ways } = this.#draft;
    return block(`journey ${this.#ids.make(title, 'Journey')} ${quoted(title)}`, [
      'kind actual',
      ...(this.#personas.length === 0 ? [] : [`for ${this.#personas.map(({ id }) => id).join(', ')}`]),
      this.#evidence(
        profile.cases,
        this.#say({
          en: `${source}${this.#period(' to ')}; ${drafted} of ${ways} ways`,
          ja: `${source}${this.#period('〜')}。${ways}通り中${drafted}通り`,
        }),
      ),
      ...stages,
    ]);
  }

  #period(to: string): string {
    const { from, to: last } = this.#draft.profile;
    if (from === undefined || last === undefined) return '';
    return `${this.#say({ en: ', ', ja: '、' })}${from}${to}${last}`;
  }

  #stage({ name, touchpoints }: Draft['stages'][number], place: number): Statement {
    const first = this.#title(touchpoints[0] ?? 0);
    const title = name ?? this.#say({ en: `From “${first}”`, ja: `「${first}」から` });
    const start = place === 0 && this.#draft.starts.length > 0 ? [this.#start(this.#draft.starts)] : [];
    return block(`stage ${this.#ids.make(name ?? `${this.#say(STAGE)}${place + 1}`, 'Stage')} ${quoted(title)}`, [
      ...start,
      ...touchpoints.flatMap((code) => {
        const touchpoint = this.#draft.touchpoints.get(code);
        return touchpoint === undefined ? [] : [this.#touchpoint(touchpoint)];
      }),
    ]);
  }

  /** A journey begins at one place, and a log need not show it. */
  #start(ways: readonly DraftWay[]): Statement {
    const title = this.#say({ en: 'Begins', ja: '始まり' });
    const note = this.#say({
      en: 'What comes before the first event is not in the log.',
      ja: '最初のイベントより前のことはログにありません。',
    });
    return block(`touchpoint ${this.#ids.make(title, 'Begins')} ${quoted(title)}`, [
      `assumption ${quoted(note)}`,
      ...this.#ways(undefined, ways),
    ]);
  }

  #touchpoint(touchpoint: DraftTouchpoint): Statement {
    const { code, channels, owner, wait, rounds, personas, cases, events, ways } = touchpoint;
    const id = this.#touchpoints.get(code) ?? '';
    const on = channels.length === 0 ? '' : ` on ${channels.map((name) => this.#channel(name)).join(', ')}`;
    const who = personas.length === 0 ? '' : ` for ${personas.map((persona) => this.#personaId(persona)).join(', ')}`;
    return block(`touchpoint ${id} ${quoted(this.#title(code))}${on}${who}`, [
      `event ${quoted(this.#draft.events[code] ?? '')}`,
      ...(owner === undefined ? [] : [`owner ${this.#team(owner)}`]),
      ...(wait === undefined ? [] : this.#waits(wait.median, wait.p90)),
      this.#evidence(cases, this.#frequency(cases, events)),
      ...(rounds === undefined ? [] : [`loop max ${rounds}`]),
      ...this.#ways(code, ways),
    ]);
  }

  #frequency(cases: number, events: number): string {
    const each = (events / cases).toFixed(1);
    const { source } = this.#options;
    return each === '1.0'
      ? source
      : this.#say({ en: `${source}, ${each} times a customer`, ja: `${source}、1人あたり${each}回` });
  }

  #waits(median: number, p90: number): readonly string[] {
    if (p90 < LEAST_TIME) return [];
    if (p90 < LEAST_WAIT) return [`after ${this.#duration(median)}`];
    const [typical, longest] = [this.#duration(median), this.#duration(p90)];
    return [typical === longest ? `waits ${typical}` : `waits ${typical} max ${longest}`];
  }

  #duration(seconds: number): string {
    return inLocale(durationText(Math.round(seconds)), this.#options.locale);
  }

  #ways(from: number | undefined, ways: readonly DraftWay[]): readonly string[] {
    const place = from === undefined ? -1 : this.#order.indexOf(from);
    const next = this.#order[place + 1];
    const [only, ...others] = ways;
    const isPlain = only !== undefined && others.length === 0 && !only.failed;
    // The way to the next touchpoint in the text goes without saying, if everybody here sees that one.
    if (isPlain && only.to !== undefined && only.to === next && this.#seesAll(from, next)) return [];
    const percents = new Map<DraftWay, number>();
    for (const group of groups(ways)) {
      const rounded = wholePercents(group.map(({ share }) => share));
      for (const [index, way] of group.entries()) percents.set(way, rounded[index] ?? 0);
    }
    const failures = ways.filter(({ failed }) => failed);
    const rounded = failures.map(({ share }) => Math.max(0.1, Math.round(share * 1000) / 10));
    const ends = new Set<string>();
    return [
      ...ways
        .filter((way) => !way.failed && way.to !== undefined)
        .map((way) => {
          const isAlone = percents.get(way) === 100;
          return `-> ${this.#target(way)}${isAlone ? '' : ` ${percents.get(way)}%`}${this.#who(way)}`;
        }),
      ...failures.map((way, index) =>
        way.to === undefined
          ? `on failure end failure ${rounded[index]}%`
          : `on failure -> ${this.#target(way)} ${rounded[index]}%`,
      ),
      ...ways.flatMap((way) => {
        if (way.failed || way.to !== undefined || ends.has('success')) return [];
        ends.add('success');
        return ['end success'];
      }),
    ];
  }

  #seesAll(from: number | undefined, next: number): boolean {
    const personas = this.#draft.touchpoints.get(next)?.personas ?? [];
    if (personas.length === 0) return true;
    const here = from === undefined ? [] : (this.#draft.touchpoints.get(from)?.personas ?? []);
    return here.length > 0 && here.every((persona) => personas.includes(persona));
  }

  #target({ to }: DraftWay): string {
    return this.#touchpoints.get(to ?? -1) ?? '';
  }

  #who({ personas }: DraftWay): string {
    return personas.length === 0 ? '' : ` for ${personas.map((persona) => this.#personaId(persona)).join(', ')}`;
  }

  #personaId(place: number): string {
    return this.#personas[place]?.id ?? '';
  }

  #title(code: number): string {
    return this.#titles[code] ?? '';
  }

  #channel(name: string): string {
    const known = this.#options.channels.find(({ id, titles }) =>
      [id, ...titles].some((each) => plain(each) === plain(name)),
    );
    if (known !== undefined) return known.id;
    const id = this.#channels.get(name) ?? this.#ids.make(name, 'Channel');
    this.#channels.set(name, id);
    return id;
  }

  #team(name: string): string {
    const id = this.#teams.get(name) ?? this.#ids.make(name, 'Team');
    this.#teams.set(name, id);
    return id;
  }

  #evidence(cases: number, note?: string): string {
    const { profile, leastGroup } = this.#draft;
    const on = profile.to === undefined ? '' : ` on ${profile.to}`;
    // A number that tells how few did otherwise is left out.
    const others = profile.cases - cases;
    const count = others > 0 && others < leastGroup ? '' : ` ${cases}`;
    return `evidence log${count}${on} ${quoted(note ?? this.#options.source)}`;
  }

  #say(text: Text): string {
    return inLocale(text, this.#options.locale);
  }
}

/** Shorter times say nothing, in seconds. */
const LEAST_TIME = 60;
/** Below this customers may have taken the time themselves, in seconds. */
const LEAST_WAIT = 3600;
const CUSTOMERS: Text = { en: 'Customers', ja: 'お客様' };
const STAGE: Text = { en: 'Part', ja: '段階' };

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Ways whose shares belong together: those of the same personas, without failures. */
function groups(ways: readonly DraftWay[]): readonly (readonly DraftWay[])[] {
  const going = ways.filter(({ failed }) => !failed);
  return [...groupBy(going, ({ personas }) => personas.join(' ')).values()];
}

function uniqueTitles(titles: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return titles.map((title) => {
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    return count === 1 ? title : `${title} (${count})`;
  });
}
