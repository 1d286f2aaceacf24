import { expect, test } from 'vitest';
import { problemsOf } from '../../src/language/problems.ts';
import { fileOf } from '../support/documents.ts';

async function codesIn(text: string): Promise<readonly string[]> {
  const { document } = await fileOf(text);
  return problemsOf(document).map(({ code }) => code);
}

test('mistakes of form, names and statements come in the order of the text', async () => {
  const codes = await codesIn(`journey J {
  kind asis
  for Nobody
  stage S {
    touchpoint T on web {
      waits 30%
      frobnicate 3
    }
  }
}
`);
  expect(codes).toEqual(['unknown-word', 'unknown-name', 'wrong-value-kind', 'unknown-keyword']);
});

test('a finding says in which journey, stage and touchpoint it stands', async () => {
  const { document } = await fileOf('journey J {\nkind asis\nstage S { touchpoint T { effort 9 } } }\nemotion e = 9');
  expect(problemsOf(document).map(({ code, subject }) => [code, subject])).toEqual([
    ['unknown-word', { journey: 'J' }],
    ['value-off-scale', { journey: 'J', stage: 'J.S', touchpoint: 'J.S.T' }],
    ['value-off-scale', {}],
  ]);
});

test('a line whose form is broken is blamed once', async () => {
  // The unit and the name are wrong as well, but who knows what the line was meant to say.
  const [first, ...others] = await codesIn('journey J { stage S { touchpoint T {\n  waits 4 minuts maks Nobody\n} } }');
  expect(first).toBeDefined();
  expect(others).toEqual([]);
});

test('a brace that is missing leaves the rest to be checked', async () => {
  const codes = await codesIn('journey J {\n  for Nobody\n  stage S {\n    touchpoint T {\n      effort 9\n');
  expect(codes).toContain('unknown-name');
  expect(codes).toContain('value-off-scale');
});

test('a file without mistakes has no findings', async () => {
  expect(await codesIn('journey J { stage S { touchpoint T on web } }\n')).toEqual([]);
});

test('Japanese words for keywords and for listed words are understood, and the right ones offered', async () => {
  const { document } = await fileOf(`ペルソナ 花子 "花子さん" {
  年齢 30
  課題 時間がない "時間がない"
}
journey 返品 "返品する" {
  for 花子
  kind 現状
  ステージ 探す "探す" {
    タッチポイント 注文履歴 "注文を探す" on web {
      待ち時間 ３分
      感情 不安
    }
  }
  stage 送る "送り返す" : 利用 {
    touchpoint 返送 "送り返す" on post by お客様
  }
}
`);
  expect(problemsOf(document).map(({ help }) => help?.ja.split('。')[0])).toEqual(
    ['persona', 'age', 'pain', 'asIs', 'stage', 'touchpoint', 'waits', 'feels', 'use', 'customer'].map(
      (word) => `「${word}」のことですか`,
    ),
  );
});

test('Japanese words in another block say where they belong, and a feeling above takes none of them', async () => {
  const { document } = await fileOf(`persona 花子 "花子さん" {
  lacks "印鑑"
  prefers ライン、インスタ
}
data 病歴の有無 : 要配慮
journey 返品 "返品する" {
  ペルソナ 花子
  現状
  タッチポイント 検索 "検索する"
  stage 送る "送り返す" {
    touchpoint 返送 "送り返す" on post by customer {
      feels 不安
      行動 "箱に詰める"
      舞台裏 "伝票を探す"
      ペルソナ 花子
      持ち物 印鑑
      次へ 完了
    }
  }
}
`);
  expect(problemsOf(document).map(({ help }) => help?.ja)).toEqual([
    '引用符なしで書いてください: lacks 印鑑',
    '「line」のことですか。',
    '「instagram」のことですか。',
    '「sensitive」のことですか。使える語は personal、sensitive、identifier、behavioural です。',
    'ここでは次のように書きます: for 花子',
    '例えば次のように書きます: kind asIs',
    'ステージの中に移し、「touchpoint」と書いてください。',
    '「does」のことですか。',
    '「backstage」のことですか。',
    'ここでは次のように書きます: for 花子',
    '「requires」のことですか。',
    '例えば次のように書きます: -> 支払い',
  ]);
});

test('a list without commas says how to go on, and a name of other kanji is not taken for a slip', async () => {
  const { document } = await fileOf(`journey J {
  stage S {
    touchpoint T on web {
      asks 氏名　住所　電話番号
      gives 保険証番号
    }
  }
}
`);
  expect(problemsOf(document).map(({ help }) => help?.ja)).toEqual([
    '並べて書くなら「、」か「,」で区切り、別の文なら行を改めます。不要なら削除してください。',
    'つづりを確認するか、data 保険証番号 "…" のように宣言してください。',
  ]);
});

