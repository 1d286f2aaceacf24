import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { stripVTControlCharacters } from 'node:util';
import { json } from '../../src/formats/check-json.ts';
import { concise } from '../../src/formats/concise.ts';
import { wholeReport } from '../../src/formats/filewise.ts';
import { fingerprints } from '../../src/formats/fingerprint.ts';
import { github } from '../../src/formats/github.ts';
import { gitlab } from '../../src/formats/gitlab.ts';
import { junit } from '../../src/formats/junit.ts';
import { escapeMarkdown, markdownReport } from '../../src/formats/markdown.ts';
import { pretty } from '../../src/formats/pretty.ts';
import type { Report } from '../../src/formats/report.ts';
import { compareFindings, sourceOf } from '../../src/formats/report.ts';
import { sarif } from '../../src/formats/sarif.ts';
import { widthOf } from '../../src/formats/terminal/cells.ts';
import { coloured, plain } from '../../src/formats/terminal/style.ts';
import { empty, findings, hostile, options, report } from './fixture.ts';

describe('pretty', () => {
  test.each([
    ['en', 80],
    ['ja', 80],
    ['en', 120],
  ] as const)('as people see it, in %s on %i columns', async (locale, width) => {
    const text = wholeReport(pretty({ locale, width, paint: plain }), report);
    await expect(text).toMatchFileSnapshot(`snapshots/pretty-${locale}-${width}.txt`);
  });

  test.each([60, 80, 120])('fits %i columns', (width) => {
    for (const locale of ['en', 'ja'] as const) {
      for (const line of wholeReport(pretty({ locale, width, paint: plain }), report).split('\n')) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  test('shows the text of a place once, for all findings about it', () => {
    const [, , repeated] = findings;
    if (repeated === undefined) throw new Error('There are findings');
    const again = { ...repeated, code: 'repeated-login', severity: 'information' } as const;
    const [file, ...others] = report.files;
    if (file === undefined) throw new Error('There is a file');
    const twice: Report = { ...report, files: [{ ...file, findings: [repeated, again] }, ...others] };
    const shown = (width: number): string => wholeReport(pretty({ locale: 'en', width, paint: plain }), twice);
    expect(shown(80).split('    │            ^^^^\n')).toHaveLength(2);
    expect(shown(80)).toContain(
      '    ╭─ journeys/会議 room.journey:8:12 · same place as above\n    ├─ first asked here',
    );
    expect(shown(40)).toContain('    ╭─ journeys/会議 room.journey:8:12\n    │  same place as above\n    ├─');
  });

  test.each([40, 60, 80])('keeps a long related text, and a long title, to %i columns', (width) => {
    const [file, ...others] = report.files;
    if (file === undefined) throw new Error('There is a file');
    const long = 'a text that says at length what the other place is, and why it belongs to the finding: ';
    const wordy = file.findings.map((finding) => ({
      ...finding,
      related: finding.related.map(({ place }) => ({
        place,
        message: { en: long.repeat(2), ja: '長い説明'.repeat(30) },
      })),
    }));
    const journeys = file.journeys.map((each) => ({ ...each, label: long, id: 'ThisIsTheNameOfTheJourney' }));
    for (const locale of ['en', 'ja'] as const) {
      const text = wholeReport(pretty({ locale, width, paint: plain }), {
        ...report,
        files: [{ ...file, findings: wordy, journeys }, ...others],
      });
      const tooLong = text.split('\n').filter((line) => widthOf(line) > width);
      expect(tooLong.filter((line) => /├|│|◆|This/.test(line))).toEqual([]);
    }
  });

  test('lets nothing through to the terminal but its own colours', () => {
    const text = wholeReport(pretty({ locale: 'en', width: 80, paint: coloured }), report);
    expect(text).toContain('\u001B[');
    const colourless = stripVTControlCharacters(text);
    expect(colourless).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E]/u);
    expect(colourless).toBe(wholeReport(pretty({ locale: 'en', width: 80, paint: plain }), report));
  });

  test('says that nothing was found', () => {
    const clean: Report = { ...report, files: report.files.map((file) => ({ ...file, findings: [] })) };
    expect(wholeReport(pretty({ locale: 'en', width: 80, paint: plain }), clean)).toMatch(
      /Checked 2 files with 1 journey; 1 could not be read\nNothing found\n$/,
    );
    expect(wholeReport(pretty({ locale: 'ja', width: 80, paint: plain }), clean)).toMatch(
      /2ファイル・1ジャーニーを確認しました\(読めなかったもの 1件\)\n指摘はありません\n$/,
    );
  });
});

describe('concise', () => {
  test('one line a finding, counted from one', () => {
    expect(wholeReport(concise('en'), report).split('\n')).toEqual([
      'journeys/会議 room.journey:1:8: error unresolved-reference: unresolved-reference is wrong.',
      expect.stringMatching(
        /^journeys\/会議 room\.journey:4:16: hint wait-untold: a "title".*␊::error::␍%0A ␛\[31m<U\+202E>/,
      ),
      'journeys/会議 room.journey:8:12: warning asks-again: asks-again is wrong.',
      'journeys/会議 room.journey:8:18: warning asks-again: asks-again is wrong.',
      'journeys/会議 room.journey:3:3: information flat-curve: flat-curve is wrong.',
      '',
    ]);
  });

  test('in Japanese', () => {
    expect(wholeReport(concise('ja'), report)).toContain(
      ':1:8: エラー unresolved-reference: unresolved-referenceに問題があります。',
    );
  });
});

describe('json', () => {
  test('every finding with positions as in LSP', () => {
    expect((JSON.parse(wholeReport(json('en'), report)) as unknown[])[2]).toEqual({
      file: 'journeys/会議 room.journey',
      code: 'asks-again',
      severity: 'warning',
      cause: 'identity',
      message: 'asks-again is wrong.',
      range: { start: { line: 7, character: 11 }, end: { line: 7, character: 15 } },
      related: [
        {
          file: 'journeys/会議 room.journey',
          message: 'first asked here',
          range: { start: { line: 4, character: 11 }, end: { line: 4, character: 15 } },
        },
        {
          file: 'journeys/people.journey',
          message: 'the persona',
          range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } },
        },
      ],
      help: 'Put it right.',
    });
  });

  test('null where there is no cause, and the texts of the language', () => {
    expect((JSON.parse(wholeReport(json('ja'), report)) as unknown[])[0]).toMatchObject({
      cause: null,
      message: 'unresolved-referenceに問題があります。',
    });
  });

  test('keeps the exact text but prints no control characters', () => {
    const text = wholeReport(json('en'), report);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect((JSON.parse(text) as { message: string }[])[1]?.message).toBe(hostile);
  });

  test('an empty array when nothing was found', () => {
    expect(wholeReport(json('en'), empty)).toBe('[]\n');
  });
});

