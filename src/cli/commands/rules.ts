import { join } from 'node:path';
import { jsonText } from '../../formats/json-text.ts';
import { ruleTable } from '../../formats/rules/rule-pages.ts';
import { explainedRule, ruleList } from '../../formats/rules/rule-terminal.ts';
import { byGroup, pageOf } from '../../formats/rules/rule-texts.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import { didYouMean } from '../../friction/nearest.ts';
import { causeOf } from '../../friction/rule.ts';
import { examples } from '../../friction/rules/examples.ts';
import { rules } from '../../friction/rules/index.ts';
import { inLocale } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { NearestConfigurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { fileUri } from '../inputs.ts';

const metas = rules.map(({ meta }) => meta);

/** `journey rules`: all rules in a table. */
export async function runRules(
  { format = 'pretty' }: { readonly format?: 'pretty' | 'json' | 'markdown' },
  { locale, output }: Context,
): Promise<ExitCode> {
  const writers = {
    pretty: () => ruleList(metas, { locale, width: output.width, paint: output.colour ? coloured : plain }),
    markdown: () => `${ruleTable(byGroup(metas), locale)}\n`,
    json: () =>
      jsonText(
        byGroup(metas).map(({ id, group, severity, fix, since, summary, settings }) => ({
          id,
          group,
          cause: causeOf(group) ?? null,
          severity,
          fix: fix ?? null,
          since,
          summary: inLocale(summary, locale),
          settings,
          page: pageOf(id, locale),
        })),
      ),
  };
  return (await output.print(writers[format]())) ? EXIT.clean : EXIT.usage;
}

/** `journey explain`: everything about one rule, with the settings of the configuration around. */
export async function runExplain(id: string, { cwd, locale, output }: Context): Promise<ExitCode> {
  const meta = metas.find((each) => each.id === id);
  const example = examples[id]?.[locale];
  if (meta === undefined || example === undefined) {
    const hint = didYouMean(
      id,
      metas.map((each) => each.id),
    );
    output.complain({ en: `there is no rule "${id}"${hint.en}`, ja: `ルール「${id}」はありません${hint.ja}` });
    output.complain({
      en: '"journey rules" lists them all; a finding by another name is a mistake in the text, and its message says what to do',
      ja: '一覧は「journey rules」で表示されます。一覧にない名前の指摘は書き方の誤りで、直し方はその指摘に書かれています',
    });
    return EXIT.usage;
  }
  const configurations = new NearestConfigurations(cwd);
  const { settings } = configurations.of(fileUri(join(cwd, 'any.journey')));
  complainOf(configurations.wrong, output);
  const paint = output.colour ? coloured : plain;
  const text = explainedRule(meta, example, settings, { locale, width: output.width, paint });
  return (await output.print(text)) ? EXIT.clean : EXIT.usage;
}
