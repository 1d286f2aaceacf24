import { help, type KeywordTable } from './help.ts';

/** What lies behind a touchpoint: information, data, commitment, staff, ways on. */
export const BEHIND: KeywordTable = {
  // Touchpoints: information and data
  shows: help(
    'What is visible: a fact, perhaps with the value that is shown, or a kind of information.',
    '表示される情報です。事実(値を添えられます)か、情報の種類を書きます。',
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
    'on failure -> サポート explains "カードが使えませんでした"',
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
    'withdraws メルマガ',
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
    'How often the customer can come back here, and where it goes on then: by default with the next touchpoint in the text.',
    '繰り返しの上限と、その後の行き先です。行き先がなければ、次に書いたタッチポイントへ進みます。',
    'loop max 3 then -> Help',
    'loop max 3 then -> サポート',
  ),
  'Touchpoint.loop max': help(
    'How often the customer can come back here, and where it goes on then: by default with the next touchpoint in the text.',
    '繰り返しの上限と、その後の行き先です。行き先がなければ、次に書いたタッチポイントへ進みます。',
    'loop max 3 then -> Help',
    'loop max 3 then -> サポート',
  ),
  max: help('How often at most.', '最大の回数です。', 'loop max 3'),
  'Loop.then': help(
    'Where it goes on after the last attempt.',
    '上限に達したあとの行き先です。',
    'loop max 3 then -> Help',
    'loop max 3 then -> サポート',
  ),
  during: help(
    'Happens while the customer waits at that touchpoint.',
    '別のタッチポイントで待っている間に起きます。',
    'during Delivery',
    'during 配達',
  ),
  end: help('The journey ends here, and how.', 'ここで終わること、終わり方を書きます。', 'end success'),
  'Failure.end': help('The journey ends with this.', '失敗で終わる場合の終わり方です。', 'on failure end exit'),
  'Loop.end': help(
    'The journey ends after the last attempt.',
    '上限に達したときの終わり方です。',
    'loop max 3 then end failure',
  ),
};
