import { listed } from './entries.ts';
import type { Row } from './rows.ts';

/** What stands above a table, as people put it there in a spreadsheet: its title, and for whom it is. */
export interface Preface {
  readonly title?: string;
  readonly personas: readonly PrefacePersona[];
  readonly scenario?: string;
  /** Everything else, as it is written. */
  readonly notes: readonly string[];
}

interface PrefacePersona {
  readonly name: string;
  /** What stands behind the name in brackets. */
  readonly about?: string;
}

/** The lines above the headings, and the table itself. A table of one or two columns has no lines above. */
export function parted(rows: readonly Row[]): { readonly preface: Preface; readonly table: readonly Row[] } {
  const width = Math.max(0, ...rows.map(({ cells }) => filled(cells).length));
  const start = width < 3 ? 0 : rows.findIndex(({ cells }) => !standsAbove(cells));
  const above = rows.slice(0, Math.max(start, 0)).map(({ cells }) => filled(cells));
  return { preface: prefaceOf(above), table: rows.slice(Math.max(start, 0)) };
}

function standsAbove(cells: readonly string[]): boolean {
  const [first = '', ...others] = filled(cells);
  return others.length === 0 || (others.length === 1 && kindOf(first) !== undefined);
}

function prefaceOf(lines: readonly (readonly string[])[]): Preface {
  const personas: PrefacePersona[] = [];
  const notes: string[] = [];
  let [title, scenario]: (string | undefined)[] = [];
  for (const cells of lines) {
    const [whole = ''] = cells;
    const [, label = whole, value = cells[1] ?? ''] =
      cells.length === 1 ? (/^([^::]+)[::]\s*(.+)$/s.exec(whole) ?? []) : [];
    const kind = value === '' ? undefined : kindOf(label);
    if (kind === 'persona') personas.push(...namesIn(value).map(personaOf));
    else if (kind === 'title') title = value;
    else if (kind === 'scenario' && scenario === undefined) scenario = value;
    else if (kind === undefined && kindOf(whole) === 'title')
      continue; // It says only what the whole file is.
    else if (title === undefined && cells.length === 1 && lines[0] === cells) title = whole;
    else notes.push(cells.join(': '));
  }
  return {
    ...(title === undefined ? {} : { title }),
    personas,
    ...(scenario === undefined ? {} : { scenario }),
    notes,
  };
}

function kindOf(label: string): keyof typeof labels | undefined {
  const folded = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:_-]+/g, '');
  return (['persona', 'title', 'scenario'] as const).find((kind) => labels[kind].test(folded));
}

const labels = {
  persona:
    /^((target|buyer)?personas?|customers?|users?|actors?|who|(バイヤー|ターゲット)?ペルソナ|対象(者|顧客)?|顧客像?|ターゲット)$/,
  title:
    /^(title|name|(customer)?journey(map)?(name)?|map|タイトル|名称|(カスタマー)?ジャーニー(マップ)?名?|マップ名|件名|テーマ)$/,
  scenario: /^(scenario|situation|context|シナリオ|状況|場面(設定)?)$/,
} as const;

/** Names one after the other; what stands in brackets may hold a comma. */
function namesIn(text: string): readonly string[] {
  const [first = ''] = text.split(/[((]/);
  return listed(first).length > 1 ? listed(text) : [text.trim()];
}

function personaOf(text: string): PrefacePersona {
  const [, name = text, about] = /^([^((]+)[((](.+)[))]$/s.exec(text) ?? [];
  return { name: name.trim(), ...(about === undefined ? {} : { about: about.trim() }) };
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
