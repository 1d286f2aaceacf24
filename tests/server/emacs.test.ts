// The setup page for Emacs, done: what it says is what Emacs is started with.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../cli/journey.ts';
import { emacs } from '../support/editors.ts';

/** Drives the editor as a person would: opens, reads findings, looks a name up, goes to it, renames it, leaves. */
const drive = `
(require 'eglot)
(require 'json)
(require 'flymake)
(defvar said nil)
(defun say (name value) (push (cons name value) said))
(defun wait-for (is)
  (with-timeout (300 (error "Emacs has waited in vain"))
    (while (not (funcall is)) (accept-process-output nil 0.05) (flymake-start))))
(find-file "main.journey")
;; Without a person nothing runs after a command, which is when Eglot connects.
(run-hooks 'post-command-hook)
(wait-for #'eglot-current-server)
(flymake-mode 1)
(wait-for #'flymake-diagnostics)
(say 'messages (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
(goto-char (point-min))
(search-forward "owner Sa")
(say 'hover (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))
(xref-find-definitions (thing-at-point 'symbol))
(say 'definition (file-name-nondirectory buffer-file-name))
(find-file "main.journey")
(goto-char (point-min))
(search-forward "owner Sa")
(let ((eglot-confirm-server-initiated-edits nil)) (eglot-rename "Support"))
(say 'renamed (progn (goto-char (point-min)) (forward-line 2) (buffer-substring (line-beginning-position) (line-end-position))))
(with-temp-file "said.json" (insert (json-encode said)))
(kill-emacs 0)
`;

interface Said {
  readonly messages: readonly string[];
  readonly hover: string;
  readonly definition: string;
  readonly renamed: string;
}

test.each([
  ['docs/editors/emacs.md', 'C.UTF-8', /No persona is called "Nobody"/],
  ['docs/ja/editors/emacs.md', 'ja_JP.UTF-8', /ペルソナはありません/],
])('as %s sets it up, Emacs shows, explains, follows and changes', (page, language, message) => {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  const configuration = /<!-- test: emacs -->\s+```elisp\n([^]*?)```/.exec(text)?.[1];
  if (configuration === undefined) throw new Error(`${page} has no configuration to test`);
  const folder = folderWith({
    'people.journey': 'team Sales "営業部"\n',
    'main.journey': 'import "people.journey"\njourney A "A" {\n  owner Sales\n  for Nobody\n}\n',
    'init.el': configuration,
    'drive.el': drive,
    // The command as it is on somebody's path.
    journey: `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`,
  });
  chmodSync(join(folder, 'journey'), 0o755);
  writeFileSync(join(folder, 'journey.config.json'), '{}\n');
  const { stderr, status } = spawnSync(
    emacs(),
    ['--batch', '-q', '-l', 'package', '-f', 'package-initialize', '-l', 'init.el', '-l', 'drive.el'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: [folder, process.env['PATH']].join(delimiter), HOME: folder, LANG: language },
    },
  );
  expect(stderr).not.toContain('Lisp error');
  expect(status).toBe(0);
  const said = JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as Said;
  expect(said.messages.join('\n')).toMatch(message);
  expect(said.hover).toContain('営業部');
  expect(said.definition).toBe('people.journey');
  expect(said.renamed).toBe('  owner Support');
});
