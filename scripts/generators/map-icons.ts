// The icons of the map as one path each, taken from the Lucide set (ISC licence): only those that are used.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import svgpath from 'svgpath';
import { root } from '../run.ts';

/** Our name for an icon, and Lucide's. */
const icons: Readonly<Record<string, string>> = {
  // Channels, by their kind
  web: 'globe',
  app: 'smartphone',
  social: 'share-2',
  messaging: 'message-circle',
  email: 'mail',
  sms: 'message-square-text',
  push: 'bell',
  ad: 'megaphone',
  search: 'search',
  phone: 'phone',
  ivr: 'audio-lines',
  chat: 'messages-square',
  bot: 'bot',
  store: 'store',
  counter: 'concierge-bell',
  post: 'mailbox',
  event: 'calendar-days',
  wordOfMouth: 'speech',
  partner: 'handshake',
  channel: 'waypoints',
  // Causes of friction
  empowerment: 'hand',
  duration: 'hourglass',
  identity: 'user-x',
  transparency: 'eye-off',
  consistency: 'equal-not',
  other: 'triangle-alert',
  // Kinds of stages
  awareness: 'sparkles',
  compare: 'scale',
  consider: 'message-circle-question-mark',
  purchase: 'shopping-cart',
  onboarding: 'rocket',
  delivery: 'truck',
  use: 'circle-play',
  support: 'life-buoy',
  repeat: 'repeat',
  loyalty: 'heart',
  leave: 'door-open',
  // Lanes and marks
  does: 'footprints',
  sees: 'eye',
  thinks: 'quote',
  question: 'circle-question-mark',
  answered: 'circle-check',
  barrier: 'construction',
  emotion: 'smile',
  time: 'clock',
  wait: 'hourglass',
  frontstage: 'user-round',
  backstage: 'layers',
  system: 'database',
  team: 'users-round',
  friction: 'zap',
  opportunity: 'lightbulb',
  action: 'list-checks',
  metric: 'gauge',
  experiment: 'flask-conical',
  data: 'lock',
  key: 'key-round',
  consent: 'shield-check',
  star: 'star',
  fork: 'split',
  loop: 'rotate-ccw',
  transfer: 'arrow-right-left',
  broken: 'unlink',
  success: 'circle-check',
  failure: 'circle-x',
  exit: 'log-out',
  during: 'pause',
  optional: 'circle-dashed',
  urgent: 'alarm-clock',
  goal: 'target',
  reviewed: 'calendar-check',
  evidence: 'clipboard-check',
  collapsed: 'unfold-horizontal',
};

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
}

export async function generateMapIcons(): Promise<ReadonlyMap<string, string>> {
  const set = JSON.parse(await readFile(join(root, 'node_modules/@iconify-json/lucide/icons.json'), 'utf8')) as IconSet;
  const entries = Object.entries(icons).map(([name, source]) => {
    const icon = set.icons[source];
    if (icon === undefined) throw new Error(`Lucide has no icon '${source}'`);
    return `${name}: '${pathOf(icon.body, source)}',`;
  });
  const text = `// Made by scripts/generators/map-icons.ts from Lucide (ISC licence, https://lucide.dev/license).

/**
 * Outlines in a square of 24, to be stroked with a width of 2, round caps and joins. They begin at an absolute place; from there
 * on all is relative.
 */
export const ICONS = {
${entries.join('\n')}
} as const;

export type IconName = keyof typeof ICONS;
`;
  return new Map([['src/map/generated/icons.ts', text]]);
}

/** All shapes of an icon as the data of one path. */
function pathOf(body: string, name: string): string {
  const shapes = [...body.matchAll(/<(\w+)([^>]*?)\/?>/g)].flatMap(([, tag = '', attributes = '']) => {
    const get = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1];
    const at = (key: string): number => Number(get(key) ?? '0');
    switch (tag) {
      case 'g':
        return [];
      case 'path':
        return [absoluteStart(get('d') ?? '')];
      case 'circle':
        return [ellipse(at('cx'), at('cy'), at('r'), at('r'))];
      case 'ellipse':
        return [ellipse(at('cx'), at('cy'), at('rx'), at('ry'))];
      case 'line':
        return [`M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`];
      case 'polyline':
        return [`M${get('points') ?? ''}`];
      case 'polygon':
        return [`M${get('points') ?? ''}Z`];
      case 'rect':
        return [rectangle(at('x'), at('y'), at('width'), at('height'), at(get('rx') === undefined ? 'ry' : 'rx'))];
      default:
        throw new Error(`Icon '${name}' uses <${tag}>, which this generator does not know`);
    }
  });
  if (shapes.length === 0) throw new Error(`Icon '${name}' is empty`);
  return svgpath(shapes.join('')).rel().round(3).toString();
}

/** A path that begins with a relative move would start where the shape before it ended. */
function absoluteStart(data: string): string {
  return data.replace(/^m/, 'M');
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

function rectangle(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number): string => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`);
  return (
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
    `h${-(width - 2 * r)}${corner(-r, -r)}v${-(height - 2 * r)}${corner(r, -r)}Z`
  );
}
