import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';

const diagram = 'journey\n  title My day\n  section Morning\n    Tea: 5: Me\n    Read: the docs: 2: Me\n';

describe('journey import', () => {
  test('makes a file that passes the check, and says what is doubtful', async () => {
    const cwd = folderWith({ 'day.mmd': diagram });
    const run = await journey(['import', 'day.mmd', '-o', 'day.journey'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toBe(
      'journey: day.mmd:5: The colon ends the name: Mermaid shows "Read" with no score. Read as "Read: the docs", with the last number as its score. In Mermaid write the colon as #58; [mermaid/colon-in-name]\n',
    );
    expect(readFileSync(join(cwd, 'day.journey'), 'utf8')).toContain('touchpoint ReadTheDocs "Read: the docs" {');
    expect((await journey(['check', '--fail-on', 'error'], { cwd })).code).toBe(0);
    expect(await journey(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  test('never overwrites', async () => {
    const cwd = folderWith({ 'day.mmd': diagram, 'day.journey': 'mine' });
    const { code, stderr } = await journey(['import', 'day.mmd', '-o', 'day.journey', '--locale', 'ja'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('journey: day.journey はすでにあります。新しいファイル名を指定してください\n');
    expect(readFileSync(join(cwd, 'day.journey'), 'utf8')).toBe('mine');
  });

  test('reads standard input, and Shift_JIS', async () => {
    const input = Buffer.concat([
      Buffer.from('journey\nsection A\n'),
      Buffer.from([0x93, 0x64, 0x98, 0x62]),
      Buffer.from(': 3\n'),
    ]);
    const run = await journey(['import', '-', '--from', 'mermaid'], { input });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('touchpoint 電話 "電話"');
  });

  test.each([
    [['gone.mmd'], 'gone.mmd: no such file or folder'],
    [['a.txt'], 'a.txt: say what is in it with --from: mermaid, markdown, csv, json'],
    [['none.md'], 'none.md: there is no Mermaid journey and no table in it'],
    [['binary.mmd'], 'binary.mmd: a binary file, not text'],
    [['broken.mmd'], 'broken.mmd: the text is neither UTF-8 nor Shift_JIS; save it as UTF-8'],
  ])('%j: %s', async (operands, line) => {
    const cwd = folderWith({
      'a.txt': '',
      'none.md': '# none\n',
      'binary.mmd': 'a\0b',
      'broken.mmd': Uint8Array.of(0x6a, 0xff, 0xfe, 0x0a),
    });
    expect(await journey(['import', ...operands], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `journey: ${line}\n`,
    });
  });
});

test('journey export writes what Mermaid can hold, and says what it cannot', async () => {
  const cwd = folderWith({
    'a.journey':
      'persona Ken "健"\njourney A "予約" {\n  for Ken\n  stage S "探す" {\n    touchpoint T "電話: 受付" on phone { feels -1 }\n  }\n}\n',
  });
  const run = await journey(['export', 'a.journey', '-o', 'a.mmd', '--locale', 'ja'], { cwd });
  expect(run).toEqual({ code: 0, stdout: '', stderr: 'journey: Mermaidで表せない内容:\njourney: チャネル 1件\n' });
  const text = readFileSync(join(cwd, 'a.mmd'), 'utf8');
  expect(text).toContain('    電話#58; 受付: 2: 健\n');
  expect(await journey(['export', 'a.journey', '-f', 'mermaid', '--journey', 'B'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'journey: there is no journey "B" here, only: A\n',
  });
});

describe('tables', () => {
  const csv = [
    'フェーズ,顧客の行動,接点,感情,課題,施策案,担当部署,天気',
    '認知,広告を見る,SNS,興味 (+1),,,広報部,晴れ',
    ',検索する,検索・Webサイト,0,"情報が多い,比べにくい",比較表を載せる,,',
    '購入,店頭で買う,店舗,不安 (-1),待たされる,,,',
    ',予約票を受け取る,予約端末,-2,=1+1,,,',
  ].join('\r\n');

  test('guesses the columns, tells so, and makes a file that passes the check', async () => {
    const cwd = folderWith({ 'map.csv': `\uFEFF${csv}` });
    const run = await journey(['import', 'map.csv', '-o', 'map.journey', '--locale', 'ja'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toBe(
      [
        '1行を1タッチポイントとして読みました。見出しの解釈:',
        'フェーズ → ステージ',
        '顧客の行動 → 行動',
        '接点 → チャネル',
        '感情 → 感情(-2…+2)',
        '課題 → 障壁',
        '施策案 → 改善機会',
        '担当部署 → 担当',
        '天気 → メモ',
      ]
        .map((line) => `journey: ${line}\n`)
        .join(''),
    );
    const text = readFileSync(join(cwd, 'map.journey'), 'utf8');
    expect(text).toContain('touchpoint 検索する "検索する" on search, web {');
    expect(text).toContain('feels 興味 +1');
    expect(text).toContain('owner 広報部');
    expect(text).toContain('note "天気: 晴れ"');
    expect((await journey(['check', '--fail-on', 'error'], { cwd })).code).toBe(0);
    expect((await journey(['fmt', '--check'], { cwd })).code).toBe(0);
  });

  test('says which row a comma within a text has parted, and how to mend it', async () => {
    const rows = [
      'フェーズ,行動,接点,費用,感情',
      '検討,料金を見る,web,12,300円,-1',
      '購入,申し込む,web,"4,000円",+1,,',
    ];
    const cwd = folderWith({ 'map.csv': rows.join('\n') });
    const run = await journey(['import', 'map.csv', '-o', 'map.journey', '--locale', 'ja'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr.split('\n').filter((line) => line.includes('map.csv:'))).toEqual([
      'journey: map.csv:2: この行のセルは6個ありますが、見出しの行は5個だけです。内容が列からずれているおそれがあります。区切りの記号を含む内容は、"12,300円" のように引用符で囲み(Markdownでは \\| と書き)、取り込み直してください。 [table/row-too-wide]',
    ]);
  });

  test('takes a column without a heading as it is', async () => {
    const cwd = folderWith({ 'map.csv': 'フェーズ,行動\n検討,料金を見る,夜に\n購入,申し込む,翌朝\n' });
    expect(await journey(['import', 'map.csv', '-o', 'map.journey'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'map.journey'), 'utf8')).toContain('note "翌朝"');
  });

  test('takes a row of words and a row of scores for one feeling each', async () => {
    const rows = ['フェーズ,認知,申込み', '行動,検針票を見る,Webで申し込む', '感情,不満,もやもや', '感情スコア,-1,-2'];
    const cwd = folderWith({ 'map.csv': rows.join('\n') });
    const run = await journey(['import', 'map.csv', '-o', 'map.journey', '--locale', 'ja'], { cwd });
    expect(run.code).toBe(0);
    const text = readFileSync(join(cwd, 'map.journey'), 'utf8');
    expect(text.match(/feels .*/g)).toEqual(['feels 不満 -1', 'feels もやもや -2']);
  });

  test('reads Shift_JIS, semicolons, tabs, and headings at the left', async () => {
    const cwd = folderWith({
      // フェーズ,接点 / 認知,店舗 in Shift_JIS
      'sjis.csv': Uint8Array.from([
        0x83, 0x74, 0x83, 0x46, 0x81, 0x5b, 0x83, 0x59, 0x2c, 0x90, 0xda, 0x93, 0x5f, 0x0a, 0x94, 0x46, 0x92, 0x6d,
        0x2c, 0x93, 0x58, 0x95, 0xdc, 0x0a,
      ]),
      'de.csv': 'Phase;Touchpoint;Emotion (1-5)\nFind;Search;4\nBuy;Pay;1\n',
      'left.tsv':
        '\tFind\tBuy\nActions\tLooks around\tPays\nChannels\tGoogle\tShop\nEmotions\t😊\t😡\nPain points\t\tQueue\n',
    });
    const [sjis, german, left] = await Promise.all(
      ['sjis.csv', 'de.csv', 'left.tsv'].map((file) => journey(['import', file], { cwd })),
    );
    expect(sjis?.stdout).toContain('stage 認知 "認知"');
    expect(sjis?.stdout).toContain('touchpoint 店舗 "店舗"');
    expect(german?.stdout).toMatch(
      /touchpoint Search "Search" \{\n\s+feels \+1\n[^]*touchpoint Pay "Pay" \{\n\s+feels -2\n/,
    );
    expect(german?.stderr).toContain('Feeling (1…5)');
    expect(left?.stderr).toContain('read a column for each stage');
    expect(left?.stdout).toMatch(
      /stage Buy "Buy" \{\n\s+touchpoint Pays "Pays" on store \{\n\s+feels -2\n\s+barrier Queue "Queue"\n/,
    );
  });

  test('a cell that says that there is nothing to say is no pain point and no channel', async () => {
    const cwd = folderWith({
      'map.csv':
        'フェーズ,タッチポイント,チャネル,感情,課題,改善案\n認知,広告を見る,web,-,なし,特になし\n購入,店で買う,ー,+,在庫がない,N/A\n',
    });
    const { stdout } = await journey(['import', 'map.csv'], { cwd });
    expect(stdout.match(/(?:barrier|opportunity|channel|note) .*/g)).toEqual(['barrier 在庫がない "在庫がない"']);
    expect(stdout.match(/feels .*/g)).toEqual(['feels -1', 'feels +1']);
  });

  test('takes the title, the persona and the scenario above the table, and stages that have a line of their own', async () => {
    const cwd = folderWith({
      'gym.csv': `\uFEFF${[
        'Customer Journey Map: Gym membership,,,,,',
        '"Persona: Eva (34, nurse)",,,,,',
        'Scenario,Wants to join before the summer,,,,',
        'Checked with the front desk,,,,,',
        ',,,,,',
        'Phase,Step,Touchpoint,Emotion (1-10),Pain points,',
        'Sign-up,,,,,',
        ',Visits the gym,Reception,4,"1. Nobody at',
        'the desk',
        '2. No parking",',
        ',Signs,Reception,1,,',
        'Use,,,,,',
        ',Books a class,App,5,,',
      ].join('\r\n')}`,
      'jiku.csv': [
        'カスタマージャーニーマップ,,,',
        'ペルソナ:山田花子(32歳・会社員),,,',
        'フェーズ,認知,購入,利用',
        '行動,広告を見る,店で買う,投稿する',
        '課題,"送料が\n最後までわからない","待つ\n混んでいる",',
      ]
        .join('\n')
        .replaceAll('\\n', '\n'),
    });
    const rows = await journey(['import', 'gym.csv', '-o', 'gym.journey'], { cwd });
    expect(rows.stderr).not.toMatch(/6 →|Scenario|Persona:/);
    expect(rows.stderr).toContain('Feeling (1…10)');
    const text = readFileSync(join(cwd, 'gym.journey'), 'utf8');
    expect(text).toMatch(
      /^persona Eva "Eva" \{\n {2}demographics "34, nurse"\n\}\n\njourney GymMembership "Gym membership" \{\n {2}for Eva\n {2}scenario "Wants to join before the summer"\n {2}note "Checked with the front desk"\n/,
    );
    expect(text.match(/touchpoint .*/g)).toEqual([
      'touchpoint VisitsTheGym "Visits the gym" on reception {',
      'touchpoint Signs "Signs" on reception {',
      'touchpoint BooksAClass "Books a class" on app {',
    ]);
    expect(text).toContain('barrier NobodyAtTheDesk "Nobody at the desk"\n');
    expect(text).toContain('barrier NoParking "No parking"\n');
    expect((await journey(['check', '--fail-on', 'error'], { cwd })).code).toBe(0);
    expect((await journey(['fmt', '--check'], { cwd })).code).toBe(0);
    const columns = await journey(['import', 'jiku.csv', '--locale', 'ja'], { cwd });
    expect(columns.stdout).toContain('persona 山田花子 "山田花子" {\n  demographics "32歳・会社員"\n');
    expect(columns.stdout).toContain('"送料が最後までわからない"');
    expect(columns.stdout).toMatch(/barrier 待つ "待つ"\n\s+barrier 混んでいる "混んでいる"/);
  });

  test('says so where no heading is understood, and what to do with a workbook', async () => {
    const cwd = folderWith({ 'odd.csv': 'A1,B1,C1\nFind,Searches,long\n' });
    const odd = await journey(['import', 'odd.csv'], { cwd });
    expect(odd.code).toBe(1);
    expect(odd.stderr).toContain('odd.csv:1: No heading says what its column holds');
    expect(odd.stdout).toContain('touchpoint Searches "Searches" {\n      note "C1: long"');
    expect((await journey(['import', 'map.xlsx'], { cwd })).stderr).toBe(
      'journey: map.xlsx is a workbook; save the sheet with the journey as CSV (UTF-8) and import that\n',
    );
  });

  test('an exported table comes back as it was, and no text is a formula', async () => {
    const cwd = folderWith({
      'a.journey':
        'persona Ken "Ken"\npersona Eve "Eve"\njourney A "A" {\n  for Ken, Eve\n  stage S "Find" {\n    touchpoint T "=HYPERLINK(\\"x\\")" on phone {\n      does "Calls, | waits"\n      does "+1"\n      feels Ken anxious -1, Eve calm 0\n      waits 4 min\n      barrier B "@home"\n    }\n    touchpoint U "Pays" on web { feels -1 }\n  }\n}\n',
    });
    const csvText =
      (await journey(['export', 'a.journey', '-o', 'A.csv'], { cwd })) && readFileSync(join(cwd, 'A.csv'), 'utf8');
    expect(csvText).toContain(`'=HYPERLINK`);
    expect(csvText).not.toMatch(/(^|[,"])[=@]/m);
    const back = await journey(['import', 'A.csv', '-o', 'back.journey'], { cwd });
    expect(back.code).toBe(0);
    expect((await journey(['export', 'back.journey', '-f', 'csv'], { cwd })).stdout).toBe(csvText);
    await journey(['export', 'a.journey', '-o', 'A.md'], { cwd });
    const markdown = readFileSync(join(cwd, 'A.md'), 'utf8');
    expect(markdown).toContain('Calls, &#124; waits');
    await journey(['import', 'A.md', '-o', 'again.journey'], { cwd });
    expect((await journey(['export', 'again.journey', '-f', 'csv'], { cwd })).stdout).toBe(csvText);
  });
});

test('JSON that was exported is read again, and what another file holds is missed', async () => {
  const cwd = folderWith({
    'as-is.journey':
      'journey A "A" {\n  stage S "S" {\n    touchpoint T "Asks" on phone {\n      waits 4 min\n    }\n  }\n}\n',
    'to-be.journey': 'import "as-is.journey"\njourney B "B" {\n  kind toBe\n  improves A\n}\n',
  });
  await journey(['export', 'as-is.journey', '-o', 'a.json'], { cwd });
  const again = await journey(['import', 'a.json'], { cwd });
  expect(again).toEqual({ code: 0, stdout: readFileSync(join(cwd, 'as-is.journey'), 'utf8'), stderr: '' });
  await journey(['export', 'to-be.journey', '-o', 'b.json'], { cwd });
  const alone = await journey(['import', 'b.json', '--locale', 'ja'], { cwd });
  expect(alone.code).toBe(1);
  expect(alone.stderr).toContain('書き表せない内容があります(最初の箇所: journeys[0].improves)');
});

test('JSON that is no model is refused at its place', async () => {
  const cwd = folderWith({ 'a.json': '{\n  "version": 1\n', 'b.json': '{}' });
  expect(await journey(['import', 'a.json'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  expect((await journey(['import', 'a.json'], { cwd })).stderr).toMatch(/^journey: a\.json:[23]: This is not JSON: /);
  expect((await journey(['import', 'b.json'], { cwd })).stderr).toContain(
    'b.json:1: the whole should be an object with "version".',
  );
});
