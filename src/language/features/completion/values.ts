import type * as ast from '../../generated/ast.ts';
import { readQuantity } from '../../quantity.ts';
import { siteOf } from '../../scope/parts.ts';
import type { PropertyRule, ValueKind } from '../../structure/properties.ts';
import { UNITS, type Unit } from '../../units.ts';
import { inLocale, type Locale, type Text } from '../../../model/text.ts';
import type { Transition } from '../../parser/transitions.ts';
import type { WritingPlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { ruleFor, type Slot, slotOf, terminalOf } from './slot.ts';
import { snippetText } from './snippets.ts';
import { expectedOf } from '../../repair/expected.ts';

/** Values that may stand at a place: numbers on a scale, shares that are left, times and amounts, dates, hours, texts. */
export function valueProposals(place: WritingPlace): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const way of place.reading.state.inStatement) {
    for (const proposal of valuesOf(place, way)) if (!found.has(proposal.text)) found.set(proposal.text, proposal);
  }
  return [...found.values()];
}

function valuesOf(place: WritingPlace, way: Transition): readonly Proposal[] {
  const slot = slotOf(way);
  switch (terminalOf(way)) {
    case 'QUANTITY':
      return quantities(place, slot);
    case 'DATE':
      return dates(place, slot);
    case 'HOURS':
      return [value('9:00-18:00', { en: 'Opening hours', ja: '時間帯' }, place.locale)];
    case 'STRING':
      return slot.feature === 'path' ? [] : [textProposal(place, way)];
    default:
      return [];
  }
}

/** Units that may follow a number, in the language of the file. `gap`: something stands between the two already. */
export function unitProposals(place: WritingPlace, gap: boolean): readonly Proposal[] {
  const kinds = new Set(
    place.reading.state.inStatement.flatMap((way) =>
      terminalOf(way) === 'QUANTITY' ? (ruleFor(slotOf(way))?.value?.kinds ?? []) : [],
    ),
  );
  const isJapanese = place.written === 'ja';
  const known = UNITS.filter(({ unit }) => kinds.has(kindOf(unit)) && unit.kind !== 'count').flatMap(
    ({ unit, spellings }) => {
      const text = spellings.find((each) => /^[\p{ASCII}]*$/u.test(each) !== isJapanese) ?? spellings[0] ?? '';
      return unit.kind === 'money' && !isJapanese ? [] : [{ text, label: unit.label }];
    },
  );
  const currencies = kinds.has('money') && !isJapanese ? CURRENCIES : [];
  return [...known, ...currencies].map(({ text, label }): Proposal => {
    // `5 min` and `5分` are how people write it, and 30% has no space in either language.
    const insert = gap || isJapanese || text === '%' ? text : ` ${text}`;
    return { kind: 'value', text, insert, title: inLocale(label, place.locale), about: { kind: 'text', text: label } };
  });
}

/** What most journeys count in; any other ISO code can be written as well. */
const CURRENCIES = ['JPY', 'EUR', 'USD', 'GBP'].map((text) => ({ text, label: { en: text, ja: text } }));

function kindOf(unit: Unit): ValueKind {
  switch (unit.kind) {
    case 'businessDays':
      return 'duration';
    case 'percentage':
      return unit.points ? 'points' : 'percentage';
    case 'count':
      return 'number';
    default:
      return unit.kind;
  }
}

function quantities(place: WritingPlace, slot: Slot): readonly Proposal[] {
  const rule = ruleFor(slot)?.value;
  if (rule === undefined) return [];
  const { kinds, least = 0, most = Infinity } = rule;
  const [kind, another] = kinds;
  if (another !== undefined && slot.feature !== 'splits') return [];
  if (slot.feature === 'splits' || (kind === 'percentage' && SHARED.has(slot.type))) return shares(place, slot);
  if (kind === 'duration') return times(place);
  if (kind === 'money') return [sample(place, '1200', place.written === 'ja' ? '円' : ' JPY', MONEY)];
  if (kind === 'number' && most - least < 10) return scale(place, slot, least, most);
  return [];
}

type Rule = NonNullable<PropertyRule['value']>;
/** Syntax nodes whose shares are parts of one whole. */
const SHARED: ReadonlySet<Slot['type']> = new Set(['Arrow', 'Failure', 'Persona', 'Segment', 'Experiment']);
const MONEY: Text = { en: 'An amount of money', ja: '金額' };

function scale(place: WritingPlace, slot: Slot, least: Rule['least'] = 0, most = 0): readonly Proposal[] {
  const isFeeling = least < 0;
  const values = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const ordered = isFeeling ? values.toReversed() : values;
  const stays = slot.feature === 'efforts' && slot.type === 'Touchpoint' ? EFFORTS : LEVELS;
  return ordered.map((number) => {
    const text = isFeeling && number > 0 ? `+${number}` : String(number);
    const meaning = isFeeling
      ? FEELINGS[number + 2]
      : number === least
        ? stays[0]
        : number === most
          ? stays[1]
          : undefined;
    return value(text, meaning, place.locale);
  });
}

const FEELINGS: readonly Text[] = [
  { en: 'very bad', ja: 'とても悪い' },
  { en: 'bad', ja: '悪い' },
  { en: 'neutral', ja: 'ふつう' },
  { en: 'good', ja: '良い' },
  { en: 'very good', ja: 'とても良い' },
];
const EFFORTS = [
  { en: 'no effort at all', ja: 'まったく手間がかからない' },
  { en: 'very much effort', ja: '非常に手間がかかる' },
] as const;
const LEVELS = [
  { en: 'very little', ja: '非常に小さい' },
  { en: 'very much', ja: '非常に大きい' },
] as const;

