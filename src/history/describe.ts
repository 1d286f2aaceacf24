import { titleOf } from '../model/declaration.ts';
import { countText, quoted, titled, titles } from '../model/phrases.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import type { Change, Difference, StatementChange } from './difference.ts';
import { type Element, withParts } from './element.ts';
import { fieldLabel, KIND_LABELS } from './labels.ts';
import { phraseOf, phrasesOf } from './phrase-values.ts';
import { statementOf } from './word-phrases.ts';
import { canonOf, type Value } from './value.ts';

/** What one change is called in front of people. */
export interface ChangeLine {
  readonly kind: Change['kind'];
  readonly text: Text;
  /** Where it stands in the earlier version, and in the later one. */
  readonly before?: Place;
  readonly after?: Place;
}

/** The changes of one declaration, and what it is called. */
export interface ChangeGroup {
  readonly element: Element;
  readonly title: Text;
  readonly lines: readonly ChangeLine[];
}

/** The two versions that a difference is between. */
export interface Sides {
  readonly before: readonly Element[];
  readonly after: readonly Element[];
}

/** Changes in words, by the journey that they belong to; those of no journey have none. */
export function describe(
  { changes }: Difference,
  sides: Sides,
): ReadonlyMap<Element | undefined, readonly ChangeGroup[]> {
  const words = new Words(changes, sides);
  const byJourney = new Map<Element | undefined, ChangeGroup[]>();
  for (const change of changes) {
    const line = words.line(change);
    if (line === undefined) continue;
    const element = change.kind === 'removed' ? change.before : change.after;
    const journey = words.journeyOf(element);
    const groups = byJourney.get(journey) ?? [];
    byJourney.set(journey, groups);
    const group = groups.at(-1);
    if (group?.element === element) groups[groups.length - 1] = { ...group, lines: [...group.lines, line] };
    else groups.push({ element, title: words.called(element), lines: [line] });
  }
  return byJourney;
}

class Words {
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #earlier: ReadonlyMap<string, Element>;
  /** Handles of what is in one of the two versions only. */
  readonly #whole: ReadonlySet<string>;

  constructor(changes: readonly Change[], { before, after }: Sides) {
    this.#earlier = byHandle(before);
    // The later version last: a handle that both have means what it means there.
    this.#elements = new Map([...this.#earlier, ...byHandle(after)]);
    this.#whole = new Set(
      changes.flatMap((change) => {
        if (change.kind === 'added') return [change.after.handle];
        return change.kind === 'removed' ? [change.before.handle] : [];
      }),
    );
  }

  /** Nothing for what is said already by a change of what it stands in. */
  line(change: Change): ChangeLine | undefined {
    const text = this.#text(change);
    if (text === undefined) return undefined;
    const before = 'before' in change ? change.before.place : undefined;
    const after = 'after' in change ? change.after.place : undefined;
    return { kind: change.kind, text, ...(before && { before }), ...(after && { after }) };
  }

  journeyOf(element: Element): Element | undefined {
    for (let at: Element | undefined = element; at !== undefined; at = this.#parentOf(at)) {
      if (at.kind === 'journey') return at;
    }
    return undefined;
  }

  /** `touchpoint "Calls"`, with the stage or owner that people look for it in. */
  called({ kind, ...named }: Element): Text {
    const title = titled(named);
    const label = KIND_LABELS[kind];
    return { en: `${capital(label.en)} ${title.en}`, ja: `${label.ja}${title.ja}` };
  }

  #parentOf({ parent }: Element): Element | undefined {
    return parent === undefined ? undefined : this.#elements.get(parent);
  }

  #text(change: Change): Text | undefined {
    switch (change.kind) {
      case 'added':
        return this.#isNews(change.after) ? this.#added(change.after) : undefined;
      case 'removed':
        return this.#isNews(change.before) ? this.#removed(change.before) : undefined;
      case 'moved':
        return this.#moved(change.before, change.after, change.behind);
      case 'renamed':
        return renamed(change.before, change.after);
      case 'changed':
        return changed(change);
      default:
        return change satisfies never;
    }
  }

  /** Whether what it stands in is not itself new or gone. Of a file its declarations are the news, not the file. */
  #isNews({ kind, parent = '' }: Element): boolean {
    return kind !== 'file' && (!this.#whole.has(parent) || this.#elements.get(parent)?.kind === 'file');
  }

  #added(element: Element): Text {
    const { en, ja } = contents(element);
    const summary = summaryOf(element);
    return { en: `added${en}${summary.en}`, ja: `追加${ja}${summary.ja}` };
  }

  #removed(element: Element): Text {
    const { en, ja } = contents(element);
    const summary = summaryOf(element);
    return { en: `removed${en}${summary.en}`, ja: `削除${ja}${summary.ja}` };
  }

  #moved(before: Element, after: Element, behind: string | undefined): Text {
    const [from, to] = [this.#earlier.get(before.parent ?? ''), this.#elements.get(after.parent ?? '')];
    if (from !== undefined && to !== undefined && from.id !== to.id) {
      const [old, now] = [titled(from), titled(to)];
      return { en: `moved from ${old.en} to ${now.en}`, ja: `${old.ja}から${now.ja}へ移動` };
    }
    const sibling = behind === undefined ? undefined : this.#elements.get(behind);
    if (sibling === undefined) return { en: 'moved to the beginning', ja: '先頭へ移動' };
    const { en, ja } = titled(sibling);
    return { en: `moved behind ${en}`, ja: `${ja}の後へ移動` };
  }
}

