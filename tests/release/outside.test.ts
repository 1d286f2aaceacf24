// A project of somebody else, with nothing of ours but the packed package: plain TypeScript, in each way that it finds modules.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../docs/pages.ts';

const program = `
import { check, model, renderSvg, type CheckFinding } from 'journey-language';
import 'journey-language/journey-map';
const text = 'journey A "Booking" { stage S "Ask" { touchpoint T "Calls" on phone { waits 4 min feels anxious } } }';
export const findings: readonly CheckFinding[] = await check(text, { locale: 'ja' });
export const picture: string | undefined = await renderSvg(text, { theme: 'auto' });
export const meaning: unknown = await model(text);
// @ts-expect-error there is no such theme
void renderSvg(text, { theme: 'pink' });
export const element: HTMLElement = document.createElement('journey-map');
`;

test('the packed package is imported, typed, drawn with and refuses what it does not know', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outside project '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const home = join(folder, 'node_modules/journey-language');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', packed, '-C', home, '--strip-components=1'], { cwd: folder });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'use.ts'), program);
  const common = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    const args = [...common, '--module', module, '--moduleResolution', resolution, 'use.ts'];
    expect(said([join(root, 'node_modules/typescript/bin/tsc'), ...args], folder)).toBe('');
  }
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { check, renderSvg } from 'journey-language';
const text = 'journey A "Booking" { stage S "Ask" { touchpoint T "Calls" on phone { waits 4 min } } }';
console.log((await check(text)).map(({ code }) => code).join(' '));
console.log((await renderSvg(text)).slice(0, 4));
await renderSvg(text, { theme: 'pink' }).catch((error) => console.log(error.message));
await check(text, { locale: 'fr' }).catch((error) => console.log(error.message));
`,
  );
  expect(said(['run.mjs'], folder).split('\n')).toEqual([
    expect.stringContaining('wait-untold'),
    '<svg',
    'theme: "pink" is none of light, dark, hc-dark, hc-light, auto',
    'locale: "fr" is none of en, ja',
    '',
  ]);
});

/** What a program prints; throws when it fails. */
function said(args: readonly string[], cwd: string): string {
  return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });
}
