import * as fc from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { importPath, importTarget, resolveImport } from '../../src/language/imports.ts';
import type { FileRead } from '../../src/language/workspace/file-access.ts';
import { createWorkspace, type JourneyWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import {
  documentOf,
  loaded,
  onlyProblem,
  problems,
  shownProblems,
  textAt,
  uriOf,
  type VirtualFiles,
  virtualAccess,
} from './virtual-files.ts';

const forKen = 'journey J "J" {\nfor Ken\n}';

describe('the path of an import', () => {
  test.each([
    ['people.journey', 'file:///team/journeys/people.journey'],
    ['./people.journey', 'file:///team/journeys/people.journey'],
    ['../shared/people.journey', 'file:///team/shared/people.journey'],
    ['..\\shared\\people.journey', 'file:///team/shared/people.journey'],
    ['a/../people.journey', 'file:///team/journeys/people.journey'],
    ['共有/人々 #1.journey', 'file:///team/journeys/%E5%85%B1%E6%9C%89/%E4%BA%BA%E3%80%85%20%231.journey'],
    ['100%.journey', 'file:///team/journeys/100%25.journey'],
    ['../../../../people.journey', 'file:///people.journey'],
  ])('%s', (path, uri) => {
    expect(resolveImport('file:///team/journeys/main.journey', path)).toBe(uri);
  });

  test.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['/people.journey', 'absolute'],
    ['C:\\people.journey', 'absolute'],
    ['\\\\server\\people.journey', 'absolute'],
    ['https://example.com/people.journey', 'absolute'],
    ['builtin:/library/channels.journey', 'absolute'],
    ['.', 'folder'],
    ['..', 'folder'],
    ['shared/', 'folder'],
    ['people', 'otherFile'],
    ['people.json', 'otherFile'],
    ['people.Journey', 'otherFile'],
  ])('%j means no journey file', (path, kind) => {
    expect(importTarget('file:///team/main.journey', path).kind).toBe(kind);
    expect(resolveImport('file:///team/main.journey', path)).toBeUndefined();
  });

  test.each([
    ['vscode-vfs://github/o/r/a/main.journey', '../b/people.journey', 'vscode-vfs://github/o/r/b/people.journey'],
    ['untitled:Untitled-1', 'people.journey', 'untitled:people.journey'],
  ])('is relative in any scheme: %s', (uri, path, target) => {
    expect(resolveImport(uri, path)).toBe(target);
  });

  test('never fails, and comes back as it was', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('\uD800.journey', '//x', '%zz'));
    fc.assert(
      fc.property(text, (path) => {
        const from = 'file:///team/main.journey';
        const uri = resolveImport(from, path);
        expect(uri === undefined ? undefined : resolveImport(from, importPath(from, uri))).toBe(uri);
      }),
    );
  });

  test('can be written for any two files', () => {
    expect(importPath('file:///a/b/c.journey', 'file:///a/b/d.journey')).toBe('d.journey');
    expect(importPath('file:///a/b/c.journey', 'file:///a/%E4%BA%BA/d.journey')).toBe('../人/d.journey');
  });
});

