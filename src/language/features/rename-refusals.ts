import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/library.ts';
import { kindText, type Nameable } from '../linking/kinds.ts';
import type { JourneyReference } from '../linking/reference.ts';
import { endOfWord, isIdStart } from '../parser/characters.ts';
import { placeOfName, uriOf } from '../scope/places.ts';

/** What the standard library declares is not the author's to rename. */
export function libraryRefusal(node: ast.Named): Text | undefined {
  if (!isLibrary(uriOf(node))) return undefined;
  const name = quoted(node.name);
  return {
    en: `${name.en} belongs to the standard library and cannot be renamed; declare one of your own instead.`,
    ja: `${name.ja}は標準ライブラリーの名前なので変更できません。独自の名前が必要なときは、ご自身で宣言してください。`,
  };
}

export function formRefusal(name: string): Text | undefined {
  if (isIdStart(name, 0) && endOfWord(name, 0) === name.length) return undefined;
  const shown = quoted(name);
  return {
    en: `${shown.en} cannot be an id: ids begin with a letter or "_" and go on with letters, digits and "_".`,
    ja: `${shown.ja}はIDにできません。IDは文字または「_」で始め、文字・数字・「_」だけを使ってください。`,
  };
}

/** Something else has the new name. */
export function takenRefusal(taker: ast.Named): Text {
  const name = quoted(taker.name);
  const kind = kindText(taker.$type as Nameable);
  if (isLibrary(uriOf(taker))) {
    return {
      en: `${name.en} is already the name of ${kind.any.en} in the standard library.`,
      ja: `${name.ja}はすでに標準ライブラリーの${kind.one.ja}の名前として使われています。`,
    };
  }
  const { uri, range } = placeOfName(taker);
  const at = lineText(uri, range.start.line);
  return {
    en: `${name.en} is already the name of ${kind.any.en} (${at.en}).`,
    ja: `${name.ja}はすでに${kind.one.ja}の名前として使われています(${at.ja})。`,
  };
}

/** A name somewhere would lead to something else. */
export function confusedRefusal(name: string, { container, $refNode }: JourneyReference): Text {
  const shown = quoted(name);
  const at = lineText(uriOf(container), $refNode?.range.start.line ?? 0);
  return {
    en: `With ${shown.en}, a name would lead to something else than before (${at.en}); choose another id.`,
    ja: `${shown.ja}にすると、ほかのものを指してしまう箇所があります(${at.ja})。別のIDを選んでください。`,
  };
}

function lineText(uri: string, line: number): Text {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return { en: `${file}, line ${line + 1}`, ja: `${file}の${line + 1}行目` };
}
