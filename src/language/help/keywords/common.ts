import { help, type KeywordTable } from './help.ts';

/** What many blocks have, and their parts. */
export const COMMON: KeywordTable = {
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
    '責任を持つ部門です。タッチポイントに書かなければ、ステージやジャーニーの担当になります。',
    'owner FrontDesk',
    'owner 受付',
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
    '担当する部門です。',
    'opportunity "Send the form by itself" owner FrontDesk',
    'opportunity "申込書を自動で送る" owner 受付',
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
    'for 健',
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
    'question 今日の空き "今日は空いている?" for 健',
  ),
  'Barrier.for': help(
    'In whose way it stands.',
    '誰にとっての障壁かを書きます。',
    'barrier SmallPrint "Too small to read" for Edith',
  ),
  'Arrow.for': help(
    'Only these personas go this way.',
    'この行き方をするペルソナです。',
    '-> Payment for Ken',
    '-> 支払い for 健',
  ),
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
    'variant for 健 "短いフォームにする"',
  ),
  'CallToAction.for': help(
    'Whom it is meant for.',
    '誰に向けたものかを書きます。',
    'cta "Book now" for Ken',
    'cta "今すぐ予約" for 健',
  ),
  'Fact.for': help(
    'For whom the value holds.',
    '値が当てはまるペルソナです。',
    'fact price = 1200 JPY for Ken',
    'fact 料金 = 1200円 for 健',
  ),
};