describe('an import', () => {
  test('shows everything that the file declares at its top', async () => {
    expect(
      await problems({ 'people.journey': 'persona Ken "K"', 'main.journey': `import "people.journey"\n${forKen}` }),
    ).toEqual([]);
  });

  test('does not show what that file imports, but that file sees it', async () => {
    const files = {
      'segments.journey': 'segment Busy "B"',
      'people.journey': 'import "segments.journey"\npersona Ken "K" in Busy',
      'main.journey': `import "people.journey"\n${forKen}\npersona Mia "M" in Busy`,
    };
    const workspace = await loaded(files);
    expect(shownProblems(documentOf(workspace, 'main.journey'))).toEqual([
      'unknown-name at Busy: The segment "Busy" is declared in segments.journey, which is not imported.',
    ]);
    const people = documentOf(workspace, 'people.journey');
    expect(shownProblems(people)).toEqual([]);
    expect(people.references.map((reference) => 'ref' in reference && reference.ref?.$type)).toEqual(['Segment']);
  });

  test('works anywhere in the file and in any order of the files', async () => {
    const files = { 'people.journey': 'persona Ken "K"', 'main.journey': `${forKen}\nimport "people.journey"` };
    expect(await problems(files)).toEqual([]);
    const other = await loaded(files, ['people.journey', 'main.journey']);
    expect(shownProblems(documentOf(other, 'main.journey'))).toEqual([]);
  });

  test('may go round in a circle', async () => {
    const files = {
      'a.journey': 'import "b.journey"\nteam A "A"\nsystem S1 "S" {\nowner B\n}',
      'b.journey': 'import "c.journey"\nteam B "B"\nsystem S2 "S" {\nowner C\n}',
      'c.journey': 'import "a.journey"\nteam C "C"\nsystem S3 "S" {\nowner A\n}',
    };
    const workspace = await loaded(files, ['a.journey']);
    for (const path of Object.keys(files)) expect(shownProblems(documentOf(workspace, path))).toEqual([]);
    expect(workspace.documents.map(({ uri }) => uri.toString())).toEqual([uriOf('a.journey')]);
  });

  test('of two files that share a name is a mistake only where the name is used', async () => {
    const files = {
      'a.journey': 'persona Ken "A"\npersona Ann "A"',
      'b.journey': 'persona Ken "B"\npersona Bob "B"',
      'main.journey': 'import "a.journey"\nimport "b.journey"\njourney J "J" {\nfor Ann, Bob\n}',
    };
    expect(await problems(files)).toEqual([]);
    const problem = await onlyProblem({
      ...files,
      'main.journey': `import "a.journey"\nimport "b.journey"\n${forKen}`,
    });
    expect(problem).toMatchObject({
      code: 'ambiguous-name',
      severity: 'error',
      message: {
        en: 'The persona "Ken" is declared in a.journey and b.journey, so it is not clear which one is meant.',
        ja: 'ペルソナ「Ken」は a.journey、b.journey のそれぞれで宣言されているため、どれを指すか決められません。',
      },
    });
    expect(problem.related.map(({ place }) => place.uri)).toEqual([uriOf('a.journey'), uriOf('b.journey')]);
  });
});

describe('what is declared in a file that is not imported', () => {
  const files = {
    'shared/people.journey':
      'persona Ken "K" {\nneed Fast "F"\n}\njourney Old "O" {\nstage S "S" {\ntouchpoint A "A"\n}\n}',
    'main.journey': `import "other.journey"\n${forKen}`,
    'other.journey': 'import "shared/people.journey"\nhandover A -> A\nteam A "A"',
  };

  test('is named with its file, which can be imported at once', async () => {
    const problem = await onlyProblem(files);
    expect(problem).toMatchObject({
      code: 'unknown-name',
      message: {
        en: 'The persona "Ken" is declared in shared/people.journey, which is not imported.',
        ja: 'ペルソナ「Ken」は shared/people.journey で宣言されていますが、読み込まれていません。',
      },
      help: {
        en: 'Add at the top of the file: import "shared/people.journey"',
        ja: 'ファイルの先頭に import "shared/people.journey" を追加してください。',
      },
      fixes: [
        {
          title: { en: 'Import "shared/people.journey"' },
          safe: true,
          edits: [{ kind: 'replace', text: '\nimport "shared/people.journey"' }],
        },
      ],
    });
    expect(problem.related).toMatchObject([{ place: { uri: uriOf('shared/people.journey') } }]);
  });

  test('goes to the very top when nothing is imported yet', async () => {
    const workspace = await loaded({ ...files, 'main.journey': forKen }, ['main.journey', 'other.journey']);
    const [problem] = linkProblems(documentOf(workspace, 'main.journey'));
    const at = { line: 0, character: 0 };
    expect(problem?.fixes[0]?.edits).toEqual([
      {
        kind: 'replace',
        place: { uri: uriOf('main.journey'), range: { start: at, end: at } },
        text: 'import "shared/people.journey"\n\n',
      },
    ]);
  });

  test.each([
    [
      'action X "X" {\nsolves Ken.Fast\n}',
      'The persona "Ken" is declared in shared/people.journey, which is not imported.',
    ],
    ['action X "X" {\nat Old.S.A\n}', 'The journey "Old" is declared in shared/people.journey, which is not imported.'],
    ['journey J "J" {\nowner Ken\n}', 'No team is called "Ken".'],
  ])('%s', async (text, message) => {
    const { 'main.journey': _, ...others } = files;
    const workspace = await loaded({ ...others, 'main.journey': text }, ['main.journey', 'other.journey']);
    expect(linkProblems(documentOf(workspace, 'main.journey')).map(({ message: { en } }) => en)).toEqual([message]);
  });
});

