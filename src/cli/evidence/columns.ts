import type { Text } from '../../model/text.ts';

/** Which column of a log holds what. */
export interface Columns {
  readonly case: string;
  readonly activity: string;
  readonly time: string;
  readonly status?: string;
  readonly persona?: string;
  readonly segment?: string;
  /** What the customer said about the event, a number. */
  readonly score?: string;
  /** Numbers the rows where times are equal. */
  readonly order?: string;
  /** What is read only where somebody wants to know more about events than when they were. */
  readonly channel?: string;
  readonly owner?: string;
  readonly stage?: string;
}

/** Columns that say more about an event. */
export const ATTRIBUTES = ['channel', 'owner', 'stage'] as const satisfies readonly (keyof Columns)[];

type Role = keyof Columns;

/** What columns are called, most certain first; without case, spaces, hyphens and underscores. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  case: [
    'case:concept:name',
    'case',
    'caseid',
    'trace',
    'traceid',
    'customer',
    'customerid',
    'session',
    'sessionid',
    'ケース',
    'ケースid',
    '案件',
    '顧客id',
  ],
  activity: [
    'concept:name',
    'activity',
    'event',
    'eventname',
    'activityname',
    'action',
    'task',
    'name',
    'アクティビティ',
    'イベント',
    '行動',
    '作業',
  ],
  time: [
    'time:timestamp',
    'timestamp',
    'time',
    'datetime',
    'eventtime',
    'occurredat',
    'createdat',
    'date',
    'completetime',
    '日時',
    '時刻',
    '発生日時',
  ],
  status: ['lifecycle:transition', 'status', 'outcome', 'result', 'lifecycle', '状態', '結果'],
  persona: ['persona', 'case:persona', 'ペルソナ'],
  segment: ['segment', 'case:segment', 'customersegment', 'セグメント'],
  score: ['score', 'rating', 'satisfaction', 'csat', 'nps', 'feeling', '満足度', '評価', 'スコア'],
  order: ['ord', 'seq', 'sequence', 'eventindex', '順番'],
  channel: ['channel', 'case:channel', 'medium', 'チャネル', '経路'],
  owner: ['owner', 'team', 'department', 'org:group', 'org:role', 'case:department', '担当部署', '部署', 'チーム'],
  stage: ['stage', 'phase', 'ステージ', '段階', 'フェーズ'],
};

/** What the column is called that says which variant of an experiment customers were shown. */
const VARIANT_NAMES = ['variant', 'case:variant', 'experimentvariant', 'arm', 'バリアント', 'variation'];

/** What a command wants to know of a log. */
export interface ColumnWishes {
  /** Columns that somebody has named. */
  readonly named: Partial<Columns>;
  /** `attributes`: columns that say more about events are looked for, too. `variants`: the segment is what customers were shown. */
  readonly about: 'cases' | 'attributes' | 'variants';
  /** In an object-centric log the type of the objects that are the cases. */
  readonly objectType?: string;
}

/** What is named by hand comes first, the rest is guessed from the header. */
export function guessColumns(
  header: readonly string[],
  { named, about }: Omit<ColumnWishes, 'objectType'>,
): { readonly columns: Columns } | { readonly mistake: Text } {
  const found: Partial<Record<Role, string>> = {};
  const byPlain = new Map(header.map((column) => [plain(column), column]));
  for (const role of Object.keys(NAMES) as readonly Role[]) {
    if (about !== 'attributes' && ATTRIBUTES.some((each) => each === role)) continue;
    const wanted = named[role];
    const column =
      wanted === undefined
        ? (role === 'segment' && about === 'variants' ? VARIANT_NAMES : NAMES[role]).flatMap(
            (name) => byPlain.get(plain(name)) ?? [],
          )[0]
        : header.find((each) => each === wanted);
    if (column !== undefined) found[role] = column;
    else if (wanted !== undefined) return { mistake: unknownColumn(wanted, header) };
  }
  // Who asks for more wants to know over which channel a case came, too.
  if (about === 'attributes' && found.channel !== undefined) found.segment = found.channel;
  const { case: caseColumn, activity, time, ...others } = found;
  const needed = ['case', 'activity', 'time', ...(about === 'variants' ? (['segment'] as const) : [])] as const;
  const missing = needed.filter((role) => found[role] === undefined);
  if (missing.length > 0 || caseColumn === undefined || activity === undefined || time === undefined) {
    return { mistake: missingColumns(missing, header) };
  }
  return { columns: { case: caseColumn, activity, time, ...others } };
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '');
}

function unknownColumn(column: string, header: readonly string[]): Text {
  return {
    en: `the log has no column "${column}"; it has: ${header.join(', ')}`,
    ja: `ログに列「${column}」はありません。ある列: ${header.join('、')}`,
  };
}

type NeededRole = 'case' | 'activity' | 'time' | 'segment';

const ROLES: Readonly<Record<NeededRole, Text>> = {
  case: { en: 'the case (--case)', ja: 'ケース(--case)' },
  activity: { en: 'the event (--activity)', ja: 'イベント(--activity)' },
  time: { en: 'the time (--time)', ja: '日時(--time)' },
  segment: { en: 'the variant (--variant-column)', ja: 'バリアント(--variant-column)' },
};

function missingColumns(roles: readonly NeededRole[], header: readonly string[]): Text {
  return {
    en: `cannot tell which column of the log holds ${roles.map((role) => ROLES[role].en).join(' and ')}; it has: ${header.join(', ')}`,
    ja: `ログのどの列が${roles.map((role) => ROLES[role].ja).join('・')}か分かりません。ある列: ${header.join('、')}`,
  };
}
