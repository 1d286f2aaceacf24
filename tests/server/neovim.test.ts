// The setup page for Neovim, done: what it says is what Neovim is started with.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, folderWith } from '../cli/journey.ts';
import { neovim } from '../support/editors.ts';

const people = 'team Sales "営業部"\n';
const main = 'import "people.journey"\njourney A "A" {\n  owner Sales\n  for Nobody\n}\n';

/** Drives the editor as a person would: opens, reads findings, hovers, goes to a definition, edits, renames, leaves. */
const drive = `
local said = {}
local function wait(is) assert(vim.wait(60000, is, 20), 'Neovim has waited in vain') end
local function codes()
  return vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
end
local function ask(method, line, column)
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = column } }
  if method == 'textDocument/rename' then params.newName = 'Support' end
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers) do return answer.result end
end
vim.cmd('edit main.journey')
wait(function() return #vim.diagnostic.get(0) > 0 end)
said.first = codes()
said.message = vim.diagnostic.get(0)[1].message
said.hover = ask('textDocument/hover', 2, 9).contents.value
said.definition = ask('textDocument/definition', 2, 9)
said.symbols = ask('textDocument/documentSymbol', 0, 0)
vim.api.nvim_buf_set_lines(0, 3, 4, false, {})
wait(function() return not vim.tbl_contains(codes(), 'unknown-name') end)
said.after = codes()
local edit = ask('textDocument/rename', 2, 9)
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
said.renamed = vim.api.nvim_buf_get_lines(0, 2, 3, false)[1]
vim.fn.writefile({ vim.fn.json_encode(said) }, 'said.json')
vim.cmd('qall!')
`;

interface Said {
  readonly first: readonly string[];
  readonly message: string;
  readonly hover: string;
  readonly definition: readonly { readonly targetUri?: string; readonly uri?: string }[];
  readonly symbols: readonly { readonly name: string }[];
  readonly after: readonly string[];
  readonly renamed: string;
}

test.each([
  ['docs/editors/neovim.md', /No persona is called/],
  ['docs/ja/editors/neovim.md', /ありません/],
])('as %s sets it up, Neovim shows, explains, follows and changes', (page, message) => {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  const configuration = /<!-- test: neovim -->\s+```lua\n([^]*?)```/.exec(text)?.[1];
  if (configuration === undefined) throw new Error(`${page} has no configuration to test`);
  const folder = folderWith({ 'people.journey': people, 'main.journey': main });
  writeFileSync(join(folder, 'init.lua'), configuration);
  writeFileSync(join(folder, 'drive.lua'), drive);
  // The command as it is on somebody's path.
  writeFileSync(join(folder, 'journey'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(join(folder, 'journey'), 0o755);
  const { stderr, status } = spawnSync(
    neovim(),
    ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', '-c', 'luafile drive.lua', '-c', 'cquit'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: [folder, process.env['PATH']].join(delimiter), HOME: folder, LC_ALL: 'C.UTF-8' },
    },
  );
  expect(stderr).not.toMatch(/Error|E\d+:/);
  expect(status).toBe(0);
  const said = JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as Said;
  expect(said.first).toContain('unknown-name');
  expect(said.message).toMatch(message);
  expect(said.hover).toContain('営業部');
  expect(said.definition[0]?.targetUri ?? said.definition[0]?.uri).toMatch(/people\.journey$/);
  expect(said.symbols.map(({ name }) => name)).toEqual(['A']);
  expect(said.after).not.toContain('unknown-name');
  expect(said.renamed).toBe('  owner Support');
});
