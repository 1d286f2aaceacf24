// What is said about the as-is journeys, read line by line by a service designer: each line is a complaint that a customer
// of this company has. A rule counts only once its findings have been read, so a new one does not break the build.

/** The rules whose findings below are complete. */
export const readRules: ReadonlySet<string> = new Set([
  'answered-too-late',
  'asks-again',
  'bad-ending',
  'channel-avoided',
  'channel-inaccessible',
  'channel-parity-gap',
  'commit-without-final-terms',
  'contradictory-facts',
  'data-before-consent',
  'data-never-used',
  'dead-end',
  'drop-at-handover',
  'emotion-swing',
  'excess-channel-switches',
  'experiment-incomplete',
  'experiment-underpowered',
  'failure-without-recovery',
  'forced-account',
  'forced-channel-switch',
  'goal-without-metric',
  'handover-loses-identity',
  'late-cost-disclosure',
  'marketing-without-optin',
  'metric-scale-invalid',
  'negative-peak',
  'next-step-untold',
  'no-cold-start-fallback',
  'no-confirmation',
  'no-human-escape',
  'no-progress-shown',
  'no-self-service',
  'no-way-back',
  'no-withdrawal-path',
  'notification-overload',
  'one-size-touchpoint',
  'outside-available-hours',
  'owner-missing',
  'pain-point-ignored',
  'parallel-race',
  'personalisation-without-data',
  'preferred-channel-unavailable',
  'promise-conflict',
  'purpose-not-shown',
  'queue-without-callback',
  'silent-wait',
  'silo-handover',
  'status-not-checkable',
  'third-party-handoff-unannounced',
  'tone-mismatch',
  'too-many-fields',
  'transfer-loses-context',
  'unaddressed-dip',
  'unanswered-question',
  'unprotected-moment-of-truth',
  'unreachable-touchpoint',
  'unsolved-barrier',
  'wait-budget-exceeded',
  'wait-over-threshold',
  'wait-untold',
]);