describe('sarif', () => {
  const [file, ...others] = report.files;
  const [kept, ...rest] = findings;
  const silenced: Report = {
    ...report,
    files:
      file === undefined || kept === undefined
        ? []
        : [{ ...file, findings: [kept], suppressed: rest.map((finding) => ({ finding, reason: hostile })) }, ...others],
  };

  test('says what the author has silenced, and why', () => {
    const [run] = (JSON.parse(wholeReport(sarif(options), silenced)) as Log).runs;
    expect(run?.results?.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
      undefined,
      ...rest.map(() => hostile),
    ]);
    expect(new Set(run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['journey/v1'])).size).toBe(
      findings.length,
    );
  });

  const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    sarifSchema,
  );

  test.each([
    ['findings', report],
    ['nothing', empty],
    ['what the author has silenced', silenced],
  ])('is valid by the schema of OASIS with %s', (_, given) => {
    for (const locale of ['en', 'ja'] as const) {
      validate(JSON.parse(wholeReport(sarif({ ...options, locale }), given)));
      expect(validate.errors).toBeNull();
    }
  });

  test('has rules, places, related places, fingerprints and what could not be read', () => {
    const [run] = (JSON.parse(wholeReport(sarif(options), report)) as Log).runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(options.rules.map(({ id }) => id));
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      shortDescription: { text: 'The customer is asked again' },
      defaultConfiguration: { level: 'warning' },
    });
    const result = run?.results?.[2];
    expect(result).toMatchObject({
      ruleId: 'asks-again',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'asks-again is wrong.\n\nPut it right.' },
      properties: { severity: 'warning', cause: 'identity' },
    });
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'journeys/%E4%BC%9A%E8%AD%B0%20room.journey' },
      region: { startLine: 8, startColumn: 12, endLine: 8, endColumn: 16 },
    });
    expect(result?.relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
      [1, 'first asked here'],
      [2, 'the persona'],
    ]);
    const prints = run?.results?.map(({ partialFingerprints }) => Object.values(partialFingerprints ?? {})[0]);
    expect(new Set(prints).size).toBe(findings.length);
    expect(run?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'a binary file, not text' } }],
    });
    expect(run?.columnKind).toBe('utf16CodeUnits');
  });
});

describe('fingerprints', () => {
  test('stay the same when lines are added above', () => {
    const moved: Report = {
      ...report,
      files: report.files.map(({ uri, journeys, findings: own }) => ({
        uri,
        journeys,
        findings: own.map((finding) => {
          const { start, end } = finding.place.range;
          const range = { start: { ...start, line: start.line + 3 }, end: { ...end, line: end.line + 3 } };
          return { ...finding, place: { ...finding.place, range } };
        }),
      })),
      sources: new Map(
        [...report.sources].map(([uri, { path, lines }]) => [uri, sourceOf(path, `\n\n\n${lines.join('\n')}`)]),
      ),
    };
    expect(namesOf(moved)).toEqual(namesOf(report));
  });

  test('tell apart what is the same but for its place', () => {
    const [file] = report.files;
    if (file === undefined) throw new Error('The fixture has no file.');
    const twice = {
      ...report,
      files: [{ ...file, findings: [3, 3].map((index) => structuredClone(findings[index]!)) }],
    };
    expect(new Set(namesOf(twice)).size).toBe(2);
  });
});