function byHandle(files: readonly Element[]): ReadonlyMap<string, Element> {
  return new Map(files.flatMap((file) => [...withParts(file)].map((each) => [each.handle, each] as const)));
}

/** What a reviewer wants to know first about something that is new or gone. */
function summaryOf({ fields }: Element): Text {
  const told = ['channels', 'wait', 'feelings', 'asks'].flatMap((field) => {
    const values = fields.get(field);
    if (values === undefined) return [];
    const [label, value] = [fieldLabel(field), phrasesOf(values, field)];
    return [{ en: `${label.en}: ${value.en}`, ja: `${label.ja}: ${value.ja}` }];
  });
  if (told.length === 0) return { en: '', ja: '' };
  return {
    en: ` (${told.map(({ en }) => en).join('; ')})`,
    ja: `(${told.map(({ ja }) => ja).join('、')})`,
  };
}

function contents({ children }: Element): Text {
  const inner = children.filter(({ kind }) => kind === 'touchpoint' || kind === 'stage');
  if (inner.length === 0) return { en: '', ja: '' };
  const kind = inner[0]?.kind === 'stage' ? 'stage' : 'touchpoint';
  const count = countText(inner.length, [kind, `${kind}s`], `件の${KIND_LABELS[kind].ja}`);
  const names = titles(inner);
  return { en: ` with ${count.en}: ${names.en}`, ja: `(${count.ja}: ${names.ja})` };
}

function renamed(before: Element, after: Element): Text {
  if (before.kind === 'file') return { en: `renamed, was ${before.id}`, ja: `名前を変更(旧: ${before.id})` };
  const pairs: Text[] = [];
  const [en, ja] = (['en', 'ja'] as const).map((locale) => [titleOf(before, locale), titleOf(after, locale)] as const);
  if (en !== undefined && ja !== undefined && (en[0] !== en[1] || ja[0] !== ja[1])) {
    pairs.push({
      en: `title: ${quoted(en[0]).en} → ${quoted(en[1]).en}`,
      ja: `名称: ${quoted(ja[0]).ja} → ${quoted(ja[1]).ja}`,
    });
  }
  if (before.id !== after.id) {
    pairs.push({ en: `id: ${before.id} → ${after.id}`, ja: `ID: ${before.id} → ${after.id}` });
  }
  return { en: pairs.map((each) => each.en).join('; '), ja: pairs.map((each) => each.ja).join('、') };
}

function changed({ field, removed, added, reordered, after }: StatementChange): Text {
  const label = fieldLabel(field);
  const statement = statementOf(after.kind, field);
  const say = (en: string, ja: string): Text => ({ en: `${label.en}: ${en}`, ja: `${label.ja}: ${ja}` });
  if (reordered === true) {
    const order = phrasesOf(after.fields.get(field) ?? [], statement);
    return say(`in the order ${order.en}`, `順序を変更 ${order.ja}`);
  }
  const pairs = paired(removed, added).map(([old, now]): Text => {
    if (old !== undefined && now !== undefined) {
      const [from, to] = [phraseOf(old, statement), phraseOf(now, statement)];
      return { en: `${from.en} → ${to.en}`, ja: `${from.ja} → ${to.ja}` };
    }
    const value = phraseOf((old ?? now) as Value, statement);
    if (value.en === 'yes') return old === undefined ? { en: 'yes', ja: 'あり' } : { en: 'no longer', ja: 'なし' };
    return old === undefined
      ? { en: `+ ${value.en}`, ja: `+ ${value.ja}` }
      : { en: `− ${value.en}`, ja: `− ${value.ja}` };
  });
  return say(pairs.map(({ en }) => en).join(', '), pairs.map(({ ja }) => ja).join('、'));
}

/** What became what: alone with alone, otherwise those that speak of the same. */
function paired(
  removed: readonly Value[],
  added: readonly Value[],
): readonly (readonly [old: Value | undefined, now: Value | undefined])[] {
  const free = [...added];
  const pairs = removed.map((old): readonly [Value, Value | undefined] => {
    const at =
      removed.length === 1 && added.length === 1
        ? 0
        : free.findIndex((now) => topicOf(now) !== '' && topicOf(now) === topicOf(old));
    return [old, at === -1 ? undefined : free.splice(at, 1)[0]];
  });
  return [...pairs, ...free.map((now) => [undefined, now] as const)];
}

/** The part of a statement that tells it from others of its sort. */
function topicOf(value: Value): string {
  if (value.kind !== 'parts') return '';
  for (const name of ['persona', 'to', 'end', 'fact', 'word', 'what', 'data', 'consent', 'target']) {
    const values = value.parts.get(name);
    if (values !== undefined) return `${name} ${values.map((each) => canonOf(each)).join()}`;
  }
  return '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
