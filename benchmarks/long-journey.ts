import { randomNumbers } from './workspace.ts';
import { barriers, causes, doings, questions, stageKinds, stageTitles, touchpointTitles } from './words.ts';

/**
 * One file with one long journey as it is today, full of friction: three personas of whom two see everything, stages of eight
 * touchpoints, branches, failures, optional touchpoints, ways back and ways that only some take. The same arguments give the
 * same text.
 *
 * @param seed other values say the same in other words, so that nothing is remembered from one text to the next
 */
export function makeLongJourney(touchpoints: number, seed: number): string {
  const random = randomNumbers(seed + 1);
  const written = Array.from({ length: touchpoints }, (_, at) => touchpoint(at, touchpoints, seed, random));
  const stages: string[] = [];
  for (let first = 0; first < touchpoints; first += inStage) {
    stages.push(`  stage S${first / inStage} "${pick(stageTitles, random)} ${seed}" : ${pick(stageKinds, random)} {
    owner ${pick(teams, random)}

${written.slice(first, first + inStage).join('\n\n')}
  }`);
  }
  return `${declarations}
journey Long "A subscription, today ${seed}" {
  kind asIs
  for Ken, Edith, Mia
  target Ken
  scenario "急な引っ越しで、契約をやめるか続けるかを決める"
  expects reply within 1 day
  goal Renewals
  owner Sales
  limit 5 days
  reviewed 2026-10-02
  evidence interview 12 on 2026-08 "利用者インタビュー"

${stages.join('\n\n')}
}
`;
}

type Random = () => number;

const inStage = 8;

function touchpoint(at: number, total: number, seed: number, random: Random): string {
  const chance = (share: number): boolean => random() < share;
  const number = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const statements = [
    `does "${pick(doings, random)}"`,
    `system ${pick(systems, random)}`,
    `feels ${pick(feelings, random)}`,
    `takes ${number(1, 20)} min`,
    ...(chance(0.6) ? [`thinks "${pick(thoughts, random)}"`] : []),
    ...(chance(0.5) ? [`backstage "${pick(doings, random)}"`] : []),
    ...(chance(0.2) ? [`owner ${pick(teams, random)}`] : []),
    ...(chance(0.2) ? [`asks ${pick(asked, random)}`] : []),
    ...(chance(0.05) ? [`asks email optional`, `consent newsletter optional`] : []),
    ...(chance(0.1) ? [`gives ${pick(given, random)}`] : []),
    ...(chance(0.1) ? [`reads ${pick(asked, random)}`] : []),
    ...(chance(0.1) ? [`identity ${pick(levels, random)}`] : []),
    ...(chance(0.05) ? [`uses email for marketing`] : []),
    ...(chance(0.02) ? [`personalises with address`] : []),
    ...(chance(0.15) ? [`shows ${pick(shown, random)}`] : []),
    ...(chance(0.2) ? [`waits ${number(1, 50)} min max ${number(60, 90)} 分`] : []),
    ...(chance(0.1) ? [`after ${number(1, 30)} h`] : []),
    ...(chance(0.1) ? [`told "${pick(doings, random)}"`] : []),
    ...(chance(0.1) ? [`question Q${at} "${pick(questions, random)}"`] : []),
    ...(chance(0.05) && at > 0 ? [`question R${at} "${pick(questions, random)}"`, `answers R${at}`] : []),
    ...(chance(0.1) ? [`barrier B${at} "${pick(barriers, random)}" cause ${pick(causes, random)} severity high`] : []),
    ...(chance(0.05) ? [`opportunity "${pick(doings, random)}" owner Support status idea`] : []),
    ...(chance(0.05) && at + 1 < total ? [`tells next T${at + 1} within ${number(1, 60)} min`] : []),
    ...(chance(0.03) ? [`commits booking`, `confirms booking`] : []),
    ...(chance(0.03) ? ['momentOfTruth'] : []),
    ...(chance(0.03) ? ['metric RenewalRate'] : []),
    ...(chance(0.1) ? [`evidence log ${number(10, 5000)} on 2026-08 "予約台帳"`] : []),
  ];
  const seen = at % inStage === 5 ? ' for Mia' : chance(0.03) ? ' optional' : '';
  const channel = pick(channels, random);
  const title = `${pick(touchpointTitles, random)} ${seed}-${at}`;
  return `    touchpoint T${at} "${title}" on ${channel} by ${pick(['customer', 'company'], random)}${seen} {
${[...statements, ...waysOn(at, total)].map((statement) => `      ${statement}`).join('\n')}
    }`;
}

