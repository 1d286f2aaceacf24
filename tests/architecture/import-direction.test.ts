import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { violations } from './rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the sources', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    // Tests may reach across the rooms: nothing of theirs is shipped.
    .filter((file) => /\.[cm]?tsx?$/.test(file) && !file.endsWith('.test.ts'));

  test('are found', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test('import only what their room may', () => {
    expect(files.flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('the checker', () => {
  test.each([
    ['src/model/journey.ts', "import { range } from './range.ts';"],
    ['src/friction/rules/dead-end/rule.ts', "import type { Journey } from '../../../model/journey.ts';"],
    ['src/map/scene.ts', "import type { Finding } from '../friction/finding.ts';"],
    ['src/map/scene.ts', "import { type Finding } from '../friction/finding.ts';"],
    ['src/formats/html.ts', "import { render } from '../map/svg.ts';"],
    ['src/language/module.ts', "import { inject } from 'langium';\nimport { x } from 'langium/lsp';"],
    ['src/language/lexer.ts', "import type { TokenType } from 'chevrotain';"],
    ['src/server/main.ts', "import { startLanguageServer } from 'langium/lsp';\nimport fs from 'node:fs';"],
    ['src/server/main.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['src/extension/node.ts', "import * as vscode from 'vscode';\nimport 'vscode-languageclient/node';"],
    ['src/extension/preview.ts', "import { render } from '../server/protocol.ts';"],
    ['src/preview/main.ts', "import type { Journey } from '../model/journey.ts';\nimport '../map/scene.ts';"],
    ['src/cli/check.ts', "import fs from 'node:fs';\nimport { run } from '../friction/run.ts';"],
    ['src/cli/lsp.ts', "const { serve } = await import('../server/node.ts');"],
    ['src/model/text.ts', "// import '../map/scene.ts'\nconst s = \"import '../cli/main.ts'\";"],
  ])('allows %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });

  test.each([
    ['src/model/journey.ts', "import type { Finding } from '../friction/finding.ts';"],
    ['src/model/journey.ts', "import { URI } from 'vscode-uri';"],
    ['src/model/journey.ts', "type U = import('vscode-uri').URI;"],
    ['src/model/journey.ts', "import fs from 'node:fs';"],
    ['src/model/journey.ts', "import fs from 'fs/promises';"],
    ['src/friction/run.ts', "export * from '../map/scene.ts';"],
    ['src/friction/run.ts', "export type { Scene } from '../map/scene.ts';"],
    ['src/map/scene.ts', "import { run } from '../friction/finding.ts';"],
    ['src/map/scene.ts', "import { run, type Finding } from '../friction/finding.ts';"],
    ['src/map/scene.ts', "import type { Rule } from '../friction/rule.ts';"],
    ['src/map/scene.ts', "import '../friction/finding.ts';"],
    ['src/formats/json.ts', "import { parse } from '../language/module.ts';"],
    ['src/formats/json.ts', "import { AstUtils } from 'langium';"],
    ['src/evidence/log.ts', "import { render } from '../map/svg.ts';"],
    ['src/history/diff.ts', "import { readFileSync } from 'node:fs';"],
    ['src/history/diff.ts', "const fs = require('node:fs');"],
    ['src/history/diff.ts', "import fs = require('node:fs');"],
    ['src/language/module.ts', "import { render } from '../map/svg.ts';"],
    ['src/language/module.ts', "import { main } from '../cli/main.ts';"],
    ['src/language/module.ts', "import * as vscode from 'vscode';"],
    ['src/server/main.ts', "import { AstUtils } from 'langium';"],
    ['src/server/main.ts', "import type { AstNode } from 'langium';"],
    ['src/server/main.ts', "import type { Disposable } from 'vscode';"],
    ['src/server/main.ts', "import { activate } from '../extension/node.ts';"],
    ['src/extension/preview.ts', "import { render } from '../map/svg.ts';"],
    ['src/extension/preview.ts', "import { start } from '../server/main.ts';"],
    ['src/extension/preview.ts', "import type { Connection } from 'vscode-languageserver';"],
    ['src/preview/main.ts', "import { empty } from '../model/journey.ts';"],
    ['src/preview/main.ts', "import { run } from '../friction/run.ts';"],
    ['src/cli/main.ts', "import { serve } from '../server/node.ts';"],
    ['src/cli/main.ts', "import { NodeFileSystem } from 'langium/node';"],
    ['src/cli/main.ts', "await import('../preview/main.ts');"],
    ['src/cli/main.ts', 'await import(`../extension/node.ts`);'],
    ['src/cli/main.ts', 'await import(process.argv[2]);'],
    ['src/cli/main.ts', "import { build } from '../../scripts/build.ts';"],
    ['src/attic/old.ts', ''],
    ['src/main.ts', ''],
  ])('refuses %s: %s', (path, text) => {
    expect(violations(path, text)).toHaveLength(1);
  });

  test('names the file, the line and the reason', () => {
    expect(violations('src/model/a.ts', "import './b.ts';\n\nimport '../cli/main.ts';")).toEqual([
      'src/model/a.ts:3: model/ must not import from cli/ (src/cli/main.ts)',
    ]);
  });

  test('does not pass over a file that it cannot read', () => {
    expect(() => importsOf('src/model/a.ts', 'import {')).toThrow('src/model/a.ts');
  });
});