function times(place: WritingPlace): readonly Proposal[] {
  const isJapanese = place.written === 'ja';
  return TIMES.map(({ amount, en, ja, label }) => sample(place, amount, isJapanese ? ja : ` ${en}`, label));
}

const TIMES = [
  { amount: '5', en: 'min', ja: '分', label: { en: 'minutes', ja: '分' } },
  { amount: '2', en: 'h', ja: '時間', label: { en: 'hours', ja: '時間' } },
  { amount: '3', en: 'days', ja: '日', label: { en: 'days', ja: '日' } },
  { amount: '2', en: 'weeks', ja: '週間', label: { en: 'weeks', ja: '週間' } },
] as const;

/** A value whose number the author chooses. */
function sample({ locale }: WritingPlace, amount: string, unit: string, label: Text): Proposal {
  const text = amount + unit;
  return { ...value(text, label, locale), snippet: `\${1:${amount}}${snippetText(unit)}` };
}

function value(text: string, meaning: Text | undefined, locale: Locale): Proposal {
  return {
    kind: 'value',
    text,
    ...(meaning === undefined ? {} : { title: inLocale(meaning, locale) }),
    about: meaning === undefined ? { kind: 'nothing' } : { kind: 'text', text: meaning },
  };
}

const REST: Text = { en: 'what is left of 100%', ja: '100%までの残り' };
const EQUAL: Text = { en: 'equal shares', ja: '均等な配分' };

/** What is left of 100 % first. */
function shares(place: WritingPlace, slot: Slot): readonly Proposal[] {
  const left = Math.round((1 - sharesBeside(place, slot)) * 1000) / 10;
  const rest = left > 0 && left < 100 ? [value(`${left}%`, REST, place.locale)] : [];
  const equal = slot.feature === 'splits' && left === 100 ? equalShare(place) : [];
  const usual = USUAL_SHARES.filter((share) => share < left).map((share) =>
    value(`${share}%`, undefined, place.locale),
  );
  return [...rest, ...equal, ...usual];
}

const USUAL_SHARES = [50, 30, 20, 10] as const;

function equalShare({ site, locale }: WritingPlace): readonly Proposal[] {
  const count = siteOf(site).experiment?.variants.length ?? 0;
  return count > 1 && 100 % count === 0 ? [value(`${100 / count}%`, EQUAL, locale)] : [];
}

/** The sum of the shares that stand beside the one that is being written. */
function sharesBeside(place: WritingPlace, { type }: Slot): number {
  const { reading, document, site } = place;
  const at = reading.statement[0]?.startOffset ?? reading.start;
  const isOther = (node: {
    readonly $cstNode?: { readonly offset: number; readonly end: number } | undefined;
  }): boolean => node.$cstNode !== undefined && (node.$cstNode.offset > reading.start || node.$cstNode.end <= at);
  const { touchpoint, experiment } = siteOf(site);
  switch (type) {
    case 'Arrow':
    case 'Failure':
      return sum(
        (touchpoint?.[type === 'Arrow' ? 'arrows' : 'failures'] ?? []).filter(isOther).map(({ share }) => share),
      );
    case 'Experiment': {
      const written = reading.statement.map(({ image }) => image).filter((image) => /^\d/.test(image));
      return experiment === undefined ? 0 : sum(written);
    }
    default: {
      const personas = document.parseResult.value.declarations.filter(
        (each): each is ast.Persona | ast.Segment => each.$type === type && each !== site,
      );
      return sum(personas.flatMap(({ shares: [first] }) => first));
    }
  }
}

function sum(written: readonly (string | undefined)[]): number {
  return written.reduce((total, text) => {
    const reading = text === undefined ? undefined : readQuantity(text);
    return reading?.ok === true && reading.value.kind === 'percentage' ? total + reading.value.ratio : total;
  }, 0);
}

/** Evidence is of a month that has passed, a review of today; what is planned has a day to come. */
function dates({ today: { year, month, day }, locale }: WritingPlace, { type, feature }: Slot): readonly Proposal[] {
  const now = value(isoDate(year, month, day), { en: 'today', ja: '今日' }, locale);
  const thisMonth = value(isoDate(year, month), { en: 'this month', ja: '今月' }, locale);
  const lastMonth = value(isoDate(year, month - 1), { en: 'last month', ja: '先月' }, locale);
  const endOfMonth = value(isoDate(year, month + 1, 0), { en: 'the end of this month', ja: '今月末' }, locale);
  const inThree = value(isoDate(year, month + 3), { en: 'in three months', ja: '3か月後' }, locale);
  const inYear = value(isoDate(year + 1, month), { en: 'in a year', ja: '1年後' }, locale);
  if (type === 'Evidence') return [thisMonth, lastMonth, now];
  if (feature === 'reviewed' || feature === 'from') return [now, thisMonth];
  return [endOfMonth, inThree, inYear, now];
}

/** Months count from one; day 0 is the last of the month before. */
function isoDate(year: number, month: number, day?: number): string {
  return new Date(Date.UTC(year, month - 1, day ?? 1)).toISOString().slice(0, day === undefined ? 7 : 10);
}

function textProposal({ locale }: WritingPlace, way: Transition): Proposal {
  const { text } = expectedOf([way.read]);
  return {
    kind: 'text',
    text: '"…"',
    insert: '""',
    snippet: '"$1"',
    title: inLocale(text, locale),
    about: { kind: 'nothing' },
  };
}