describe('an import that cannot be followed', () => {
  const shared = { 'people.journey': 'persona Ken "K"', 'shared/teams.journey': 'team A "A"' };

  test.each([
    ['peple.journey', 'missing-import', 'The file "peple.journey" does not exist.', 'Did you mean "people.journey"?'],
    [
      'teams.journey',
      'missing-import',
      'The file "teams.journey" does not exist.',
      'Did you mean "shared/teams.journey"?',
    ],
    [
      'nothing.journey',
      'missing-import',
      'The file "nothing.journey" does not exist.',
      'Write the path relative to this file, such as "people.journey" or "../shared/people.journey".',
    ],
    [
      '',
      'missing-import',
      'The import names no file.',
      'Write the path relative to this file, such as "people.journey" or "../shared/people.journey".',
    ],
    [
      'shared',
      'import-is-directory',
      '"shared" is a folder; only files can be imported.',
      'Import the files in it one by one, such as "shared/teams.journey".',
    ],
    [
      'shared/',
      'import-is-directory',
      '"shared/" is a folder; only files can be imported.',
      'Import the files in it one by one, such as "shared/teams.journey".',
    ],
    [
      '..',
      'import-is-directory',
      '".." is a folder; only files can be imported.',
      'Import the files in it one by one.',
    ],
    [
      'people',
      'import-not-journey',
      '"people" is not a journey file: its name does not end in .journey.',
      'Did you mean "people.journey"?',
    ],
    [
      'people.json',
      'import-not-journey',
      '"people.json" is not a journey file: its name does not end in .journey.',
      'Only files whose names end in .journey can be imported.',
    ],
    [
      '../people.journey',
      'import-outside-workspace',
      '"../people.journey" lies outside of the workspace folder, so it is not read.',
      'Move the file into the workspace, or open a folder that holds both files.',
    ],
    [
      '/people.journey',
      'absolute-import',
      '"/people.journey" is an absolute path, which is right on one machine only.',
      'Write the path relative to this file, such as "people.journey" or "../shared/people.journey".',
    ],
    [
      'https://example.com/a.journey',
      'absolute-import',
      '"https://example.com/a.journey" is an address; only files of the workspace can be imported.',
      'Write the path relative to this file, such as "people.journey" or "../shared/people.journey".',
    ],
  ])('%j: %s', async (path, code, message, help) => {
    const workspace = await loaded({ ...shared, 'main.journey': `team Z "Z"\nimport "${path}"` }, [
      'main.journey',
      'people.journey',
      'shared/teams.journey',
    ]);
    const document = documentOf(workspace, 'main.journey');
    const found = linkProblems(document);
    expect(found.map((problem) => [problem.code, problem.message.en, problem.help.en])).toEqual([
      [code, message, help],
    ]);
    expect(found.map(({ range }) => textAt(document, range))).toEqual([`"${path}"`]);
    for (const { message: text, help: more } of found) {
      expect(text.ja).toMatch(/[ぁ-ん].*。$/);
      expect(more.ja).toMatch(/[ぁ-ん].*。$/);
    }
  });

  test('finds near names on the disk without loading those files', async () => {
    const problem = await onlyProblem({ ...shared, 'main.journey': 'import "peoples.journey"' });
    expect(problem.help.en).toBe('Did you mean "people.journey"?');
    expect(problem.fixes).toMatchObject([{ safe: false, edits: [{ kind: 'replace', text: '"people.journey"' }] }]);
  });

  test('says so when the file is there but cannot be read', async () => {
    const main = uriOf('main.journey');
    const read = (uri: string): FileRead =>
      uri === main
        ? { text: 'import "secret.journey"' }
        : { absence: 'unreadable', reason: { en: 'permission denied', ja: 'アクセス権がありません' } };
    // It is there, so it stands in the list of its folder.
    const workspace = createWorkspace({ files: { read, list: () => [main, uriOf('secret.journey')] } });
    expect(await workspace.load([main])).toEqual([]);
    expect(shownProblems(documentOf(workspace, 'main.journey'))).toEqual([
      'unreadable-import at "secret.journey": The file "secret.journey" cannot be read.',
    ]);
  });

  test('may leave the folder when no folder is open', async () => {
    const files = virtualAccess({
      'file:///people.journey': 'persona Ken "K"',
      'main.journey': `import "../people.journey"\n${forKen}`,
    });
    const workspace = createWorkspace({ files });
    await workspace.load([uriOf('main.journey')]);
    expect(shownProblems(documentOf(workspace, 'main.journey'))).toEqual([]);
  });

  test('keeps quiet about names that may come from there, but not about others', async () => {
    const files = {
      'people.journey': 'persona Mia "M"',
      'main.journey': `import "peple.journey"
        team A "A"
        journey J "J" {
          for Mia, Ken
          owner B
          stage S "S" {
            touchpoint X "X" on line { -> Y }
          }
        }`,
    };
    const workspace = await loaded(files, ['main.journey', 'people.journey']);
    expect(shownProblems(documentOf(workspace, 'main.journey'))).toEqual([
      'missing-import at "peple.journey": The file "peple.journey" does not exist.',
      'unknown-name at Mia: The persona "Mia" is declared in people.journey, which is not imported.',
      'unknown-name at Y: No touchpoint is called "Y".',
    ]);
  });

  test('is passed over when the parser has complained already', async () => {
    expect(await problems({ 'main.journey': 'import\nteam A "A"' })).toEqual([]);
    expect(await problems({ 'main.journey': 'import "' })).toEqual(['missing-import at ": The import names no file.']);
  });
});

