// Real editors for the tests that drive the server from them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Editor {
  readonly name: string;
  /** Where it can be, and what else must be there. */
  readonly places: readonly string[];
  readonly needs?: string;
  /** Names its place on machines where it is elsewhere. */
  readonly variable: string;
  readonly packages: string;
}

/** Neovim with its own client. */
export function neovim(): string {
  return find({
    name: 'Neovim',
    places: ['/usr/bin/nvim', '/usr/local/bin/nvim', '/opt/homebrew/bin/nvim'],
    variable: 'NVIM_PATH',
    packages: 'neovim',
  });
}

/** Emacs with Eglot, which is a package of its own before Emacs 29. */
export function emacs(): string {
  return find({
    name: 'Emacs',
    places: ['/usr/bin/emacs'],
    needs: '/usr/share/emacs/site-lisp/elpa-src',
    variable: 'EMACS_PATH',
    packages: 'emacs-nox elpa-eglot',
  });
}

/** The program. Installs it first where that is one command away, and fails where it is not: no test is left out. */
function find(editor: Editor): string {
  return installed(editor) ?? install(editor);
}

function installed({ places, needs, variable }: Editor): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && existsSync(named)) return named;
  return needs === undefined || existsSync(needs) ? places.find((path) => existsSync(path)) : undefined;
}

function install(editor: Editor): string {
  const { name, packages, variable } = editor;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) spawnSync('sh', ['-c', command], { stdio: 'ignore' });
  const path = installed(editor);
  if (path !== undefined) return path;
  throw new Error(`These tests need ${name}. On Debian or Ubuntu: ${command}. Elsewhere set ${variable} to it.`);
}