describe('github', () => {
  test('an annotation for each finding and for what could not be read', () => {
    const lines = wholeReport(github('en'), report).trimEnd().split('\n');
    expect(lines).toHaveLength(findings.length + 1);
    expect(lines[0]).toBe(
      '::error file=journeys/会議 room.journey,line=1,endLine=1,col=8,endColumn=24,title=unresolved-reference::unresolved-reference is wrong.%0APut it right.',
    );
    expect(lines[4]).toMatch(/^::notice file=journeys\/会議 room\.journey,line=3,endLine=10,title=flat-curve::/);
    expect(lines[5]).toBe('::error file=journeys/<logo>.png::a binary file, not text');
  });

  test('no text of a document begins a command of its own', () => {
    const lines = wholeReport(github('en'), report).trimEnd().split('\n');
    expect(lines[1]).toContain('%0A::error::␍%250A');
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) file=/);
    expect(lines.join('')).not.toContain('\r');
  });
});

describe('junit', () => {
  const xml = wholeReport(junit(options), report);

  test('is well-formed XML with the text as it was', () => {
    const seen: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => seen.push({ name, attributes }));
    parser.write(xml).close();
    expect(seen[0]).toEqual({
      name: 'testsuites',
      attributes: { name: 'journey', tests: '7', failures: '3', errors: '1' },
    });
    expect(seen.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes)).toEqual([
      { name: 'journeys/会議 room.journey', tests: '5', failures: '3', errors: '0' },
      { name: 'journeys/people.journey', tests: '1', failures: '0', errors: '0' },
      { name: 'journeys/<logo>.png', tests: '1', failures: '0', errors: '1' },
    ]);
    expect(seen.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes['type'])).toEqual([
      'unresolved-reference',
      'asks-again',
      'asks-again',
    ]);
  });

  test('names the places', () => {
    expect(xml).toContain('first asked here: journeys/会議 room.journey:5:12');
  });
});

test('gitlab: what Code Quality asks for', () => {
  const entries = JSON.parse(wholeReport(gitlab(options), report)) as Record<string, unknown>[];
  expect(entries[2]).toEqual({
    description: 'asks-again is wrong. Put it right.',
    check_name: 'asks-again',
    fingerprint: expect.any(String),
    severity: 'major',
    location: { path: 'journeys/会議 room.journey', lines: { begin: 8, end: 8 } },
  });
  expect(entries.map(({ severity }) => severity)).toEqual(['critical', 'info', 'major', 'major', 'minor']);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

describe('markdown', () => {
  test('the numbers, then every finding', async () => {
    await expect(markdownReport(report, 'en')).toMatchFileSnapshot('snapshots/comment-en.md');
    await expect(markdownReport(report, 'ja')).toMatchFileSnapshot('snapshots/comment-ja.md');
  });

  test('no text of a document becomes markup, a link or a mention', () => {
    expect(escapeMarkdown('a|b <b> *c* _d_ `e` [f](g) @h #1 https://i www.j.k ~~l~~ \\m &lt; $n$')).toBe(
      'a&#124;b &#60;b&#62; &#42;c&#42; &#95;d&#95; &#96;e&#96; &#91;f&#93;(g) @<!-- -->h #<!-- -->1 https:<!-- -->//i www<!-- -->.j.k &#126;&#126;l&#126;&#126; &#92;m &#38;lt; &#36;n&#36;',
    );
  });

  test('stays below the limit of GitHub, and says what it left out', () => {
    const [file] = report.files;
    if (file === undefined) throw new Error('The fixture has no file.');
    const many = { ...report, files: [{ ...file, findings: Array.from({ length: 2000 }, () => findings[2]!) }] };
    const text = markdownReport(many, 'en');
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and \d+ more, left out/);
  });

  test('says that nothing was found', () => {
    expect(markdownReport(empty, 'en')).toBe('## Friction in customer journeys\n\nNothing found.\n');
  });
});

test('findings are ordered by place, then severity, then code', () => {
  const order = findings.toReversed().toSorted(compareFindings);
  expect(order.map(({ code }) => code)).toEqual([
    'unresolved-reference',
    'flat-curve',
    'wait-untold',
    'asks-again',
    'asks-again',
  ]);
});

function namesOf(given: Report): readonly string[] {
  return given.files.flatMap((file) => [...fingerprints(given, file, itself).values()]);
}

function itself(text: string): string {
  return text;
}
