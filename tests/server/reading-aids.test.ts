import { expect, test } from 'vitest';
import type {
  CodeLens,
  ColorInformation,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, type ClientOptions, started } from './client.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

const people = `team Sales "Sales" ja "営業部"
persona Ken "Ken" ja "健" {
  patience 2 days
}
persona Nobody
`;
const main = `import "people.journey"
// A booking.
journey Booking "Booking" {
  for Ken
  owner Sales
  stage Calls {
    touchpoint when "Calls" on phone {
      takes 5 min
      feels anxious
      -> Message 30%
      -> Form 70%
    }
    touchpoint Message {
      waits 3 businessDays max 1 week
      feels 待つ -2
      -> GivesUp 50%
      -> Form 50%
    }
    touchpoint GivesUp {
      owner Sales
      end exit
    }
  }
  stage Books {
    owner Sales
    touchpoint Form on web {
      takes 90 min
      after 2 h
      """
    }
  }
}
`.replace('      """\n', '      does """\n        Fills in\n        the form.\n        """\n');

async function booking(options: ClientOptions = {}): Promise<Client> {
  const client = await started({ ...options, files: { 'people.journey': people, 'main.journey': main } });
  await client.open('main.journey', main);
  await client.open('people.journey', people);
  await client.version('people.journey', 1);
  return client;
}

interface Shown {
  readonly text: string;
  readonly look: string;
}

function decoded({ data }: Pick<SemanticTokens, 'data'>, text: string, client: Client): readonly Shown[] {
  const { legend } = client.initialized.capabilities.semanticTokensProvider as { legend: SemanticTokensLegend };
  const document = TextDocument.create('', '', 0, text);
  const shown: Shown[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = { start: { line, character }, end: { line, character: character + length } };
    const marks = legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    shown.push({ text: document.getText(range), look: [legend.tokenTypes[type], ...marks].join(' ') });
  }
  return shown;
}

async function tokens(client: Client): Promise<SemanticTokens> {
  return client.ask<SemanticTokens>('semanticTokens/full', 'main.journey');
}

test('says what each word is, also when a name is spelt like a keyword', async () => {
  const client = await booking();
  const shown = decoded(await tokens(client), main, client);
  const looks = (text: string): readonly string[] => shown.filter((each) => each.text === text).map(({ look }) => look);
  expect(looks('touchpoint')).toEqual(Array.from({ length: 4 }, () => 'keyword'));
  expect(looks('when')).toEqual(['event declaration']);
  expect(looks('Booking')).toEqual(['namespace declaration']);
  expect(looks('Message')).toEqual(['event', 'event declaration']);
  expect(looks('Ken')).toEqual(['class']);
  expect(looks('phone')).toEqual(['enum defaultLibrary']);
  expect(looks('anxious')).toEqual(['enumMember defaultLibrary']);
  expect(looks('待つ')).toEqual(['enumMember']);
  expect(looks('exit')).toEqual(['enumMember']);
  expect(looks('30%')).toEqual(['number']);
  expect(looks('// A booking.')).toEqual(['comment']);
  expect(looks('        the form.')).toEqual(['string']);
  expect(looks('->')).toEqual([]);
});

test('tokens of a few lines, and changes of them, are those of the whole', async () => {
  const client = await booking();
  const before = await tokens(client);
  const all = decoded(before, main, client);
  const range = { start: { line: 5, character: 0 }, end: { line: 7, character: 0 } };
  const few = await client.ask<SemanticTokens>('semanticTokens/range', 'main.journey', undefined, { range });
  const from = all.findIndex(({ text }) => text === 'stage');
  expect(decoded(few, main, client)).toEqual(all.slice(from, from + decoded(few, main, client).length));
  expect(
    decoded(few, main, client)
      .map(({ text }) => text)
      .slice(0, 3),
  ).toEqual(['stage', 'Calls', 'touchpoint']);

  let { resultId: previousResultId } = before;
  let data = [...before.data];
  for (const text of [main.replace('30%', '31 %'), main.replace('for Ken', ''), main, '', main]) {
    await client.change('main.journey', text);
    const delta = await client.ask<SemanticTokensDelta>('semanticTokens/full/delta', 'main.journey', undefined, {
      previousResultId,
    });
    for (const { start, deleteCount, data: added = [] } of delta.edits) data.splice(start, deleteCount, ...added);
    const full = await tokens(client);
    expect(data).toEqual(full.data);
    previousResultId = full.resultId;
    data = [...full.data];
  }
  const again = await client.ask<SemanticTokens>('semanticTokens/full/delta', 'main.journey', undefined, {
    previousResultId: 'forgotten',
  });
  expect(again.data).toEqual(data);
});

