// Makes workspaces to measure with: shared people and services, and journeys that import them, in English and Japanese.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { barriers, causes, doings, questions, stageKinds, stageTitles, touchpointTitles } from './words.ts';

export interface WorkspaceSize {
  /** Journey files, besides the two shared ones. */
  readonly files: number;
  /** About how many lines each of them has. */
  readonly lines: number;
}

/** The files of a workspace, by their paths relative to its folder. The same size gives the same text. */
export function makeWorkspace({ files, lines }: WorkspaceSize): ReadonlyMap<string, string> {
  const made = new Map([
    ['shared/people.journey', people],
    ['shared/services.journey', services],
  ]);
  for (let index = 0; index < files; index += 1) {
    const folder = `team-${String(Math.floor(index / 25) + 1).padStart(2, '0')}`;
    made.set(`${folder}/journey-${String(index + 1).padStart(4, '0')}.journey`, makeJourney(index, lines));
  }
  return made;
}

/** Writes files into a folder, by their paths relative to it. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const people = `/** Who the journeys are for. */
segment Commuters "Commuters" {
  prefers app, line
  avoids phone
}

persona Ken "健さん" in Commuters {
  age "29"
  occupation "フリーランスのデザイナー"
  quote "電話はできればかけたくない"
  need QuickBooking "5分で予約を終えたい" kano oneDimensional
  pain NoTime "昼間は電話できない"
  prefers web, app
  avoids phone
  patience 2 days
  has smartphone
  evidence interview 12 on 2026-03 "利用者インタビュー"
}

persona Edith "Edith, 79" {
  age "79"
  occupation "Retired teacher"
  quote "I want to speak to a person."
  need Reassurance "To hear a human voice"
  pain SmallPrint "Cannot read small print on a screen"
  prefers phone, store
  lacks smartphone
  patience 5 days
  evidence survey 40 on 2026-02 "Panel of customers over 70"
}
`;

const services = `/** What all journeys use. */
team Support "サポート"
team Sales "営業部"
team Logistics "物流"

data deliveryDate "希望日" : personal
data memberNo "会員番号" : identifier

system Shop "Online shop" : shop {
  holds name, email, address, memberNo
  shares memberNo, email -> Crm
  recognises memberNo
  owner Sales
}
system Crm "顧客台帳" : crm {
  holds name, phoneNumber, email, memberNo
  recognises memberNo
  owner Support
}
system Ledger "紙の台帳" : other {
  holds name, phoneNumber
  owner Logistics
}

fact deliveryTime "Delivery time" = 5 days

metric CompletionRate "完了率" : ratio {
  better up
  baseline 62%
  target 80% by 2027-03
  owner Sales
}
goal SelfService "自分で完了できる" {
  metric CompletionRate
  owner Sales
}

handover Sales -> Support carries memberNo within 1 h
`;

/** Lines of one touchpoint below, about; a stage has three, and two lines of its own. */
const linesOfTouchpoint = 11;

function makeJourney(index: number, lines: number): string {
  const random = randomNumbers(index + 1);
  const pick: Pick = (items) => items[Math.floor(random() * items.length)] ?? items[0];
  const stages = Math.max(1, Math.round((lines - 20) / (linesOfTouchpoint * 3 + 3)));
  const total = stages * 3;
  const parts: string[] = [];
  for (let stage = 0; stage < stages; stage += 1) {
    const touchpoints = Array.from({ length: 3 }, (_, own) =>
      makeTouchpoint(stage * 3 + own, total, index, random, pick),
    );
    parts.push(`  stage S${stage} "${pick(stageTitles)}" : ${pick(stageKinds)} {
    owner ${pick(['Support', 'Sales', 'Logistics'])}
${touchpoints.join('\n')}
  }`);
  }
  return `import "../shared/people.journey"
import "../shared/services.journey"

/**
 * ${index % 2 === 0 ? '予約から利用までの現状。' : 'What happens today, from the first search to the invoice.'}
 */
journey Journey${index} "${pick(journeyTitles)} ${index}" {
  kind asIs
  for Ken, Edith
  target Ken
  scenario "急な予定が入り、3時間後に6人で使える部屋を探している"
  owner Sales
  goal SelfService
  reviewed 2026-10-02
  evidence interview 12 on 2026-08 "利用者インタビュー"

${parts.join('\n\n')}
}
`;
}

type Pick = <T>(items: readonly [T, ...T[]]) => T;

function makeTouchpoint(at: number, total: number, journey: number, random: () => number, pick: Pick): string {
  // As in a real collection: what is there today is full of friction, and beside it stands what should be.
  const today = journey % 2 === 0;
  const statements = [
    `does "${pick(doings)}"`,
    `sees "${pick(sights)}"`,
    `thinks "${pick(thoughts)}"`,
    `backstage "${pick(doings)}"`,
    `system ${today ? pick(['Shop', 'Crm', 'Ledger']) : 'Shop'}`,
    `feels ${today ? pick(['anxious -1', '不安 -2', 'ほっとする +1', 'calm 0']) : pick(['calm 0', 'ほっとする +1'])}`,
    `takes ${2 + Math.floor(random() * 20)} min`,
  ];
  if (today) statements.push(...frictionAt(at, total, random, pick));
  else if (at === 0) statements.push('asks name, email, deliveryDate');
  if (random() < 0.2) statements.push('evidence log 1240 on 2026-08 "予約台帳"');
  if (random() < 0.2) statements.push('shows price, progress, deliveryTime');
  if (at === total - 1) statements.push('end success');
  else if (at % 4 === 1 && at + 2 < total)
    statements.push(`-> T${at + 1} 70%`, `-> T${at + 2} 30% when "${pick(doings)}"`);
  else if (at % 7 === 5) statements.push(`-> T${at + 1}`, `loop max 2 then -> T${at + 1}`);
  const channel = today
    ? pick(['web', 'app', 'phone', 'email', 'store', 'chat', 'line'])
    : pick(['web', 'app', 'phone']);
  return `    touchpoint T${at} "${pick(touchpointTitles)} ${journey}-${at}" on ${channel} by ${pick(['customer', 'company'])} {
${statements.map((statement) => `      ${statement}`).join('\n')}
    }`;
}

function frictionAt(at: number, total: number, random: () => number, pick: Pick): readonly string[] {
  const statements: string[] = [];
  const asked = pick(['name, phoneNumber', 'email', 'name, deliveryDate', 'memberNo']);
  const minutes = 1 + Math.floor(random() * 50);
  if (random() < 0.3) statements.push(`asks ${asked}`);
  if (random() < 0.3) statements.push(`waits ${minutes} min max ${minutes + 10} 分`, `told "${pick(doings)}"`);
  if (random() < 0.2) statements.push(`question Q${at} "${pick(questions)}"`);
  if (random() < 0.2) statements.push(`barrier B${at} "${pick(barriers)}" cause ${pick(causes)} severity high`);
  if (at + 1 < total && random() < 0.2) statements.push(`tells next T${at + 1} within 30 min`);
  return statements;
}

const journeyTitles = [
  '会議室を予約して使う',
  'The broadband is down',
  '大型テレビを買う',
  'A paid subscription',
] as const;
const thoughts = [
  'これ、いつの情報だろう',
  'Which of these is free today?',
  'ここなら駅から3分。問題は空いているかどうか',
  'Did it go through?',
] as const;
const sights = ['「最新の空き状況はお電話で」の一文', 'A form with 27 fields', '今月のおすすめの部屋'] as const;

/** Mulberry32, a small generator of good enough numbers from 0 to 1, the same ones for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e_37_79_b9);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
