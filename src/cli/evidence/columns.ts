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
}

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
};

/** What is named by hand comes first, the rest is guessed from the header. */
export function guessColumns(
  header: readonly string[],
  named: Partial<Columns>,
): { readonly columns: Columns } | { readonly mistake: Text } {
  const found: Partial<Record<Role, string>> = {};
  const byPlain = new Map(header.map((column) => [plain(column), column]));
  for (const role of Object.keys(NAMES) as readonly Role[]) {
    const wanted = named[role];
    const column =
      wanted === undefined
        ? NAMES[role].flatMap((name) => byPlain.get(plain(name)) ?? [])[0]
        : header.find((each) => each === wanted);
    if (column !== undefined) found[role] = column;
    else if (wanted !== undefined) return { mistake: unknownColumn(wanted, header) };
  }
  const { case: caseColumn, activity, time, ...others } = found;
  const missing = (['case', 'activity', 'time'] as const).filter((role) => found[role] === undefined);
  if (caseColumn === undefined || activity === undefined || time === undefined) {
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

const ROLES: Readonly<Record<'case' | 'activity' | 'time', Text>> = {
  case: { en: 'the case (--case)', ja: 'ケース(--case)' },
  activity: { en: 'the event (--activity)', ja: 'イベント(--activity)' },
  time: { en: 'the time (--time)', ja: '日時(--time)' },
};

function missingColumns(roles: readonly ('case' | 'activity' | 'time')[], header: readonly string[]): Text {
  return {
    en: `cannot tell which column of the log holds ${roles.map((role) => ROLES[role].en).join(' and ')}; it has: ${header.join(', ')}`,
    ja: `ログのどの列が${roles.map((role) => ROLES[role].ja).join('・')}か分かりません。ある列: ${header.join('、')}`,
  };
}
