import { help, type KeywordTable } from './help.ts';

/** What is declared at the top of a file, and journeys with their parts. */
export const DECLARATIONS: KeywordTable = {
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
    'system 顧客台帳',
  ),
  team: help(
    'A group of people who answer for something.',
    '責任を持つ部門です。',
    'team FrontDesk "Front desk"',
    'team 受付 "総合受付"',
  ),
  handover: help(
    'An agreement on how one team passes a customer to another: what goes along, and how fast.',
    '部門から部門への引き継ぎの取り決めです。何を、どれだけの時間で渡すかを書きます。',
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
    'consent メルマガ optional',
  ),
  metric: help(
    'A number by which success is measured, with where it stands and where it is to go.',
    '成果を測る指標です。現状値と目標値を書けます。',
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
    'goal 自己完結',
  ),
  'Stage.goal': help(
    'The business goals that this stage serves.',
    'このステージが貢献する事業目標です。',
    'goal SelfService',
    'goal 自己完結',
  ),
  fact: help(
    'Something that the company states, with its one true value. Touchpoints that show another value contradict it.',
    '企業が示す事実と、その正しい値です。タッチポイントで違う値を示すと矛盾になります。',
    'fact deliveryTime "Delivery time" = 5 days',
    'fact 納期 = 5日',
  ),
  'ShownItem.fact': help(
    'Says that a declared fact is shown, and not a kind of information of the same name.',
    '同じ名前の情報の種類ではなく、宣言した事実を示すことを表します。',
    'shows fact price',
  ),
  brand: help(
    'How the company wants to sound, and how it never does.',
    '企業の語り口の方針です。',
    'brand Northline {\n  tone plain\n}',
    'brand ひだまり {\n  tone plain\n}',
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
    'バリアントを比べる実験(A/Bテスト)です。',
    'experiment ShortForm "A shorter form" {\n  variants Long, Short\n  split 50%, 50%\n}',
    'experiment 短いフォーム "短い入力フォーム" {\n  variants 長い版, 短い版\n  split 50%, 50%\n}',
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

  // Journeys and stages
  improves: help(
    'The journey as it is that this one is to replace.',
    '改善の元になる現状のジャーニーです。',
    'improves BookRoom',
    'improves 会議室予約',
  ),
  scenario: help(
    'The situation in which it begins.',
    '始まりの状況です。',
    'scenario "A meeting has moved to this afternoon"',
    'scenario "急な打ち合わせが入った"',
  ),
  'Journey.brand': help(
    'The brand whose tone of voice holds here.',
    '語り口の方針とするブランドです。',
    'brand Northline',
    'brand ひだまり',
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
};
