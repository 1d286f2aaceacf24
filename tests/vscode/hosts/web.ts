// VS Code for the web: static files, and an extension host in a web worker.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, relative } from 'node:path';
import type { Host, Session } from './host.ts';
import { installWeb, root } from './install.ts';
import { openWindow } from './window.ts';

export const webHost: Host = {
  name: 'VS Code for the web, worker extension host',
  open: async (session) => {
    const { url, stop } = await serve(session);
    return openWindow(url, session, stop);
  },
};

/** VS Code runs only a suite that lies in one of its extensions. */
const SUITE = '/extension/suite.js';

async function serve(session: Session): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const vscode = await installWeb();
  const files = JSON.stringify(await readFolder(session.folder));
  const folders: Readonly<Record<string, string>> = {
    extension: session.extension,
    'memory-files': join(root, 'dist/tests/memory-files'),
  };
  const server = createServer((request, response) => {
    const { pathname, host } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const [, first = '', ...rest] = decodeURIComponent(pathname).split('/');
    if (pathname === '/') return send(response, '.html', page(session, host));
    if (pathname === '/memory-files/files.json') return send(response, '.json', files);
    if (pathname === SUITE && session.suite !== undefined) return sendFile(response, session.suite);
    const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
    const file =
      folder === undefined ? join(vscode, normalize(`/${decodeURIComponent(pathname)}`)) : join(folder, ...rest);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, headers('.txt')).end();
    return sendFile(response, file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return {
    // Webviews live on origins of their own below this name. Two labels, so that a browser takes them for parts of one site:
    // it lets no part of another site have the service worker that webviews need.
    url: `http://vscode.journey.localhost:${address.port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function page({ suite, locale }: Session, host: string): string {
  const at = (path: string): object => ({ scheme: 'http', authority: host, path });
  const options = {
    folderUri: { scheme: 'memfiles', path: '/workspace' },
    webviewEndpoint: `http://{{uuid}}.${host}/out/vs/workbench/contrib/webview/browser/pre`,
    additionalBuiltinExtensions: [at('/memory-files')],
    developmentOptions: {
      extensions: [at('/extension')],
      ...(suite === undefined ? {} : { extensionTestsPath: at(SUITE) }),
    },
    configurationDefaults: { 'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false },
    productConfiguration: { enableTelemetry: false },
  };
  const messages = locale === 'en' ? './out/nls.messages.js' : `./nls/${locale}/nls.messages.js`;
  return `<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="./out/vs/workbench/workbench.web.main.internal.css">
<script>globalThis._VSCODE_FILE_ROOT = new URL('./out/', location.href).href</script>
</head><body aria-label="">
<script type="module" src="${messages}"></script>
<script type="module">
import init from './workbench.js';
init(document.body, ${JSON.stringify(options)});
</script></body></html>`;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

function headers(extension: string): Record<string, string> {
  return {
    'content-type': types[extension] ?? 'text/plain; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
}

function send(response: ServerResponse, extension: string, text: string): void {
  response.writeHead(200, headers(extension)).end(text);
}

function sendFile(response: ServerResponse, file: string): void {
  response.writeHead(200, headers(extname(file)));
  createReadStream(file).pipe(response);
}

async function readFolder(folder: string): Promise<Readonly<Record<string, string>>> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const),
    ),
  );
}
