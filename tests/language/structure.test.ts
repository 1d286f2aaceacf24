import { describe, expect, test } from 'vitest';
import { AstUtils, GrammarAST, TextDocument } from 'langium';
import { textEditsOf } from '../../src/language/edit/text-edits.ts';
import { JourneyLanguageGrammar } from '../../src/language/generated/grammar.ts';
import { PROPERTY_RULES, type PropertyRule } from '../../src/language/structure/properties.ts';
import { STRUCTURE_CODES } from '../../src/language/structure/problem.ts';
import { structureProblems } from '../../src/language/structure/structure-problems.ts';
import { fileOf } from '../support/documents.ts';

/** Every problem as its code and the words that it points at. */
async function problemsIn(text: string): Promise<readonly (readonly [code: string, words: string])[]> {
  const { document } = await fileOf(text);
  expect(document.parseResult.parserErrors).toEqual([]);
  return structureProblems(document).map(({ code, range }) => [code, document.textDocument.getText(range)] as const);
}

/** Statements of a touchpoint T, which B and C follow. */
function inTouchpoint(...lines: readonly string[]): string {
  return `persona Ken
persona Sato
journey J { stage S {
touchpoint T on web {
${lines.join('\n')}
}
touchpoint B
touchpoint C
} }`;
}

/** Each mistake alone: what is written, and the problems that it is. Nothing else may be said about it. */
const mistakes: Readonly<
  Record<string, readonly (readonly [text: string, ...problems: (readonly [string, string])[]])[]>
