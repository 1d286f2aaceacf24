import { help, type KeywordTable } from './help.ts';

/** What happens at a touchpoint: contact, story, feeling, questions, time. */
export const MOMENTS: KeywordTable = {
  // Touchpoints: contact and story
  on: help('The channels on which it happens.', '接するチャネルです。', 'on phone'),
  'Touchpoint.on failure': help(
    'Where the customer goes when it does not work.',
    'うまくいかなかったときの行き先です。',
    'on failure -> Help 5% explains "What to try next"',
    'on failure -> ヘルプ 5% explains "次に試すこと"',
  ),
  failure: help(
    'What happens when it does not work.',
    'うまくいかなかったときのことです。',
    'on failure -> Help',
    'on failure -> サポート',
  ),
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
  addresses: help(
    'The needs and pains that are met here.',
    'ここで応えるニーズや課題です。',
    'addresses Quick',
    'addresses すぐ予約',
  ),
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
    'tells next 支払い',
  ),
  'Touchpoint.tells next': help(
    'Announces the touchpoint that comes next, perhaps with a time.',
    '次に来るタッチポイントを予告します。時間も添えられます。',
    'tells next Payment within 30 min',
    'tells next 支払い within 30分',
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
};
