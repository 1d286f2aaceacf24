import type { FlowView } from '../../../model/analysis.ts';
import type { Fix, RelatedPlace, Severity } from '../../../model/finding.ts';
import type { Certainty } from '../../../model/flow/facts.ts';
import type { KnowledgeOrigin } from '../../../model/flow/known.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { ChannelKind } from '../../../model/words.ts';
import { sayOn, severityFor } from '../../certainty.ts';
import { consentsAsked, consentsWithdrawn, marketingConsents } from '../../consents.ts';
import { adding, insertable } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'marketing-without-optin',
    group: 'privacy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'Advertising is sent to people who have not agreed to it, or who are not shown how to stop it.',
      ja: '同意や配信停止の案内がないまま、広告を送っています。',
    },
    why: {
      en: `A message that nobody asked for costs attention and trust, and in many countries it needs consent. This is no legal advice: please check with whoever is responsible for privacy.

Looked at are touchpoints of \`kind marketing\` that the company sends by e-mail, text message, push notification or phone. A consent that covers marketing must have been asked for on every way there; on some ways only is a piece of information. \`existingCustomer\` stands for the exceptions that many laws make for one's own customers. With the jurisdiction \`us\`, where advertising by e-mail is an opt-out matter, e-mail needs no consent here. Where the journey has not learned anything personal about the customer before, the consent may lie before its beginning, so that it is only a piece of information as well.

If the consent is there, an e-mail or text message must still say how to stop it: \`shows unsubscribe\`, \`can unsubscribe\`, or \`withdraws\`. If that is missing, it is a piece of information, because the map may only be silent about it. With the jurisdiction \`jp\`, \`shows sender, contact\` is looked for in the same way.`,
      ja: `頼んでいない案内は、お客様の時間と信頼を損ないます。国によっては同意が必要です。これは法的な助言ではありません。個人情報保護の担当者にご確認ください。

企業がメール・SMS・プッシュ通知・電話で送る \`kind marketing\` のタッチポイントを調べます。広告を対象とする同意が、そこに至るすべての経路で求められている必要があります。一部の経路だけなら情報です。\`existingCustomer\` は、既存のお客様への連絡を認める例外にあたるものとして扱います。法域が \`us\` のときは、広告メールがオプトアウト方式のため、メールの同意は求めません。それまでにお客様の個人情報を何も得ていないジャーニーでは、同意がその前に済んでいる可能性があるため、情報にとどめます。

同意があっても、メールとSMSには止め方の案内が必要です(\`shows unsubscribe\`、\`can unsubscribe\`、\`withdraws\`)。書かれていなければ情報です。単に記載を省いただけかもしれないからです。法域が \`jp\` のときは、送信者と連絡先(\`shows sender, contact\`)も同じように確かめます。`,
    },
    remedy: {
      en: 'Ask for an optional consent before the first message, and say in each one who sends it and how to stop it.',
      ja: '最初の配信の前に任意の同意を求め、毎回、送信者と止め方を示します。',
    },
    sources: [
      {
        title: '特定電子メールの送信の適正化等に関する法律 第3条・第4条',
        url: 'https://laws.e-gov.go.jp/law/414AC1000000026',
      },
      { title: 'ePrivacy Directive 2002/58/EC, Article 13', url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj' },
    ],
    settings: ['jurisdiction'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('kind')) {
        const kinds = sentOn(context, node.touchpoint);
        if (kinds.length > 0 && view.flow.reachable(node)) checkMessage(context, view, node, kinds);
      }
    });
  },
};

const watched: ReadonlySet<ChannelKind> = new Set(['email', 'sms', 'push', 'phone']);

/** The kinds of channel by which an advertisement is sent; none when it is no such message. */
function sentOn(
  { model, settings }: JourneyContext,
  { kind, initiator, channels }: Touchpoint,
): readonly ChannelKind[] {
  if (kind?.value !== 'marketing' || initiator?.value !== 'company') return [];
  return channels.flatMap(({ key }) => {
    const on = model.channels.get(key)?.kind?.value;
    return on !== undefined && watched.has(on) && !(on === 'email' && settings.jurisdiction === 'us') ? [on] : [];
  });
}

function checkMessage(context: JourneyContext, view: FlowView, node: GraphNode, kinds: readonly ChannelKind[]): void {
  const { touchpoint } = node;
  const unasked = touchpoint.existingCustomer === undefined ? missingConsent(context, view, node) : undefined;
  const unsaid = kinds.some((kind) => kind === 'email' || kind === 'sms') ? missingWords(context, touchpoint) : [];
  if (unasked === undefined && unsaid.length === 0) return;
  const known = contactOrigin(context, view, node);
  const [at, stopping] = [titled(touchpoint), unsaid.includes('unsubscribe')];
  const { message, severity } =
    unasked === undefined
      ? { message: unsaidMessage(at, stopping), severity: 'information' as const }
      : unaskedMessage(at, unasked, { stopping, severity: known === undefined ? 'information' : 'warning' });
  context.report({
    place: touchpoint.kind?.place ?? touchpoint.place,
    severity,
    message,
    help: rule.meta.remedy,
    related: unasked === undefined ? [] : relatedPlaces(known),
    fixes: () => fixesFor(context, touchpoint, unasked === undefined ? undefined : known, { unasked, unsaid }),
    subject: { touchpoint: node.key },
  });
}

