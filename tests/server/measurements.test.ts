// What was measured of a journey is said in the editor, from the result file beside it.
import { expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { outage, outageResults } from '../evidence/results.ts';
import { started } from './client.ts';

const changed = 2;

function codesIn({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}

test('a measurement is said where it is written, follows the file, and goes stale while the text changes', async () => {
  const client = await started({ files: { 'a.journey': outage } });
  const notify = async (): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('a.evidence.json'), type: changed }],
    });
  await client.open('a.journey', outage);
  expect(codesIn(await client.version('a.journey', 1))).not.toContain('measured-wait');

  client.write('a.evidence.json', outageResults);
  await notify();
  const told = await client.told('a.journey', (each) => codesIn(each).includes('measured-wait'));
  const measured = told.diagnostics.find(({ code }) => code === 'measured-wait');
  expect(measured).toMatchObject({
    severity: 2,
    codeDescription: { href: expect.stringContaining('measured-wait') as string },
  });
  expect(measured?.message).toContain('written 3 minutes (at most 10 minutes), measured median 41 minutes');

  await client.change('a.journey', outage.replace('waits 3 min max 10 min', 'waits 5 min'));
  const stale = await client.told('a.journey', (each) => codesIn(each).includes('measurement-outdated'));
  const outdated = stale.diagnostics.find(({ code }) => code === 'measured-wait');
  expect(outdated?.severity).toBe(3);
  expect(outdated?.message).toContain('It was measured when "waits 3 min max 10 min" was written');

  client.write('a.evidence.json', outageResults.replace('"cases": 212', '"cases": "many"'));
  await notify();
  const broken = await client.told('a.evidence.json', ({ diagnostics }) => diagnostics.length > 0);
  expect(broken.diagnostics[0]).toMatchObject({ code: 'evidence-file-invalid', range: { start: { line: 3 } } });
  await client.told('a.journey', (each) => !codesIn(each).includes('measured-wait'));

  client.write('a.evidence.json', outageResults);
  await notify();
  await client.told('a.evidence.json', ({ diagnostics }) => diagnostics.length === 0);
  expect(await client.stop()).toBe(0);
});
