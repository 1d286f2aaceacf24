import type { Text } from '../../model/text.ts';

/** What a keyword says, in one or two sentences, and how it looks in a file. */
export interface KeywordHelp {
  readonly meaning: Text;
  /** A statement as it stands in a file; in Japanese only where it holds prose. */
  readonly example: Text;
}

/**
 * The help for a keyword. `rule` is the rule of the grammar that it stands in, such as `Touchpoint` or `Arrow`: some words
 * mean different things in different blocks. Of a phrase such as `update every` the first word decides.
 */
export function keywordHelp(rule: string, word: string): KeywordHelp | undefined {
  const [first = word] = word.split(' ');
  for (const key of [`${rule}.${word}`, word, `${rule}.${first}`, first]) {
    if (Object.hasOwn(KEYWORDS, key)) return KEYWORDS[key];
  }
  return undefined;
}

function help(en: string, ja: string, example: string, exampleJa = example): KeywordHelp {
  return { meaning: { en, ja }, example: { en: example, ja: exampleJa } };
}

/** The one table of keyword help: completion, hovers and the language reference show it. `Block.word` goes before `word`. */
export const KEYWORDS: Readonly<Record<string, KeywordHelp>> = {
  // Files and declarations
  import: help(
    'Makes everything that another file declares at its top known here.',
    '別のファイルで宣言したものを、このファイルで使えるようにします。',
    'import "people.journey"',
  ),
  persona: help(
    'A typical customer: what they want, what troubles them, which channels they like.',
    '代表的な顧客像です。望み、悩み、好むチャネルなどを書きます。',
    'persona Ken "Ken, freelance designer" {\n  prefers web\n}',
    'persona 健 "健さん" {\n  prefers web\n}',
  ),
  segment: help(
    'A group of customers. Its personas inherit what it says about channels and means.',
    '顧客のグループです。属するペルソナは、チャネルの好みや持ち物を引き継ぎます。',
    'segment Commuters "Commuters"',
    'segment 通勤者 "通勤中の人"',
  ),
  channel: help(
    'A way to meet the customer that is not in the standard library, or that has hours, limits or marks of its own.',
    '顧客と接する手段です。標準ライブラリーにないものや、営業時間・制限を持つものを宣言します。',
    'channel frontDesk "Front desk" : counter',
    'channel 窓口 "受付窓口" : counter',
  ),
  system: help(
    'Where information about customers is kept, be it software or a list on paper.',
    '顧客の情報を持つ場所です。ソフトウェアでも紙の台帳でもかまいません。',
    'system Crm "Customer file" : crm {\n  holds email\n}',
    'system 台帳 "予約台帳" {\n  holds email\n}',
  ),
  'Touchpoint.system': help(
    'The system in which what happens here is recorded, and from which it is read.',
    'ここで起きたことを記録し、参照するシステムです。',
    'system Crm',
  ),
  team: help(
    'A group of people who answer for something.',
    '責任を持つ部門やチームです。',
    'team FrontDesk "Front desk"',
    'team 受付 "受付チーム"',
  ),
  handover: help(
    'An agreement on how one team passes a customer to another: what goes along, and how fast.',
    'チームからチームへの引き継ぎの取り決めです。何を、どれだけの時間で渡すかを書きます。',
    'handover Sales -> Support carries email within 1 h',
    'handover 営業 -> サポート carries email within 1時間',
  ),
  data: help(
    'A piece of information about the customer, or a thing that they are given, such as a coupon.',
    '顧客に関する情報です。クーポンのように顧客に渡すものも含みます。',
    'data memberNo "Member number" : identifier',
    'data 会員番号 : identifier',
  ),
  consent: help(
    'Something that customers can agree to, with the data and purposes that it covers.',
    '顧客に求める同意です。対象となる情報と利用目的を書きます。',
    'consent Newsletter "Newsletter" {\n  covers email for marketing\n}',
    'consent メルマガ "メールマガジン" {\n  covers email for 案内\n}',
  ),
  'Touchpoint.consent': help(
    'Asks the customer for a consent here.',
    'ここで顧客に同意を求めます。',
    'consent Newsletter optional',
  ),
  metric: help(
    'A number by which success is measured, with where it stands and where it is to go.',
    '成果を測る指標です。現在値と目標値を書けます。',
    'metric Completion "Completion rate" : ratio {\n  better up\n}',
    'metric 完了率 : ratio {\n  better up\n}',
  ),
  'Touchpoint.metric': help('What is measured here.', 'ここで測る指標です。', 'metric nps'),
  'Stage.metric': help('What is measured in this stage.', 'このステージで測る指標です。', 'metric nps'),
  'Journey.metric': help('What is measured for the whole journey.', 'ジャーニー全体で測る指標です。', 'metric nps'),
  'Goal.metric': help('The metrics by which the goal is judged.', '目標の達成を測る指標です。', 'metric nps'),
  'Experiment.metric': help(
    'What the experiment measures; the first one decides.',
    '実験で測る指標です。最初のもので判定します。',
    'metric nps',
  ),
  goal: help(
    'Something that the business wants to reach.',
    '事業として達成したいことです。',
    'goal SelfService "Done without a call"',
    'goal 自己完結 "電話なしで完了できる"',
  ),
  'Journey.goal': help(
    'The business goals that this journey serves.',
    'このジャーニーが貢献する事業目標です。',
    'goal SelfService',
  ),
  'Stage.goal': help(
    'The business goals that this stage serves.',
    'このステージが貢献する事業目標です。',
    'goal SelfService',
  ),
  fact: help(
    'Something that the company states, with its one true value. Touchpoints that show another value contradict it.',
    '企業が示す事実と、その正しい値です。タッチポイントで違う値を示すと矛盾になります。',
    'fact deliveryTime "Delivery time" = 5 days',
    'fact 納期 = 5日',
  ),
  'ShownItem.fact': help(
    'Says that a declared fact is shown, and not a kind of information of the same name.',
    '同じ名前の情報の種類ではなく、宣言したファクトを示すことを表します。',
    'shows fact price',
  ),
  brand: help(
    'How the company wants to sound, and how it never does.',
    '企業の話し方の方針です。',
    'brand Northline {\n  tone plain\n}',
  ),
  emotion: help(
    'A feeling with its value from -2 to +2 and perhaps a face, so that touchpoints need only its name.',
    '感情に-2〜+2の値と顔を付けて宣言します。タッチポイントでは名前だけで使えます。',
    'emotion relaxed "Relaxed" = +1 "😌"',
    'emotion ほっとする = +1 "😌"',
  ),
  action: help(
    'An improvement: what it solves, who does it, until when.',
    '改善の施策です。何を解決し、誰がいつまでに行うかを書きます。',
    'action LiveCalendar "Show a live calendar" {\n  status planned\n}',
    'action 空き公開 "空き状況を公開する" {\n  status planned\n}',
  ),
  experiment: help(
    'A test of one variant against another.',
    'バリエーションを比べる実験(A/Bテスト)です。',
    'experiment ShortForm "A shorter form" {\n  variants Long, Short\n  split 50%, 50%\n}',
  ),
  journey: help(
    'The way of a customer through stages and touchpoints, from the first need to the end.',
    '顧客が目的を果たすまでの道のりです。ステージとタッチポイントで書きます。',
    'journey BookRoom "Book a meeting room" {\n  kind asIs\n}',
    'journey 会議室予約 "会議室を予約する" {\n  kind asIs\n}',
  ),
  stage: help(
    'A part of the journey, such as searching or buying.',
    'ジャーニーの段階です。検索、購入などの種類を付けられます。',
    'stage Book "Book it" : purchase {\n}',
    'stage 予約 "予約する" : purchase {\n}',
  ),
  touchpoint: help(
    'One moment of contact: the customer, a channel, and what happens.',
    '顧客と企業が接する一つの場面です。チャネルと、そこで起きることを書きます。',
    'touchpoint Calls "Calls the front desk" on phone by customer {\n  feels anxious\n}',
    'touchpoint 電話 "受付に電話する" on phone by customer {\n  feels anxious\n}',
  ),

  // Titles and what many blocks have
  ja: help('The Japanese title.', '日本語のタイトルです。', 'team Sales "Sales" ja "営業部"'),
  en: help('The English title.', '英語のタイトルです。', 'team 営業 "営業部" en "Sales"'),
  note: help(
    'A remark for people who read the file.',
    '読む人のための補足です。',
    'note "Agreed in March"',
    'note "3月に合意"',
  ),
  owner: help(
    'The team that answers for it. A touchpoint without one has that of its stage or journey.',
    '責任を持つチームです。タッチポイントに書かなければ、ステージやジャーニーの担当になります。',
    'owner FrontDesk',
  ),
  evidence: help(
    'Where a statement comes from: the kind of research, how many, when.',
    '根拠です。調査の種類、件数、時期を書きます。',
    'evidence interview 12 on 2026-03 "Customer interviews"',
    'evidence interview 12 on 2026-03 "利用者インタビュー"',
  ),
  'Evidence.on': help(
    'The month or day of the research.',
    '調査した年月または日付です。',
    'evidence survey 640 on 2026-07',
  ),
  assumption: help(
    'Admits that something is assumed and not known.',
    '確かめていない仮定であることを示します。',
    'assumption "Most people call"',
    'assumption "多くの人は電話する"',
  ),
  status: help('How far it is.', '進み具合です。', 'status planned'),
  'Opportunity.owner': help(
    'The team that would do it.',
    '担当するチームです。',
    'opportunity "Send the form by itself" owner FrontDesk',
  ),
  'Opportunity.status': help(
    'How far the idea is.',
    '進み具合です。',
    'opportunity "Send the form by itself" status idea',
  ),
  'Opportunity.solves': help(
    'The barriers, questions, pains or needs that it would solve.',
    '解決する障壁・質問・課題・ニーズです。',
    'opportunity "Show a live calendar" solves OldCalendar',
  ),
  for: help(
    'Only for these personas; without it, for everybody in the journey.',
    '対象のペルソナです。書かなければ全員が対象です。',
    'for Ken',
  ),
  'Journey.for': help(
    'The personas who go through this journey.',
    'このジャーニーをたどるペルソナです。',
    'for Ken, Sato',
    'for 健, 佐藤',
  ),
  'Question.for': help(
    'Whose question it is.',
    '誰の質問かを書きます。',
    'question FreeToday "Is it free today?" for Ken',
  ),
  'Barrier.for': help(
    'In whose way it stands.',
    '誰にとっての障壁かを書きます。',
    'barrier SmallPrint "Too small to read" for Edith',
  ),
  'Arrow.for': help('Only these personas go this way.', 'この行き方をするペルソナです。', '-> Payment for Ken'),
  'Coverage.for': help(
    'The purposes that the consent covers.',
    '同意の対象となる利用目的です。',
    'covers email for marketing',
  ),
  'Use.for': help('What the data are used for.', '情報の利用目的です。', 'uses email for marketing'),
  'PersonaVariant.for': help(
    'Whom this variant is shown to.',
    'この出し分けの対象です。',
    'variant for Ken "With a short form"',
  ),
  'CallToAction.for': help('Whom it is meant for.', '誰に向けたものかを書きます。', 'cta "Book now" for Ken'),
  'Fact.for': help('For whom the value holds.', '値が当てはまるペルソナです。', 'fact price = 1200 JPY for Ken'),

  // Personas
  in: help('The segments that the persona belongs to.', '属するセグメントです。', 'persona Ken in Commuters'),
  age: help('How old, as a number or in words.', '年齢です。数値でも言葉でも書けます。', 'age 29'),
  occupation: help(
    'What the person does for a living.',
    '職業です。',
    'occupation "Freelance designer"',
    'occupation "フリーランスのデザイナー"',
  ),
  demographics: help(
    'Where and how the person lives.',
    '住まいや暮らし方などの属性です。',
    'demographics "Lives alone in the city"',
    'demographics "都内で一人暮らし"',
  ),
  interests: help(
    'What the person likes.',
    '興味・関心です。',
    'interests "Cameras", "walks"',
    'interests "カメラ", "街歩き"',
  ),
  attitude: help(
    'What the person thinks about matters like this.',
    '考え方や姿勢です。',
    'attitude "Would rather not phone"',
    'attitude "電話より画面で済ませたい"',
  ),
  values: help(
    'What matters to the person.',
    '大切にしていることです。',
    'values "Getting it settled at once"',
    'values "すぐに決まること"',
  ),
  behaviour: help(
    'What the person usually does.',
    'ふだんの行動です。',
    'behaviour "Looks it up on the way"',
    'behaviour "移動中に調べる"',
  ),
  quote: help(
    'Something that the person typically says.',
    'その人らしい一言です。',
    'quote "I only want to know whether it is free"',
    'quote "空いているかだけ知りたい"',
  ),
  image: help('The path of a picture.', '画像のパスです。', 'image "ken.png"'),
  wants: help(
    'What the person wants to get done.',
    '成し遂げたいことです。',
    'wants "A quiet room, without effort"',
    'wants "手間なく静かな部屋を取りたい"',
  ),
  need: help(
    'Something that the person needs; `addresses` names it.',
    'ニーズです。addresses で指し示せます。',
    'need Quick "Booked in five minutes" kano mustBe',
    'need すぐ予約 "5分で予約したい" kano mustBe',
  ),
  kano: help('How much it counts, by the model of Kano.', '狩野モデルでの品質要素です。', 'kano mustBe'),
  'Need.kano': help(
    'How much the need counts, by the model of Kano.',
    'ニーズの品質要素(狩野モデル)です。',
    'need Quick "Booked in five minutes" kano mustBe',
  ),
  pain: help(
    'Something that troubles the person; `solves` and `addresses` name it.',
    '課題・悩みです。solves や addresses で指し示せます。',
    'pain NoTime "No time to phone"',
    'pain 時間がない "電話する時間がない"',
  ),
  question: help(
    'Something that the customer wants to know; `answers` names it where it is answered.',
    '顧客が知りたいことです。答えが得られる場面で answers に書きます。',
    'question FreeToday "Is it free today?"',
    'question 今日の空き "今日は空いている?"',
  ),
  blocks: help(
    'The touchpoint that the customer does not take before this is answered.',
    '答えが出るまで進めないタッチポイントです。',
    'question Price "What does it cost?" blocks Payment',
  ),
  prefers: help(
    'The channels that the person likes best, in their order.',
    '好むチャネルを、好きな順に書きます。',
    'prefers web, chat',
  ),
  avoids: help('Channels that the person does not like to use.', '避けたいチャネルです。', 'avoids phone'),
  has: help('Devices and skills that the person has.', '持っている機器や技能です。', 'has smartphone'),
  lacks: help('Devices and skills that the person does not have.', '持っていない機器や技能です。', 'lacks smartphone'),
  language: help('The languages that are spoken.', '使える言語です。', 'language ja, en'),
  hours: help('Days and hours.', '曜日と時間帯です。', 'hours weekdays 9:00-18:00', 'hours 平日 9:00-18:00'),
  'Persona.hours': help(
    'When the person has time for this.',
    'この用件に使える曜日と時間帯です。',
    'hours weekdays 18:00-22:00',
    'hours 平日 18:00-22:00',
  ),
  'Channel.hours': help(
    'When somebody is there.',
    '営業・受付の曜日と時間帯です。',
    'hours weekdays 9:00-18:00',
    'hours 平日 9:00-18:00',
  ),
  patience: help(
    'How long the whole journey may make the person wait.',
    'ジャーニー全体で待てる時間です。',
    'patience 3 days',
    'patience 3日',
  ),
  expects: help(
    'What the customer expects, in words or as a time to reply.',
    '期待していることです。返信までの時間でも書けます。',
    'expects reply within 1 h on email',
    'expects reply within 1時間 on email',
  ),
  reply: help('A time within which an answer is expected.', '返信を期待する時間です。', 'expects reply within 1 h'),
  within: help('The longest time that it may take.', 'かかってよい最長の時間です。', 'expects reply within 1 h'),
  'Goal.within': help('How long reaching the goal may take.', '達成までの期間です。', 'within 3 months'),
  'Handover.within': help(
    'How fast the other team takes over.',
    '引き継ぎにかかる最長の時間です。',
    'handover Sales -> Support within 1 h',
  ),
  'Announcement.within': help(
    'The time that the customer is promised.',
    '顧客に約束する時間です。',
    'tells "We call you back" within 30 min',
  ),
  'Offer.within': help('How fast it comes.', '提供までの時間です。', 'offers callback within 30 min'),
  'Expectation.on': help('On which channels.', '対象のチャネルです。', 'expects reply within 1 h on email'),
  ltv: help('What the customer is worth over the years.', '顧客生涯価値(LTV)です。', 'ltv 180000 JPY', 'ltv 18万円'),
  value: help('How valuable the customer is, in a word.', '顧客としての価値を一語で書きます。', 'value high'),
  share: help('The part of all customers.', '全顧客に占める割合です。', 'share 30%'),
  where: help(
    'Who belongs to the segment.',
    'セグメントに含める条件です。',
    'where "More than three bookings a month"',
    'where "月4回以上予約する人"',
  ),

  // Channels, systems, data
  human: help('A person is at the other end.', '人が対応するチャネルです。', 'human'),
  live: help('The answer comes at once.', 'その場で応答があるチャネルです。', 'live'),
  selfService: help('The customer gets things done alone.', '顧客だけで手続きが完了するチャネルです。', 'selfService'),
  thirdParty: help('Another company runs it.', '他社が運営するチャネルです。', 'thirdParty'),
  requires: help('What the customer must have to use it.', '利用に必要なものです。', 'requires smartphone'),
  limit: help('The longest wait that is acceptable.', '許容できる最長の待ち時間です。', 'limit 3 min', 'limit 3分'),
  'WaitLimit.on': help(
    'The channels for which the limit holds.',
    '制限の対象となるチャネルです。',
    'limit 3 min on phone',
  ),
  partner: help(
    "The partner's system behind the channel.",
    'チャネルを運営する他社のシステムです。',
    'partner Courier',
  ),
  holds: help('The data that the system keeps.', 'システムが保有する情報です。', 'holds name, email'),
  masters: help(
    'The data of which the system has the true value.',
    'このシステムを正とする情報です。',
    'masters address',
  ),
  shares: help('The data that go on to other systems.', '他のシステムへ渡す情報です。', 'shares email -> Crm'),
  'Sharing.->': help('The systems that get the data.', '渡す先のシステムです。', 'shares email -> Crm'),
  recognises: help(
    'The data by which a returning customer is known.',
    '顧客を見分けるために使う情報です。',
    'recognises memberNo',
  ),
  latency: help('How old the data may be.', '反映までの遅れです。', 'latency 1 day', 'latency 1日'),
  '->': help(
    'The way to the next touchpoint, perhaps with a share, a condition or only for some personas.',
    '次のタッチポイントへの行き先です。割合、条件、対象のペルソナを添えられます。',
    '-> Payment 70% when "it is free"',
    '-> 支払い 70% when "空いている"',
  ),
  'Handover.->': help('The team that takes over.', '引き継ぐ先のチームです。', 'handover Sales -> Support'),
  'Failure.->': help('Where the customer can go on.', '失敗したときの行き先です。', 'on failure -> Help'),
  'Loop.->': help(
    'Where it goes on after the last attempt.',
    '上限に達したあとの行き先です。',
    'loop max 3 then -> Help',
  ),
  carries: help(
    'The data that go along, so that nobody has to ask again.',
    '一緒に引き継ぐ情報です。再び尋ねずに済みます。',
    '-> Agent carries name, orderNo',
  ),
  'Handover.carries': help('The data that go along.', '引き継ぐ情報です。', 'handover Sales -> Support carries email'),
  'Loop.carries': help('The data that go along.', '引き継ぐ情報です。', 'loop max 3 then -> Help carries email'),
  with: help(
    'Closes the circle: the other team reports back.',
    '結果を報告し合うことを表します。',
    'handover Sales -> Support with feedback',
  ),
  feedback: help(
    'The other team reports back.',
    '引き継いだ先から結果の報告があります。',
    'handover Sales -> Support with feedback',
  ),
  retention: help('How long it is kept.', '保存する期間です。', 'retention 1 year', 'retention 1年'),
  valid: help(
    'The channels that accept it, for example a coupon.',
    'クーポンなどを利用できるチャネルです。',
    'valid on store',
  ),
  alias: help(
    'Other names of the same thing.',
    '同じものの別名です。',
    'alias "customer number"',
    'alias "お客様番号"',
  ),
  covers: help(
    'The data and purposes that the consent is about.',
    '同意の対象となる情報と目的です。',
    'covers email for marketing',
  ),
  optional: help('Customers may leave it out.', '任意であることを表します。', 'optional'),
  'Consent.optional': help('Nobody has to agree.', '同意は任意です。', 'optional'),
  'ConsentRequest.optional': help(
    'The customer need not agree here.',
    'ここでの同意は任意です。',
    'consent Newsletter optional',
  ),
  'Request.optional': help('The customer may leave it empty.', '入力は任意です。', 'asks birthday optional'),
  'Touchpoint.optional': help('Not everybody comes here.', 'ここを通らない顧客もいます。', 'optional'),
  required: help('Without it the customer cannot go on.', '同意しないと先へ進めません。', 'required'),
  'ConsentRequest.required': help(
    'The customer cannot go on without it.',
    '同意しないと先へ進めません。',
    'consent Terms required',
  ),

  // Metrics, goals, actions, experiments
  better: help('In which direction it gets better.', '良くなる向きです。', 'better up'),
  baseline: help('Where it stands today.', '現在の値です。', 'baseline 62%'),
  target: help('Where it is to go, and until when.', '目標の値と期日です。', 'target 80% by 2027-03'),
  'Journey.target': help(
    'The persona whom this journey is made for first of all.',
    '主な対象となるペルソナです。',
    'target Ken',
  ),
  'Target.by': help('The date for the target.', '目標の期日です。', 'target 80% by 2027-03'),
  scale: help('The lowest and the highest value.', '最小値と最大値です。', 'scale 0 .. 10'),
  at: help('The touchpoints that it is about.', '対象のタッチポイントです。', 'at Payment'),
  source: help(
    'Where the number comes from.',
    '数値の出どころです。',
    'source "Web analytics"',
    'source "アクセス解析"',
  ),
  by: help('The date until when.', '期日です。', 'by 2027-03-31'),
  'Touchpoint.by': help(
    'Who makes contact: the customer, the company or a partner.',
    '誰から働きかけるかを書きます。',
    'by customer',
  ),
  supports: help('The goals that the action serves.', '施策が貢献する目標です。', 'supports SelfService'),
  solves: help(
    'The barriers, questions, pains or needs that it takes away.',
    '解決する障壁・質問・課題・ニーズです。',
    'solves OldCalendar',
    'solves 古いカレンダー',
  ),
  due: help('The day on which it is to be done.', '完了の期日です。', 'due 2027-03-31'),
  effort: help('How much work it is, from 1 to 5.', '必要な労力です(1〜5)。', 'effort 2'),
  'Touchpoint.effort': help(
    'How much trouble the customer has here, from 1 (none) to 7.',
    '顧客の手間です。1(まったくない)〜7で書きます。',
    'effort 5',
  ),
  impact: help('How much it helps, from 1 to 5.', '効果の大きさです(1〜5)。', 'impact 4'),
  ticket: help('Its number or address in your tracker.', '課題管理ツールの番号やURLです。', 'ticket "CX-42"'),
  kind: help('What kind it is.', '種類です。', 'kind asIs'),
  'Action.kind': help(
    'Takes a barrier away, or gives a push.',
    '障壁を取り除くか、後押しするかを書きます。',
    'kind remove',
  ),
  'Touchpoint.kind': help(
    'Whether a message advertises or belongs to something that is going on.',
    '販促の連絡か、手続きに伴う連絡かを書きます。',
    'kind transactional',
  ),
  'Journey.kind': help(
    'As it is, as it is to be, or as logs show it.',
    '現状か、あるべき姿か、実際の記録かを書きます。',
    'kind asIs',
  ),
  phase: help('When it comes, by number or name.', '実施の段階です。', 'phase 1'),
  cost: help('What it costs.', '費用です。', 'cost 1200 JPY', 'cost 1200円'),
  'Touchpoint.cost': help(
    'What one such contact costs the company.',
    '1回の対応にかかる企業側の費用です。',
    'cost 420 JPY',
    'cost 420円',
  ),
  hypothesis: help(
    'What you expect, and why.',
    '仮説です。',
    'hypothesis "Fewer fields, more bookings"',
    'hypothesis "項目を減らせば予約が増える"',
  ),
  variants: help(
    'What is tried; the first is what there is today.',
    '比べるバリエーションです。最初のものを現状とします。',
    'variants Long, Short',
  ),
  split: help('How customers are divided among the variants.', 'バリエーションへの配分です。', 'split 50%, 50%'),
  effect: help(
    'The smallest change that is worth finding.',
    '検出したい最小の変化です。',
    'effect 2 pt',
    'effect 2ポイント',
  ),
  alpha: help(
    'The risk of finding a change that is not there; usually 5%.',
    '有意水準です。通常は5%です。',
    'alpha 5%',
  ),
  power: help('The chance of finding a change that is there; usually 80%.', '検出力です。通常は80%です。', 'power 80%'),
  traffic: help('How many customers come by.', '対象となる人数です。', 'traffic 800 per day'),
  per: help('The period that the number is for.', '期間の単位です。', 'traffic 800 per day'),
  runs: help('How long it runs.', '実施期間です。', 'runs 2 weeks', 'runs 2週間'),
  starts: help('The first day.', '開始日です。', 'starts 2027-01-15'),
  exclusive: help(
    'Nobody takes part in another experiment at the same time.',
    '他の実験と参加者を重ねません。',
    'exclusive',
  ),
  stop: help('When it is ended early.', '途中で終える条件です。', 'stop whenSignificant'),
  guardrail: help('Metrics that must not get worse.', '悪化させてはいけない指標です。', 'guardrail nps'),
  result: help(
    'What came of it, for each variant: conversions of visitors.',
    '結果です。バリエーションごとに成果数と人数を書きます。',
    'result Long 120 of 1000, Short 150 of 1000',
  ),
  of: help('Out of how many.', '全体の人数です。', 'result Long 120 of 1000'),
  'Experiment.on': help('The touchpoints where it runs.', '実施するタッチポイントです。', 'on Payment'),
  from: help(
    'The first day on which the value holds.',
    '値が有効になる日です。',
    'fact price = 1200 JPY from 2027-04-01',
  ),
  until: help(
    'The last day on which the value holds.',
    '値が有効な最後の日です。',
    'fact price = 1200 JPY until 2027-03-31',
  ),
  'Ability.until': help(
    'How long it is possible.',
    'いつまで可能かを書きます。',
    'can cancel until "the day before"',
    'can cancel until "前日"',
  ),
  tone: help('How it sounds.', '話し方です。', 'tone friendly, plain'),
  never: help('How it never sounds.', '避ける話し方です。', 'never pushy'),

  // Journeys and stages
  improves: help(
    'The journey as it is that this one is to replace.',
    '改善の元になる現状のジャーニーです。',
    'improves BookRoom',
  ),
  scenario: help(
    'The situation in which it begins.',
    '始まりの状況です。',
    'scenario "A meeting has moved to this afternoon"',
    'scenario "急な打ち合わせが入った"',
  ),
  'Journey.brand': help(
    'The brand whose tone of voice holds here.',
    '話し方の方針とするブランドです。',
    'brand Northline',
  ),
  reviewed: help(
    'When somebody last checked the file against reality.',
    '現実と合っているかを最後に確かめた日です。',
    'reviewed 2026-10-02',
  ),
  conversion: help('The share of customers who go on.', '次へ進む顧客の割合です。', 'conversion 12%'),
  barrier: help(
    'Something that stands in the way of the customer; `solves` names it.',
    '顧客の妨げになるものです。solves で指し示せます。',
    'barrier OldCalendar "The calendar is a week old" cause transparency severity high',
    'barrier 古いカレンダー "先週のまま" cause transparency severity high',
  ),
  cause: help(
    'Which of the five causes of friction it is.',
    '摩擦の5つの原因のうちどれかを書きます。',
    'barrier OldCalendar "A week old" cause transparency',
  ),
  severity: help('How bad it is.', '深刻さです。', 'barrier OldCalendar "A week old" severity high'),
  opportunity: help(
    'An idea for improvement, noted on the spot.',
    'その場で書き留める改善のアイデアです。',
    'opportunity "Send the form by itself" status idea',
    'opportunity "申込書を自動で送る" status idea',
  ),

  // Touchpoints: contact and story
  on: help('The channels on which it happens.', '接するチャネルです。', 'on phone'),
  'Touchpoint.on failure': help(
    'Where the customer goes when it does not work.',
    'うまくいかなかったときの行き先です。',
    'on failure -> Help 5% explains "What to try next"',
    'on failure -> ヘルプ 5% explains "次に試すこと"',
  ),
  failure: help('What happens when it does not work.', 'うまくいかなかったときのことです。', 'on failure -> Help'),
  'Touchpoint.alternative': help(
    'Other channels on which the same can be done.',
    '同じことができる別のチャネルです。',
    'alternative on web',
  ),
  momentOfTruth: help(
    'A moment that decides what the customer thinks of you.',
    '印象を決める重要な場面です。',
    'momentOfTruth',
  ),
  urgent: help('The customer is in a hurry.', '顧客が急いでいる場面です。', 'urgent'),
  reminder: help('A message that reminds of something.', '思い出してもらうための連絡です。', 'reminder'),
  existingCustomer: help(
    'Whoever comes here is a customer already.',
    'ここに来るのは既存の顧客です。',
    'existingCustomer',
  ),
  task: help('The errand that the customer is on.', '顧客の用件です。', 'task book'),
  cta: help(
    'What the customer is called upon to do.',
    '顧客に促す行動です。',
    'cta "Book now" on web',
    'cta "今すぐ予約" on web',
  ),
  'CallToAction.on': help('Where it leads.', '誘導する先のチャネルです。', 'cta "Book now" on web'),
  job: help('Which step of getting the job done this is.', 'ジョブのどの段階かを書きます。', 'job locate'),
  variant: help(
    'What some personas see instead.',
    '一部のペルソナへの出し分けです。',
    'variant for Ken "The short form"',
    'variant for 健 "短いフォーム"',
  ),
  does: help(
    'What the customer does.',
    '顧客の行動です。',
    'does "Calls the number on the page"',
    'does "サイトの番号に電話する"',
  ),
  thinks: help(
    'What the customer thinks.',
    '顧客が考えていることです。',
    'thinks "Which of these is free?"',
    'thinks "空いているのはどれ?"',
  ),
  says: help(
    'What the customer says, in their own words.',
    '顧客の言葉です。',
    'says "I have told you that already"',
    'says "さっきも言いました"',
  ),
  sees: help(
    'What the customer sees.',
    '顧客の目に入るものです。',
    'sees "A calendar of last week"',
    'sees "先週のカレンダー"',
  ),

  // Touchpoints: feeling, questions, time
  feels: help(
    'How it feels, from -2 to +2. A declared emotion brings its value; any other word needs one.',
    '感情を-2〜+2で書きます。宣言された感情は値を持ち、それ以外の語には値を添えます。',
    'feels anxious',
    'feels もやもや -1',
  ),
  answers: help(
    'The questions that are answered here.',
    'ここで答えが得られる質問です。',
    'answers FreeToday',
    'answers 今日の空き',
  ),
  addresses: help('The needs and pains that are met here.', 'ここで応えるニーズや課題です。', 'addresses Quick'),
  waits: help(
    'How long the customer waits, usually and at most.',
    '待ち時間です。通常と最長を書きます。',
    'waits 4 min max 12 min',
    'waits 4分 max 12分',
  ),
  'Wait.max': help('The longest wait.', '最長の待ち時間です。', 'waits 4 min max 12 min', 'waits 4分 max 12分'),
  told: help(
    'What the customer is told about how long it takes.',
    '待ち時間について伝えられる内容です。',
    'told "It takes about an hour"',
    'told "1時間ほどかかります"',
  ),
  because: help(
    'The reason for the wait that the customer is given.',
    '待つ理由として伝えられる内容です。',
    'because "Everything is made by hand"',
    'because "手作業のため"',
  ),
  update: help(
    'How often the customer hears how things stand.',
    '状況を知らせる間隔です。',
    'update every 1 day',
    'update every 1日',
  ),
  every: help('The time from one news to the next.', '知らせる間隔です。', 'update every 1 day'),
  takes: help('How long the customer is busy here.', '顧客がここで費やす時間です。', 'takes 5 min', 'takes 5分'),
  after: help(
    'The time between the touchpoint before and this one.',
    '前のタッチポイントからの時間です。',
    'after 2 days',
    'after 2日',
  ),
  tells: help(
    'What the customer is told about what comes next.',
    '次に何が起きるかの案内です。',
    'tells next Payment within 30 min',
    'tells "折り返しお電話します" within 30分',
  ),
  'Announcement.next': help(
    'Names the touchpoint that comes next.',
    '次に来るタッチポイントを書きます。',
    'tells next Payment',
  ),
  'Touchpoint.tells next': help(
    'Announces the touchpoint that comes next, perhaps with a time.',
    '次に来るタッチポイントを予告します。時間も添えられます。',
    'tells next Payment within 30 min',
  ),
  offers: help(
    'What the customer is offered, such as a call back or a person.',
    '折り返しや有人対応など、顧客に示す選択肢です。',
    'offers callback within 30 min',
    'offers callback within 30分',
  ),
  'Offer.on': help('On which channel.', '提供するチャネルです。', 'offers human on chat'),
  'Touchpoint.status': help(
    'Channels on which the customer can look up how things stand.',
    '状況を確かめられるチャネルです。',
    'status on web',
  ),

  // Touchpoints: information and data
  shows: help(
    'What is visible: a fact, perhaps with the value that is shown, or a kind of information.',
    '表示される情報です。ファクト(値を添えられます)か、情報の種類を書きます。',
    'shows price, terms',
  ),
  confirms: help('What the customer gets confirmed.', '確認が得られる内容です。', 'confirms booking'),
  explains: help(
    'What is explained.',
    '説明される内容です。',
    'explains "How the price is made up"',
    'explains "料金の内訳"',
  ),
  'Failure.explains': help(
    'What the customer is told when it does not work.',
    '失敗したときに伝える内容です。',
    'on failure -> Help explains "Your card was refused"',
  ),
  identity: help(
    'How well the customer is known here.',
    '顧客がどこまで特定されているかを書きます。',
    'identity login',
  ),
  stepUp: help(
    'Why the customer has to prove more than before.',
    '追加の本人確認を求める理由です。',
    'stepUp "A payment above 100,000 yen"',
    'stepUp "10万円を超える支払い"',
  ),
  reads: help('The data that the other side can see here.', '対応する側が見ている情報です。', 'reads name, orderNo'),
  asks: help('The data that the customer has to give.', '顧客に尋ねる情報です。', 'asks name, email'),
  'Request.essential': help(
    'Why it must be asked, even again.',
    '尋ねる必要がある理由です。',
    'asks birthday essential "The law requires it"',
    'asks birthday essential "法令で必要なため"',
  ),
  prefilled: help('Data that are filled in already.', 'あらかじめ入力されている情報です。', 'prefilled name, email'),
  gives: help(
    'What the customer is given: a number, a document, a coupon.',
    '顧客に渡すものです。番号、書類、クーポンなど。',
    'gives bookingNo',
    'gives 予約番号',
  ),
  redeems: help(
    'What the customer uses up here, such as a coupon.',
    'クーポンなど、ここで使うものです。',
    'redeems coupon',
  ),
  forgets: help('Data that are deleted here.', 'ここで削除する情報です。', 'forgets cardNumber'),
  uses: help(
    'Data that are used here, and what for.',
    'ここで利用する情報と目的です。',
    'uses email for marketing basis consent',
  ),
  'Use.basis': help(
    'What allows it: consent, a contract, the law.',
    '利用の根拠です。同意、契約、法令など。',
    'uses email for marketing basis consent',
  ),
  withdraws: help(
    'The consents that the customer can take back here.',
    'ここで撤回できる同意です。',
    'withdraws Newsletter',
  ),
  personalises: help(
    'The data by which what is shown is fitted to the customer.',
    '出し分けに使う情報です。',
    'personalises with purchaseHistory fallback "Best sellers"',
    'personalises with purchaseHistory fallback "人気の商品"',
  ),
  'Touchpoint.with': help(
    'The data by which it is fitted to the customer.',
    '出し分けに使う情報です。',
    'personalises with purchaseHistory',
  ),
  fallback: help(
    'What is shown when nothing is known.',
    '情報がないときに見せるものです。',
    'personalises with purchaseHistory fallback "Best sellers"',
  ),
  collects: help('What is gathered here, such as feedback.', 'ここで集めるものです。', 'collects feedback'),

  // Touchpoints: commitment, behind the scenes, way on
  commits: help('What the customer binds themselves to.', '顧客が約束・契約する内容です。', 'commits booking'),
  can: help(
    'What the customer can undo or change, where and until when.',
    '取り消しや変更ができる内容、手段、期限です。',
    'can cancel, change via web until "the day before"',
    'can cancel, change via web until "前日"',
  ),
  via: help('The channels on which it is possible.', '手続きができるチャネルです。', 'can cancel via web'),
  final: help(
    'Why there is no way back.',
    '取り消せない理由です。',
    'final "Cut to measure"',
    'final "受注生産のため"',
  ),
  frontstage: help(
    'What staff do before the eyes of the customer.',
    '顧客に見える従業員の行動です。',
    'frontstage "Reads out what is free"',
    'frontstage "空きを読み上げる"',
  ),
  backstage: help(
    'What happens where the customer does not see it.',
    '顧客から見えない業務です。',
    'backstage "Writes it into the ledger"',
    'backstage "台帳に書き写す"',
  ),
  support: help(
    'The processes and tools behind it.',
    '業務を支える仕組みです。',
    'support "Payment service"',
    'support "決済サービス"',
  ),
  handledBy: help(
    'Who answers: a person or a machine.',
    '人が対応するか、機械が対応するかを書きます。',
    'handledBy staff',
  ),
  event: help('The name of the event in your logs.', 'ログでのイベント名です。', 'event "booking_confirmed"'),
  when: help(
    'The condition for this way, in words.',
    'この行き先になる条件です。',
    '-> Payment when "it is free"',
    '-> 支払い when "空いている"',
  ),
  transfer: help('The customer is passed to somebody else.', '別の担当へ引き継がれます。', '-> Agent transfer'),
  loop: help(
    'How often the customer can come back here, and where it goes on then.',
    '繰り返しの上限と、その後の行き先です。',
    'loop max 3 then -> Help',
  ),
  'Touchpoint.loop max': help(
    'How often the customer can come back here, and where it goes on then.',
    '繰り返しの上限と、その後の行き先です。',
    'loop max 3 then -> Help',
  ),
  max: help('How often at most.', '最大の回数です。', 'loop max 3'),
  'Loop.then': help(
    'Where it goes on after the last attempt.',
    '上限に達したあとの行き先です。',
    'loop max 3 then -> Help',
  ),
  during: help(
    'Happens while the customer waits at that touchpoint.',
    '別のタッチポイントで待っている間に起きます。',
    'during Delivery',
  ),
  end: help('The journey ends here, and how.', 'ここで終わること、終わり方を書きます。', 'end success'),
  'Failure.end': help('The journey ends with this.', '失敗で終わる場合の終わり方です。', 'on failure end exit'),
  'Loop.end': help(
    'The journey ends after the last attempt.',
    '上限に達したときの終わり方です。',
    'loop max 3 then end failure',
  ),
};
