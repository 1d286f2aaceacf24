import type { Colour } from './palette.ts';

/** How one style of the scene looks. Colours are names in the palette, lengths are in pixels. */
export interface Look {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** A rim in this colour behind text, so that a line under it does not cross it. */
  readonly halo?: Colour;
  readonly round?: true;
}

const text = (fill: Colour): Look => ({ fill });
const frame = (fill: Colour, stroke: Colour, width = 1): Look => ({ fill, stroke, width });
const line = (stroke: Colour, width: number, dash?: readonly number[]): Look => ({
  stroke,
  width,
  round: true,
  ...(dash === undefined ? {} : { dash }),
});
/** How wide its lines are depends on its size. */
const iconLook = (stroke: Colour): Look => ({ stroke, round: true });

/** Personas differ in the pattern of their lines, not only in colour. */
const dashes: readonly (readonly number[] | undefined)[] = [undefined, [9, 5], [2, 5], [12, 4, 2, 4]];

function personaLooks(index: 1 | 2 | 3 | 4): Readonly<Record<string, Look>> {
  const colour: Colour = `persona${index}`;
  return {
    [`persona-${index}`]: { fill: colour },
    [`curve-persona-${index}`]: line(colour, 3, dashes[index - 1]),
    [`curve-aside-persona-${index}`]: line(colour, 1.4, [4, 4]),
    [`ring-persona-${index}`]: frame('paper', colour, 2),
    [`name-persona-${index}`]: { fill: colour, halo: 'paper' },
  };
}

/** Ways as thick as many customers went them, from 1 to 4. */
const measuredWays: Readonly<Record<string, Look>> = Object.fromEntries(
  [1.2, 2.6, 4.4, 6.4].flatMap((width, index) => [
    [`way-${index + 1}`, line('way', width)],
    [`way-failure-${index + 1}`, line('warm', width, [5, 4])],
  ]),
);

const stageColours = ['stage1', 'stage2', 'stage3', 'stage4', 'stage5', 'stage6'] as const;

