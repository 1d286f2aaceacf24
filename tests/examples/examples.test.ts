// The shipped examples say what they are meant to say, and the redesigns have nothing of it left.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CheckedExample,
  checkExamples,
  exampleFolders,
  examplePaths,
  isBuilt,
  isFriction,
  whereOf,
} from './examples.ts';
import { expectedRules } from './expected-rules.ts';
import { readFindings } from './golden.ts';

let examples: ReadonlyMap<string, CheckedExample>;

beforeAll(async () => {
  examples = await checkExamples();
});

function example(path: string): CheckedExample {
  const found = examples.get(path);
  if (found === undefined) throw new Error(`There is no examples/${path}`);
  return found;
}

test('every folder has the same four files, and something is expected of it', () => {
  const files = ['as-is', 'people', 'services', 'to-be'].map((name) => `${name}.journey`);
  const expected = exampleFolders.flatMap((folder) => files.map((file) => `${folder}/${file}`));
  expect(examplePaths).toEqual([...expected, 'quick-start.journey'].toSorted());
  expect(Object.keys(expectedRules).toSorted()).toEqual(exampleFolders);
});

test('nothing is wrong with how they are written', () => {
  const mistakes = [...examples.values()].flatMap(({ path, findings }) =>
    findings.filter((finding) => !isFriction(finding)).map(({ message }) => `${path}: ${message.en}`),
  );
  expect(mistakes).toEqual([]);
});

describe.each(exampleFolders)('%s', (folder) => {
  const rules = (expectedRules[folder] ?? []).filter(isBuilt);

  test('shows each of its rules as it is', () => {
    const found = new Set(example(`${folder}/as-is.journey`).findings.map(({ code }) => code));
    expect(rules.filter((rule) => !found.has(rule))).toEqual([]);
  });

  test('shows none of them as it should be', () => {
    const left = example(`${folder}/to-be.journey`).findings.filter(({ code }) => rules.includes(code));
    expect(left.map((finding) => `${finding.code} at ${whereOf(finding)}: ${finding.message.en}`)).toEqual([]);
  });
});

test('what has been read of the findings is all that there is', () => {
  const found = [...examples].flatMap(([path, { findings }]) =>
    findings.filter(isFriction).map((finding) => `${path}: ${whereOf(finding)}: ${finding.code}`),
  );
  const read = readFindings().filter(({ code }) => isBuilt(code));
  expect([...new Set(found)].toSorted()).toEqual(
    read.map(({ path, where, code }) => `${path}: ${where}: ${code}`).toSorted(),
  );
});
