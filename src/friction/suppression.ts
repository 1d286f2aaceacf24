import type { Finding, Severity, Subject } from '../model/finding.ts';
import type { Model, Suppression } from '../model/model.ts';
import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { isFileFinished } from './drafts.ts';
import { didYouMean } from './nearest.ts';
import { RULE_IDS } from './rules/ids.ts';
import { rules } from './rules/index.ts';
import { RULE_FAILED } from './runner.ts';

/** What the comments `// journey-ignore RULE: reason` make of the findings of a file. */
export interface Suppressed {
  /** What is still to be said, in the order given. */
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What is wrong with the comments themselves, in the order of the text. */
  readonly problems: readonly Finding[];
}

export interface SuppressedFinding {
  readonly finding: Finding;
  /** The author's reason, as written. */
  readonly reason: string;
}

export interface SuppressionOptions {
  /** What the configuration makes of the rules: a comment for a rule that is off there is not called unused. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** The text has errors of form or names, so what a comment is for may be lost: none is called unused. */
  readonly hasErrors?: boolean;
  /** Somebody has measured the file's journeys; without that, a comment about a measurement may wait for the next one. */
  readonly isMeasured?: boolean;
}

type SuppressionCode = 'suppression-without-reason' | 'unknown-rule' | 'unused-suppression';

/**
 * Takes out the findings of rules that the author has silenced with a reason. A comment without a reason silences nothing.
 * Only what rules find can be silenced: errors of form, names and structure are not in their hands, and neither is what
 * is wrong with a suppression.
 */
export function applySuppressions(
  model: Model,
  findings: readonly Finding[],
  { severities = new Map(), hasErrors = false, isMeasured = false }: SuppressionOptions = {},
): Suppressed {
  const effective = model.suppressions.filter(({ rule, reason }) => reason !== undefined && RULE_IDS.has(rule));
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const matching = effective.filter((suppression) => silences(suppression, finding));
    for (const each of matching) used.add(each);
    const [first] = matching;
    if (first?.reason === undefined) kept.push(finding);
    else suppressed.push({ finding, reason: first.reason });
  }
  // Where a rule is broken, nobody knows what it would have found.
  const isCertain = !hasErrors && !findings.some(({ code }) => code === RULE_FAILED);
  const problems = model.suppressions.flatMap((suppression): readonly Finding[] => {
    const { rule, reason } = suppression;
    if (!RULE_IDS.has(rule)) return [unknownRule(suppression)];
    if (reason === undefined) return [withoutReason(suppression)];
    const mayBeUnused =
      isCertain &&
      severities.get(rule) !== 'off' &&
      (isMeasured || !measurementRules.has(rule)) &&
      isFileFinished(model);
    return mayBeUnused && !used.has(suppression) ? [unused(suppression)] : [];
  });
  return { kept, suppressed, problems };
}

const measurementRules: ReadonlySet<string> = new Set(
  rules.flatMap(({ meta }) => (meta.reads === 'measurement' ? [meta.id] : [])),
);

function silences({ rule, line, place }: Suppression, finding: Finding): boolean {
  return finding.code === rule && finding.place.uri === place.uri && finding.place.range.start.line === line;
}

function withoutReason(suppression: Suppression): Finding {
  const rule = quoted(suppression.rule);
  return problem(suppression, 'suppression-without-reason', {
    message: {
      en: `This does not silence ${rule.en}, because it gives no reason.`,
      ja: `理由が書かれていないため、${rule.ja}は抑制されません。`,
    },
    help: {
      en: `Say after a colon why the customer is fine here: "// journey-ignore ${suppression.rule}: reason".`,
      ja: `お客様に問題がない理由をコロンの後に書いてください(// journey-ignore ${suppression.rule}: 理由)。`,
    },
  });
}

function unknownRule(suppression: Suppression): Finding {
  const { rule } = suppression;
  if (rule === '') {
    return problem(suppression, 'unknown-rule', {
      message: {
        en: 'This comment does not say which rule it silences.',
        ja: 'どのルールを抑制するのかが書かれていません。',
      },
      help: {
        en: 'Write "// journey-ignore RULE: reason"; "journey rules" lists the rules.',
        ja: '「// journey-ignore ルール: 理由」の形で書いてください。ルールは「journey rules」で一覧できます。',
      },
    });
  }
  const name = quoted(rule);
  const hint = didYouMean(rule, [...RULE_IDS]);
  const message: Text =
    hint.en === ''
      ? { en: `There is no rule ${name.en}.`, ja: `${name.ja}というルールはありません。` }
      : { en: `There is no rule ${name.en}${hint.en}`, ja: `${name.ja}というルールはありません${hint.ja}。` };
  return problem(suppression, 'unknown-rule', {
    message,
    help: {
      en: 'Only what the rules in "journey rules" find can be silenced; other errors must be put right.',
      ja: '抑制できるのは「journey rules」に載っているルールの指摘だけです。それ以外の誤りは修正が必要です。',
    },
  });
}

function unused(suppression: Suppression): Finding {
  const name = quoted(suppression.rule);
  const found = problem(suppression, 'unused-suppression', {
    message: {
      en: `The rule ${name.en} finds nothing on line ${suppression.line + 1}, so this silences nothing.`,
      ja: `${suppression.line + 1}行目に${name.ja}の指摘はないため、この抑制は不要です。`,
    },
    help: { en: 'Remove the comment.', ja: 'コメントを削除してください。' },
  });
  return {
    ...found,
    place: suppression.extent,
    tags: ['unnecessary'],
    fixes: [
      {
        title: { en: `Remove the suppression of ${name.en}`, ja: `${name.ja}の抑制を削除する` },
        safe: true,
        edits: [{ kind: 'remove', place: suppression.extent }],
      },
    ],
  };
}

const noSubject: Subject = {};

function problem({ place }: Suppression, code: SuppressionCode, text: Pick<Finding, 'message' | 'help'>): Finding {
  return { code, severity: 'warning', ...text, place, related: [], fixes: [], subject: noSubject, personas: [] };
}
