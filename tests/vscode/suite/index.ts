// What runs inside the extension host, the same in all of them.
import { activation } from './activation.ts';
import { compare } from './compare.ts';
import { crash } from './crash.ts';
import { runTests } from './harness.ts';
import { journeys } from './journeys.ts';
import { language } from './language.ts';
import { manifest } from './manifest.ts';
import { markdown } from './markdown.ts';
import { preview } from './preview.ts';
import { tools } from './tools.ts';

/** VS Code calls this. */
export async function run(): Promise<void> {
  activation();
  language();
  preview();
  manifest();
  journeys();
  markdown();
  tools();
  compare();
  crash();
  const failed = await runTests();
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