async function hints(client: Client, path = 'main.journey', text = main): Promise<readonly string[]> {
  const found = await client.ask<readonly InlayHint[]>('inlayHint', path, undefined, { range: whole });
  const lines = text.split('\n');
  return found.map(({ position: { line }, label }) => {
    const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    return `${lines[line]?.trim()} ⟨${words}⟩`;
  });
}

test('shows what follows from the text: owner, days, time so far, share of customers, score', async () => {
  const client = await booking();
  expect(await hints(client)).toEqual([
    expect.stringMatching(/^journey Booking .*⟨Friction score \(estimate\): \d/),
    expect.stringMatching(/^stage Calls \{ ⟨Friction score \(estimate\): \d/),
    'stage Calls { ⟨owner: Sales⟩',
    'touchpoint when "Calls" on phone { ⟨owner: Sales⟩',
    'touchpoint when "Calls" on phone { ⟨5 minutes so far⟩',
    'touchpoint Message { ⟨owner: Sales⟩',
    'waits 3 businessDays max 1 week ⟨= 3–5 days⟩',
    'waits 3 businessDays max 1 week ⟨= 7 days⟩',
    '-> GivesUp 50% ⟨15% of all customers⟩',
    '-> Form 50% ⟨15% of all customers⟩',
    expect.stringMatching(/^stage Books \{ ⟨Friction score/),
    'touchpoint Form on web { ⟨owner: Sales⟩',
    'touchpoint Form on web { ⟨3 hours 35 minutes so far⟩',
  ]);
  expect(await hints(client, 'people.journey', people)).toEqual(['patience 2 days ⟨= 48 h⟩']);
});

test('hints in Japanese; a hint leads to where it comes from', async () => {
  const client = await booking({ locale: 'ja' });
  const all = await hints(client);
  expect(all).toContain('waits 3 businessDays max 1 week ⟨= 3〜5日⟩');
  expect(all).toContain('-> Form 50% ⟨全体の15%⟩');
  expect(all).toContain('touchpoint Form on web { ⟨ここまで3時間35分⟩');
  const found = await client.ask<readonly InlayHint[]>('inlayHint', 'main.journey', undefined, { range: whole });
  const parts = found.flatMap(({ label }) => (typeof label === 'string' ? [] : label));
  expect(parts[0]).toMatchObject({ value: '担当: 営業部', location: { range: { start: { line: 4 } } } });
});

const scores = (all: readonly string[]): readonly string[] => all.flatMap((each) => /⟨Friction.*/.exec(each) ?? []);

test('a mistake in the text is no friction: it changes no score', async () => {
  const right = scores(await hints(await booking()));
  const client = await started({ files: { 'people.journey': people } });
  const broken = main.replace('  owner Sales\n', '  owner Sales\n  goal Unknown\n  sta\n');
  await client.open('main.journey', broken);
  expect(scores(await hints(client, 'main.journey', broken))).toEqual(right);
});

test('each kind of hint can be switched off, and comes back', async () => {
  const capabilities = {
    workspace: {
      configuration: true,
      inlayHint: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
    },
  };
  const client = await started({ files: { 'people.journey': people }, capabilities, prepare });
  let settings: unknown = { inlayHints: { inheritedOwner: false, frictionScore: false, pathProbability: false } };
  let refreshed = 0;
  function prepare({ connection }: Client): void {
    connection.onRequest('workspace/configuration', () => [settings]);
    connection.onRequest('workspace/inlayHint/refresh', () => {
      refreshed += 1;
      return null;
    });
  }
  await client.open('main.journey', main);
  const some = await hints(client);
  expect(some.join('\n')).not.toMatch(/owner:|Friction|of all customers/);
  expect(some).toContain('touchpoint when "Calls" on phone { ⟨5 minutes so far⟩');
  const before = refreshed;
  settings = { inlayHints: { normalisedWait: false, runningTotal: false } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const others = await hints(client);
  expect(others.join('\n')).not.toMatch(/so far|= 3–5/);
  expect(others).toContain('-> Form 50% ⟨15% of all customers⟩');
  expect(refreshed).toBeGreaterThan(before);
});

test('a client that cannot be asked for settings sends them', async () => {
  const client = await booking();
  const settings = { journey: { inlayHints: { inheritedOwner: false } } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  expect((await hints(client)).join('\n')).not.toContain('owner:');
});

const commands = ['journey.openMap', 'journey.compareWithCommit', 'journey.showReferences'];

async function lenses(client: Client, path: string): Promise<readonly CodeLens[]> {
  const all = await client.ask<readonly CodeLens[]>('codeLens', path);
  expect(all.every(({ command }) => command === undefined)).toBe(true);
  return Promise.all(all.map(async (lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
}

test('lenses: findings, the map, what has changed, and who uses a declaration', async () => {
  const client = await booking({ initializationOptions: { commands } });
  const above = await lenses(client, 'main.journey');
  expect(above.map(({ command }) => command?.title)).toEqual([
    expect.stringMatching(/^\d+ findings$/),
    'Open map',
    'Compare with the last commit',
  ]);
  expect(above[1]?.command?.arguments).toEqual([
    { uri: client.uri('main.journey'), journey: 'Booking', position: { line: 2, character: 8 } },
  ]);
  const used = await lenses(client, 'people.journey');
  expect(used.map(({ command }) => command?.title)).toEqual([
    'Used by 1 journey',
    'Used by 1 journey',
    'Used by no journey',
  ]);
  expect(used[0]?.command?.arguments).toEqual([client.uri('people.journey'), { line: 0, character: 5 }]);
});

test('a lens counts at once, also while the files that use it wait to be read again', async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.journey`, main]));
  const client = await started({ files: { ...files, 'people.journey': people }, initializationOptions: { commands } });
  await client.open('people.journey', people);
  await client.change('people.journey', `// One more line.\n${people}`);
  expect((await lenses(client, 'people.journey')).map(({ command }) => command?.title)).toEqual([
    'Used by 20 journeys',
    'Used by 20 journeys',
    'Used by no journey',
  ]);
});

test('no lens whose command the client does not know', async () => {
  expect(await lenses(await booking(), 'main.journey')).toEqual([]);
  const client = await booking({ locale: 'ja', initializationOptions: { commands: ['journey.showReferences', 7] } });
  expect(await lenses(client, 'main.journey')).toEqual([]);
  expect((await lenses(client, 'people.journey')).map(({ command }) => command?.title)).toEqual([
    '1件のジャーニーで使用',
    '1件のジャーニーで使用',
    'どのジャーニーでも未使用',
  ]);
});

test('feelings have the colour of the map, and a picked colour changes nothing', async () => {
  const client = await booking();
  const found = await client.ask<readonly ColorInformation[]>('documentColor', 'main.journey');
  const text = TextDocument.create('', '', 0, main);
  expect(found.map(({ range }) => text.getText(range))).toEqual(['anxious', '-2']);
  const [mild, strong] = found;
  expect(mild?.color).not.toEqual(strong?.color);
  expect(strong?.color.red).toBeGreaterThan(strong?.color.blue ?? 1);
  const picked = { color: { red: 0, green: 0, blue: 1, alpha: 1 }, range: strong?.range };
  expect(await client.ask('colorPresentation', 'main.journey', undefined, picked)).toEqual([{ label: '-2' }]);
});

test('an edit of another file refreshes what open files show, and one that concerns nobody does not', async () => {
  const capabilities = {
    workspace: {
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    },
  };
  const refreshed: string[] = [];
  const client = await started({
    files: { 'people.journey': people, 'main.journey': main },
    capabilities,
    initializationOptions: { commands },
    prepare({ connection }) {
      for (const kind of ['semanticTokens', 'inlayHint', 'codeLens']) {
        connection.onRequest(`workspace/${kind}/refresh`, () => {
          refreshed.push(kind);
          return null;
        });
      }
    },
  });
  let quiets = 0;
  client.connection.onNotification('journey/workspaceTreeChanged', () => {
    quiets += 1;
  });
  await client.connection.sendRequest('journey/workspaceTree', {});
  await client.open('main.journey', main);
  await client.open('people.journey', people);
  // How often it has asked to look again: it does so when it is quiet, and who asked for all journeys is told that then, too.
  const refreshedAfter = async (path: string, text: string): Promise<number> => {
    await client.version(path, await client.change(path, text));
    const before = quiets;
    await expect.poll(() => quiets).toBeGreaterThan(before);
    // What was sent in the same moment comes before this answer.
    await lenses(client, 'people.journey');
    return refreshed.length;
  };
  const opened = await refreshedAfter('people.journey', `${people}\n`);
  expect(await refreshedAfter('main.journey', main.replace('5 min', '6 min'))).toBe(opened);
  await client.version('people.journey', await client.change('people.journey', people.replace('"Sales"', '"Shop"')));
  await expect.poll(() => refreshed.slice(opened).toSorted()).toEqual(['codeLens', 'inlayHint', 'semanticTokens']);
  const renamed = refreshed.length;
  await client.version('main.journey', await client.change('main.journey', main.replaceAll('owner Sales', '')));
  await expect.poll(() => refreshed.slice(renamed)).toContain('codeLens');
  expect((await lenses(client, 'people.journey'))[0]?.command?.title).toBe('Used by no journey');
});