describe('an import that is not needed', () => {
  const people = { 'people.journey': 'persona Ken "K"', 'teams.journey': 'team A "A"' };

  test('is a hint', async () => {
    const problem = await onlyProblem({
      ...people,
      'main.journey': `import "people.journey"\nimport "teams.journey"\n${forKen}`,
    });
    expect(problem).toMatchObject({
      code: 'unused-import',
      severity: 'hint',
      tags: ['unnecessary'],
      message: {
        en: 'Nothing that "teams.journey" declares is used here.',
        ja: '「teams.journey」の宣言は、このファイルでは使われていません。',
      },
      fixes: [{ safe: true, edits: [{ kind: 'remove', place: { range: { start: { line: 1, character: 0 } } } }] }],
    });
  });

  test.each([
    ['holds an agreement between teams', 'team A "A"\nteam B "B"\nhandover A -> B'],
    ['holds actions', 'action X "X"'],
    ['holds experiments', 'experiment E "E"'],
    ['holds the journey of a competitor', 'journey R "R" {\nkind competitor\n}'],
    ['speaks of this file', 'import "main.journey"\nmetric m "M" : count {\nat J.S.A\n}'],
  ])('is not one that %s', async (_, text) => {
    const files = {
      'other.journey': text,
      'main.journey': 'import "other.journey"\njourney J "J" {\nstage S "S" {\ntouchpoint A "A"\n}\n}',
    };
    expect(await problems(files)).toEqual([]);
  });

  test('is not known while the file has mistakes that may hide a name', async () => {
    expect(await problems({ ...people, 'main.journey': 'import "people.journey"\njourney J "J" {\nfor {\n}' })).toEqual(
      [],
    );
  });

  test('is not known while a name leads nowhere that may come from there', async () => {
    expect(
      await problems({ ...people, 'main.journey': 'import "people.journey"\njourney J "J" {\nfor Kenn\n}' }),
    ).toEqual(['unknown-name at Kenn: No persona is called "Kenn".']);
  });

  test('is one that says the same again, or names the file itself', async () => {
    expect(
      await problems({
        ...people,
        'main.journey': `import "people.journey"\nimport "./people.journey"\nimport "main.journey"\n${forKen}`,
      }),
    ).toEqual([
      'duplicate-import at "./people.journey": The file "./people.journey" is imported twice.',
      'import-self at "main.journey": The file imports itself.',
    ]);
  });
});