/** For each file, in the order of the text: the touchpoint, or the way between two, and the rules. */
export const golden: Readonly<Record<string, readonly (readonly [where: string, ...rules: string[]])[]>> = {
  'broadband-outage/as-is.journey': [
    // Nobody does anything about telling it again, not knowing how long, and menus that are too fast.
    ['BroadbandOutage', 'pain-point-ignored', 'wait-budget-exceeded'],
    // Both questions of the first minute are answered by the fifth person or machine that is asked.
    ['RedLight', 'answered-too-late'],
    ['AsksBot', 'asks-again', 'negative-peak', 'no-human-escape', 'unsolved-barrier'],
    // Amir would write to somebody, and nowhere can.
    ['SeekHelp', 'preferred-channel-unavailable'],
    ['GetThrough', 'preferred-channel-unavailable'],
    ['Settle', 'preferred-channel-unavailable'],
    ['FindsNumber -> VoiceMenu', 'forced-channel-switch'],
    // For Edith, who has not met the bot, the hold music is the worst of it.
    ['HoldsTheLine', 'negative-peak', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    // The customer number was keyed in a minute ago; the fault was typed into search and bot.
    ['FirstAgent', 'asks-again'],
    ['FirstAgent -> TechAgent', 'transfer-loses-context'],
    // 48 hours were promised; a text after six hours and three days of waiting follow.
    ['TechAgent -> EngineerVisit', 'promise-conflict'],
    ['TechAgent', 'asks-again', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    // How long was said (wrongly), why was not.
    ['WaitsForEngineer', 'silent-wait', 'status-not-checkable', 'wait-untold'],
    ['CallsToChase', 'asks-again', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    // The contractor never hears that the customer has called; billing never hears how long it took.
    ['CallsToChase -> EngineerVisit', 'silo-handover'],
    // No card, no call, and the order is closed.
    ['EngineerVisit', 'failure-without-recovery'],
    ['GetsSurvey -> ClaimsCredit', 'silo-handover'],
    ['ClaimsCredit', 'asks-again'],
    ['ClaimsCredit -> WrongBill', 'next-step-untold'],
    ['WrongBill', 'bad-ending', 'unsolved-barrier'],
    // 7.2 of 5: the figures of the old survey.
    ['shared', 'metric-scale-invalid'],
  ],
  'coworking/as-is.journey': [
    ['会議室予約', 'excess-channel-switches', 'wait-budget-exceeded'],
    // 佐藤さんの「請求書で払える?」は、仮押さえのあとで初めて答えが出る。
    ['紹介ページ', 'answered-too-late'],
    // 健さんは画面で済ませたい。佐藤さんは文面を残したい。
    ['問い合わせる', 'preferred-channel-unavailable'],
    ['申し込む', 'preferred-channel-unavailable'],
    ['支払う', 'preferred-channel-unavailable'],
    ['空き状況 -> 電話をかける', 'forced-channel-switch'],
    [
      '電話をかける',
      'outside-available-hours',
      'queue-without-callback',
      'unsolved-barrier',
      'wait-over-threshold',
      'wait-untold',
    ],
    ['留守番電話', 'unaddressed-dip'],
    ['留守番電話 -> 折り返し', 'next-step-untold'],
    ['折り返し', 'wait-over-threshold', 'wait-untold'],
    // 留守番電話に吹き込んだ人だけ、同じことを二度言う。
    ['空きを尋ねる', 'asks-again', 'no-self-service'],
    ['ほかの会場', 'bad-ending'],
    ['申込書が届く', 'wait-over-threshold', 'wait-untold'],
    // 電話で名乗った相手のことを、台帳は知らない。
    ['申込書が届く -> 申込書を書く', 'handover-loses-identity'],
    ['申込書を書く', 'asks-again', 'negative-peak', 'no-progress-shown'],
    ['身分証を撮る', 'data-never-used', 'unanswered-question'],
    ['仮押さえ', 'no-confirmation', 'no-way-back'],
    ['仮押さえ -> 取れたか確かめる', 'forced-channel-switch'],
    [
      '取れたか確かめる',
      'asks-again',
      'no-self-service',
      'queue-without-callback',
      'wait-over-threshold',
      'wait-untold',
    ],
    ['取れたか確かめる -> 現金で払う', 'handover-loses-identity'],
    ['現金で払う', 'no-self-service'],
    ['取れたか確かめる -> 請求書を頼む', 'handover-loses-identity'],
    [
      '請求書を頼む',
      'asks-again',
      'no-self-service',
      'silent-wait',
      'status-not-checkable',
      'wait-over-threshold',
      'wait-untold',
    ],
    ['記帳する', 'asks-again'],
    ['領収書 -> 記帳する', 'handover-loses-identity', 'silo-handover'],
    ['請求書を頼む -> 記帳する', 'handover-loses-identity'],
    ['鍵を待つ', 'wait-untold'],
    ['日程を変える', 'asks-again', 'no-self-service', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    ['月額プランに入る', 'asks-again', 'commit-without-final-terms', 'no-withdrawal-path'],
    // 契約中の会社だと、受付には分からない。
    ['申込の控え -> 退会を申し出る', 'silo-handover'],
    ['退会を申し出る', 'asks-again', 'no-self-service', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    ['退会を申し出る -> 退会届を送る', 'forced-channel-switch', 'handover-loses-identity'],
    ['退会届を送る', 'asks-again', 'bad-ending', 'silent-wait', 'status-not-checkable', 'wait-untold'],
  ],
  'genz-subscription/as-is.journey': [
    // Forgotten trials, an easy way out, a tone for adults: nothing is done about what they came with.
    ['FromVideoToSubscription', 'pain-point-ignored'],
    ['ReadsComments', 'answered-too-late'],
    // The pixel fires before the banner asks.
    ['LandingPage', 'channel-avoided', 'data-before-consent'],
    // Agreed once, for ever.
    ['CookieBanner', 'no-withdrawal-path'],
    ['SignsUp', 'data-never-used'],
    ['WelcomeScreens', 'channel-avoided'],
    ['FirstPicks', 'no-cold-start-fallback', 'personalisation-without-data'],
    // A minute as a rule, twelve at times, and nothing on the screen changes.
    ['VerifiesMail', 'wait-untold'],
    // A brand that wants to be a friend, and is never pushy or bureaucratic.
    ['PushDayOne', 'marketing-without-optin', 'notification-overload', 'one-size-touchpoint', 'tone-mismatch'],
    ['WeeklyNews', 'channel-avoided', 'marketing-without-optin'],
    ['PushDayThree', 'marketing-without-optin', 'tone-mismatch'],
    ['PushDayFour', 'marketing-without-optin', 'tone-mismatch'],
    // Daniel would decide and leave on his laptop.
    ['Subscribe', 'preferred-channel-unavailable'],
    ['Leave', 'preferred-channel-unavailable'],
    ['FinalScreen', 'commit-without-final-terms', 'no-withdrawal-path', 'unanswered-question'],
    ['ContractMail', 'tone-mismatch'],
    ['LooksForExit -> CallsToCancel', 'forced-channel-switch'],
    [
      'CallsToCancel',
      'asks-again',
      'channel-avoided',
      'no-self-service',
      'queue-without-callback',
      'wait-over-threshold',
      'wait-untold',
    ],
    ['CallsToCancel -> LastCharge', 'next-step-untold'],
    ['LastCharge', 'bad-ending', 'tone-mismatch'],
    // Two weeks for a difference that takes four months to see.
    ['shared', 'experiment-underpowered'],
  ],
  'large-tv/as-is.journey': [
    // 「設置まで任せたい」「昼は電話に出られない」に応える接点がない。
    ['大型テレビの購入', 'excess-channel-switches', 'pain-point-ignored', 'wait-budget-exceeded'],
    // 広告と商品ページは「最短翌日」、実際は5営業日。
    ['Instagram広告', 'contradictory-facts'],
    ['商品ページ', 'contradictory-facts', 'unanswered-question'],
    // ネットで調べたことを、店の担当者は知らない。
    ['ボットに聞く -> 売り場で見る', 'handover-loses-identity', 'silo-handover'],
    ['売り場で見る', 'asks-again'],
    // 正夫さんは、何に使うかを聞かないまま住所を書く。
    ['見積をもらう', 'purpose-not-shown'],
    ['クーポンを見せる', 'channel-parity-gap', 'negative-peak'],
    // 店で見積をもらったばかりなのに、ECサイトには何も残っていない。
    ['カートに入れる', 'asks-again', 'no-progress-shown'],
    ['会員登録する', 'asks-again', 'data-never-used', 'forced-account'],
    ['確認メール -> 着信に気づく', 'drop-at-handover', 'handover-loses-identity', 'silo-handover'],
    // 正夫さんにとっては、店で断られたことがいちばん記憶に残る。
    ['会員証を求められる', 'channel-inaccessible', 'negative-peak'],
    ['着信に気づく', 'channel-avoided', 'outside-available-hours', 'unsolved-barrier'],
    ['店で払う -> 日時を決める', 'handover-loses-identity', 'silo-handover'],
    ['届く', 'preferred-channel-unavailable'],
    ['日時を決める', 'asks-again', 'channel-avoided', 'queue-without-callback', 'wait-over-threshold'],
    ['届くのを待つ', 'silent-wait', 'status-not-checkable'],
    ['設置してもらう', 'late-cost-disclosure'],
    ['設置してもらう -> サポートに電話する', 'handover-loses-identity'],
    ['サポートに電話する', 'asks-again', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    ['設置してもらう -> 延長保証の案内', 'handover-loses-identity'],
    // 冷蔵庫を買った人だと思われている。
    ['延長保証の案内', 'no-cold-start-fallback', 'personalisation-without-data'],
  ],
  'quick-start.journey': [
    ['ReadsPage', 'unsolved-barrier'],
    ['ReadsPage -> Calls', 'forced-channel-switch'],
    ['Book', 'preferred-channel-unavailable'],
    ['Calls', 'queue-without-callback', 'wait-over-threshold', 'wait-untold'],
    // "At once" means half an hour, and takes three hours.
    ['LeavesMessage -> SendsForm', 'promise-conflict'],
    ['LeavesMessage', 'negative-peak', 'unaddressed-dip', 'wait-over-threshold', 'wait-untold'],
    ['Calls -> SendsForm', 'handover-loses-identity'],
    ['SendsForm -> GetsConfirmation', 'next-step-untold'],
    ['SendsForm', 'asks-again', 'no-way-back', 'unaddressed-dip'],
  ],
};
