import { help, type KeywordTable } from './help.ts';

/** Channels, systems and data. */
export const RESOURCES: KeywordTable = {
  human: help('A person is at the other end.', '人が対応するチャネルです。', 'human'),
  live: help('The answer comes at once.', 'その場で応答があるチャネルです。', 'live'),
  selfService: help('The customer gets things done alone.', '顧客だけで手続きが完了するチャネルです。', 'selfService'),
  thirdParty: help('Another company runs it.', '他社が運営するチャネルです。', 'thirdParty'),
  requires: help('What the customer must have to use it.', '利用に必要なものです。', 'requires smartphone'),
  'Touchpoint.requires': help(
    'What the customer must have at hand for it.',
    'ここで顧客の手元に必要なものです。',
    'requires printer',
    'requires 印鑑',
  ),
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
  latency: help(
    'How late data from other systems arrive here. A touchpoint that needs them sooner is reported.',
    'ほかのシステムのデータが反映されるまでの遅れです。それより早く必要になるタッチポイントは指摘されます。',
    'latency 1 day',
    'latency 1日',
  ),
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
    'Other names of the same thing, by which it can be referred to as well.',
    '同じものの別名です。名前の代わりにも書けます。',
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
};
