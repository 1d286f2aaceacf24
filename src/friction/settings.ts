import type { ChannelKind } from '../model/words.ts';

/** How long a wait may be on a kind of channel before we say something, in seconds. */
export interface ChannelLimit {
  /** From here on it is worth a note. */
  readonly note?: number;
  /** From here on the customer suffers. */
  readonly warn: number;
}

/** Whose law the texts on privacy and contracts have in mind. They say "please check", never "unlawful". */
export type Jurisdiction = 'eu' | 'jp' | 'us' | 'none';

/**
 * Every number that a rule compares with. All can be set in the configuration; a persona's or journey's own statement
 * comes before them. Durations are in seconds.
 */
export interface Settings {
  readonly jurisdiction: Jurisdiction;
  readonly waitLimits: Readonly<Partial<Record<ChannelKind, ChannelLimit>>>;
  /** A wait longer than this must be announced. Nielsen 1993: after 10 s attention is gone without a sign of progress. */
  readonly untoldWait: number;
  /** A wait longer than this needs a reason. Own choice, after Maister 1985 (unexplained waits feel longer). */
  readonly unexplainedWait: number;
  /** A wait that can take this many times the typical one is uncertain. Own choice, after Maister 1985. */
  readonly uncertainWaitRatio: number;
  /** A feeling this low or lower is a dip, on the scale −2…+2. Own choice. */
  readonly dip: number;
  /** An ending this far below the mean of its path is reported. Own choice, after the peak–end rule. */
  readonly endingBelowMean: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const defaultSettings: Settings = {
  jurisdiction: 'none',
  waitLimits: {
    phone: { note: 20, warn: 60 },
    ivr: { note: 20, warn: 60 },
    chat: { warn: 60 },
    bot: { warn: 10 },
    web: { warn: 10 },
    app: { warn: 10 },
    email: { note: hour, warn: day },
    sms: { note: hour, warn: day },
    social: { warn: hour },
    messaging: { warn: hour },
    store: { note: 10 * minute, warn: 30 * minute },
    counter: { note: 10 * minute, warn: 30 * minute },
  },
  untoldWait: 10,
  unexplainedWait: 5 * minute,
  uncertainWaitRatio: 3,
  dip: -1,
  endingBelowMean: 0.5,
};