> = {
  'statements written twice': [
    [inTouchpoint('told "x"', 'told "y"'), ['duplicate-statement', 'told "y"']],
    [inTouchpoint('waits 4 min', 'waits 5 min max 6 min'), ['duplicate-statement', 'waits 5 min max 6 min']],
    ['journey J { stage S { touchpoint T by customer { by company\n} } }', ['duplicate-statement', 'by company']],
    [inTouchpoint('urgent', 'momentOfTruth', 'urgent'), ['duplicate-statement', 'urgent']],
    ['journey J {\nkind asIs\nkind toBe\n}', ['duplicate-statement', 'kind toBe']],
    ['metric m : ratio {\ntarget 3% by 2026-01\ntarget 4%\n}', ['duplicate-statement', 'target 4%']],
    [inTouchpoint('end success', 'end exit'), ['duplicate-statement', 'end exit']],
    [inTouchpoint('barrier Slow cause duration severity low severity high'), ['duplicate-statement', 'severity high']],
  ],
  'values of the wrong kind': [
    [inTouchpoint('waits 30%'), ['wrong-value-kind', '30%']],
    [inTouchpoint('waits 4'), ['wrong-value-kind', '4']],
    [inTouchpoint('cost 3 days'), ['wrong-value-kind', '3 days']],
    [inTouchpoint('conversion 12 pt'), ['wrong-value-kind', '12 pt']],
    [inTouchpoint('-> B 3 min'), ['wrong-value-kind', '3 min']],
    ['persona P {\nshare 3\n}', ['wrong-value-kind', '3']],
    ['emotion e = 30%', ['wrong-value-kind', '30%']],
  ],
  'values off their scale': [
    ['emotion e = +3', ['value-off-scale', '+3']],
    [inTouchpoint('feels calm -2.5'), ['value-off-scale', '-2.5']],
    [inTouchpoint('effort 0'), ['value-off-scale', '0']],
    [inTouchpoint('effort 8'), ['value-off-scale', '8']],
    ['action a {\neffort 6\nimpact 0\n}', ['value-off-scale', '6'], ['value-off-scale', '0']],
    [inTouchpoint('conversion 120%'), ['value-off-scale', '120%']],
    [inTouchpoint('-> B -5%'), ['value-off-scale', '-5%']],
    [inTouchpoint('loop max 0 then -> B'), ['value-off-scale', '0']],
    [inTouchpoint('loop max 1.5 then -> B'), ['value-off-scale', '1.5']],
    ['experiment e { alpha 5 }', ['value-off-scale', '5']],
  ],
  'times that cannot be': [
    [inTouchpoint('waits -4 min'), ['negative-duration', '-4 min']],
    [inTouchpoint('waits 12 min max 4 min'), ['contradictory-duration', '4 min']],
    [inTouchpoint('waits 3 businessDays max 4 days')],
    ['channel c : phone { hours 9:75-18:00 }', ['impossible-hours', '9:75-18:00']],
    ['channel c : phone { hours 25:00-26:00 }', ['impossible-hours', '25:00-26:00']],
    ['channel c : phone { hours Mom-Fri 9:00-18:00 }', ['unknown-day', 'Mom']],
    ['channel c : phone { hours 月水金 9:00-18:00, 土日祝 10:00-24:00 }'],
  ],
  dates: [
    ['action a { due 2026-02-30 }', ['impossible-date', '2026-02-30']],
    ['action a { due 2026-13 }', ['impossible-date', '2026-13']],
    ['action a { due 2026-3-1 }', ['date-format', '2026-3-1']],
    ['fact f = 3 days from 2026-05 until 2026-04', ['date-order', '2026-04']],
    ['fact f = 3 days from 2026-05 until 2026-05-20'],
    ['metric m : ratio { target 3% by 2001-01 }'],
  ],
  'units and currencies': [
    [inTouchpoint('waits 4 minuts'), ['unknown-unit', 'minuts']],
    [inTouchpoint('cost 1200 JYP'), ['unknown-currency', 'JYP']],
    ['experiment e { traffic 800 per dya }', ['unknown-unit', 'dya']],
  ],
  words: [
    ['journey J { stage S { touchpoint T by custmer } }', ['unknown-word', 'custmer']],
    ['journey J { stage S : buying }', ['unknown-word', 'buying']],
    [inTouchpoint('barrier Slow cause speed'), ['unknown-word', 'speed']],
    ['channel c : telephone', ['unknown-word', 'telephone']],
    [inTouchpoint('task trackOdrer'), ['similar-word', 'trackOdrer']],
    [inTouchpoint('task petTheDog')],
    [inTouchpoint('on failure end eixt'), ['unknown-word', 'eixt']],
  ],
  feelings: [
    [inTouchpoint('feels Ken'), ['missing-feeling', 'Ken']],
    [inTouchpoint('feels Ken -1, Sato calm')],
    [inTouchpoint('feels wistful -1')],
  ],
  'things that speak of themselves': [
    ['data d\nsystem Crm {\nshares d -> Crm\n}', ['shares-to-itself', 'Crm']],
    ['team A\nhandover A -> A', ['shares-to-itself', 'A']],
    [inTouchpoint('during T'), ['refers-to-itself', 'T']],
    [inTouchpoint('tells next T within 3 min'), ['refers-to-itself', 'T']],
    ['journey J { improves J }', ['refers-to-itself', 'J']],
    [inTouchpoint('-> T 20%', '-> B 80%')],
  ],
  'shares that are more than everybody': [
    [inTouchpoint('-> B 70%', '-> C 40%'), ['shares-over-100', '40%']],
    [inTouchpoint('-> B 70% for Ken', '-> C 70% for Sato')],
    [inTouchpoint('-> B 70% for Ken', '-> C 40%'), ['shares-over-100', '40%']],
    [inTouchpoint('-> B 33.4%', '-> C 33.4%', '-> T 33.4%')],
    ['persona A { share 60% }\npersona B { share 50% }', ['shares-over-100', '50%']],
    [inTouchpoint('-> B 60%', '-> C 40%', 'end exit'), ['end-and-arrows', 'end exit']],
    [inTouchpoint('-> B 60%', 'end exit')],
    [inTouchpoint('on failure -> B when "late"'), ['failure-and-arrow', '-> B when "late"']],
    [inTouchpoint('on failure 10% -> B'), ['failure-and-arrow', '-> B']],
    [inTouchpoint('on failure -> B for Ken', '-> C'), ['for-in-line', 'Ken']],
    [inTouchpoint('waits 3 min for Ken'), ['for-in-line', 'Ken']],
    [inTouchpoint('waits 3 min', 'for Ken')],
    [inTouchpoint('on web by customer for Ken')],
    [inTouchpoint('question Free "Is it free?" for Ken')],
    [inTouchpoint('on failure -> B 10% explains "Sorry"', '-> C')],
    [inTouchpoint('on failure', '-> C')],
    ['experiment e {\nvariants A, B\nsplit 50%, 40%\n}', ['split-mismatch', '50%, 40%']],
    ['experiment e {\nvariants A, B\nsplit 50%, 25%, 25%\n}', ['split-mismatch', '50%, 25%, 25%']],
    ['experiment e {\nvariants A, B\nsplit 50, 50\n}'],
    ['experiment e {\nvariants A, B\nresult A 12 of 10\n}', ['impossible-result', '12 of 10']],
  ],
  contradictions: [
    ['persona P {\nprefers web, phone\navoids phone\n}', ['contradictory-statement', 'phone']],
    ['segment S { prefers web }\npersona P in S { avoids web }'],
    ['segment S { prefers web }\nsegment R { avoids web }\npersona P in S, R'],
    ['consent c {\noptional\nrequired\n}', ['contradictory-statement', 'required']],
    ['metric m : score { scale 5..1 }', ['scale-order', 'scale 5..1']],
    ['persona A\npersona B\njourney J {\nfor A\ntarget B\n}', ['target-not-for', 'B']],
    ['journey Good { kind toBe }\njourney J {\nkind asIs\nimproves Good\n}', ['improves-backwards', 'Good']],
    ['journey Bad\njourney J {\nkind toBe\nimproves Bad\n}'],
  ],
  titles: [
    ['journey J "" { stage S }', ['empty-title', '""']],
    ['persona P "A" ja " "', ['empty-title', '" "']],
    ['journey J {}'],
  ],
};

