// `npm run new-rule <id> <group>`: makes the folder of a friction rule, with everything in it that the tests ask for.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GROUPS } from '../src/friction/rule.ts';
import { fail, root, runNode } from './run.ts';

const [id = '', group = ''] = process.argv.slice(2);
const usage = `Usage: npm run new-rule <id> <group>\n  groups: ${GROUPS.join(', ')}`;
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(id))
  fail(`A rule's id is words in small letters with hyphens, such as asks-again.\n${usage}`);
if (!GROUPS.some((known) => known === group)) fail(`There is no group '${group}'.\n${usage}`);

const folder = join('src', 'friction', 'rules', id);
if (existsSync(join(root, folder))) fail(`${folder} exists already.`);
await mkdir(join(root, folder));
for (const [name, text] of Object.entries(filesOf(id, group))) await writeFile(join(root, folder, name), text);
await runNode([join(root, 'scripts', 'generate.ts')]);

console.log(`Made ${folder}. What is left to do:
  1. Write invalid.journey and valid.journey, and invalid.ja.journey and valid.ja.journey for Japanese readers: they are
     the examples of the documentation. A comment "// expect: ${id} warning" stands above each line that must be reported.
  2. Write the check and all texts in rule.ts. Settings that it reads go to src/friction/settings.ts.
  3. npm run generate && npm run test:unit -- tests/friction/rules.test.ts -t ${id} -u
  4. Read snapshot.md as a service designer would.`);

function filesOf(rule: string, of: string): Readonly<Record<string, string>> {
  const example = exampleOf('Example "Order a sofa"', 'Buy "Buy"', 'Orders "Orders the sofa"');
  const japanese = exampleOf('注文 "ソファを注文する"', '買う', '購入 "ソファを買う"');
  const reported = (text: string): string =>
    text.replace('    touchpoint', `    // expect: ${rule} warning\n    touchpoint`);
  return {
    'rule.ts': ruleFile(rule, of),
    'invalid.journey': reported(example),
    'invalid.ja.journey': reported(japanese),
    'valid.journey': example,
    'valid.ja.journey': japanese,
  };
}

function exampleOf(journey: string, stage: string, touchpoint: string): string {
  return `journey ${journey} {
  stage ${stage} : purchase {
    touchpoint ${touchpoint} on web by customer {
    }
  }
}
`;
}

/** The empty texts are found by the tests, so that none can be forgotten. */
function ruleFile(rule: string, of: string): string {
  return `import type { GraphNode } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: '${rule}',
    group: '${of}',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    summary: { en: '', ja: '' },
    why: { en: '', ja: '' },
    remedy: { en: '', ja: '' },
    sources: [],
    settings: [],
  },
  check: (context) =>
    forEachFlow(context, (shared, { graph }) => {
      for (const node of graph.nodes) checkTouchpoint(shared, node);
    }),
};

function checkTouchpoint({ report }: JourneyContext, { key, touchpoint }: GraphNode): void {
  const at = titled(touchpoint);
  report({
    place: touchpoint.place,
    message: { en: \`\${at.en} is not written yet.\`, ja: \`\${at.ja}はまだ書かれていません。\` },
    help: rule.meta.remedy,
    subject: { touchpoint: key },
  });
}
`;
}
