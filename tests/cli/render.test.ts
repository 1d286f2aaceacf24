import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, folderWith, journey } from './journey.ts';
import { makeRepository } from './repository.ts';

const text = `persona Ken "Ken" { }
journey Book "Book a room" {
  for Ken
  stage Find "Find" {
    touchpoint Looks "Looks at the calendar" on web { feels hopeful +1 does "<script>alert(1)</script> \u001B[31m" }
    touchpoint Calls "受付に電話をかける" on phone { waits 4 min feels angry -2 }
    touchpoint Done "Is told: booked" on phone { feels relieved +1 }
  }
}
`;

describe('journey render', () => {
  test('prints a picture', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const { code, stdout } = await journey(['render', 'a.journey'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(stdout).toContain('受付に電話をかける');
    expect(stdout).not.toContain('<script');
  });

  test('high contrast is known by its whole name, and by which names else a wrong one is told', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const drawn = async (theme: string): Promise<string> =>
      (await journey(['render', 'a.journey', '--theme', theme], { cwd })).stdout;
    expect(await drawn('high-contrast')).toBe(await drawn('hc-light'));
    expect(await drawn('high-contrast-dark')).toBe(await drawn('hc-dark'));
    const { code, stderr } = await journey(['render', 'a.journey', '--theme', 'constructor'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('hc-light') as string]);
  });

  test('draws for the terminal, without control characters of the document', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const { code, stdout } = await journey(['render', 'a.journey', '-f', 'text', '--locale', 'ja'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('感情:');
    expect(stdout).not.toContain('\u001B');
  });

  test('takes the format from the name of the file', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const runs = await Promise.all(
      ['out/map.md', 'out/map.html', 'out/map.svg'].map(async (file) =>
        journey(['render', 'a.journey', '-o', file], { cwd }),
      ),
    );
    expect(runs.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(['0', '0', '0']);
    expect(readFileSync(join(cwd, 'out/map.md'), 'utf8')).toContain('| --- |');
    const html = readFileSync(join(cwd, 'out/map.html'), 'utf8');
    expect(html).toContain(`default-src 'none'`);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toMatch(/ on\w+=|<[^>]* style=|(?:src|href)=/);
    expect(html).not.toContain('file:');
  });

  test('a page begins in the colours that are asked for', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const begun = async (...options: readonly string[]): Promise<string> =>
      (await journey(['render', 'a.journey', '-f', 'html', ...options], { cwd })).stdout;
    const dark = await begun('--theme', 'dark');
    expect(dark).toContain('<html lang="en" data-theme="dark">');
    expect(dark).toContain('<option value="dark" selected>');
    expect(await begun()).toContain('<html lang="en">');
  });

  test('writes PNG and PDF without a browser', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const png = await journey(['render', 'a.journey', '-o', 'map.png'], { cwd });
    const pdf = await journey(['render', 'a.journey', '-o', 'map.pdf', '--page', 'a4'], { cwd });
    expect([png.code, pdf.code]).toEqual([0, 0]);
    expect(readFileSync(join(cwd, 'map.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(join(cwd, 'map.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a system whose data come late says so beside its name', async () => {
    const late = `system Crm "Customer file" {\n  latency 1 day\n}\njourney A "A" {\n  stage S "S" {\n    touchpoint T "Calls" on phone { system Crm }\n  }\n}\n`;
    const cwd = folderWith({ 'late.journey': late });
    const args = ['render', 'late.journey', '--preset', 'blueprint', '-f', 'markdown'];
    expect((await journey(args, { cwd })).stdout).toContain('Customer file (data up to 1 day late)');
    expect((await journey([...args, '--locale', 'ja'], { cwd })).stdout).toContain('Customer file(反映まで最大1日)');
  });

  test.each(['png', 'pdf'])('says how to get what %s needs where it is not installed', async (format) => {
    const cwd = folderWith({ 'a.journey': text });
    // The program alone, without the packages that stand beside it here.
    const alone = join(cwd, 'program/node_modules/journey-language/dist');
    cpSync(dirname(cli), alone, { recursive: true });
    for (const locale of ['en', 'ja']) {
      // Installed globally, and then in a project.
      if (locale === 'ja') writeFileSync(join(cwd, 'program/package.json'), '{}');
      const args = ['render', 'a.journey', '-o', `map.${format}`, '--locale', locale];
      const { status, stderr } = spawnSync(process.execPath, [join(alone, 'cli.cjs'), ...args], {
        cwd,
        encoding: 'utf8',
      });
      expect(status).toBe(2);
      expect(stderr).toMatch(/npm install --.*@expo-google-fonts\/noto-sans-jp/);
      expect(stderr).toContain(locale === 'ja' ? 'npm install --save-dev' : 'Run: npm install --global');
      expect(stderr).toContain(locale === 'ja' ? 'フォント' : 'fonts');
    }
    expect(existsSync(join(cwd, `map.${format}`))).toBe(false);
  });

  test('says which characters have no font, and how to get one', async () => {
    const strange = text.replace('Looks at the calendar', '달력을 봅니다 ጀ').replace('Is told: booked', 'مرحبا 👍');
    const cwd = folderWith({ 'a.journey': strange });
    const runs = await Promise.all(
      [
        ['map.png', 'en'],
        ['map.pdf', 'ja'],
      ].map(async ([file = '', locale = '']) =>
        journey(['render', 'a.journey', '-o', file, '--locale', locale], { cwd }),
      ),
    );
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const [english = '', japanese = ''] = runs.map(({ stderr }) => stderr);
    expect(english).toMatch(/Korean.*달력을 봅니다.*npm install @expo-google-fonts\/noto-sans-kr/);
    expect(english).toMatch(/some.*ጀ.*SVG and HTML/);
    expect(japanese).toMatch(/ハングル.*달력을 봅니다.*npm install @expo-google-fonts\/noto-sans-kr/);
    // What Arabic and emoji are set in stands beside this program.
    expect(english).not.toMatch(/Arabic|emoji/);
  });

  test('names the commit that a picture was made from, and changes since', async () => {
    const { folder: cwd, git, write, commit } = makeRepository();
    write('a.journey', text);
    const footer = async (): Promise<string | undefined> =>
      /journey [^<]*a\.journey[^<]*/.exec((await journey(['render', 'a.journey'], { cwd })).stdout)?.[0];
    expect(await footer()).toMatch(/a\.journey$/);
    commit('Begin');
    const name = git('log', '-1', '--format=%h').trim();
    expect(await footer()).toMatch(new RegExp(` · ${name}$`));
    write('a.journey', `${text}\n// later\n`);
    expect(await footer()).toMatch(new RegExp(` · ${name}\\+$`));
  });

  test('writes slides as one page with a section for each', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const { code } = await journey(['render', 'a.journey', '-o', 'slides.html', '--page', 'slide'], { cwd });
    expect(code).toBe(0);
    const html = readFileSync(join(cwd, 'slides.html'), 'utf8');
    expect(html.match(/<section/g)).toHaveLength(2);
    expect(html).toContain(`default-src 'none'; style-src 'sha256-`);
    expect(html).not.toMatch(/<script|<[^>]* (?:on\w+|style|src|href)=/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('numbers the pages of a picture', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const { code, stderr } = await journey(['render', 'a.journey', '-o', 'map.svg', '--page', 'slide'], { cwd });
    expect([code, stderr]).toEqual([0, 'journey: wrote map-1.svg\njourney: wrote map-2.svg\n']);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.svg'))).toEqual(['map-1.svg', 'map-2.svg']);
  });

  test.each([
    [['--persona', 'Nobody'], 'Ken'],
    [['--lanes', 'dose'], 'does'],
    [['--journey', 'Other'], 'Book'],
    [['-f', 'png'], '--output-file'],
    [['--lanes', ''], 'does'],
    [['-o', 'map.gif'], '.svg, .html'],
    [['-o', ''], 'an empty path'],
    [['--evidence'], 'journey conform a.journey'],
  ])('says what there is instead of %j', async (options, said) => {
    const cwd = folderWith({ 'a.journey': text });
    const { code, stderr, stdout } = await journey(['render', 'a.journey', ...options], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });

  test('says when there is no journey', async () => {
    const cwd = folderWith({ 'a.journey': 'team Front\n' });
    const { code, stderr } = await journey(['render', 'a.journey', '-o', 'map.svg'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.journey holds no journey');
    expect(existsSync(join(cwd, 'map.svg'))).toBe(false);
  });
});
