// The table of terms, each with what answers it here, in both languages.
import type { Locale } from '../../src/model/text.ts';
import { COVERAGE, type CoverageSection, type Pointer, type PointerKind } from './coverage-rows.ts';
import { code, notice, pagePath, prose, type Say, sayIn, table, twinLink } from './markdown.ts';

const name = 'coverage';

export async function generateCoverage(): Promise<ReadonlyMap<string, string>> {
  return new Map((['en', 'ja'] as const).map((locale) => [pagePath(name, locale), page(locale)]));
}

function page(locale: Locale): string {
  const say = sayIn(locale);
  const parts = [notice, `# ${say(words.title)}`, say(words.intro)];
  let first = 1;
  for (const section of COVERAGE) {
    parts.push(`## ${say(section.title)}`, rows(section, first, say));
    first += section.rows.length;
  }
  return `${[...parts, twinLink(name, locale)].join('\n\n')}\n`;
}

function rows(section: CoverageSection, first: number, say: Say): string {
  const cells = section.rows.map(({ title, answers }, index) => [
    String(first + index),
    prose(say(title)),
    answers.map((answer) => shown(answer, say)).join(' · '),
  ]);
  return table([words.number, words.term, words.answer].map(say), cells);
}

function shown({ kind, name: pointed }: Pointer, say: Say): string {
  const [command = ''] = pointed.split(' ');
  const pages: Readonly<Record<PointerKind, string>> = {
    keyword: `language.md`,
    word: `language.md`,
    library: `language.md`,
    rule: `rules/${pointed}.md`,
    lane: say(words.lanes),
    command: `cli.md#journey-${command}`,
  };
  return `${say(words[kind])} [${code(kind === 'command' ? `journey ${pointed}` : pointed)}](${pages[kind]})`;
}

const words = {
  title: { en: 'What is covered', ja: '対応表' },
  intro: {
    en: 'Terms that people know from articles and workshops on customer journeys, and what answers each of them here. A test holds that everything named exists.',
    ja: 'カスタマージャーニーの記事やワークショップで使われる用語と、この製品での書き方・機能の対応です。ここに挙げたものが実在することをテストで確かめています。',
  },
  number: { en: 'No.', ja: '番号' },
  term: { en: 'Term', ja: '用語' },
  answer: { en: 'Answer', ja: '対応するもの' },
  lanes: { en: 'map.md#lanes', ja: 'map.md#レーン' },
  keyword: { en: 'keyword', ja: 'キーワード' },
  rule: { en: 'rule', ja: 'ルール' },
  lane: { en: 'lane', ja: 'レーン' },
  command: { en: 'command', ja: 'コマンド' },
  library: { en: 'library', ja: 'ライブラリー' },
  word: { en: 'word', ja: '語' },
} as const;
