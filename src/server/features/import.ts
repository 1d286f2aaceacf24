import type { Feature } from '../feature.ts';
import type { ImportParams, ImportResult } from '../protocol.ts';

/** A journey from a table or a diagram of another program. */
export const importing: Feature = (connection, session) => {
  connection.onRequest(
    'journey/import',
    async ({ text, title, delimited, locale = session.locale }: ImportParams): Promise<ImportResult | null> => {
      // Loaded when somebody brings such a thing along.
      const { foreignJourney } = await import('../../tools/foreign-journey.ts');
      const imported = foreignJourney(text, title, delimited);
      if (imported === undefined) return null;
      const problems = imported.problems.map(({ line, message, help }) => ({
        line,
        message: `${message[locale]} ${help[locale]}`,
      }));
      return { text: imported.text, problems };
    },
  );
  return {};
};
