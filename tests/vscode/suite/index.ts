// What runs inside the extension host, the same in all of them.
import { env } from 'vscode';
import { activation } from './activation.ts';
import { compare } from './compare.ts';
import { crash } from './crash.ts';
import { runTests } from './harness.ts';
import { japanese } from './japanese.ts';
import { journeys } from './journeys.ts';
import { language } from './language.ts';
import { manifest } from './manifest.ts';
import { mapTools } from './map-tools.ts';
import { markdown } from './markdown.ts';
import { newJourney } from './new-journey.ts';
import { preview } from './preview.ts';
import { tools } from './tools.ts';

/** VS Code calls this. */
export async function run(): Promise<void> {
  if (env.language.startsWith('ja')) {
    japanese();
  } else {
    activation();
    language();
    preview();
    mapTools();
    manifest();
    newJourney();
    journeys();
    markdown();
    tools();
    compare();
    crash();
  }
  const failed = await runTests();
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
