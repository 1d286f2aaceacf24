// The way from the suite, which runs in an extension host of whichever kind, to who can use mouse and keyboard.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Deed } from './suite/deeds.ts';

/** Does what it is asked for by POST and answers when it is done: with 200, or with 500 and what went wrong. */
export async function serveDeeds(
  perform: (deed: Deed) => Promise<void>,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void text(request)
      .then(async (body) => perform(JSON.parse(body) as Deed))
      .then(
        () => [200, ''] as const,
        (error: unknown) => [500, String(error)] as const,
      )
      // In VS Code for the web the suite asks from another origin.
      .then(([code, said]) => response.writeHead(code, { 'access-control-allow-origin': '*' }).end(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
