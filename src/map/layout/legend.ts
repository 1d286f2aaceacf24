import { CHANGE_KINDS, type ChangeKind, CHANGES_SHOWN } from '../content/change-kinds.ts';
import type { MapContent } from '../content/content.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { initiatorMark, isAside, personaBadge } from './card.ts';
import { box, circle, flow, icon, type Measured, measuredText, stack, stroke } from './measured.ts';
import { FONTS } from './sizes.ts';

/** Explains the marks that this map uses, and says what it was made from. */
export function legendBlock(content: MapContent, width: number, footer: string): Measured {
  const { locale, touchpoints, joints, curves, personas } = content;
  const entries: Measured[] = [];
  const add = (label: string, draw: (x: number, y: number) => readonly SceneNode[]): void => {
    entries.push(entry(label, draw, locale));
  };
  const changes = new Set([...touchpoints, ...content.stages].map(({ change }) => change?.kind));
  for (const kind of CHANGE_KINDS) {
    if (changes.has(kind)) add(CHANGES_SHOWN[kind].label[locale], (x, y) => changeMark(kind, x, y, locale));
  }
  const initiators = new Set(touchpoints.map(({ initiator }) => initiator));
  for (const [initiator, label] of [
    ['customer', LABELS.byCustomer],
    ['company', LABELS.byCompany],
    ['partner', LABELS.byPartner],
  ] as const) {
    if (initiators.has(initiator)) add(label[locale], (x, y) => initiatorMark(initiator, x + 8, y));
  }
  if (touchpoints.some(({ momentOfTruth }) => momentOfTruth)) {
    add(LABELS.momentOfTruth[locale], (x, y) => [
      circle('star', x + 8, y, 8),
      icon('star', 'star-icon', 11, x + 2.5, y - 5.5),
    ]);
  }
  if (touchpoints.some(isAside))
    add(LABELS.alternativePath[locale], (x, y) => [icon('fork', 'icon-muted', 14, x + 1, y - 7)]);
  if (joints.some(({ kind }) => kind === 'loop'))
    add(LABELS.loop[locale], (x, y) => [icon('loop', 'icon-muted', 14, x + 1, y - 7)]);
  if (joints.some(({ kind }) => kind === 'failure'))
    add(LABELS.failurePath[locale], (x, y) => [stroke('way-failure', [x, y], [x + 16, y])]);
  if (joints.some(({ transfer }) => transfer)) {
    add(LABELS.handover[locale], (x, y) => [
      circle('joint', x + 8, y, 8),
      icon('transfer', 'joint-icon', 10, x + 3, y - 5),
    ]);
  }
  if (joints.some(({ causes }) => causes.length > 0)) {
    add(LABELS.brokenJoint[locale], (x, y) => [
      circle('joint-broken', x + 8, y, 8),
      icon('broken', 'joint-broken-icon', 10, x + 3, y - 5),
    ]);
  }
  const causes = new Set([...touchpoints, ...joints].flatMap((thing) => thing.causes.map(({ cause }) => cause)));
  for (const cause of causes) add(CAUSES_SHORT[cause][locale], (x, y) => [icon(cause, 'warm-icon', 14, x + 1, y - 7)]);
  for (const { name, colour, compared } of curves.length > 1 ? curves : []) {
    const style = compared ? 'curve-compared' : `curve-persona-${(colour % 4) + 1}`;
    add(name, (x, y) => [stroke(style, [x - 4, y], [x + 18, y])]);
  }
  if (personas.length > 1 && curves.length <= 1) {
    for (const persona of personas) add(persona.called, (x, y) => personaBadge(persona, x - 1, y - 9, locale));
  }
  const scale = content.showsEmotion ? LABELS.emotionScale[locale] : '';
  const about = [scale, peopleIn(content), content.measured ?? '', footer];
  const line = about.filter((part) => part !== '').join(' · ');
  const note = measuredText(line, 'text-muted', { font: FONTS.small, width, maxLines: 2, locale });
  const body = stack([flow(entries, width, 20, 8), note], 10);
  return {
    width,
    height: body.height,
    draw: (x, y) => [{ kind: 'group', role: 'legend', children: body.draw(x, y) }],
  };
}

/** A small card in the line of its kind, with its sign. */
function changeMark(kind: ChangeKind, x: number, y: number, locale: MapContent['locale']): readonly SceneNode[] {
  const { sign } = CHANGES_SHOWN[kind];
  const text = measuredText(sign, 'text', { font: FONTS.smallStrong, width: 18, locale, align: 'middle' });
  return [box(`card-${kind}`, x - 1, y - 9, 18, 18, 4), ...text.draw(x - 1, y - text.height / 2)];
}

function peopleIn({ personas: { length }, locale }: MapContent): string {
  if (length === 0) return '';
  return locale === 'ja' ? `${LABELS.persona.ja}${length}名` : `${length} persona${length === 1 ? '' : 's'}`;
}

function entry(
  label: string,
  draw: (x: number, y: number) => readonly SceneNode[],
  locale: MapContent['locale'],
): Measured {
  const text = measuredText(label, 'text-muted', { font: FONTS.small, width: 220, locale, shrink: true });
  const height = 20;
  return {
    width: 23 + text.width,
    height,
    draw: (x, y) => [...draw(x, y + height / 2), ...text.draw(x + 23, y + (height - text.height) / 2)],
  };
}
