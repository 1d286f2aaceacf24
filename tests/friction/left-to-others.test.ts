// Some things two rules could say. One of them does; and where that one is turned off, the other does not keep silent.
import { expect, test } from 'vitest';
import { frictionOf } from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import { openFile } from './workspace.ts';

const waiting = `
journey Permit "Apply for a permit" {
  stage Apply "Apply" : purchase {
    touchpoint Papers "Sends the papers" on web by customer {
      asks name, address
    }
    touchpoint Result "Gets the result" on post by company {
      waits 3 weeks max 7 weeks
    }
  }
}
`;

const transfer = `
system Bot
system Crm
journey Fault "Report a fault" {
  stage Report "Report" : support {
    touchpoint Tells "Tells the chatbot" on bot by customer {
      system Bot
      asks issue
      -> Agent transfer
    }
    touchpoint Agent "Speaks to an agent" on phone by customer {
      system Crm
      asks issue
      handledBy staff
      on failure -> Later
    }
    touchpoint Later "Tries again later" on phone by customer {
      -> Agent
    }
  }
}
`;

test.each([
  ['a wait of which nobody is told', waiting, 'wait-untold', 'next-step-untold'],
  ['what a transfer loses and somebody asks for again', transfer, 'transfer-loses-context', 'asks-again'],
])('%s is said once, by whichever rule is on', async (_, text, first, second) => {
  const { model } = await openFile(text);
  const said = (off: readonly string[]): readonly string[] => {
    const severities = new Map(off.map((rule) => [rule, 'off'] as const));
    const codes = frictionOf(model, defaultSettings, { severities }).map(({ code }) => code);
    return codes.filter((code) => code === first || code === second);
  };
  expect(said([])).toEqual([first]);
  expect(said([first])).toEqual([second]);
  expect(said([first, second])).toEqual([]);
});