export const LOOKS: Readonly<Record<string, Look>> = {
  // Surfaces
  paper: { fill: 'paper' },
  'paper-disc': { fill: 'paper' },
  panel: frame('panel', 'panelLine'),
  'stage-tint': { fill: 'tint' },
  card: frame('card', 'cardLine'),
  'card-aside': { ...frame('aside', 'cardLine'), dash: [4, 3] },
  'card-folded': frame('aside', 'cardLine'),
  // What differs from an earlier version: each with a line of its own besides its sign and its word.
  'card-added': frame('card', 'cool', 2.6),
  'card-removed': { ...frame('aside', 'strongLine', 1.4), dash: [2, 4] },
  'card-moved': { ...frame('card', 'way', 2.2), dash: [11, 4] },
  'card-changed': frame('card', 'ink', 2.2),
  'change-added': { fill: 'cool' },
  'change-removed': { ...frame('paper', 'strongLine', 1.4), dash: [2, 3] },
  'change-moved': { ...frame('paper', 'way', 1.6), dash: [7, 3] },
  'change-changed': frame('paper', 'ink', 1.6),
  strike: line('muted', 1.2),
  'owner-bar': frame('panel', 'panelLine'),
  'wait-bar': frame('panel', 'strongLine'),
  'wait-end': line('strongLine', 1.5),
  tag: frame('paper', 'strongLine'),
  bubble: frame('bubble', 'bubbleLine'),
  'warm-frame': frame('warmSoft', 'warmLine'),
  'cool-frame': frame('coolSoft', 'coolLine'),
  'warm-pill': frame('warmSoft', 'warmLine'),
  'cool-pill': frame('coolSoft', 'coolLine'),
  'plain-pill': frame('paper', 'strongLine'),
  'score-pill': { fill: 'warmSoft' },
  // Text
  title: text('ink'),
  text: text('ink'),
  'card-title': text('ink'),
  'text-muted': text('muted'),
  'lane-text': text('muted'),
  'channel-text': text('muted'),
  'tag-text': text('ink'),
  'change-added-text': text('paper'),
  'change-removed-text': text('muted'),
  'change-moved-text': text('ink'),
  'change-changed-text': text('ink'),
  'warm-text': text('warm'),
  'cool-text': text('cool'),
  'plain-text': text('ink'),
  'badge-text': text('onPersona'),
  'on-stage': text('onStage'),
  'on-stage-number': text('onStageDisc'),
  halo: { fill: 'ink', halo: 'paper' },
  'halo-muted': { fill: 'muted', halo: 'paper' },
  'warm-halo': { fill: 'warm', halo: 'paper' },
  'cool-halo': { fill: 'cool', halo: 'paper' },
  'name-compared': { fill: 'compared', halo: 'paper' },
  // Icons
  'icon-muted': iconLook('muted'),
  'channel-icon': iconLook('muted'),
  'warm-icon': iconLook('warm'),
  'cool-icon': iconLook('cool'),
  'plain-icon': iconLook('ink'),
  'on-stage-icon': iconLook('onStageDisc'),
  'star-icon': { stroke: 'goldInk', fill: 'goldInk', round: true },
  'joint-icon': iconLook('ink'),
  'joint-broken-icon': iconLook('warm'),
  // Marks
  star: { fill: 'gold' },
  'mark-customer': { fill: 'persona1' },
  'mark-company': { fill: 'strongLine' },
  'mark-unknown': frame('paper', 'strongLine', 1.5),
  'mark-good': { fill: 'cool' },
  'mark-bad': { fill: 'warm' },
  'mark-even': { fill: 'muted' },
  'fold-mark': { fill: 'muted' },
  joint: frame('paper', 'strongLine', 1.5),
  'joint-broken': frame('warmSoft', 'warm', 1.8),
  'on-stage-disc': { fill: 'stageDisc' },
  'minimap-friction': { fill: 'warm' },
  // Lines
  'stage-line': { stroke: 'line', width: 1 },
  'lane-line': { stroke: 'line', width: 1 },
  'blueprint-line': line('strongLine', 1.3, [7, 5]),
  axis: line('strongLine', 1.4),
  'axis-tick': { fill: 'strongLine' },
  rail: line('strongLine', 2),
  'rail-dot': frame('paper', 'way', 2.5),
  'rail-dot-aside': frame('paper', 'strongLine', 1.5),
  connector: line('strongLine', 1.3),
  'connector-end': { fill: 'strongLine' },
  'way-main': line('way', 2.2),
  way: line('way', 1.5),
  'way-failure': line('warm', 1.5, [5, 4]),
  ...measuredWays,
  arrow: { fill: 'way' },
  'arrow-failure': { fill: 'warm' },
  // Emotions
  'zone-good': { fill: 'zoneGood' },
  'zone-bad': { fill: 'zoneBad' },
  hatch: { stroke: 'warmLine', width: 0.6 },
  level: { stroke: 'line', width: 1 },
  'level-zero': { stroke: 'strongLine', width: 1.2 },
  whisker: line('way', 2),
  'curve-compared': line('compared', 2.2, [3, 5]),
  'compared-mark': frame('paper', 'compared', 1.8),
  ...faceLooks('good-2', 'good2', 'onGood2'),
  ...faceLooks('good-1', 'good1', 'onGood1'),
  ...faceLooks('even-0', 'even', 'onEven'),
  ...faceLooks('bad-1', 'bad1', 'onBad1'),
  ...faceLooks('bad-2', 'bad2', 'onBad2'),
  ...personaLooks(1),
  ...personaLooks(2),
  ...personaLooks(3),
  ...personaLooks(4),
  // Stages and causes
  ...Object.fromEntries(stageColours.map((fill, index) => [`stage-${index + 1}`, { fill }])),
  'cause-empowerment': { fill: 'cause1' },
  'cause-duration': { fill: 'cause2' },
  'cause-identity': { fill: 'cause3' },
  'cause-transparency': { fill: 'cause4' },
  'cause-consistency': { fill: 'cause5' },
  'cause-other': { fill: 'cause6' },
  'kind-asIs': { fill: 'stage5' },
  'kind-toBe': { fill: 'stage2' },
  'kind-actual': { fill: 'stage3' },
  'kind-competitor': { fill: 'stage4' },
};

function faceLooks(name: string, fill: Colour, feature: Colour): Readonly<Record<string, Look>> {
  return {
    [`face-${name}`]: { fill },
    [`feature-${name}`]: { fill: feature },
    [`mouth-${name}`]: line(feature, 1.5),
  };
}
