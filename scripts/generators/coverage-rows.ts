// The terms of journey mapping, each with what answers it here. A test holds that everything named exists.
import type { Text } from '../../src/model/text.ts';

/** What a pointer names: a keyword, a rule, a lane of the map, a command with perhaps an option, a library item, a word. */
const POINTER_KINDS = ['keyword', 'rule', 'lane', 'command', 'library', 'word'] as const;
export type PointerKind = (typeof POINTER_KINDS)[number];

export interface Pointer {
  readonly kind: PointerKind;
  readonly name: string;
}

interface CoverageRow {
  readonly title: Text;
  readonly answers: readonly Pointer[];
}

export interface CoverageSection {
  readonly title: Text;
  readonly rows: readonly CoverageRow[];
}

/** `keyword stage, rule dead-end, command render --compare` */
function row(en: string, ja: string, answers: string): CoverageRow {
  return { title: { en, ja }, answers: answers.split(', ').map(pointer) };
}

function pointer(text: string): Pointer {
  const [first = '', ...rest] = text.split(' ');
  const kind = POINTER_KINDS.find((each) => each === first);
  if (kind === undefined) throw new Error(`Not a kind of pointer: ${text}`);
  return { kind, name: rest.join(' ') };
}

export const COVERAGE: readonly CoverageSection[] = [
  {
    title: { en: 'The journey and its parts', ja: 'ジャーニーとその構成' },
    rows: [
      row('Customer journey', 'カスタマージャーニー', 'keyword journey, command check, command render'),
      row(
        'From awareness to repeat purchase',
        '認知から購入、リピートまで',
        'word awareness, word purchase, word repeat, rule journey-stops-at-purchase',
      ),
      row('Searching, comparing, buying', '検索・比較・購入', 'word search, word compare, word purchase'),
      row('Touchpoint', 'タッチポイント', 'keyword touchpoint, rule unreachable-touchpoint'),
      row(
        'Every contact, whoever begins it',
        'どちらから始まる接点も含める',
        'keyword by, keyword on, word customer, word company, rule owner-missing',
      ),
      row(
        'Digital touchpoints',
        'デジタルのタッチポイント',
        'library web, library app, library social, library email, library ad',
      ),
      row('The experience in the shop', '店舗での体験', 'library store, library showroom, rule forced-channel-switch'),
      row('Content', 'コンテンツ', 'keyword shows, keyword sees, lane sees, rule unanswered-question'),
      row(
        'The right moment',
        '適切なタイミング',
        'keyword after, keyword when, lane time, rule silent-wait, rule notification-overload',
      ),
      row(
        'What the customer wants to know',
        '顧客が知りたいこと',
        'keyword question, keyword answers, lane questions, rule unanswered-question, rule answered-too-late',
      ),
      row('When contact is welcome', '連絡してよい時間帯', 'keyword hours, rule outside-available-hours'),
      row('Easy to use', '使いやすさ', 'keyword effort, library ces, rule too-many-fields'),
      row('Making it visible', '可視化', 'command render, command render --format'),
      row('Customer journey map', 'カスタマージャーニーマップ', 'command render --preset, command lsp'),
      row('The big picture', '全体像の把握', 'keyword import, command index, command stats, command render --fold'),
      row('The view from outside', '外部の視点', 'keyword evidence, rule assumption-without-evidence'),
      row(
        "The customer's own view",
        '顧客の立場からの視点',
        'keyword thinks, keyword says, lane thinks, rule internal-language',
      ),
      row(
        'Seamless transitions',
        '途切れのない移行',
        'keyword ->, keyword carries, rule handover-loses-identity, rule drop-at-handover',
      ),
      row(
        'Planned paths',
        '経路の設計',
        'keyword ->, keyword when, keyword loop, keyword end, rule unreachable-touchpoint, rule loop-without-progress',
      ),
      row('The next step', '次のステップ', 'keyword tells, keyword next, rule next-step-untold, rule dead-end'),
      row('Call to action', '行動の呼びかけ(CTA)', 'keyword cta, rule channel-avoided'),
      row(
        'Funnel and bottleneck',
        'ファネルとボトルネック',
        'keyword conversion, command stats, lane metrics, rule lowest-conversion-unexamined',
      ),
      row(
        'Marketing and sales strategy',
        'マーケティング・営業の戦略',
        'keyword goal, keyword action, keyword supports, rule orphan-action',
      ),
    ],
  },
  {
    title: { en: 'People', ja: '人' },
    rows: [
      row('Persona', 'ペルソナ', 'keyword persona, rule persona-unused, rule persona-incomplete'),
      row('A picture of the customer', '顧客像・アバター', 'keyword image, keyword quote'),
      row(
        'Age, occupation, interests, needs, troubles',
        '年齢・職業・興味・ニーズ・課題',
        'keyword age, keyword occupation, keyword interests, keyword need, keyword pain, rule persona-incomplete',
      ),
      row(
        'Attitude, values, behaviour, demographics',
        '態度・価値観・行動・人口統計',
        'keyword attitude, keyword values, keyword behaviour, keyword demographics',
      ),
      row(
        'Grounded in research',
        '調査・データに基づく',
        'keyword evidence, keyword assumption, rule assumption-without-evidence',
      ),
      row('Several personas', '複数のペルソナ', 'keyword for, command render --persona, rule one-size-touchpoint'),
      row(
        'Segment',
        '顧客セグメント',
        'keyword segment, keyword in, rule channel-avoided, rule preferred-channel-unavailable',
      ),
      row(
        'Most and least valuable customers',
        '価値の高い顧客・低い顧客',
        'keyword value, keyword share, rule target-not-highest-ltv',
      ),
      row('Lifetime value', '顧客生涯価値(LTV)', 'keyword ltv, library lifetimeValue, rule target-not-highest-ltv'),
      row('What a segment has in common', 'セグメントの共通点', 'keyword segment, keyword where'),
      row('Lead scoring', '見込み顧客の評価', 'keyword metric, word score, rule metric-scale-invalid, lane metrics'),
      row('Whom the journey is for', '対象ペルソナの選定', 'keyword for, keyword target, rule target-not-highest-ltv'),
      row(
        'Generations and their channels',
        '世代とチャネルの好み',
        'keyword segment, keyword prefers, keyword avoids, rule channel-avoided, rule preferred-channel-unavailable',
      ),
      row('Expectations', '期待', 'keyword expects, keyword reply, rule wait-over-threshold'),
      row('Pain points', '問題点(ペインポイント)', 'keyword pain, keyword addresses, rule pain-point-ignored'),
      row(
        "A solution for each group's problem",
        'それぞれの問題に合う解決策',
        'keyword solves, keyword variant, rule unsolved-barrier',
      ),
    ],
  },
  {
    title: { en: 'What each step is like', ja: '各ステップの体験' },
    rows: [
      row(
        'Emotion',
        '感情',
        'keyword feels, keyword emotion, lane emotion, rule negative-peak, rule emotion-swing, rule bad-ending',
      ),
      row('Question', '質問', 'keyword question, lane questions, rule unanswered-question'),
      row('Barrier', '障壁', 'keyword barrier, lane barriers, rule unsolved-barrier'),
      row('Solution', '解決策', 'keyword opportunity, keyword solves, lane opportunities, rule orphan-solution'),
      row('What could be better', '改善点', 'command check, lane friction, rule unaddressed-dip'),
      row(
        'Action plan',
        'アクションプラン',
        'keyword action, keyword due, keyword status, keyword owner, command actions, lane opportunities, rule orphan-action',
      ),
      row(
        'Unforgettable moments',
        '忘れられない体験',
        'keyword momentOfTruth, keyword kano, word attractive, rule unprotected-moment-of-truth',
      ),
      row(
        'The right amount of talk and information',
        '適切な量の対話と情報',
        'keyword shows, keyword asks, rule too-many-fields, rule notification-overload',
      ),
      row('Needless steps', '不要な手順', 'rule no-value-step, rule duplicate-touchpoint'),
      row('Saying what it is good for', '利点を伝える', 'keyword shows, keyword fact, keyword because'),
    ],
  },
  {
    title: { en: 'Friction and its causes', ja: '摩擦とその原因' },
    rows: [
      row('Friction', '摩擦', 'command check, lane friction, command history'),
      row('Obstacle to conversion', 'コンバージョンの障害', 'keyword barrier, keyword blocks, rule unsolved-barrier'),
      row(
        'Lack of empowerment',
        'エンパワーメントの欠如',
        'word empowerment, keyword selfService, keyword alternative, rule forced-channel-switch, rule no-human-escape',
      ),
      row(
        'Unreasonable or uncertain duration',
        '不当・不確かな待ち時間',
        'word duration, keyword waits, keyword told, keyword because, rule wait-untold, rule wait-over-threshold',
      ),
      row(
        'Not being recognised',
        '顧客として認識されない',
        'word identity, keyword identity, keyword recognises, rule asks-again, rule recognised-then-forgotten',
      ),
      row(
        'Lack of transparency',
        '透明性の欠如',
        'word transparency, keyword tells, rule no-progress-shown, rule status-not-checkable, rule late-cost-disclosure',
      ),
      row(
        'Lack of consistency',
        '一貫性の欠如',
        'word consistency, keyword fact, keyword brand, keyword tone, rule contradictory-facts, rule tone-mismatch',
      ),
      row(
        'Call transfer and call back',
        '電話の転送と折り返し',
        'keyword offers, keyword transfer, rule queue-without-callback, rule transfer-loses-context',
      ),
      row(
        'Remove the obstacle, do not nudge',
        '後押しより障害の除去',
        'keyword action, word remove, word nudge, rule unsolved-barrier, command actions',
      ),
      row(
        'Less load for the customer',
        '顧客の負担を減らす',
        'keyword effort, library ces, rule asks-again, command stats',
      ),
      row('Buying without effort', '苦労のない購入', 'rule forced-account, rule too-many-fields, command check'),
    ],
  },
  {
    title: { en: 'Redundancy, cost, control', ja: '重複・コスト・顧客の主導権' },
    rows: [
      row('Redundancy', '冗長性', 'rule duplicate-touchpoint, rule no-value-step, rule repeated-login'),
      row(
        'Cost of running it',
        '運用コストと人件費',
        'keyword cost, keyword handledBy, library costPerContact, rule no-self-service, command stats',
      ),
      row(
        'Order tracking without a person',
        '注文状況を人手なしで確認',
        'keyword task, word trackOrder, library bot, rule no-self-service, rule no-human-escape',
      ),
      row(
        'The most valuable touchpoints',
        '最も価値のあるタッチポイント',
        'keyword momentOfTruth, rule unprotected-moment-of-truth',
      ),
      row(
        'More leads in less time',
        '短い時間でより多くの見込み客',
        'library leads, keyword takes, lane time, command stats',
      ),
      row(
        'Control for the customer',
        '顧客が自分で決められる',
        'keyword can, keyword selfService, rule no-way-back, rule no-self-service',
      ),
      row(
        'Booking and paying without staff',
        '受付なしで予約・支払い',
        'word book, word pay, keyword selfService, rule no-self-service',
      ),
    ],
  },
  {
    title: { en: 'Teams, systems, data', ja: '部門・システム・データ' },
    rows: [
      row(
        'Silos between departments',
        '部門間のサイロ',
        'keyword team, keyword owner, lane owner, rule silo-handover, rule owner-missing',
      ),
      row('Feedback between teams', '部門間のフィードバック', 'keyword handover, keyword feedback, rule silo-handover'),
      row(
        'Scattered customer data',
        '顧客データの断片化',
        'keyword system, keyword holds, lane data, rule data-island, rule handover-loses-identity',
      ),
      row('Breaking data silos', 'データサイロの解消', 'keyword shares, rule data-island'),
      row(
        'One platform for customer data',
        '顧客データの一元管理',
        'keyword masters, word cdp, keyword shares, rule data-island, rule data-arrives-late',
      ),
      row(
        'Online and offline data together',
        'オンラインとオフラインのデータ統合',
        'keyword shares, word pos, word shop, rule handover-loses-identity',
      ),
      row(
        'Kinds of customer data',
        '顧客データの種類',
        'library purchaseHistory, library browsingHistory, library visitHistory, library emailActivity, word behavioural, lane data',
      ),
      row(
        'Collected and used in real time',
        'リアルタイムの収集・分析',
        'keyword latency, keyword after, rule data-arrives-late, lane support',
      ),
      row('CRM', 'CRM', 'keyword system, word crm, keyword reads, lane support, rule transfer-loses-context'),
      row('Exchange with other tools', 'ほかのツールとのやり取り', 'command import, command export'),
      row(
        'Marketing automation',
        'マーケティングオートメーション',
        'word ma, word marketing, rule marketing-without-optin',
      ),
      row(
        'Agents and bots that know the account',
        '顧客情報を参照できる担当者・ボット',
        'keyword reads, keyword handledBy, rule transfer-loses-context',
      ),
      row(
        'Choosing technology and rolling it out in phases',
        '技術の選定と段階的な導入',
        'keyword action, keyword phase, keyword supports, keyword experiment, rule orphan-action, command actions',
      ),
      row(
        'Channels of others',
        '第三者のチャネル',
        'keyword thirdParty, keyword partner, library affiliate, library marketplace, rule third-party-handoff-unannounced',
      ),
      row(
        'Well-known channels by name',
        '具体的なチャネル名',
        'library instagram, library facebook, library newsletter, library wordOfMouth, library influencer',
      ),
    ],
  },
  {
    title: { en: 'Privacy, personalisation, AI', ja: 'プライバシー・パーソナライズ・AI' },
    rows: [
      row(
        'Privacy and data security',
        'プライバシー保護とデータの安全',
        'keyword data, keyword consent, word personal, word sensitive, rule data-before-consent',
      ),
      row(
        'An open data policy',
        '透明なデータの扱い',
        'keyword shows, keyword uses, keyword retention, keyword covers, rule purpose-not-shown',
      ),
      row(
        'Telling the customer clearly',
        '顧客にはっきり伝える',
        'keyword explains, keyword basis, rule purpose-not-shown, rule no-withdrawal-path',
      ),
      row('Trust', '信頼', 'library trust, library trusting, lane metrics, lane emotion'),
      row('Personalisation', 'パーソナライズ', 'keyword personalises, rule personalisation-without-data'),
      row('Fitted to each touchpoint', 'タッチポイントごとの最適化', 'keyword variant, rule one-size-touchpoint'),
      row(
        'Recommendations from data',
        'データに基づくおすすめ',
        'keyword personalises, keyword fallback, rule personalisation-without-data, rule no-cold-start-fallback',
      ),
      row(
        'Opening and click rates',
        '開封率・クリック率',
        'library openRate, library clickRate, word ratio, rule metric-scale-invalid',
      ),
      row(
        'Foreseeing the next need',
        '次のニーズの予測',
        'keyword personalises, keyword uses, keyword consent, rule data-before-consent',
      ),
      row(
        'Suggesting products',
        '商品の提案',
        'keyword shows, keyword personalises, library product, rule personalisation-without-data',
      ),
    ],
  },
  {
    title: { en: 'Goals, measuring, improving', ja: '目標・測定・改善' },
    rows: [
      row('1. Business goals', '1. ビジネス目標', 'keyword goal, rule goal-without-metric'),
      row('2. Personas', '2. ペルソナ', 'keyword persona, rule persona-incomplete'),
      row('3. The target persona', '3. 対象ペルソナ', 'keyword target, keyword ltv, rule target-not-highest-ltv'),
      row(
        '4. A draft from first to last touchpoint',
        '4. 最初から最後までの下書き',
        'keyword stage, keyword touchpoint, rule dead-end, rule map-too-long',
      ),
      row(
        '5. Optimising',
        '5. 最適化',
        'keyword improves, word asIs, word toBe, command diff, command check --fix, rule to-be-not-better',
      ),
      row('6. The right tools', '6. 適切なツール', 'keyword system, lane support'),
      row('7. Over and over again', '7. 繰り返す', 'command matrix, command history, keyword reviewed, rule stale-map'),
      row('Template', 'テンプレート', 'command new --template, command init, keyword improves, keyword import'),
      row(
        'Tracking and analysis',
        '追跡と分析',
        'keyword event, command conform, command discover, keyword source, word analytics, rule orphan-metric',
      ),
      row(
        'Trustworthy A/B tests',
        '信頼できるA/Bテスト',
        'keyword experiment, lane experiments, command power, command experiment, rule experiment-incomplete, rule experiment-underpowered',
      ),
      row('Customer satisfaction', '顧客満足度(CSAT)', 'library csat, lane metrics, rule metric-scale-invalid'),
      row(
        'Conversion rate',
        'コンバージョン率',
        'keyword conversion, library conversionRate, rule lowest-conversion-unexamined',
      ),
      row('Repeat rate', 'リピート率', 'library repeatRate, lane metrics, rule metric-scale-invalid'),
      row(
        'Loyalty',
        'ロイヤルティ',
        'word loyalty, library loyalty, library nps, lane metrics, rule metric-scale-invalid',
      ),
      row('Revenue, return, growth', '売上・ROI・成長', 'keyword goal, library revenue, rule goal-without-metric'),
      row(
        'Competitors',
        '競合他社',
        'word competitor, rule behind-competitor, command diff, command render --compare, keyword expects, library comparisonSite',
      ),
      row('Feedback', 'フィードバック', 'keyword collects, library feedback, keyword evidence, rule no-feedback-point'),
      row('Continuous improvement', '継続的な改善', 'command diff, command history, keyword reviewed, rule stale-map'),
      row(
        'Success stories',
        '成功事例',
        'command new --template, keyword improves, command diff, command render --compare',
      ),
    ],
  },
];
