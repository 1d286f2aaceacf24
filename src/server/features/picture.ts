import type { Feature } from '../feature.ts';
import type { PictureParams, PictureResult } from '../protocol.ts';

/** The map of a text that is no file, as in a Markdown document: nothing else is read for it. */
export const picture: Feature = (connection, session) => {
  connection.onRequest(
    'journey/picture',
    async ({ text, id, locale = session.locale }: PictureParams): Promise<PictureResult> => {
      // Loaded when somebody looks at such a document.
      const { pictureOf } = await import('../../tools/picture-of.ts');
      return pictureOf(text, { id, locale });
    },
  );
  return {};
};