test('the words of journey maps that are no keywords are answered with the statement that says it', async () => {
  const { document } = await fileOf(`persona Ben {
  goals "Give something back"
  frustrations "Too many letters"
}
channel street "Street" : faceToFace
journey Donor {
  personas Ben
  goal "Keep donors for two years"
  target 35%
  stage Give {
    touchpoint Gives on web by customer {
      duration 10 min
      needs "A simple way to give"
      pain "Feels guilty"
      quote "Another one?"
      can cancel donation via email anytime
      waits 2..5 days
      opportunity Retry "Try again later"
      if "the card is declined" -> Fails
      -> Thanks 95%, Fails 5%
    }
    touchpoint Thanks on email by company
    touchpoint Fails on email by company {
      end churn
    }
  }
}
`);
  const help = problemsOf(document).map((problem) => problem.help?.en ?? '');
  for (const statement of [
    'Write for example: wants "…"',
    'Write for example: pain NoTime "…"',
    'Did you mean "counter"?',
    'Write for example: for Ken, Sato',
    'write its id here: goal MyGoal "Keep donors for two years"',
    'metric MyMetric { target 35% }',
    'Write for example: takes 5 min',
    'Write for example: addresses Quick',
    'Write here: barrier OldCalendar "…"',
    'Write here: says "…"',
    'Write only what can be done',
    'waits 2 days max 5 days',
    'An opportunity has no id',
    'Write for example: -> Payment when "it is free"',
    'Write one arrow a line',
    'Did you mean "exit"?',
  ]) {
    expect(
      help.some((each) => each.includes(statement)),
      `${statement} in\n${help.join('\n')}`,
    ).toBe(true);
  }
});

test('what people write as they would say it is answered with the statement that says it', async () => {
  const answers: readonly (readonly [written: string, answer: string])[] = [
    ['-> B or C', 'Write one arrow a line'],
    ['-> B or -> C', 'Write one arrow a line'],
    ['-> back to B', 'Write one arrow a line'],
    ['back to B', 'Write for example: -> Payment'],
    ['shows "how long it takes"', 'Free text is a statement of its own: explains "how long it takes"'],
    ['shows price, "how long it takes"', 'Free text is a statement of its own: explains "how long it takes"'],
    ['deliveryFee = 5 EUR', 'Write for example: shows deliveryFee = …'],
    ['asks "Name"', 'Write it without quotes: asks Name'],
    ['asks name and email', 'Write a comma instead'],
    ['gives "A printed map"', 'write its id here: data MyData "A printed map"'],
    ['feels "relieved"', 'Write it without quotes: feels relieved'],
    ['feels very angry', 'How strong it is, says a number'],
    ['after 2 working days', 'Working days are one word: 2 businessDays'],
    ['update daily', 'Write for example: update every 1 day'],
    ['loop to B', 'Write for example: loop max 3 then -> Help'],
    ['tells next B in 3 days', 'tells next Payment within 3 days'],
    ['promises B within 3 days', 'tells next Payment within 30 min'],
    ['offers call back within 1 h', 'offers callback within 30 min'],
    ['expects reply in 2 days', 'expects reply within 1 h on email'],
    ['for everyone', 'it the statement holds for everybody'],
    ['handledBy ai', 'Did you mean "bot"?'],
    ['on meter', 'declare it: channel meter "…"'],
  ];
  for (const [written, answer] of answers) {
    const { document } = await fileOf(`journey J {
  stage S {
    touchpoint A on web by customer {
      ${written}
    }
    touchpoint B on web by customer
    touchpoint C on web by customer
  }
}
`);
    const problems = problemsOf(document);
    const help = problems.map((problem) => problem.help?.en ?? '');
    expect(
      help.some((each) => each.includes(answer)),
      `${answer} in\n${help.join('\n')}`,
    ).toBe(true);
  }
});

test('amounts that are written as they are said, ranges and 施策 are answered with what to write', async () => {
  const { document } = await fileOf(`journey J {
  stage S {
    touchpoint T on web by company {
      waits 約2週間
      takes 30分程度
      after 2〜3週間
      施策 "三項目に減らす"
    }
    touchpoint U on web by company {
      waits 3日 最長 1週間
    }
  }
}
`);
  expect(problemsOf(document).map(({ help }) => help?.ja)).toEqual([
    '算用数字と単位だけで、「2週間」のように書いてください。',
    '算用数字と単位だけで、「30分」のように書いてください。',
    '幅のある値は書けません。待ち時間に幅があるときは、通常と最長を waits 2週間 max 3週間 のように書いてください。',
    '「opportunity」のことですか。',
    '「max」のことですか。',
  ]);
});

test('a time that stays open is answered with what to write, but not where a text stands', async () => {
  const { document } = await fileOf(`journey J {
  stage S {
    touchpoint T on web by company {
      waits 翌日
      takes 数日
      told 翌日
      shows price = １２万３，４５６円
    }
  }
}
`);
  expect(problemsOf(document).map(({ help }) => help?.ja)).toEqual([
    '時間の長さを、「1日」のように算用数字で書いてください。',
    '目安の数を「3日」のように書いてください。待ち時間なら、最長も書けます: 「waits 3日 max 7日」',
    '例えば次のように書きます: told "…"',
  ]);
});

test('data are called by what a form calls them, too', async () => {
  const { document } = await fileOf(`journey J {
  stage S {
    touchpoint T on counter by customer {
      asks お名前, 個人番号, 保険証, 勤務先, 既往歴, 退会理由
      gives 受付票
    }
  }
}
`);
  expect(problemsOf(document)).toEqual([]);
});
