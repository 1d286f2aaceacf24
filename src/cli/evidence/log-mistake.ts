import type { Text } from '../../model/text.ts';

/** What is wrong with a log, in words for the person who brought it. */
export class LogMistake extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
