import { AstUtils, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { JourneyDocument } from '../../src/language/workspace/journey-workspace.ts';
import { asReference, isJourneyReference, type JourneyReference } from '../../src/language/linking/reference.ts';
import { linkProblems } from '../../src/language/linking/link-problems.ts';
import { visibleDeclarations } from '../../src/language/scope/scope-provider.ts';
import { comparePositions } from '../../src/model/place.ts';
import { documentOf, loaded, onlyProblem, problems, uriOf, type VirtualFiles } from './virtual-files.ts';

/** A journey with the given touchpoints in one stage, written one a line. */
function journey(touchpoints: string, more = ''): string {
  return `journey J "J" {
    ${more}
    stage S "S" {
      ${touchpoints}
    }
  }`;
}

function referencesOf(document: JourneyDocument): readonly JourneyReference[] {
  return document.references.flatMap((reference) => (isJourneyReference(reference) ? [reference] : []));
}

/** Where each name in a file leads: `name -> path.of.target in file`, `-> nothing`, or `-> a word`. */
async function links(files: VirtualFiles, path = 'main.journey'): Promise<readonly string[]> {
  const document = documentOf(await loaded(files, [path]), path);
  return referencesOf(document).map(({ $refText, ref, link }) => {
    if (ref === undefined) return `${$refText} -> ${link === 'word' ? 'a word' : 'nothing'}`;
    const way = [ref.name];
    for (let node = ref.$container; node.$type !== 'JourneyFile'; node = node.$container) way.unshift(node.name);
    const home = AstUtils.getDocument(ref).uri;
    return `${$refText} -> ${ref.$type} ${way.join('.')}${home.path.endsWith(path) ? '' : ` in ${home.path.slice(1)}`}`;
  });
}

describe('declarations at the top', () => {
  test('are seen in their own file, before and after they stand', async () => {
    expect(
      await links({
        'main.journey': `channel hotline "H"\nsystem Crm "C" {\nowner Sales\n}\nteam Sales "S"\n${journey('touchpoint A "A" on hotline')}`,
      }),
    ).toEqual(['Sales -> Team Sales', 'hotline -> Channel hotline']);
  });

  test('of different kinds may share a name', async () => {
    const text = `persona Ken "K"\nteam Ken "K"\ndata email "E"\n${journey('touchpoint A "A" on email by customer {\nasks email\n}', 'for Ken\nowner Ken')}`;
    expect(await links({ 'main.journey': text })).toEqual([
      'Ken -> Persona Ken',
      'Ken -> Team Ken',
      'email -> Channel email in library/channels.journey',
      'email -> Data email',
    ]);
    expect(await problems({ 'main.journey': text })).toEqual([]);
  });

  test('hide those of the library, in the same file and by import', async () => {
    const use = journey('touchpoint A "A" on phone {\nfeels happy\nasks email\n}');
    expect(await links({ 'main.journey': `channel phone "Ours"\n${use}` })).toContain('phone -> Channel phone');
    const files = {
      'ours.journey': 'channel phone "Ours"\nemotion happy "H" = +1\ndata mail "M"',
      'main.journey': `import "ours.journey"\n${use}`,
    };
    expect(await links(files)).toEqual([
      'phone -> Channel phone in team/ours.journey',
      'happy -> Emotion happy in team/ours.journey',
      'email -> Data email in library/data.journey',
    ]);
    expect(await problems(files)).toEqual([]);
  });

  test('hide those that are imported', async () => {
    const files = {
      'people.journey': 'persona Ken "Theirs"',
      'main.journey': `import "people.journey"\npersona Ken "Ours"\n${journey('', 'for Ken')}`,
    };
    expect(await links(files)).toEqual(['Ken -> Persona Ken']);
  });

  test('are seen with their Japanese names, however they are composed', async () => {
    const text = `persona 花子さん "花子"\nchannel 店頭 "店頭" : store\n${journey('touchpoint 相談 "相談" on 店頭 for 花子さん {\n-> 予約\n}\ntouchpoint 予約 "予約"')}`;
    expect(await links({ 'main.journey': text })).toEqual([
      '店頭 -> Channel 店頭',
      '花子さん -> Persona 花子さん',
      '予約 -> Touchpoint J.S.予約',
    ]);
    const decomposed = {
      'main.journey': `persona ${'ガイド'.normalize('NFC')} "G"\n${journey('', `for ${'ガイド'.normalize('NFD')}`)}`,
    };
    expect(await problems(decomposed)).toEqual([]);
  });

  test('may be named like keywords and like properties of every object', async () => {
    const text = `team owner "O"\npersona constructor "C"\ndata toString "T"\n${journey('touchpoint A "A" {\nasks toString\nowner owner\n}', 'for constructor')}`;
    expect(await problems({ 'main.journey': text })).toEqual([]);
    expect(await problems({ 'main.journey': journey('', 'for hasOwnProperty') })).toEqual([
      'unknown-name at hasOwnProperty: No persona is called "hasOwnProperty".',
    ]);
  });
});

const two = (arrow: string): VirtualFiles => ({
  'main.journey': `journey J "J" {
    stage Find "F" {
      touchpoint Calls "C" { ${arrow} }
      touchpoint Waits "W"
    }
    stage Book "B" {
      touchpoint Calls "C"
      touchpoint Pays "P"
    }
    stage Use "U" {
      touchpoint Pays "P"
    }
  }
  journey Other "O" {
    stage Find "F" {
      touchpoint Leaves "L"
      touchpoint Waits "W"
    }
  }`,
});

describe('touchpoints', () => {
  test.each([
    ['Waits', 'J.Find.Waits'],
    ['Calls', 'J.Find.Calls'],
    ['Book.Calls', 'J.Book.Calls'],
    ['Find.Calls', 'J.Find.Calls'],
    ['J.Book.Calls', 'J.Book.Calls'],
    ['Use.Pays', 'J.Use.Pays'],
    ['J.Waits', 'J.Find.Waits'],
    ['Other.Find.Waits', 'Other.Find.Waits'],
    ['Other.Leaves', 'Other.Find.Leaves'],
  ])('-> %s leads to %s', async (name, target) => {
    expect(await links(two(`-> ${name}`))).toEqual([`${name} -> Touchpoint ${target}`]);
    expect(await problems(two(`-> ${name}`))).toEqual([]);
  });

  test('of other stages are ambiguous by their plain name, and the stage tells them apart', async () => {
    const problem = await onlyProblem(two('-> Pays'));
    expect(problem).toMatchObject({
      code: 'ambiguous-name',
      message: {
        en: '"Pays" can mean "Book.Pays" or "Use.Pays".',
        ja: '「Pays」は複数あります(「Book.Pays」「Use.Pays」)。どれを指すか決められません。',
      },
      help: { en: 'Say which one is meant, for example "Book.Pays".' },
    });
    expect(problem.related.map(({ place }) => place.range.start.line)).toEqual([7, 10]);
    expect(problem.fixes.map(({ edits }) => edits)).toMatchObject([[{ text: 'Book.Pays' }], [{ text: 'Use.Pays' }]]);
    // The first is taken, so that the rest of the journey is not blamed for a way that seems to be missing.
    expect(await links(two('-> Pays'))).toEqual(['Pays -> Touchpoint J.Book.Pays']);
  });

  test('of another journey are meant only when the name begins with its id', async () => {
    expect(await problems(two('-> Leaves'))).toEqual(['unknown-name at Leaves: No touchpoint is called "Leaves".']);
  });

  test('are named in every statement that takes one', async () => {
    const text = journey(`touchpoint A "A" {
        question Q "Q?" blocks B
        tells next B within 1 h
        on failure -> B
        loop max 2 then -> B
        during B
        -> B 50% carries email
      }
      touchpoint B "B"`);
    expect(await links({ 'main.journey': text })).toEqual(
      expect.arrayContaining(Array.from({ length: 6 }, () => 'B -> Touchpoint J.S.B')),
    );
    expect(await problems({ 'main.journey': text })).toEqual([]);
  });

  test('are named at the top over all visible journeys, own before imported', async () => {
    const files = {
      'old.journey': 'journey Old "O" {\nstage S "S" {\ntouchpoint A "A"\ntouchpoint B "B"\n}\n}',
      'main.journey': `import "old.journey"
        ${journey('touchpoint A "A"')}
        metric m "M" : count { at A, B, Old.S.A, J.A }
        experiment E "E" on A { variants x, y }
        action X "X" { at Old.A }`,
    };
    expect(await links(files)).toEqual([
      'A -> Touchpoint J.S.A',
      'B -> Touchpoint Old.S.B in team/old.journey',
      'Old.S.A -> Touchpoint Old.S.A in team/old.journey',
      'J.A -> Touchpoint J.S.A',
      'A -> Touchpoint J.S.A',
      'Old.A -> Touchpoint Old.S.A in team/old.journey',
    ]);
    expect(await problems(files)).toEqual([]);
  });

  test('at the top are ambiguous when two journeys of the file have them', async () => {
    const text = `${journey('touchpoint A "A"')}\njourney K "K" {\nstage S "S" {\ntouchpoint A "A"\n}\n}\naction X "X" {\nat A\n}`;
    expect(await problems({ 'main.journey': text })).toEqual(['ambiguous-name at A: "A" can mean "J.S.A" or "K.S.A".']);
  });

  test('are not mistaken for stages', async () => {
    const problem = await onlyProblem(two('-> Book'));
    expect(problem).toMatchObject({
      code: 'wrong-kind',
      message: {
        en: '"Book" is a stage, but a touchpoint is needed here.',
        ja: '「Book」はステージです。ここにはタッチポイントを書きます。',
      },
      help: { en: 'Name a touchpoint of the stage: "Book.Calls" or "Book.Pays".' },
    });
  });
});

describe('barriers, questions, needs and pains', () => {
  const people = `persona Ken "K" {
      need Fast "Fast"
      pain Waiting "Waiting"
      question Price "How much?"
    }
    persona Sato "S" {
      need Fast "Fast"
      need Invoice "Invoice"
    }`;
  const text = (statements: string, more = ''): VirtualFiles => ({
    'main.journey': `${people}
      journey J "J" {
        for Ken
        barrier Law "Law" cause consistency
        question Safe "Safe?"
        ${more}
        stage One "1" {
          barrier Form "Form" cause empowerment
          touchpoint A "A" {
            barrier Slow "Slow" cause duration
            question Open "Open?"
            ${statements}
          }
          touchpoint B "B" {
            barrier Old "Old" cause transparency
            barrier Same "Same" cause transparency
          }
        }
        stage Two "2" {
          question Room "Room?"
          touchpoint C "C" {
            barrier Slow "Slow" cause duration
            barrier Twice "Twice" cause duration
            question How "How?"
          }
          touchpoint D "D" {
            barrier Twice "Twice" cause duration
            barrier Same "Same" cause transparency
          }
        }
      }`,
  });

  test.each([
    ['solves Slow', 'Barrier J.One.A.Slow'],
    ['solves Form', 'Barrier J.One.Form'],
    ['solves Same', 'Barrier J.One.B.Same'],
    ['solves Law', 'Barrier J.Law'],
    ['solves C.Slow', 'Barrier J.Two.C.Slow'],
    ['solves Two.C.Slow', 'Barrier J.Two.C.Slow'],
    ['solves J.Two.D.Twice', 'Barrier J.Two.D.Twice'],
    ['solves D.Twice', 'Barrier J.Two.D.Twice'],
    ['solves How', 'Question J.Two.C.How'],
    ['solves Waiting', 'Pain Ken.Waiting'],
    ['solves Ken.Waiting', 'Pain Ken.Waiting'],
    ['solves Invoice', 'Need Sato.Invoice'],
    ['answers Open', 'Question J.One.A.Open'],
    ['answers Room', 'Question J.Two.Room'],
    ['answers Safe', 'Question J.Safe'],
    ['answers Price', 'Question Ken.Price'],
    ['addresses Fast', 'Need Ken.Fast'],
    ['addresses Sato.Fast', 'Need Sato.Fast'],
    ['addresses Waiting', 'Pain Ken.Waiting'],
    ['opportunity "X" solves Old', 'Barrier J.One.B.Old'],
  ])('%s: %s', async (statement, target) => {
    const name = statement.split(' ').at(-1) ?? '';
    expect(await links(text(statement))).toContain(`${name} -> ${target}`);
    expect(await problems(text(statement))).toEqual([]);
  });

  test("the touchpoint's own persona comes before the journey's", async () => {
    expect(await links(text('for Sato\naddresses Fast'))).toContain('Fast -> Need Sato.Fast');
  });

  test('are ambiguous when two touchpoints of another stage, or two personas, have them', async () => {
    expect(await problems(text('solves Twice'))).toEqual([
      'ambiguous-name at Twice: "Twice" can mean "C.Twice" or "D.Twice".',
    ]);
    expect(await problems(text('addresses Fast', 'for Sato'))).toEqual([
      'ambiguous-name at Fast: "Fast" can mean "Ken.Fast" or "Sato.Fast".',
    ]);
  });

  test('of the wrong kind are not taken', async () => {
    expect(await problems(text('answers Slow'))).toEqual([
      'wrong-kind at Slow: "Slow" is a barrier, but a question is needed here.',
    ]);
    expect(await problems(text('addresses How'))).toEqual([
      'wrong-kind at How: "How" is a question, but a need or pain is needed here.',
    ]);
    expect(await problems(text('solves A'))).toEqual([
      'wrong-kind at A: "A" is a touchpoint, but a barrier, question, pain or need is needed here.',
    ]);
  });

  test('are solved by a to-be journey where the journey that it improves has them', async () => {
    const files = {
      'as-is.journey': text('')['main.journey'] ?? '',
      'main.journey': `import "as-is.journey"\njourney New "N" {\nimproves J\nstage S "S" {\ntouchpoint A "A" {\nsolves Law, C.Slow\n}\n}\n}`,
    };
    expect(await links(files)).toEqual([
      'J -> Journey J in team/as-is.journey',
      'Law -> Barrier J.Law in team/as-is.journey',
      'C.Slow -> Barrier J.Two.C.Slow in team/as-is.journey',
    ]);
    expect(await problems(files)).toEqual([]);
  });

  test('are solved by actions at the top, over all visible journeys and personas', async () => {
    const files = {
      'as-is.journey': text('')['main.journey'] ?? '',
      'main.journey': `import "as-is.journey"
        persona Mia "M" { pain Law "Law" }
        action X "X" { solves Law, J.Law, Old, Waiting, A.Slow, How }`,
    };
    expect(await links(files)).toEqual([
      'Law -> Pain Mia.Law',
      'J.Law -> Barrier J.Law in team/as-is.journey',
      'Old -> Barrier J.One.B.Old in team/as-is.journey',
      'Waiting -> Pain Ken.Waiting in team/as-is.journey',
      'A.Slow -> Barrier J.One.A.Slow in team/as-is.journey',
      'How -> Question J.Two.C.How in team/as-is.journey',
    ]);
    expect(
      await problems({ ...files, 'main.journey': 'import "as-is.journey"\naction X "X" {\nsolves Slow\n}' }),
    ).toEqual(['ambiguous-name at Slow: "Slow" can mean "A.Slow" or "C.Slow".']);
  });
});

const felt = (statement: string): VirtualFiles => ({
  'main.journey': `persona Ken "K"\npersona happy "H"\nemotion sunny "S" = +2\n${journey(`touchpoint A "A" {\nfeels ${statement}\n}`)}`,
});

describe('feelings', () => {
  test.each([
    ['happy', ['happy -> Emotion happy in library/emotions.journey']],
    ['Ken -1', ['Ken -> Persona Ken']],
    ['Ken anxious -1', ['Ken -> Persona Ken', 'anxious -> Emotion anxious in library/emotions.journey']],
    ['sunny, Ken sunny', ['sunny -> Emotion sunny', 'Ken -> Persona Ken', 'sunny -> Emotion sunny']],
    ['meh -1', ['meh -> a word']],
    ['Ken meh -1', ['Ken -> Persona Ken', 'meh -> a word']],
    ['-2', []],
  ])('feels %s', async (statement, expected) => {
    expect(await links(felt(statement))).toEqual(expected);
    expect(await problems(felt(statement))).toEqual([]);
  });

  test('by a word that nobody declares need a value', async () => {
    expect(await onlyProblem(felt('qwertyish'))).toMatchObject({
      code: 'unknown-name',
      message: { en: 'No emotion is called "qwertyish".', ja: '「qwertyish」という感情はありません。' },
      help: { en: 'Give the feeling a value from -2 to +2, such as: feels qwertyish -1' },
    });
    expect(await onlyProblem(felt('hapy'))).toMatchObject({ help: { en: 'Did you mean "happy"?' } });
  });

  test('after a persona are emotions', async () => {
    expect(await problems(felt('Ken Ken'))).toEqual([
      'wrong-kind at Ken: "Ken" is a persona, but an emotion is needed here.',
    ]);
    expect(await problems(felt('sunny anxious -1'))).toEqual([
      'wrong-kind at sunny: "sunny" is an emotion, but a persona is needed here.',
    ]);
  });
});

test.each(['none', 'なし'])('on %s: a step without a channel says nothing about channels', async (word) => {
  expect(await onlyProblem({ 'main.journey': journey(`touchpoint A "A" on ${word} {\n}`) })).toMatchObject({
    code: 'unknown-name',
    help: { en: expect.stringMatching(/^Leave `on` out/), ja: expect.stringContaining('on を書かない') },
    fixes: [],
  });
});

const shows = (items: string): VirtualFiles => ({
  'main.journey': `fact deliveryTime = 5 days\n${journey(`touchpoint A "A" {\nshows ${items}\n}`)}`,
});

describe('what is shown', () => {
  test('is a fact or a word of information', async () => {
    expect(await links(shows('deliveryTime, price, progress "1/3", fee = 300 JPY, fact deliveryTime'))).toEqual([
      'deliveryTime -> Fact deliveryTime',
      'price -> a word',
      'progress -> a word',
      'fee -> a word',
      'deliveryTime -> Fact deliveryTime',
    ]);
    expect(await problems(shows('price, deliveryTime'))).toEqual([]);
  });

  test('is a fact of the same name rather than the word', async () => {
    const files = { 'main.journey': `fact price = 100 JPY\n${journey('touchpoint A "A" {\nshows price\n}')}` };
    expect(await links(files)).toEqual(['price -> Fact price']);
  });

  test.each([
    ['prise', '"prise" is neither a declared fact nor a known kind of information.', 'Did you mean "price"?'],
    [
      'deliverytime',
      '"deliverytime" is neither a declared fact nor a known kind of information.',
      'Did you mean "deliveryTime"?',
    ],
    [
      '価格',
      '"価格" is neither a declared fact nor a known kind of information.',
      'Write the id "price" instead of the title "価格".',
    ],
    [
      'orderNo',
      '"orderNo" is a data item, but a fact or a known kind of information is needed here.',
      'If the customer receives it, write: gives orderNo',
    ],
    ['fact price', 'No fact is called "price".', 'Check the spelling, or declare it: fact price = "…"'],
    [
      'zzzz',
      '"zzzz" is neither a declared fact nor a known kind of information.',
      'Declare it as fact zzzz = "…", or use a word such as price, terms or progress.',
    ],
  ])('shows %s', async (item, message, help) => {
    const problem = await onlyProblem(shows(item));
    expect([problem.message.en, problem.help.en]).toEqual([message, help]);
  });
});

const experiment = (result: string): VirtualFiles => ({
  'main.journey': `experiment E "E" {\nvariants long "L", short "S"\nresult ${result}\n}\nexperiment F "F" {\nvariants other "O"\n}`,
});

describe('variants', () => {
  test('are those of the same experiment', async () => {
    expect(await links(experiment('long 3 of 10, short 4 of 10'))).toEqual([
      'long -> Variant E.long',
      'short -> Variant E.short',
    ]);
    expect(await problems(experiment('shrt 3 of 10'))).toEqual(['unknown-name at shrt: No variant is called "shrt".']);
    expect(await problems(experiment('other 3 of 10'))).toEqual([
      'unknown-name at other: No variant is called "other".',
    ]);
  });
});

const people = 'persona Ken "健" {\nneed Fast "Fast"\n}\npersona Kenji "K"\nteam FrontDesk "Front desk" ja "受付"';

const peopleAnd = (statement: string): VirtualFiles => ({
  'main.journey': `${people}\n${journey('touchpoint A "A"\ntouchpoint PaysOnline "Pays"', statement)}`,
});

describe('the standard library by its titles', () => {
  test('in either language, for every kind', async () => {
    const text = journey('touchpoint A "A" on メール {\nasks 氏名, email\nfeels 疑い\nmetric コンバージョン率\n}');
    expect((await links({ 'main.journey': text })).map((link) => link.replace(/ in .*/, ''))).toEqual([
      'メール -> Channel email',
      '氏名 -> Data name',
      'email -> Data email',
      '疑い -> Emotion doubtful',
      'コンバージョン率 -> Metric conversionRate',
    ]);
  });

  test('after everything that is declared', async () => {
    const text = `data 氏名 "N"\nteam 疑い "T"\n${journey('touchpoint A "A" { asks 氏名 }')}`;
    expect(await links({ 'main.journey': text })).toEqual(['氏名 -> Data 氏名']);
    const persona = `persona 疑い "P"\n${journey('touchpoint A "A" { feels 疑い -1 }', 'for 疑い')}`;
    expect(await links({ 'main.journey': persona })).toEqual(['疑い -> Persona 疑い', '疑い -> Persona 疑い']);
  });
});

describe('a name that leads nowhere', () => {
  test.each([
    ['owner frontdesk', 'Did you mean "FrontDesk"?'],
    ['owner FrontDsek', 'Did you mean "FrontDesk"?'],
    ['owner Front', 'Did you mean "FrontDesk"?'],
    ['owner 受付', 'Write the id "FrontDesk" instead of the title "受付".'],
    ['for 健', 'Write the id "Ken" instead of the title "健".'],
    ['for Kne', 'Did you mean "Ken"?'],
    ['for Xyzzy', 'Check the spelling, or declare it: persona Xyzzy "…"'],
    ['metric convresionRate', 'Did you mean "conversionRate"?'],
  ])('%s: %s', async (statement, help) => {
    const problem = await onlyProblem(peopleAnd(statement));
    expect(problem.code).toBe('unknown-name');
    expect(problem.help.en).toBe(help);
    expect(problem.help.ja).not.toBe('');
  });

  test.each(['metric Speed : duration {\n  at Nowhere\n}\n', 'action Map {\n  solves Nowhere\n}\n'])(
    'beside the journeys says that an import may be missing: %j',
    async (text) => {
      const problem = await onlyProblem({ 'main.journey': text });
      expect(problem.help).toEqual({
        en: 'Check the spelling. It must stand in a journey or persona of this file, or of one that is imported here.',
        ja: 'つづりを確認してください。このファイルか、ここで読み込んだファイル(import)のジャーニーやペルソナで宣言されている必要があります。',
      });
    },
  );

  test('offers what is near as a change of exactly that name', async () => {
    const files = peopleAnd('owner FrontDsek');
    const problem = await onlyProblem(files);
    expect(problem.fixes).toEqual([
      {
        title: { en: 'Change to "FrontDesk"', ja: '「FrontDesk」に変更する' },
        safe: false,
        edits: [{ kind: 'replace', place: { uri: uriOf('main.journey'), range: problem.range }, text: 'FrontDesk' }],
      },
    ]);
    expect((await onlyProblem(peopleAnd('owner 受付'))).fixes).toMatchObject([{ safe: true }]);
  });

  test.each([
    ['予約する', '予約', 'タッチポイント'],
    ['よやく', 'ヨヤク', ''],
    ['電話で予約', '電話予約', ''],
  ])('finds %s for %s', async (written, declared) => {
    const files = { 'main.journey': journey(`touchpoint ${declared} "X" {\n-> ${written}\n}`) };
    expect((await onlyProblem(files)).help.ja).toBe(`「${declared}」のことですか。`);
  });

  test.each([
    ['owner Ken', '"Ken" is a persona, but a team is needed here.', '「Ken」はペルソナです。ここには部門を書きます。'],
    [
      'for phone',
      '"phone" is a channel, but a persona is needed here.',
      '「phone」はチャネルです。ここにはペルソナを書きます。',
    ],
    [
      'metric Ken',
      '"Ken" is a persona, but a metric is needed here.',
      '「Ken」はペルソナです。ここには指標を書きます。',
    ],
  ])('%s: is of another kind', async (statement, en, ja) => {
    const problem = await onlyProblem(peopleAnd(statement));
    expect(problem).toMatchObject({ code: 'wrong-kind', message: { en, ja } });
  });

  test('suggests touchpoints as they can be written there', async () => {
    const text = `journey J "J" {\nstage One "1" {\ntouchpoint A "A" {\n-> Too.Pays\n}\n}\nstage Two "2" {\ntouchpoint Pays "P"\n}\n}`;
    expect((await onlyProblem({ 'main.journey': text })).help.en).toBe('Did you mean "Pays"?');
  });

  test('is not reported where the parser has made it up or it breaks off', async () => {
    for (const broken of ['-> ', '-> S.', 'on ', 'feels', 'asks ,', 'solves', 'answers J.']) {
      const text = journey(`touchpoint A "A" {\n${broken}\n}`);
      expect(await problems({ 'main.journey': text })).toEqual([]);
    }
    expect(
      await problems({ 'main.journey': 'persona\nteam {\n}\nchannel "X"\njourney "J" {\nstage {\n}\nstage {\n}\n}' }),
    ).toEqual([]);
  });
});

describe('a name that is given twice', () => {
  test.each([
    [
      'persona Ken "1"\npersona Ken "2"',
      'The persona "Ken" is declared twice in this file.',
      'このファイルでペルソナ「Ken」が重複して宣言されています。',
    ],
    [
      'journey J "1"\njourney J "2"',
      'The journey "J" is declared twice in this file.',
      'このファイルでジャーニー「J」が重複して宣言されています。',
    ],
    [
      'journey J "J" {\nstage S "1"\nstage S "2"\n}',
      'The stage "S" is declared twice in the journey "J".',
      'ジャーニー「J」でステージ「S」が重複して宣言されています。',
    ],
    [
      journey('touchpoint A "1"\ntouchpoint A "2"'),
      'The touchpoint "A" is declared twice in the stage "S".',
      'ステージ「S」でタッチポイント「A」が重複して宣言されています。',
    ],
    [
      journey('touchpoint A "1" {\nbarrier B "1"\nbarrier B "2"\n}'),
      'The barrier "B" is declared twice in the touchpoint "A".',
      'タッチポイント「A」で障壁「B」が重複して宣言されています。',
    ],
    [
      'persona Ken "K" {\nneed N "1"\nneed N "2"\n}',
      'The need "N" is declared twice in the persona "Ken".',
      'ペルソナ「Ken」でニーズ「N」が重複して宣言されています。',
    ],
    [
      'experiment E "E" {\nvariants a "1", a "2"\n}',
      'The variant "a" is declared twice in the experiment "E".',
      '実験「E」でバリアント「a」が重複して宣言されています。',
    ],
  ])('%s', async (text, en, ja) => {
    const problem = await onlyProblem({ 'main.journey': text });
    expect(problem).toMatchObject({ code: 'duplicate-name', severity: 'error', message: { en, ja } });
    const [first] = problem.related;
    expect(first?.message).toEqual({ en: 'First declared here', ja: '最初の宣言' });
    expect(first && comparePositions(first.place.range.start, problem.range.start)).toBeLessThan(0);
  });

  test('is reported at each but the first, and the first is meant', async () => {
    const files = { 'main.journey': `team T "1"\nteam T "2"\nteam T "3"\n${journey('', 'owner T')}` };
    const document = documentOf(await loaded(files), 'main.journey');
    expect(linkProblems(document).map(({ range }) => range.start.line)).toEqual([1, 2]);
    expect(await links(files)).toEqual(['T -> Team T']);
  });

  test('is no mistake in different blocks, or for different kinds', async () => {
    const text = `${journey('touchpoint A "1" {\nbarrier B "1"\nquestion B "?"\n}\ntouchpoint S "2" {\nbarrier B "2"\n}')}\npersona J "J" {\nneed N "1"\npain N "2"\n}`;
    expect(await problems({ 'main.journey': text })).toEqual([]);
  });
});

describe('what a document can see', () => {
  const files = {
    'people.journey': 'persona Ken "K"\npersona Mia "M"',
    'others.journey': 'persona Mia "M2"\npersona Sato "S"',
    'main.journey': 'import "people.journey"\nimport "others.journey"\npersona Ken "Mine"\nchannel phone "Mine"',
  };

  test('is its own, then what is imported, then the library', async () => {
    const visible = visibleDeclarations(documentOf(await loaded(files), 'main.journey'));
    expect([...visible.all('Persona')].map(([name, { origin, rivals }]) => [name, origin, rivals.length])).toEqual([
      ['Ken', 'own', 0],
      ['Mia', 'imported', 1],
      ['Sato', 'imported', 0],
    ]);
    expect(visible.find('Channel', 'phone')).toMatchObject({ origin: 'own', node: { label: 'Mine' } });
    expect(visible.find('Channel', 'web')).toMatchObject({ origin: 'library' });
    expect(visible.find('Team', 'Ken')).toBeUndefined();
    expect([...visible.all('Channel').keys()].slice(0, 2)).toEqual(['phone', 'web']);
  });

  test('is computed once for a version of it', async () => {
    const workspace = await loaded(files);
    const seen = (): unknown => visibleDeclarations(documentOf(workspace, 'main.journey'));
    const before = seen();
    expect(seen()).toBe(before);
    await workspace.open(uriOf('elsewhere.journey'), 'team T "T"');
    expect(seen()).toBe(before);
    await workspace.open(uriOf('people.journey'), 'persona Ken "K"');
    expect(seen()).not.toBe(before);
  });

  test('is offered by name for completion, as it can be written there', async () => {
    const workspace = await loaded({
      'main.journey': `journey J "J" {\nstage One "1" {\ntouchpoint A "A" {\n-> A\n}\n}\nstage Two "2" {\ntouchpoint B "B"\n}\nstage Three "3" {\ntouchpoint B "B"\n}\n}`,
    });
    const document = documentOf(workspace, 'main.journey');
    const [reference] = referencesOf(document);
    if (reference === undefined) throw new Error('no reference');
    const scope = workspace.journey.references.ScopeProvider.getScope({
      reference: asReference(reference),
      container: reference.container,
      property: reference.property,
    });
    expect(
      scope
        .getAllElements()
        .map(({ name }) => name)
        .toArray(),
    ).toEqual(['A', 'Two.B', 'Three.B']);
    expect(scope.getElement('Two.B')).toMatchObject({
      name: 'Two.B',
      type: 'Touchpoint',
      path: expect.stringContaining('stages@1'),
    });
  });

  test('is found by its references, wherever they stand', async () => {
    const workspace = await loaded({
      'people.journey': 'persona Ken "K"',
      'other.journey': 'import "people.journey"\njourney O "O" {\nfor Ken\n}',
      'main.journey': 'import "people.journey"\nimport "other.journey"\njourney J "J" {\nfor Ken\nimproves O\n}',
    });
    const visible = visibleDeclarations(documentOf(workspace, 'main.journey'));
    const ken = visible.find('Persona', 'Ken')?.node;
    if (ken === undefined) throw new Error('no Ken');
    const { References } = workspace.journey.references;
    const found = References.findReferences(ken, { includeDeclaration: true }).toArray();
    expect(found.map(({ sourceUri }) => sourceUri.path).toSorted()).toEqual([
      '/team/main.journey',
      '/team/other.journey',
      '/team/people.journey',
    ]);
    const names = workspace.shared.workspace.IndexManager.allElements('Persona', new Set([uriOf('people.journey')]));
    expect(names.map(({ name, documentUri }) => `${name} ${documentUri.path}`).toArray()).toEqual([
      'Ken /team/people.journey',
    ]);
    expect(workspace.shared.workspace.LangiumDocuments.hasDocument(URI.parse(uriOf('other.journey')))).toBe(true);
  });
});
