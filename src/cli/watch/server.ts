import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LIVE_PATH, type LiveState } from '../../map/html/live-state.ts';

/** What is shown. */
export interface Shown {
  /** The text of the page at a path; undefined when there is none. */
  readonly page: (path: string) => string | undefined;
  /** Stands where there is none. */
  readonly absent: () => string;
  /** The path of the page that one sees first; undefined while it is not known. */
  readonly first: () => string | undefined;
}

/** Pages for the browsers of this machine, which are told when something has changed. */
export class LiveServer {
  readonly #server: Server;
  readonly #followers = new Set<ServerResponse>();
  #shown: Shown;
  #state: LiveState;

  constructor(shown: Shown, state: LiveState) {
    this.#shown = shown;
    this.#state = state;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /**
   * Begins to answer; nobody but this machine can ask.
   *
   * @param port 0 for one that is free
   * @returns the port
   * @throws an error with the code `EADDRINUSE` or `EACCES` when the port cannot be had
   */
  async listen(port: number): Promise<number> {
    await new Promise<void>((done, fail) => {
      this.#server.once('error', fail);
      this.#server.listen({ port, host: '127.0.0.1' }, done);
    });
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  /** Shows these pages from now on, and tells those who look at them. */
  show(shown: Shown, state: LiveState): void {
    this.#shown = shown;
    this.#state = state;
    for (const follower of this.#followers) follower.write(eventOf(state));
  }

  close(): void {
    for (const follower of this.#followers) follower.end();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    // A page of somebody else can get its own name to lead here; it cannot change what the browser says whom it asks.
    if (!this.#isOurName(headers.host)) return refuse(response, 403);
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
    const path = pathIn(url);
    if (path === LIVE_PATH.slice(1)) return this.#follow(response);
    const first = path === '' ? this.#shown.first() : undefined;
    if (first !== undefined) return lead(response, first);
    const page = this.#shown.page(path);
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...always });
    response.end(page ?? this.#shown.absent());
  }

  #isOurName(host: string | undefined): boolean {
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', ...always });
    response.write(eventOf(this.#state));
    this.#followers.add(response);
    response.on('close', () => this.#followers.delete(response));
  }
}

const always = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

function lead(response: ServerResponse, path: string): void {
  response.writeHead(302, { Location: `/${encodeURI(path)}`, ...always });
  response.end();
}

function refuse(response: ServerResponse, status: 403 | 405): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...always });
  response.end(`${status}\n`);
}

/** The path of a page as the site names it. What cannot be decoded is no page. */
function pathIn(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '').slice(1));
  } catch {
    return '?';
  }
}

function eventOf(state: LiveState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
