import { type ChangeGroup, type ChangeLine } from '../../history/describe.ts';
import type { JourneyState } from '../../history/impact.ts';
import { handleIn } from '../../history/snapshot.ts';
import type { JourneyStory } from '../../history/story.ts';
import { contentOfChanges, type MapChanges } from '../../map/content/changes.ts';
import type { MapContent } from '../../map/content/content.ts';
import { contentOf } from '../../map/content/content-of.ts';
import { titleOf } from '../../model/declaration.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { mapInput } from '../map-input.ts';

/** What the map of a changed journey says: both versions in one picture. */
export function changeMap(story: JourneyStory, sides: readonly [string, string], locale: Locale): MapContent {
  const { before, after } = story.impact;
  return contentOfChanges(before && mapOf(before, locale), after && mapOf(after, locale), {
    ...changesOf(story, locale),
    title: titleFor(before, after, sides, locale),
    effects: story.effects.map((effect) => inLocale(effect, locale)),
  });
}

function mapOf({ model, journey, findings }: JourneyState, locale: Locale): MapContent {
  return contentOf(
    mapInput(model, journey, findings),
    // What is different stands on the cards; more lanes would hide it.
    { locale, lanes: ['does', 'emotion'], personas: [], showsFrictions: false },
  );
}

/** `As-is outage → To-be outage`, or `Outage: main → HEAD` where the two are called the same. */
function titleFor(
  before: JourneyState | undefined,
  after: JourneyState | undefined,
  [from, to]: readonly [string, string],
  locale: Locale,
): string {
  const [was, is] = [before, after].map((state) => state && titleOf(state.journey, locale));
  const versions = `${from} → ${to}`;
  if (was === undefined || is === undefined || was === is) {
    return `${is ?? was ?? ''}${locale === 'ja' ? '：' : ': '}${versions}`;
  }
  return `${was} → ${is}`;
}

function changesOf(
  { impact: { before, after }, matches, groups }: JourneyStory,
  locale: Locale,
): Pick<MapChanges, 'counterparts' | 'differing'> {
  const later = keysOf(after);
  const counterparts = new Map(
    [...keysOf(before)].flatMap(([handle, key]) => {
      const other = later.get(matches.toAfter.get(handle)?.handle ?? '');
      return other === undefined ? [] : [[key, other] as const];
    }),
  );
  const differing = new Map<string, { kind: 'moved' | 'changed'; details: readonly string[]; moved?: true }>();
  for (const group of groups) {
    const { element } = group;
    const handle = element.kind === 'stage' || element.kind === 'touchpoint' ? element.handle : (element.parent ?? '');
    const key = later.get(handle) ?? later.get(matches.toAfter.get(handle)?.handle ?? '');
    if (key === undefined) continue;
    const known = differing.get(key);
    const own = handle === element.handle;
    const moved = known?.moved === true || (own && group.lines.some(({ kind }) => kind === 'moved'));
    const isOnlyMoved =
      (known?.kind ?? 'moved') === 'moved' && own && group.lines.every(({ kind }) => kind === 'moved');
    differing.set(key, {
      kind: isOnlyMoved ? 'moved' : 'changed',
      details: [...(known?.details ?? []), ...group.lines.map((line) => detail(line, group, own, locale))],
      ...(moved && { moved }),
    });
  }
  return { counterparts, differing };
}

/** Of what stands in a touchpoint, such as a barrier, it is said which one it is. */
function detail({ text }: ChangeLine, { title }: ChangeGroup, own: boolean, locale: Locale): string {
  const said = inLocale(text, locale);
  return own ? said : `${inLocale(title, locale)}: ${said}`;
}

/** Keys of stages and touchpoints by the handles that the comparison knows them by. */
function keysOf(state: JourneyState | undefined): ReadonlyMap<string, string> {
  if (state === undefined) return new Map();
  const { path, journey } = state;
  const keys = new Map<string, string>();
  for (const { key, touchpoints } of journey.stages) {
    keys.set(handleIn(path, 'stage', key), key);
    for (const touchpoint of touchpoints) keys.set(handleIn(path, 'touchpoint', touchpoint.key), touchpoint.key);
  }
  return keys;
}
