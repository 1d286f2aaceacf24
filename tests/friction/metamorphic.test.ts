// What must not change when a journey is changed in a way that cannot hurt, or is looked at in another way.
import { describe, expect, test } from 'vitest';
import { adding } from '../../src/friction/fixes.ts';
import { causeOf } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Model, ownJourneys } from '../../src/model/model.ts';
import { openShipped, shippedFolders } from './shipped.ts';
import { type OpenFile, openFiles, withFix } from './workspace.ts';

const title = { en: '', ja: '' };

describe.each(shippedFolders)('%s', (folder) => {
  test.each(['as-is.journey', 'to-be.journey'])('%s: telling how long it takes adds no wait', async (name) => {
    const { files, file } = await open(folder, name);
    const before = aboutCause(file.model, 'duration');
    for (const touchpoint of touchpointsIn(file.model)) {
      if (touchpoint.wait === undefined || touchpoint.told !== undefined) continue;
      const told = fileIn(await openFiles(withFix(files, adding(touchpoint, ['told "For a while"'], title))), name);
      expect(added(before, aboutCause(told.model, 'duration'))).toEqual([]);
    }
  });

  test('as-is.journey: sharing data between systems makes nobody a stranger', async () => {
    const name = 'as-is.journey';
    const { files, file } = await open(folder, name);
    const { systems, data } = file.model;
    const before = aboutCause(file.model, 'identity');
    const own = [...systems.values()].filter(({ library }) => !library);
    const all = [...data.values()].filter(({ personal, identifier }) => personal || identifier).map(({ id }) => id);
    for (const [index, system] of own.entries()) {
      const target = own[(index + 1) % own.length];
      if (target === undefined || target === system) continue;
      const shares = adding(system, [`shares ${all.join(', ')} -> ${target.id}`], title);
      const shared = fileIn(await openFiles(withFix(files, shares)), name);
      expect(added(before, aboutCause(shared.model, 'identity'))).toEqual([]);
    }
  });

  test.each(['as-is.journey', 'to-be.journey'])(
    '%s: all personas together find what each finds alone',
    async (name) => {
      const { file } = await open(folder, name);
      const { model } = file;
      // One rule speaks of the difference between two personas: nobody alone differs from anybody.
      const options = { severities: new Map([['one-size-touchpoint', 'off'] as const]) };
      const personas = everybodyIn(model);
      const together = frictionOf(model, undefined, options).flatMap((finding) => hits(finding, personas));
      const alone = personas.flatMap((persona) =>
        frictionOf(projected(model, persona), undefined, options).flatMap((finding) => hits(finding, [persona])),
      );
      expect(new Set(together)).toEqual(new Set(alone));
    },
  );
});

async function open(
  folder: string,
  name: string,
): Promise<{ readonly files: ReadonlyMap<string, OpenFile>; readonly file: OpenFile }> {
  const files = await openShipped(folder);
  return { files, file: fileIn(files, name) };
}

function fileIn(files: ReadonlyMap<string, OpenFile>, name: string): OpenFile {
  const file = files.get(name);
  if (file === undefined) throw new Error(`There is no ${name}.`);
  return file;
}

function touchpointsIn(model: Model): ReturnType<typeof ownJourneys>[number]['stages'][number]['touchpoints'] {
  return ownJourneys(model).flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints));
}

/** By what they are about, because places and words may change. */
function aboutCause(model: Model, cause: string): readonly string[] {
  const codes = new Set(rules.filter(({ meta }) => causeOf(meta.group) === cause).map(({ meta }) => meta.id));
  return frictionOf(model)
    .filter(({ code }) => codes.has(code))
    .map(({ code, subject }) => `${code} ${subject.touchpoint} ${subject.next}`);
}

function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function everybodyIn(model: Model): readonly string[] {
  return ownJourneys(model).flatMap((journey) =>
    analysisOf(model, journey).views.flatMap(({ persona }) => persona?.key ?? []),
  );
}

/** The journeys of a file for one persona only. */
function projected(model: Model, persona: string): Model {
  const journeys = [...model.journeys].map(([key, journey]) => {
    const personas = journey.personas.filter((each) => each.key === persona);
    return [key, Object.assign({ ...journey }, { personas, targets: [] })] as const;
  });
  return { ...model, journeys: new Map(journeys) };
}

function hits({ code, subject, personas }: Finding, everybody: readonly string[]): readonly string[] {
  const hit = personas.length === 0 ? everybody : personas;
  // Of a way between two touchpoints only where it leads: what several ways share is said at the first of them.
  return hit.map((persona) => `${code} ${subject.next ?? subject.touchpoint} ${persona}`);
}
