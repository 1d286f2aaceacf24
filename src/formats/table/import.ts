import type { Text } from '../../model/text.ts';
import type { Imported, ImportProblem } from '../import/imported.ts';
import { Ids } from '../journey-text/ids.ts';
import { block, journeyText, quoted, type Statement } from '../journey-text/statements.ts';
import { COLUMNS, type ColumnId } from './columns.ts';
import { linesIn, listed } from './entries.ts';
import { columnsOf, contacts, countKnown, type Table, upright } from './headings.ts';
import { feelingIn, type Scale, scaleOf, withScore } from './feelings.ts';
import { type Preface, parted } from './preface.ts';
import type { Row } from './rows.ts';
import { tooWide } from './too-wide.ts';
import { CHANNEL_NAMES, Lexicon, type Vocabulary } from './words.ts';

export interface ImportedTable extends Imported {
  /** What each column was taken for, to be shown. */
  readonly guesses: readonly Text[];
}

/**
 * A journey file from a table: a row for each touchpoint with the headings above, or a column for each stage with the
 * headings at the left. What a column holds is guessed by its heading, in English or Japanese; a column that says nothing
 * becomes notes. Lines above the table name the journey and its persona.
 *
 * @param title of the journey, where none stands above the table
 */
export function importTable(rows: readonly Row[], title: string, vocabulary: Vocabulary): ImportedTable {
  const { preface, table } = parted(rows);
  return new TableReader(upright(table), preface, vocabulary).read(preface.title ?? title, table);
}

