// The friction score of a journey is one number, wherever somebody looks: with a mistake in the text, exceptions, a rule that is
// off for some files, a rule that is graver, a baseline, a measurement, and one persona to look at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, onTestFinished, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import type { ServerRequests } from '../../src/server/protocol.ts';
import type * as published from '../../types/index.d.ts';
import { cli, journey } from '../cli/journey.ts';
import { makeRepository } from '../cli/repository.ts';
import { outageResults } from '../evidence/results.ts';
import { started } from '../server/client.ts';

const people = 'persona Edith "Edith"\npersona Amir "Amir"\n';
const text = `import "people.journey"

journey Outage "Report a power cut" {
  for Edith, Amir
  stage Report "Report it" : support {
    touchpoint Calls "Calls the hotline" on phone by customer {
      colour red
      asks name, customerNumber
      waits 3 min max 10 min
    }
    touchpoint Answer "Is told when the power is back" on phone by company for Amir {
      asks customerNumber // journey-ignore asks-again: the line was cut off
    }
    touchpoint Repaired "Has power again" on email by company {
      momentOfTruth
      asks name
      feels -2
    }
  }
}
`;
const configuration = JSON.stringify({
  rules: { 'asks-again': 'error' },
  overrides: [{ files: ['own/**'], rules: { 'wait-untold': 'off' } }],
});

test('every surface shows the same score for the same journey', async () => {
  const { folder, commit, write, git } = makeRepository();
  commit('The outage', {
    'journey.config.json': configuration,
    'own/people.journey': people,
    'own/outage.journey': text,
    'own/outage.evidence.json': outageResults,
  });
  const shown = async (...args: readonly string[]): Promise<string> =>
    (await journey([...args, '--locale', 'en'], { cwd: folder })).stdout;
  const scores = new Map<string, string | undefined>();
  const see = (surface: string, found: string | undefined): unknown => scores.set(surface, found);

  const checked = await shown('check');
  const expected = scoreIn(checked);
  expect(checked).toContain('unknown-keyword');
  expect(checked).toContain('measured-wait');
  see(
    'check --format markdown',
    /\| Report a power cut \| ([\d.]+) \|/.exec(await shown('check', '-f', 'markdown'))?.[1],
  );
  const [stats] = JSON.parse(await shown('stats', '-f', 'json')) as readonly { readonly score: number }[];
  see('stats', String(stats?.score));
  for (const format of ['markdown', 'svg', 'html']) {
    see(`render ${format}`, scoreIn(await shown('render', 'own/outage.journey', '-f', format)));
  }
  see('render for Edith', scoreIn(await shown('render', 'own/outage.journey', '--persona', 'Edith')));
  await shown('index', '-o', 'site');
  see('site', scoreIn(readFileSync(join(folder, 'site/index.html'), 'utf8')));
  see('map of the site', scoreIn(readFileSync(join(folder, 'site/journeys/Outage.html'), 'utf8')));
  const history = await shown('history', 'own/outage.journey', '-f', 'csv');
  see('history', history.trimEnd().split('\n').at(-1)?.split(',')[3]);
  write('own/outage.journey', text.replace('Is told when', 'Hears when'));
  const difference = JSON.parse(await shown('diff', '-f', 'json')) as {
    readonly journeys: readonly Readonly<Record<'before' | 'after', { readonly score: { readonly total: number } }>>[];
  };
  see('diff, before', String(difference.journeys[0]?.before.score.total));
  see('diff, after', String(difference.journeys[0]?.after.score.total));
  git('checkout', 'own');
  see('mcp', scoreIn(await mapOfMcp(folder)));
  for (const [surface, found] of await scoresOfServer(folder)) see(`server: ${surface}`, found);
  await shown('check', '--update-baseline');
  const known = await shown('check');
  expect(known).toContain('friction scores count them');
  see('check with a baseline', scoreIn(known));

  expect(Number(expected)).toBeGreaterThan(0);
  expect(Object.fromEntries(scores)).toEqual(
    Object.fromEntries([...scores.keys()].map((surface) => [surface, expected])),
  );
});

test('a text without files has the score that it has as a file without a configuration', async () => {
  const { folder, write } = makeRepository();
  write('outage.journey', `${people}${text.replace('import "people.journey"', '')}`);
  const whole = readFileSync(join(folder, 'outage.journey'), 'utf8');
  const checked = await journey(['check', '--locale', 'en'], { cwd: folder });
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    readonly exports: { readonly '.': { readonly default: string } };
  };
  const entry = pathToFileURL(join(import.meta.dirname, '../..', manifest.exports['.'].default)).href;
  const library = (await import(entry)) as typeof published;
  expect(scoreIn((await library.renderSvg(whole)) ?? '')).toBe(scoreIn(checked.stdout));
  const found = await library.check(whole);
  const json = JSON.parse(
    (await journey(['check', '-f', 'json', '--locale', 'en'], { cwd: folder })).stdout,
  ) as unknown[];
  expect(found.map(({ code }) => code)).toEqual(json.map((finding) => (finding as { code: string }).code));
  expect(scoreIn(await mapOfMcp(folder, { text: whole }))).toBe(scoreIn(checked.stdout));
});

/** The number behind the label, whatever stands in between. */
function scoreIn(page: string): string | undefined {
  return /Friction score \(estimate\)(?:\s|<[^>]*>|:|\|)*(\d+(?:\.\d+)?)/.exec(page)?.[1];
}

async function mapOfMcp(folder: string, asked: object = { path: 'own/outage.journey' }): Promise<string> {
  const client = new McpClient({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', folder, '--locale', 'en'] }),
  );
  onTestFinished(async () => client.close());
  const { content } = await client.callTool({ name: 'journey_render', arguments: { ...asked } });
  const [part] = content as readonly { readonly text: string }[];
  return (JSON.parse(part?.text ?? '') as { readonly map: string }).map;
}

async function scoresOfServer(folder: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const client = await started({ folder, locale: 'en' });
  await client.open('own/outage.journey', text);
  const textDocument = { uri: client.uri('own/outage.journey') };
  const ask = async <M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
  ): Promise<ServerRequests[M]['result']> => client.connection.sendRequest(method, params);
  const maps = [
    await ask('journey/map', { textDocument }),
    await ask('journey/map', { textDocument, personas: ['Edith'] }),
  ];
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = await client.ask<readonly InlayHint[]>('inlayHint', 'own/outage.journey', undefined, { range });
  const labels = hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
  const tree = await ask('journey/workspaceTree', {});
  const own = tree?.files.flatMap(({ journeys }) => journeys)[0];
  const found = [
    ['score', String((await ask('journey/score', { textDocument }))?.[0]?.total)],
    ['side bar', String(own?.score)],
    ['inlay hint', labels.map(scoreIn).find((score) => score !== undefined)],
    ...maps.map((map, index) => [
      `map ${index}`,
      map?.kind === 'map' ? map.data.content.header.score?.total : undefined,
    ]),
  ] as const;
  expect(await client.stop()).toBe(0);
  return found as readonly (readonly [string, string | undefined])[];
}
