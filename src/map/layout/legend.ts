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
  const { locale } = content;
  const entries = [...cardMarks(content), ...wayMarks(content), ...causeMarks(content), ...personaMarks(content)].map(
    ({ label, draw }) => entry(label, draw, locale),
  );
  const scale = content.showsEmotion ? LABELS.emotionScale[locale] : '';
  const about = [scale, peopleIn(content), content.measured ?? '', footer];
  const line = about.filter((part) => part !== '').join(' · ');
  const note = measuredText(line, 'text-muted', { font: FONTS.small, width, locale });
  const body = stack([flow(entries, width, 20, 8), note], 10);
  return {
    width,
    height: body.height,
    draw: (x, y) => [{ kind: 'group', role: 'legend', children: body.draw(x, y) }],
  };
}

/** A mark and what it means. It is drawn from its left end, around the middle of its line. */
interface Mark {
  readonly label: string;
  readonly draw: Draw;
}

type Draw = (x: number, y: number) => readonly SceneNode[];

const INITIATORS = [
  ['customer', LABELS.byCustomer],
  ['company', LABELS.byCompany],
  ['partner', LABELS.byPartner],
] as const;

function cardMarks({ locale, touchpoints, stages }: MapContent): readonly Mark[] {
  const changes = new Set([...touchpoints, ...stages].map(({ change }) => change?.kind));
  const initiators = new Set(touchpoints.map(({ initiator }) => initiator));
  return [
    ...CHANGE_KINDS.filter((kind) => changes.has(kind)).map((kind) => ({
      label: CHANGES_SHOWN[kind].label[locale],
      draw: (x: number, y: number) => changeMark(kind, x, y, locale),
    })),
    ...INITIATORS.filter(([initiator]) => initiators.has(initiator)).map(([initiator, label]) => ({
      label: label[locale],
      draw: (x: number, y: number) => initiatorMark(initiator, x + 8, y),
    })),
    ...markIf(
      touchpoints.some(({ momentOfTruth }) => momentOfTruth),
      LABELS.momentOfTruth[locale],
      (x, y) => [circle('star', x + 8, y, 8), icon('star', 'star-icon', 11, x + 2.5, y - 5.5)],
    ),
  ];
}

function wayMarks({ locale, touchpoints, joints }: MapContent): readonly Mark[] {
  return [
    ...markIf(touchpoints.some(isAside), LABELS.alternativePath[locale], (x, y) => [
      icon('fork', 'icon-muted', 14, x + 1, y - 7),
    ]),
    ...markIf(
      joints.some(({ kind }) => kind === 'loop'),
      LABELS.loop[locale],
      (x, y) => [icon('loop', 'icon-muted', 14, x + 1, y - 7)],
    ),
    ...markIf(
      joints.some(({ kind }) => kind === 'failure'),
      LABELS.failurePath[locale],
      (x, y) => [stroke('way-failure', [x, y], [x + 16, y])],
    ),
    ...markIf(
      joints.some(({ transfer }) => transfer),
      LABELS.handover[locale],
      (x, y) => [circle('joint', x + 8, y, 8), icon('transfer', 'joint-icon', 10, x + 3, y - 5)],
    ),
    ...markIf(
      joints.some(({ causes }) => causes.length > 0),
      LABELS.brokenJoint[locale],
      (x, y) => [circle('joint-broken', x + 8, y, 8), icon('broken', 'joint-broken-icon', 10, x + 3, y - 5)],
    ),
  ];
}

function causeMarks({ locale, touchpoints, joints }: MapContent): readonly Mark[] {
  const causes = new Set([...touchpoints, ...joints].flatMap((thing) => thing.causes.map(({ cause }) => cause)));
  return [...causes].map((cause) => ({
    label: CAUSES_SHORT[cause][locale],
    draw: (x, y) => [icon(cause, 'warm-icon', 14, x + 1, y - 7)],
  }));
}

/** Who is who: by the curves where there are several, otherwise by the badges of the cards. */
function personaMarks({ locale, curves, personas }: MapContent): readonly Mark[] {
  if (curves.length > 1) {
    return curves.map(({ name, colour, compared }) => {
      const style = compared ? 'curve-compared' : `curve-persona-${(colour % 4) + 1}`;
      return { label: name, draw: (x, y) => [stroke(style, [x - 4, y], [x + 18, y])] };
    });
  }
  if (personas.length < 2) return [];
  return personas.map((persona) => ({
    label: persona.called,
    draw: (x, y) => personaBadge(persona, x - 1, y - 9, locale),
  }));
}

function markIf(isThere: boolean, label: string, draw: Draw): readonly Mark[] {
  return isThere ? [{ label, draw }] : [];
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

function entry(label: string, draw: Draw, locale: MapContent['locale']): Measured {
  const text = measuredText(label, 'text-muted', { font: FONTS.small, width: 220, locale, shrink: true });
  const height = Math.max(20, text.height);
  return {
    width: 23 + text.width,
    height,
    draw: (x, y) => [...draw(x, y + height / 2), ...text.draw(x + 23, y + (height - text.height) / 2)],
  };
}