class TableReader {
  readonly #table: Table;
  readonly #preface: Preface;
  readonly #channels: Lexicon;
  readonly #emotions: Lexicon;
  readonly #columns: readonly (ColumnId | undefined)[];
  readonly #scale: Scale;
  readonly #ids = new Ids();
  readonly #problems: ImportProblem[] = [];
  readonly #declared = {
    persona: new Map<string, string>(),
    channel: new Map<string, string>(),
    team: new Map<string, string>(),
  };

  constructor(table: Table, preface: Preface, { channels, emotions }: Vocabulary) {
    this.#table = table;
    this.#preface = preface;
    this.#channels = new Lexicon(channels, CHANNEL_NAMES);
    this.#emotions = new Lexicon(emotions);
    this.#columns = contacts(columnsOf(table), table, this.#channels);
    const headings = table.headings.filter((_, index) => this.#columns[index] === 'feels');
    this.#scale = scaleOf(
      table.rows.flatMap((row) => this.#texts(row, 'feels')),
      headings,
    );
  }

  /** @param written the table's rows as they stand in the file, the headings first */
  read(title: string, written: readonly Row[]): ImportedTable {
    const journeyId = this.#ids.make(title, 'Journey');
    const { scenario, notes } = this.#preface;
    const about = this.#preface.personas.map((each) => ({
      ...each,
      id: this.#declare('persona', each.name, 'Persona'),
    }));
    if (countKnown(this.#table.headings) === 0) this.#reportHeadings();
    this.#problems.push(...tooWide(written));
    const stages = this.#stages().map(({ name, rows }) => {
      const head = `stage ${this.#ids.make(name, 'Stage')}${name === '' ? '' : ` ${quoted(name)}`}`;
      return block(
        head,
        // A line that holds the name of a stage alone is its heading.
        rows.filter((row) => !this.#isStageAlone(row)).map((row) => this.#touchpoint(row)),
      );
    });
    const { persona, channel, team } = this.#declared;
    const people = [...persona.values()].join(', ');
    const text = journeyText([
      ...[...persona].map(([name, id]) => {
        const demographics = about.find((each) => each.id === id)?.about;
        return block(
          `persona ${id} ${quoted(name)}`,
          demographics === undefined ? [] : [`demographics ${quoted(demographics)}`],
        );
      }),
      ...declarations('channel', channel),
      ...declarations('team', team),
      block(`journey ${journeyId} ${quoted(title)}`, [
        ...(people === '' ? [] : [`for ${people}`]),
        ...(scenario === undefined ? [] : [`scenario ${quoted(scenario)}`]),
        ...notes.map((note) => `note ${quoted(note)}`),
        ...stages,
      ]),
    ]);
    return { text, problems: this.#problems, guesses: this.#guesses() };
  }

  /** Rows in their stages. A stage that is written once holds for the rows below it, as merged cells come out. */
  #stages(): readonly { readonly name: string; readonly rows: readonly Row[] }[] {
    const stages: { name: string; rows: Row[] }[] = [];
    for (const row of this.#table.rows) {
      const name = this.#texts(row, 'stage').join(' ');
      const last = stages.at(-1);
      if (last === undefined || (name !== '' && name !== last.name)) stages.push({ name, rows: [row] });
      else last.rows.push(row);
    }
    return stages;
  }

  #isStageAlone({ cells }: Row): boolean {
    const columns = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [this.#columns[index]]));
    return columns.length > 0 && columns.every((column) => column === 'stage');
  }

  #touchpoint(row: Row): Statement {
    const texts = (column: ColumnId): readonly string[] => this.#texts(row, column);
    const name = texts('touchpoint').join(' / ') || (texts('does')[0] ?? texts('thinks')[0] ?? texts('sees')[0] ?? '');
    const on = texts('channel')
      .flatMap(listed)
      .map((channel) => this.#channelId(channel));
    const by = texts('by')
      .map(initiator)
      .find((known) => known !== undefined);
    const people = texts('persona')
      .flatMap(listed)
      .map((person) => this.#declare('persona', person, 'Persona'));
    const head = [
      `touchpoint ${this.#ids.make(name, 'Touchpoint')}`,
      ...(name === '' ? [] : [quoted(name)]),
      ...(on.length > 0 ? [`on ${[...new Set(on)].join(', ')}`] : []),
      ...(by === undefined ? [] : [`by ${by}`]),
      ...(people.length > 0 ? [`for ${[...new Set(people)].join(', ')}`] : []),
    ].join(' ');
    const named = (keyword: string, column: ColumnId, fallback: string): readonly string[] =>
      texts(column).map((text) => `${keyword} ${this.#ids.make(text, fallback)} ${quoted(text)}`);
    return block(head, [
      ...(['does', 'thinks', 'says', 'sees'] as const).flatMap((column) =>
        // The first is the name already where there is no column for it.
        texts(column)
          .filter((text) => text !== name)
          .map((text) => `${column} ${quoted(text)}`),
      ),
      ...this.#feelings(row),
      ...named('question', 'question', 'Question'),
      ...named('barrier', 'barrier', 'Barrier'),
      ...texts('opportunity').map((text) => `opportunity ${quoted(text)}`),
      ...(['waits', 'takes'] as const).flatMap((column) => this.#duration(row, column)),
      ...texts('owner')
        .slice(0, 1)
        .map((team) => `owner ${this.#declare('team', team, 'Team')}`),
      ...(['frontstage', 'backstage', 'support'] as const).flatMap((column) =>
        texts(column).map((text) => `${column} ${quoted(text)}`),
      ),
      ...texts('note').map((text) => `note ${quoted(text)}`),
      ...this.#others(row),
    ]);
  }

  #feelings(row: Row): readonly string[] {
    const kept: string[] = [];
    const feelings = withScore(this.#texts(row, 'feels')).flatMap((text) => {
      // `Ken: anxious`, where people feel differently.
      const [, who = '', what = text] = /^([^::]+)[::]\s*(.+)$/.exec(text) ?? [];
      const person = this.#declared.persona.get(who.trim());
      const feeling = feelingIn(person === undefined ? text : what, this.#scale, this.#emotions);
      if (feeling !== undefined) return [person === undefined ? feeling : `${person} ${feeling}`];
      kept.push(text);
      this.#report(row, 'feeling-not-known', text, {
        en: 'Kept as a note. Write a feeling of the library or a number beside it.',
        ja: 'メモとして残しました。ライブラリーの感情の語か、数値を併記してください。',
      });
      return [];
    });
    return [
      ...(feelings.length > 0 ? [`feels ${feelings.join(', ')}`] : []),
      ...kept.map((text) => `note ${quoted(text)}`),
    ];
  }

  #duration(row: Row, column: 'waits' | 'takes'): readonly string[] {
    return this.#texts(row, column).map((text) => {
      const [, number, unit] =
        /^(?:約|about |~)?(\d+(?:\.\d+)?)\s*([a-z]+|秒間?|分間?|時間|日間?|営業日|週間?|か月|ヶ月)$/i.exec(
          text.normalize('NFKC'),
        ) ?? [];
      if (number !== undefined && unit !== undefined && units.test(unit)) return `${column} ${number} ${unit}`;
      this.#report(row, 'time-not-known', text, {
        en: 'Kept as a note. Write a number with a unit, such as 10 min.',
        ja: 'メモとして残しました。「10分」のように数値と単位で書いてください。',
      });
      return `note ${quoted(text)}`;
    });
  }

  /** Columns that nobody knows, with their headings. */
  #others({ cells }: Row): readonly string[] {
    return this.#columns.flatMap((column, index) => {
      const text = cells[index]?.trim() ?? '';
      if (column !== undefined || text === '') return [];
      const heading = this.#table.headings[index]?.trim() ?? '';
      return [`note ${quoted(heading === '' ? text : `${heading}: ${text}`)}`];
    });
  }

  #texts({ cells }: Row, column: ColumnId): readonly string[] {
    const texts = this.#columns.flatMap((own, index) => (own === column ? linesIn(cells[index] ?? '') : []));
    return MEANS_ITSELF.has(column) ? texts : texts.filter((text) => !SAYS_NOTHING.test(text));
  }

  #channelId(name: string): string {
    return this.#channels.find(name) ?? this.#declare('channel', name, 'Channel');
  }

  #declare(kind: 'persona' | 'channel' | 'team', name: string, fallback: string): string {
    const known = this.#declared[kind];
    const id = known.get(name) ?? this.#ids.make(name, fallback);
    known.set(name, id);
    return id;
  }

  #reportHeadings(): void {
    this.#problems.push({
      code: 'table/headings-not-known',
      line: this.#table.headingLine,
      severity: 'warning',
      message: {
        en: 'No heading says what its column holds; the first column was taken for the stage, the second for the touchpoint.',
        ja: '内容のわかる見出しがないため、1列目をステージ、2列目をタッチポイントとして読みました。',
      },
      help: {
        en: 'Name the columns: Stage, Touchpoint, Channel, Does, Feeling, Pain point, Opportunity, Owner.',
        ja: '見出しを付けてください(ステージ、タッチポイント、チャネル、行動、感情、課題、改善案、担当など)。',
      },
    });
  }

  #report({ line }: Row, code: string, text: string, help: Text): void {
    this.#problems.push({
      code: `table/${code}`,
      line,
      severity: 'warning',
      message: { en: `"${text}" was not understood.`, ja: `「${text}」を読み取れませんでした。` },
      help,
    });
  }

  #guesses(): readonly Text[] {
    const { headings, rows, turned } = this.#table;
    const shown = (locale: 'en' | 'ja'): readonly string[] =>
      this.#columns.flatMap((column, index) => {
        const heading = headings[index]?.trim() ?? '';
        if (heading === '' && rows.every(({ cells }) => (cells[index] ?? '').trim() === '')) return [];
        const known = COLUMNS.find(({ id }) => id === column);
        const scale = column === 'feels' ? `${locale === 'en' ? ' ' : ''}(${this.#scale.name})` : '';
        const other = { en: 'notes', ja: 'メモ' };
        return `${heading === '' ? String(index + 1) : heading} → ${(known?.heading ?? other)[locale]}${scale}`;
      });
    return [
      {
        en: `read a ${turned ? 'column for each stage' : 'row for each touchpoint'}; what was taken for what:`,
        ja: `${turned ? '1列を1ステージ' : '1行を1タッチポイント'}として読みました。見出しの解釈:`,
      },
      ...shown('en').map((en, index) => ({ en, ja: shown('ja')[index] ?? en })),
    ];
  }
}

/** How people fill a cell for which there is nothing to say; as a pain point it would be one that nobody solves. */
const SAYS_NOTHING = /^(?:[-‐–—−ー―/]+|n\/?a|none|nothing|なし|無し|特になし|特に無し|該当なし)[.。]?$/i;

/** Columns in which the same words are an answer: a minus is a feeling, and "None" may be what a step is called. */
const MEANS_ITSELF: ReadonlySet<ColumnId> = new Set(['feels', 'stage', 'touchpoint']);

function declarations(keyword: string, names: ReadonlyMap<string, string>): readonly string[] {
  return [...names].map(([name, id]) => `${keyword} ${id} ${quoted(name)}`);
}

const units =
  /^(s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|秒間?|分間?|時間|日間?|営業日|週間?|か月|ヶ月)$/;

function initiator(text: string): string | undefined {
  const folded = text.normalize('NFKC').toLowerCase();
  if (/customer|user|顧客|客|ユーザー/.test(folded)) return 'customer';
  if (/company|staff|business|企業|会社|自社|店/.test(folded)) return 'company';
  return /partner|third|パートナー|提携|委託|代理店/.test(folded) ? 'partner' : undefined;
}