describe.for(Object.entries(mistakes))('%s', ([, cases]) => {
  test.for(cases)('%s', async ([text, ...problems]) => {
    expect(await problemsIn(text)).toEqual(problems);
  });
});

test('every quantity, date and title of the grammar is checked', () => {
  const forms: Readonly<Record<string, (rule: PropertyRule | undefined) => unknown>> = {
    QUANTITY: (rule) => rule?.value,
    TextOrQuantity: (rule) => rule?.value,
    DATE: (rule) => rule?.form === 'date',
    HOURS: (rule) => rule?.form === 'hours',
  };
  const rules = PROPERTY_RULES as Readonly<Record<string, Readonly<Record<string, PropertyRule>>>>;
  const unchecked: string[] = [];
  let checked = 0;
  for (const rule of JourneyLanguageGrammar().rules.filter(GrammarAST.isParserRule)) {
    const type = rule.returnType?.ref?.name ?? rule.name;
    for (const { feature, terminal } of AstUtils.streamAllContents(rule).filter(GrammarAST.isAssignment)) {
      const called = GrammarAST.isRuleCall(terminal) ? terminal.rule.$refText : '';
      const isChecked = forms[called];
      if (isChecked === undefined) continue;
      checked++;
      if (!isChecked(rules[type]?.[feature])) unchecked.push(`${type}.${feature}`);
    }
  }
  expect(unchecked).toEqual([]);
  expect(checked).toBeGreaterThan(60);
});

test('every code is tried by some mistake', () => {
  const tried = new Set(
    Object.values(mistakes)
      .flatMap((cases) => cases.flatMap(([, ...problems]) => problems))
      .map(([code]) => code),
  );
  expect([...STRUCTURE_CODES].filter((code) => !tried.has(code))).toEqual([]);
});

test('every problem says in both languages what is wrong and what to do', async () => {
  for (const [text] of Object.values(mistakes).flat()) {
    const { document } = await fileOf(text);
    for (const { message, help, related, fixes } of structureProblems(document)) {
      for (const said of [message, help, ...related.map((place) => place.message), ...fixes.map((fix) => fix.title)]) {
        expect(said.en).toMatch(/\S/);
        expect(said.ja).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
        expect(`${said.en} ${said.ja}`).not.toMatch(/undefined|NaN|Infinity/);
      }
    }
  }
});

test('a safe fix takes its problem away', async () => {
  let fixed = 0;
  for (const [text] of Object.values(mistakes).flat()) {
    const { document } = await fileOf(text);
    const problems = structureProblems(document);
    for (const problem of problems) {
      const fix = problem.fixes.find(({ safe }) => safe);
      if (fix === undefined) continue;
      const changed = TextDocument.applyEdits(document.textDocument, [...textEditsOf(fix.edits, document)]);
      const after = await fileOf(changed);
      expect(after.document.parseResult.parserErrors).toEqual([]);
      const others = problems.filter((other) => other !== problem).map(({ code }) => code);
      expect(structureProblems(after.document).map(({ code }) => code)).toEqual(others);
      fixed++;
    }
  }
  expect(fixed).toBeGreaterThan(5);
});