/** A workspace of its own, for tests that change texts. */
async function fresh(texts: VirtualFiles): Promise<JourneyWorkspace> {
  const workspace = createWorkspace({ files: virtualAccess(texts) });
  await workspace.load([uriOf('main.journey')]);
  return workspace;
}

describe('a workspace', () => {
  test('loads what is asked for and all that it imports, and reports what was asked for and is not there', async () => {
    const workspace = createWorkspace({
      files: virtualAccess({
        'a.journey': 'import "b.journey"\nimport "gone.journey"',
        'b.journey': 'import "deep/c.journey"',
        'deep/c.journey': 'import "../b.journey"',
        'unrelated.journey': '',
      }),
    });
    const unread = await workspace.load(['z.journey', 'a.journey', 'a.journey'].map(uriOf));
    expect(unread).toEqual([{ uri: uriOf('z.journey'), reason: { en: 'no such file', ja: 'ファイルがありません' } }]);
    expect(workspace.documents.map(({ uri }) => uri.toString())).toEqual([uriOf('a.journey')]);
    for (const path of ['b.journey', 'deep/c.journey']) expect(workspace.document(uriOf(path))).toBeDefined();
    expect(workspace.document(uriOf('unrelated.journey'))).toBeUndefined();
    expect(workspace.document(uriOf('gone.journey'))).toBeUndefined();
  });

  test('finds a file that appears later', async () => {
    const workspace = await fresh({ 'main.journey': `import "people.journey"\n${forKen}` });
    const main = documentOf(workspace, 'main.journey');
    expect(shownProblems(main)).toEqual([
      'missing-import at "people.journey": The file "people.journey" does not exist.',
    ]);
    await workspace.open(uriOf('people.journey'), 'persona Ken "K"');
    expect(shownProblems(main)).toEqual([]);
  });

  test('finds a file that appears later behind another', async () => {
    const workspace = await fresh({
      'main.journey': `import "people.journey"\n${forKen}`,
      'people.journey': 'import "segments.journey"\npersona Ken "K" in Busy',
    });
    const people = documentOf(workspace, 'people.journey');
    expect(shownProblems(people)).toEqual([
      'missing-import at "segments.journey": The file "segments.journey" does not exist.',
    ]);
    await workspace.open(uriOf('segments.journey'), 'segment Busy "B"');
    expect(shownProblems(people)).toEqual([]);
  });

  test('forgets a file that is deleted, and finds it again', async () => {
    const workspace = await fresh({
      'people.journey': 'persona Ken "K"',
      'main.journey': `import "people.journey"\n${forKen}`,
    });
    const main = documentOf(workspace, 'main.journey');
    const people = documentOf(workspace, 'people.journey');
    await workspace.shared.workspace.DocumentBuilder.update([], [people.uri]);
    expect(shownProblems(main)).toEqual([
      'missing-import at "people.journey": The file "people.journey" does not exist.',
    ]);
    await workspace.load([uriOf('people.journey')]);
    expect(shownProblems(main)).toEqual([]);
  });

  test('follows the imports that an edit brings', async () => {
    const workspace = await fresh({ 'main.journey': forKen, 'people.journey': 'persona Ken "K"' });
    expect(workspace.document(uriOf('people.journey'))).toBeUndefined();
    const main = await workspace.open(uriOf('main.journey'), `import "people.journey"\n${forKen}`);
    expect(shownProblems(main)).toEqual([]);
    await workspace.open(uriOf('people.journey'), 'persona Kenji "K"');
    expect(shownProblems(main)).toEqual(['unknown-name at Ken: No persona is called "Ken".']);
  });

  test('follows an edit around a circle', async () => {
    const workspace = await fresh({
      'main.journey': 'import "b.journey"\nteam A "A"\nsystem S1 "S" {\nowner B\n}',
      'b.journey': 'import "c.journey"\nteam B "B"\nsystem S2 "S" {\nowner C\n}',
      'c.journey': 'import "main.journey"\nteam C "C"\nsystem S3 "S" {\nowner A\n}',
    });
    await workspace.open(uriOf('c.journey'), 'import "main.journey"\nteam D "D"');
    expect(shownProblems(documentOf(workspace, 'main.journey'))).toEqual([]);
    expect(shownProblems(documentOf(workspace, 'b.journey'))).toEqual(['unknown-name at C: No team is called "C".']);
  });

  test('gives after edits what a fresh one gives', async () => {
    const first = {
      'a.journey': 'persona Ken "K"\nteam T "T"',
      'b.journey': 'import "a.journey"\nimport "c.journey"\nsystem S "S" {\nowner T\n}',
      'c.journey': 'team T "T"',
      'main.journey': `import "a.journey"\nimport "b.journey"\n${forKen}\nchannel phone "P"\nsystem X "X" {\nshares email -> S\n}`,
    };
    const edits: readonly (readonly [string, string])[] = [
      ['a.journey', 'team T "T"'],
      ['c.journey', 'team U "U"\npersona Ken "C"'],
      [
        'main.journey',
        `import "c.journey"\nimport "b.journey"\n${forKen}\nsystem X "X" {\nshares email -> S\nowner U\n}`,
      ],
      ['a.journey', 'import "main.journey"\nsystem Y "Y" {\nshares name -> X\nowner T\n}'],
      ['b.journey', 'import "a.journey"\nsystem S "S" {\nowner V\nshares name -> Y\n}'],
      ['c.journey', 'team U "U"'],
      ['c.journey', 'team U "U"\npersona Ken "C"'],
    ];
    const paths = Object.keys(first);
    const edited = createWorkspace({ files: virtualAccess(first) });
    await edited.load(paths.map(uriOf));
    const texts: Record<string, string> = { ...first };
    const all = (workspace: JourneyWorkspace): unknown =>
      paths.map((path) => linkProblems(documentOf(workspace, path)));
    for (const [path, text] of edits) {
      texts[path] = text;
      await edited.open(uriOf(path), text);
      expect(all(edited)).toEqual(all(await loaded(texts, paths)));
    }
  });

  test('reads a thousand files in a moment, each once', async () => {
    const texts: Record<string, string> = { 'people.journey': 'persona Ken "K"' };
    for (let at = 0; at < 1000; at++)
      texts[`j${at}.journey`] = `import "people.journey"\njourney J${at} "J" {\nfor Ken\n}`;
    const access = virtualAccess(texts);
    const reads: string[] = [];
    const workspace = createWorkspace({
      files: {
        ...access,
        read: (uri) => {
          reads.push(uri);
          return access.read(uri);
        },
      },
    });
    await workspace.load(
      Object.keys(texts)
        .filter((path) => path.startsWith('j'))
        .map(uriOf),
    );
    expect(workspace.documents).toHaveLength(1000);
    expect(reads).toHaveLength(1001);
    expect(workspace.documents.flatMap((document) => linkProblems(document))).toEqual([]);
  });
});