/** In every stage one branch, one way back to its beginning, one failure; now and then one far back. */
function waysOn(at: number, total: number): readonly string[] {
  if (at === total - 1) return ['end success'];
  const place = at % inStage;
  const begin = at - place;
  const ahead = (steps: number): string => `T${Math.min(at + steps, total - 1)}`;
  if (place === 1) return [`-> ${ahead(1)} 70%`, `-> ${ahead(3)} 30% when "急いでいる"`];
  if (place === 3) return [`on failure -> T${begin}`];
  if (place === 6) return [`-> ${ahead(1)} 80%`, `-> T${begin} 20%`, `loop max 3 then -> ${ahead(2)}`];
  if (place === 7 && at % (inStage * 16) === inStage * 16 - 1)
    return [`-> ${ahead(1)}`, `-> T${begin - inStage * 2} for Mia`];
  return [];
}

const declarations = `team Support "サポート"
team Sales "営業部"
team Logistics "物流"

persona Ken "健さん" {
  age 29
  quote "電話はできればかけたくない"
  need Quick "5分で終えたい" kano oneDimensional
  pain NoTime "昼間は電話できない"
  prefers web, app
  avoids phone
  patience 2 days
  has smartphone
}
persona Edith "Edith, 79" {
  quote "I want to speak to a person."
  need Reassurance "To hear a human voice"
  prefers phone, store
  lacks smartphone
  patience 5 days
}
persona Mia "Mia, a manager" {
  prefers email
  expects reply within 4 h
}

data memberNo "会員番号" : identifier
data deliveryDate "希望日" : personal
data contractNo "契約番号" : identifier
data plan "料金プラン"
data bankAccount "口座" : personal

system Shop "Online shop" : shop {
  holds name, email, address, memberNo
  shares memberNo, email -> Crm
  recognises memberNo
  owner Sales
}
system Crm "顧客台帳" : crm {
  holds name, phoneNumber, email, memberNo
  shares memberNo -> Billing
  recognises memberNo
  owner Support
}
system Ledger "紙の台帳" : other {
  holds name, phoneNumber
  owner Logistics
}
system Billing "Invoices" : other {
  holds contractNo, bankAccount
  owner Sales
}

consent newsletter "お知らせメール" {
  covers email for marketing
  optional
}

fact deliveryTime "Delivery time" = 5 days
fact monthlyPrice "月額" = 1200 JPY

metric RenewalRate "更新率" : ratio {
  better up
  baseline 62%
  target 80% by 2027-03
  owner Sales
}
goal Renewals "続けてもらう" {
  metric RenewalRate
  owner Sales
}

handover Sales -> Support carries memberNo within 1 h
`;

function pick<T>(items: readonly [T, ...T[]], random: Random): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const teams = ['Support', 'Sales', 'Logistics'] as const;
const systems = ['Shop', 'Crm', 'Ledger', 'Billing'] as const;
const channels = ['web', 'app', 'phone', 'email', 'store', 'chat', 'line', 'post'] as const;
const asked = [
  'name, phoneNumber',
  'email',
  'name, deliveryDate',
  'memberNo',
  'contractNo, plan',
  'bankAccount',
] as const;
const given = ['contractNo', 'memberNo', 'deliveryDate'] as const;
const levels = ['cookie', 'login', 'verified', 'anonymous'] as const;
const shown = [
  'price',
  'progress',
  'deliveryTime',
  'monthlyPrice = 1200 JPY',
  'monthlyPrice = 1500 JPY',
  'terms',
] as const;
const feelings = [
  'anxious -1',
  '不安 -2',
  'ほっとする +1',
  'calm 0',
  'Ken annoyed -1, Edith calm 0',
  'proud +2',
] as const;
const thoughts = ['これ、いつの情報だろう', 'Which of these is free today?', 'Did it go through?'] as const;