/** On which ways no consent to advertising was asked for, or it was withdrawn. */
function missingConsent({ model }: JourneyContext, { flow }: FlowView, node: GraphNode): Certainty | undefined {
  const asked = new Set(marketingConsents(model).map(({ key }) => flow.past(consentsAsked).before(node, key)));
  if (asked.has('always')) return undefined;
  const withdrawn = marketingConsents(model).some(
    ({ key }) => flow.past(consentsWithdrawn).before(node, key) === 'always',
  );
  return asked.has('sometimes') && !withdrawn ? 'sometimes' : 'always';
}

/** What every e-mail of that kind should show and this one does not. */
function missingWords(
  { settings }: JourneyContext,
  { shows, abilities, withdraws, task }: Touchpoint,
): readonly string[] {
  const shown = new Set(shows.map(({ word }) => word?.value));
  const stops = abilities.some(({ actions }) => actions.some(({ value }) => stopping.has(value.toLowerCase())));
  const canStop = stops || withdraws.length > 0 || task?.value === 'unsubscribe' || shown.has('unsubscribe');
  const wanted = settings.jurisdiction === 'jp' ? ['sender', 'contact'] : [];
  return [...(canStop ? [] : ['unsubscribe']), ...wanted.filter((word) => !shown.has(word))];
}

const stopping: ReadonlySet<string> = new Set([
  'unsubscribe',
  'stop',
  'withdraw',
  'optout',
  '配信停止',
  '停止',
  '撤回',
]);

/** Where something personal first became known, such as the address; missing when nothing did. */
function contactOrigin({ model }: JourneyContext, { flow }: FlowView, node: GraphNode): KnowledgeOrigin | undefined {
  const known = [...flow.known.allBefore(node, 'first').keys()].filter((key) => {
    const datum = model.data.get(key);
    return datum?.personal === true || datum?.identifier === true;
  });
  const origins = known.flatMap((key) => flow.known.before(node, key, 'first')?.origins ?? []);
  const asked = origins.filter(({ how }) => how === 'asked');
  return asked.toSorted((a, b) => a.node.index - b.node.index)[0] ?? origins[0];
}

function unaskedMessage(
  at: Text,
  certainty: Certainty,
  { stopping: alsoUnstoppable, severity }: { readonly stopping: boolean; readonly severity: Severity },
): { readonly message: Text; readonly severity: Severity } {
  const also = alsoUnstoppable
    ? { en: ', and it does not say how to stop it', ja: '。配信を止める方法も示されていません' }
    : { en: '', ja: '' };
  return {
    severity: severity === 'warning' ? severityFor(certainty, severity) : severity,
    message: sayOn(certainty, {
      en: `${at.en} is advertising that the customer has not been asked to agree to${also.en}.`,
      ja: `${at.ja}は、お客様に同意を求めないまま送られる広告です${also.ja}。`,
    }),
  };
}

function unsaidMessage(at: Text, cannotStop: boolean): Text {
  return cannotStop
    ? {
        en: `${at.en} is advertising and does not say how the customer can stop it.`,
        ja: `${at.ja}は広告ですが、配信を止める方法が示されていません。`,
      }
    : {
        en: `${at.en} is advertising and does not show who sends it and where to reach them.`,
        ja: `${at.ja}は広告ですが、送信者や連絡先が示されていません。`,
      };
}

function relatedPlaces(known: KnowledgeOrigin | undefined): readonly RelatedPlace[] {
  if (known === undefined) return [];
  return [
    {
      place: known.place,
      message: { en: 'the customer gives their details here', ja: 'お客様はここで情報を伝えています' },
    },
  ];
}

function fixesFor(
  { model }: JourneyContext,
  touchpoint: Touchpoint,
  known: KnowledgeOrigin | undefined,
  { unasked, unsaid }: { readonly unasked: Certainty | undefined; readonly unsaid: readonly string[] },
): readonly Fix[] {
  const show = unsaid.length === 0 ? [] : [`shows ${unsaid.join(', ')}`];
  if (unasked === undefined) {
    return [adding(touchpoint, show, { en: 'Show how to stop it', ja: '止め方を示す' })];
  }
  const consent = marketingConsents(model).find(
    ({ key, covers }) => covers.length > 0 && referable(model.consents, key),
  );
  const fixes: Fix[] = [];
  if (known !== undefined && consent !== undefined) {
    const [name, where] = [titled(consent), titled(known.node.touchpoint)];
    fixes.push({
      title: {
        en: `Ask for the consent ${name.en} at ${where.en}${show.length > 0 ? ', and show how to stop it' : ''}`,
        ja: `${where.ja}で${name.ja}への同意を求める${show.length > 0 ? '(止め方も示す)' : ''}`,
      },
      safe: false,
      edits: [
        {
          kind: 'addStatements',
          to: insertable(known.node.touchpoint),
          statements: [`consent ${consent.id} optional`],
        },
        ...(show.length > 0 ? [{ kind: 'addStatements' as const, to: insertable(touchpoint), statements: show }] : []),
      ],
    });
  }
  fixes.push(
    adding(touchpoint, ['existingCustomer', ...show], {
      en: 'Say that it only goes to existing customers',
      ja: '既存のお客様だけに送ると書く',
    }),
  );
  return fixes;
}
