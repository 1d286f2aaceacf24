// Where the law asks for it, what is only a note elsewhere is a warning.
import { expect, test } from 'vitest';
import { frictionOf } from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { Settings } from '../../src/friction/settings.ts';
import { openFile } from './workspace.ts';

const shop = `journey Shop "Buy a ticket" {
  stage Buy "Buy" : purchase {
    touchpoint SignUp "Signs up" on web by customer {
      asks name, email
    }
    touchpoint Pay "Pays" on web by customer {
      shows policy, total
      commits purchase
      confirms purchase
    }
  }
}
`;

test.each([
  ['none', 'commit-without-final-terms', 'information'],
  ['us', 'commit-without-final-terms', 'information'],
  ['eu', 'commit-without-final-terms', 'information'],
  ['jp', 'commit-without-final-terms', 'warning'],
  ['none', 'purpose-not-shown', 'information'],
  ['eu', 'purpose-not-shown', 'warning'],
  ['jp', 'purpose-not-shown', 'warning'],
] as const satisfies readonly (readonly [Settings['jurisdiction'], string, string])[])(
  'under %s, %s is of severity %s',
  async (jurisdiction, rule, severity) => {
    const { model } = await openFile(shop);
    const found = frictionOf(model, { ...defaultSettings, jurisdiction }).filter(({ code }) => code === rule);
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
  },
);
