import { lazy } from '../model/lazy.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import { safeText } from '../formats/terminal/safe.ts';
import { errorText } from './files/problem.ts';

/** Standard output and standard error, and what has gone wrong with them. */
export interface Output {
  readonly colour: boolean;
  /** Whether people read standard output directly. */
  readonly terminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /**
   * Prints to standard output: a text, or the bytes of one in UTF-8. Resolves to false when nobody can read it, after saying so if
   * that is worth it.
   */
  readonly print: (text: string | Uint8Array) => Promise<boolean>;
  /** Shows how far long work is, on a terminal alone and in place of what it showed before. Nothing: takes it away. */
  readonly progress: (message: Text | undefined) => void;
  /** Prints one line to standard error, after the name of the command. */
  readonly complain: (message: Text) => void;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const defaultWidth = 80;
const leastWidth = 40;
/** Goes back to the start of the line and takes away what stands there. */
const emptyLine = '\r\u001B[K';

export function openOutput(streams: Streams, locale: Locale, colour: boolean): Output {
  const stdout = listenedTo(streams.stdout);
  // Node opens it when it is asked for, which for a pipe takes 5 ms, and mostly there is nothing to complain about.
  const errors = lazy(() => listenedTo(streams.stderr));
  /** What the terminal shows of long work, in the line where it would write next. */
  let progress = '';
  const complain = (message: Text): void => {
    // Above the progress and not behind it, in one line.
    const line = `journey: ${safeText(inLocale(message, locale))}\n`;
    errors().write(progress === '' ? line : emptyLine + line + progress);
  };
  return {
    colour,
    terminal: stdout.isTTY,
    width: Math.max(stdout.columns ?? defaultWidth, leastWidth),
    complain,
    progress: (message) => {
      const stderr = errors();
      if (!stderr.isTTY) return;
      progress = message === undefined ? '' : safeText(inLocale(message, locale));
      stderr.write(emptyLine + progress);
    },
    print: async (text) => {
      const error = await new Promise<NodeJS.ErrnoException | null | undefined>((done) => {
        stdout.write(text, done);
      });
      if (error === null || error === undefined) return true;
      // The reader has seen enough, as in `journey check | head`: nothing that the user does not know.
      if (error.code === 'EPIPE') return true;
      complain({
        en: `cannot write to standard output: ${errorText(error).en}`,
        ja: `標準出力に書き込めません: ${errorText(error).ja}`,
      });
      return false;
    },
  };
}

/** Without a listener a closed pipe ends the process with a stack trace. What to do is decided where it is written. */
function listenedTo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', () => undefined);
}
