import type { AstNode, LangiumDocument } from 'langium';
import type { Fix, RelatedPlace } from '../../model/finding.ts';
import { quoted } from '../../model/phrases.ts';
import type { Place, Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/library.ts';
import { kindText, type Nameable } from './kinds.ts';
import type { Suggestions } from './suggestions.ts';
import { siteOf } from '../scope/parts.ts';
import { placeOfName, uriOf } from '../scope/places.ts';
import type { Sought } from '../scope/resolver.ts';
import { hasName } from '../scope/symbols.ts';
import type { VisibleDeclarations } from '../scope/visible.ts';

/** A name that was looked up, and where. */
export interface Lookup {
  readonly document: LangiumDocument<ast.JourneyFile>;
  readonly visible: VisibleDeclarations;
  /** The syntax node in which the name stands. */
  readonly site: AstNode;
  readonly sought: Sought;
  /** Whether words of information are allowed beside facts. */
  readonly takesWords: boolean;
  readonly name: string;
  readonly place: Place;
}

/** What the place of the name takes. */
export function soughtText({ sought, takesWords }: Lookup): Text {
  return takesWords
    ? { en: 'a fact or a known kind of information', ja: '事実か、価格(price)などの情報の種類' }
    : kindText(sought).any;
}

export function unknownMessage({ sought, takesWords, name }: Lookup): Text {
  const { en, ja } = quoted(name);
  if (takesWords) {
    return {
      en: `${en} is neither a declared fact nor a known kind of information.`,
      ja: `${ja}は、宣言された事実でも、情報の種類として使える語でもありません。`,
    };
  }
  const kind = kindText(sought).one;
  return { en: `No ${kind.en} is called ${en}.`, ja: `${ja}という${kind.ja}はありません。` };
}

/** What to write instead; undefined when nothing is near. */
export function suggestionHelp({ name }: Lookup, { names, byTitle }: Suggestions): Text | undefined {
  const [first] = names;
  if (first === undefined) return undefined;
  if (byTitle) {
    const title = quoted(name);
    const id = quoted(first);
    return {
      en: `Write the id ${id.en} instead of the title ${title.en}.`,
      ja: `タイトル${title.ja}ではなく、ID${id.ja}を書いてください。`,
    };
  }
  return didYouMean(names);
}

/** Asks whether one of some names was meant. */
export function didYouMean(names: readonly string[]): Text {
  const { en, ja } = oneOf(names);
  return { en: `Did you mean ${en}?`, ja: `${ja}のことですか。` };
}

/** Names to choose from: `"A", "B" or "C"` / `「A」「B」「C」`. Above four the rest is left out. */
export function oneOf(names: readonly string[]): Text {
  const choices = names.map((name) => quoted(name));
  const shown = choices.slice(0, longestChoice);
  const [last, ...others] = shown.map(({ en }) => en).toReversed();
  const more = choices.length > shown.length;
  const en = more ? [...others.toReversed(), last, 'another'] : [...others.toReversed(), last];
  return {
    en: en.length === 1 ? (last ?? '') : `${en.slice(0, -1).join(', ')} or ${en.at(-1) ?? ''}`,
    ja: `${shown.map(({ ja }) => ja).join('')}${more ? 'など' : ''}`,
  };
}

const longestChoice = 4;

/** What can be done about a name that nothing resembles. `is`: what the name stands for elsewhere. */
export function unknownHelp(look: Lookup, is?: ast.Named): Text {
  const { sought, takesWords, name } = look;
  if (takesWords) return shownHelp(name, is);
  switch (sought) {
    case 'Channel':
      return meansNoChannel(look) ? NO_CHANNEL : declareHelp(look);
    case 'Persona':
      return whoHelp(look);
    case 'Felt':
      return {
        en: `Give the feeling a value from -2 to +2, such as: feels ${name} -1`,
        ja: `feels ${name} -1 のように、-2〜+2の値を付けてください。`,
      };
    case 'Touchpoint':
      return is?.$type === 'Stage'
        ? stageHelp(is as ast.Stage)
        : isOutsideJourneys(look)
          ? IN_REACH
          : {
              en: 'Check the spelling. In another journey it is written as Journey.Stage.Touchpoint.',
              ja: 'つづりを確認してください。別のジャーニーのものは ジャーニー.ステージ.タッチポイント の形で書きます。',
            };
    case 'Barrier':
    case 'Question':
    case 'Need':
    case 'Pain':
    case 'Solvable':
    case 'Answerable':
    case 'Addressable':
      return isOutsideJourneys(look)
        ? IN_REACH
        : {
            en: 'Check the spelling. It must stand in this journey or belong to one of its personas.',
            ja: 'つづりを確認してください。このジャーニーか、そのペルソナで宣言されている必要があります。',
          };
    case 'Variant':
      return {
        en: "Name one of the experiment's own variants.",
        ja: 'この実験のバリアントのいずれかを指定してください。',
      };
    default:
      return declareHelp(look);
  }
}

/** Whether the name stands in a declaration beside the journeys, such as an action or a metric: it may name a part of any of them. */
function isOutsideJourneys({ site }: Lookup): boolean {
  return siteOf(site).journey === undefined;
}

const IN_REACH: Text = {
  en: 'Check the spelling. It must stand in a journey or persona of this file, or of one that is imported here.',
  ja: 'つづりを確認してください。このファイルか、ここで読み込んだファイル(import)のジャーニーやペルソナで宣言されている必要があります。',
};

function declareHelp({ sought, name }: Lookup): Text {
  const example = sought === 'Fact' ? `fact ${name} = "…"` : `${kindText(sought).keyword ?? ''} ${name} "…"`;
  return {
    en: `Check the spelling, or declare it: ${example}`,
    ja: `つづりを確認するか、${example} のように宣言してください。`,
  };
}

/** A persona that is none: everybody, or how strong a feeling is. */
function whoHelp(look: Lookup): Text {
  const { name, site } = look;
  if (everybody.test(name)) {
    return {
      en: 'Leave `for` out: without it the statement holds for everybody.',
      ja: 'for を書かなければ、全員に当てはまります。',
    };
  }
  if (site.$type !== 'Feeling') return declareHelp(look);
  return {
    en: 'Before a feeling stands only the persona who feels it. How strong it is, says a number from -2 to +2: feels angry -2',
    ja: '感情の前に書けるのは、そう感じるペルソナだけです。強さは -2〜+2 の数で書きます: feels 怒り -2',
  };
}

const everybody = /^(?:all|everyone|everybody|any|anyone|both|全員|全て|すべて|みんな)$/iu;

/** Whether somebody says that a step takes place on no channel. */
export function meansNoChannel({ sought, name }: Lookup): boolean {
  return sought === 'Channel' && noChannelWords.test(name);
}

const noChannelWords = /^(?:none|no|nothing|nowhere|なし|無し|ナシ)$/iu;
const NO_CHANNEL: Text = {
  en: 'Leave `on` out where there is no channel, as in a step that customers do not see.',
  ja: 'お客様から見えない作業のようにチャネルがないときは、on を書かないでください。',
};

function shownHelp(name: string, is: ast.Named | undefined): Text {
  if (is?.$type === 'Data') {
    return {
      en: `If the customer receives it, write: gives ${name}`,
      ja: `お客様に渡すものであれば gives ${name} と書いてください。`,
    };
  }
  return {
    en: `Declare it as fact ${name} = "…", or use a word such as price, terms or progress.`,
    ja: `fact ${name} = "…" のように宣言するか、price・terms・progress などの語を使ってください。`,
  };
}

function stageHelp({ name, touchpoints }: ast.Stage): Text {
  const choices = oneOf(touchpoints.filter(hasName).map((touchpoint) => `${name}.${touchpoint.name}`));
  return touchpoints.length === 0
    ? { en: 'Name a touchpoint of the stage.', ja: 'ステージ内のタッチポイントを指定してください。' }
    : {
        en: `Name a touchpoint of the stage: ${choices.en}.`,
        ja: `ステージ内のタッチポイントを指定してください(${choices.ja})。`,
      };
}

/** Points at a declaration. */
export function declaredHere(node: ast.Named): RelatedPlace {
  const kind = kindText(node.$type as Nameable).one;
  const name = quoted(node.name);
  return {
    message: { en: `The ${kind.en} ${name.en} is declared here`, ja: `${kind.ja}${name.ja}の宣言` },
    place: placeOfName(node),
  };
}

/** Whether the declaration stands in a file of the author's, and not in the standard library. */
export function inOwnFile(node: ast.Named): boolean {
  return !isLibrary(uriOf(node));
}

export function replaceFix({ place }: Lookup, text: string, safe: boolean): Fix {
  const name = quoted(text);
  return {
    title: { en: `Change to ${name.en}`, ja: `${name.ja}に変更する` },
    safe,
    edits: [{ kind: 'replace', place, text }],
  };
}

/** Adds an import after those that are there, or at the very top. */
export function importFix({ document, place: { uri } }: Lookup, path: string): Fix {
  const { range, text } = importEdit(document, path);
  return {
    title: { en: `Import "${path}"`, ja: `「${path}」を読み込む` },
    safe: true,
    edits: [{ kind: 'replace', place: { uri, range }, text }],
  };
}

/** The text that imports a file, and where it goes. */
export function importEdit(
  document: LangiumDocument<ast.JourneyFile>,
  path: string,
): { readonly range: Range; readonly text: string } {
  const line = `import ${JSON.stringify(path)}`;
  const last = document.parseResult.value.imports.at(-1)?.$cstNode?.range.end;
  const at = last ?? { line: 0, character: 0 };
  return { range: { start: at, end: at }, text: last === undefined ? `${line}\n\n` : `\n${line}` };
}
