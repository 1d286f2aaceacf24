import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { conformanceOf } from '../../evidence/comparing.ts';
import { type Draft, draftOf } from '../../evidence/discovery/draft.ts';
import type { LogActivity, LogCode, LogProfile, LogSummary } from '../../evidence/event-log.ts';
import { codesOf, mapEvents } from '../../evidence/mapping.ts';
import { draftText } from '../../formats/evidence/draft-text.ts';
import { silhouetteLine } from '../../formats/evidence/silhouette-text.ts';
import { numbered, share } from '../../formats/evidence/report-words.ts';
import { libraryTerms } from '../../language/library/terms.ts';
import { modelOf } from '../../language/lowering/model-of.ts';
import { analysisOf } from '../../model/analysis.ts';
import { shownCount } from '../../model/measured/count.ts';
import { ownJourneys } from '../../model/model.ts';
import { percentText } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import type { OpenLog } from '../evidence/engine.ts';
import type { AttributeOptions } from '../evidence/open-log.ts';
import { showColumns } from '../evidence/show-columns.ts';
import { LEAST_GROUP } from '../evidence/least-group.ts';
import { withLog } from '../evidence/with-log.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { fileUri } from '../inputs.ts';
import { deliver } from '../output-file.ts';
import { workspaceFor } from '../workspace.ts';

export interface DiscoverOptions extends AttributeOptions {
  readonly variants?: number;
  readonly personas?: number;
  readonly stages?: number;
  readonly title?: string;
  readonly 'least-group'?: number;
  readonly 'output-file'?: string;
}

/** What a log tells, each kind of event with a code of its own. */
interface Told {
  readonly profile: LogProfile;
  readonly activities: readonly LogActivity[];
  readonly attributes: Awaited<ReturnType<OpenLog['attributes']>>;
  readonly summary: LogSummary;
}

/** `journey discover`: a draft of a journey from an event log. */
export async function runDiscover(options: DiscoverOptions, context: Context): Promise<ExitCode> {
  const { output, cwd, locale } = context;
  const complain = (mistake: Text): ExitCode => {
    output.complain(mistake);
    return EXIT.usage;
  };
  const target = options['output-file'];
  if (target !== undefined && existsSync(resolve(cwd, target))) {
    return complain({
      en: `${target} exists already; name a new file`,
      ja: `${target} はすでにあります。新しいファイル名を指定してください`,
    });
  }
  const told = await withLog(options, context, 'attributes', async (log) => {
    showColumns(log, context);
    return ask(log, context);
  });
  if (told === undefined) return EXIT.usage;
  const leastGroup = options['least-group'] ?? LEAST_GROUP;
  const draft = draftOf(told, {
    leastGroup,
    ...(options.variants !== undefined && { ways: options.variants }),
    ...(options.personas !== undefined && { personas: options.personas }),
    ...(options.stages !== undefined && { stages: options.stages }),
  });
  const source = basename(options.log ?? '');
  if (draft.drafted === 0) return complain(nothingToDraft(source, draft, leastGroup));
  if (options.stages !== undefined && draft.stages.some(({ name }) => name !== undefined))
    return complain(NAMED_STAGES);
  const text = draftText(draft, {
    locale,
    source,
    title: options.title ?? titleFrom(source)[locale],
    channels: libraryTerms('channel'),
  });
  await report(text, told, draft, leastGroup, context);
  if (options.personas !== undefined && options.personas !== Math.max(draft.personas.length, 1))
    output.complain(tooManyPersonas(options.personas, leastGroup));
  return deliver(text, target, context);
}

async function ask(log: OpenLog, { output }: Context): Promise<Told> {
  output.progress({ en: 'counting …', ja: '数えています…' });
  const profile = await log.profile();
  const activities = await log.activities();
  const attributes = await log.attributes();
  output.progress({ en: 'finding the ways that customers went …', ja: 'お客様の流れを調べています…' });
  const codes = activities.map(({ name }): LogCode => ({ event: name }));
  const ofEvent = new Map(activities.map(({ name }, code) => [name, code]));
  const summary = await log.summary(codes, ofEvent, []);
  return { profile, activities, attributes, summary };
}

function nothingToDraft(source: string, { ways }: Draft, leastGroup: number): Text {
  return ways === 0
    ? {
        en: `${source}: there is no event in this log that can be used`,
        ja: `${source}: 使えるイベントがログにありません`,
      }
    : {
        en: `${source}: no way was gone by ${leastGroup} customers or more (--least-group), so a draft would show what single customers did`,
        ja: `${source}: ${leastGroup}人以上がたどった流れがありません(--least-group)。個人の行動が分かってしまうため、下書きを作れません`,
      };
}

const NAMED_STAGES: Text = {
  en: '--stages means nothing for this log, which names its stages itself in the column that is shown above',
  ja: 'ログに上記のステージの列があるため、--stages は使えません',
};

function tooManyPersonas(asked: number, leastGroup: number): Text {
  return {
    en: `--personas ${asked}: the ways of these customers do not fall into so many groups of ${leastGroup} or more`,
    ja: `--personas ${asked}: お客様の流れを、それぞれ${leastGroup}人以上のこれだけのグループには分けられません`,
  };
}

function titleFrom(source: string): Text {
  const name = source.replace(/(\.[a-z]+){1,2}$/i, '');
  return { en: `What customers did: ${name}`, ja: `お客様の実際の行動: ${name}` };
}

/** Says what the draft shows of its log, by holding the one against the other. */
async function report(
  text: string,
  { profile, activities, summary }: Told,
  draft: Draft,
  leastGroup: number,
  { output, cwd }: Context,
): Promise<void> {
  const uri = fileUri(resolve(cwd, 'draft.journey'));
  const workspace = await workspaceFor({ cwd, uris: [uri], stdin: { uri, text, path: 'draft.journey' } });
  const document = workspace.document(uri);
  const model = document === undefined ? undefined : modelOf(document);
  const journey = model === undefined ? undefined : ownJourneys(model)[0];
  if (model === undefined || journey === undefined) throw new Error('The draft is no journey');
  const mapping = mapEvents(journey, activities);
  const { codes, ofEvent } = codesOf(mapping);
  const codeOf = draft.events.map((event) => ofEvent.get(event) ?? 0);
  const variants = summary.variants.map((variant) => ({
    ...variant,
    steps: variant.steps.map((step) => ({ ...step, code: codeOf[step.code] ?? 0 })),
  }));
  const { fitness, conforming, cases } = conformanceOf(
    analysisOf(model, journey),
    { profile, mapping, summary: { ...summary, codes, variants, gaps: [] }, asked: [] },
    { leastGroup },
  );
  const [covered, fits] = [percentText(draft.covered / profile.cases), share(conforming, cases)];
  output.complain({
    en: `${numbered(profile.cases, 'case', 'cases')} went ${draft.ways === 1 ? 'one way' : `${draft.ways} ways`}; the draft is made of ${draft.drafted === draft.ways ? 'all' : draft.drafted} of them (${covered.en} of the cases)`,
    ja: `${shownCount(profile.cases)}件のケースが${draft.ways}通りに進みました。下書きは、そのうち${draft.drafted}通り(ケースの${covered.ja})から作りました`,
  });
  if (draft.types.tried.length > 0) output.complain(silhouetteLine(draft));
  output.complain({
    en: `held against the whole log: fitness ${fitness.toFixed(3)}, ${fits.en} of the cases went as drafted`,
    ja: `ログ全体との照合: 適合度 ${fitness.toFixed(3)}、下書きどおりに進んだケースは${fits.ja}です`,
  });
}
