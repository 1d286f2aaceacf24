import { quoted } from '../../model/phrases.ts';
import type { Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { fileName, importPath } from '../imports.ts';
import { JOURNEY_EXTENSION } from '../journey-extension.ts';
import type { JourneyIndexManager } from '../workspace/index-manager.ts';
import { didYouMean } from './messages.ts';
import type { LinkProblem } from './problem.ts';
import { suggest } from './suggestions.ts';

/** An import as it is written. */
export interface Written {
  readonly path: string;
  /** Of the path with its quotes. */
  readonly range: Range;
  /** Of the whole import. */
  readonly statement: Range;
}

const relativeHelp: Text = {
  en: 'Write the path relative to this file, such as "people.journey" or "../shared/people.journey".',
  ja: 'このファイルからの相対パスで書いてください(例: "people.journey"、"../shared/people.journey")。',
};

export function noPath({ range }: Written): LinkProblem {
  return {
    code: 'missing-import',
    severity: 'error',
    message: { en: 'The import names no file.', ja: '読み込むファイルが指定されていません。' },
    help: relativeHelp,
    range,
    related: [],
    fixes: [],
  };
}

export function absolute({ path, range }: Written): LinkProblem {
  const name = quoted(path);
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(path);
  const message = isAddress
    ? {
        en: `${name.en} is an address; only files of the workspace can be imported.`,
        ja: `${name.ja}はアドレスです。読み込めるのはワークスペース内のファイルだけです。`,
      }
    : {
        en: `${name.en} is an absolute path, which is right on one machine only.`,
        ja: `${name.ja}は絶対パスです。ほかの環境では読み込めません。`,
      };
  return { code: 'absolute-import', severity: 'error', message, help: relativeHelp, range, related: [], fixes: [] };
}

export function isFolder(
  index: JourneyIndexManager,
  uri: string,
  { path, range }: Written,
  folder: string,
): LinkProblem {
  const name = quoted(path);
  const files = index.fileNames.inFolder(folder).map((file) => quoted(importPath(uri, file)));
  const [example] = files;
  return {
    code: 'import-is-directory',
    severity: 'error',
    message: {
      en: `${name.en} is a folder; only files can be imported.`,
      ja: `${name.ja}はフォルダーです。読み込めるのはファイルだけです。`,
    },
    help:
      example === undefined
        ? { en: 'Import the files in it one by one.', ja: 'フォルダー内のファイルを1つずつ読み込んでください。' }
        : {
            en: `Import the files in it one by one, such as ${example.en}.`,
            ja: `フォルダー内のファイルを1つずつ読み込んでください(例: ${example.ja})。`,
          },
    range,
    related: [],
    fixes: [],
  };
}

export function notJourney(index: JourneyIndexManager, uri: string, written: Written, target: string): LinkProblem {
  if (index.fileNames.absence(target) === 'folder' || index.fileNames.inFolder(target).length > 0) {
    return isFolder(index, uri, written, target);
  }
  const name = quoted(written.path);
  const withExtension = target + JOURNEY_EXTENSION;
  const meant = index.isLoaded(withExtension) ? importPath(uri, withExtension) : undefined;
  return {
    code: 'import-not-journey',
    severity: 'error',
    message: {
      en: `${name.en} is not a journey file: its name does not end in ${JOURNEY_EXTENSION}.`,
      ja: `${name.ja}はジャーニーファイルではありません(拡張子が ${JOURNEY_EXTENSION} ではありません)。`,
    },
    help:
      meant === undefined
        ? {
            en: `Only files whose names end in ${JOURNEY_EXTENSION} can be imported.`,
            ja: `読み込めるのは拡張子が ${JOURNEY_EXTENSION} のファイルだけです。`,
          }
        : didYouMean([meant]),
    range: written.range,
    related: [],
    fixes: meant === undefined ? [] : [replacePath(uri, written, meant, true)],
  };
}

export function outsideWorkspace({ path, range }: Written): LinkProblem {
  const name = quoted(path);
  return {
    code: 'import-outside-workspace',
    severity: 'error',
    message: {
      en: `${name.en} lies outside of the workspace folder, so it is not read.`,
      ja: `${name.ja}はワークスペースのフォルダーの外にあるため、読み込まれません。`,
    },
    help: {
      en: 'Move the file into the workspace, or open a folder that holds both files.',
      ja: 'ファイルをワークスペース内に移すか、両方のファイルを含むフォルダーを開いてください。',
    },
    range,
    related: [],
    fixes: [],
  };
}

export function unreadable({ path, range }: Written): LinkProblem {
  const name = quoted(path);
  return {
    code: 'unreadable-import',
    severity: 'error',
    message: { en: `The file ${name.en} cannot be read.`, ja: `ファイル${name.ja}を読み込めません。` },
    help: {
      en: 'It must be a text file in UTF-8 that you are allowed to read.',
      ja: 'UTF-8のテキストファイルであること、読み取り権限があることを確認してください。',
    },
    range,
    related: [],
    fixes: [],
  };
}

export function missing(index: JourneyIndexManager, uri: string, written: Written, target: string): LinkProblem {
  const name = quoted(written.path);
  const paths = nearFiles(index, uri, target).map((file) => importPath(uri, file));
  return {
    code: 'missing-import',
    severity: 'error',
    message: { en: `The file ${name.en} does not exist.`, ja: `ファイル${name.ja}が見つかりません。` },
    help: paths.length === 0 ? relativeHelp : didYouMean(paths),
    range: written.range,
    related: [],
    fixes: paths.map((path) => replacePath(uri, written, path, false)),
  };
}

/** Files of the same name elsewhere, or else of nearly the same name in the same folder. */
function nearFiles(index: JourneyIndexManager, uri: string, target: string): readonly string[] {
  const elsewhere = index.fileNames.withSameName(target).filter((file) => file !== uri);
  if (elsewhere.length > 0) return elsewhere.slice(0, 3);
  const siblings = index.fileNames.inSameFolder(target).filter((file) => file !== uri);
  const byName = new Map(siblings.map((file) => [baseName(file), file]));
  const { names } = suggest(
    baseName(target),
    [...byName.keys()].map((name) => ({ name, titles: [], spellings: [] })),
  );
  return names.flatMap((name) => byName.get(name) ?? []);
}

function baseName(uri: string): string {
  return fileName(uri).slice(0, -JOURNEY_EXTENSION.length);
}

export function importsItself(uri: string, written: Written): LinkProblem {
  return {
    code: 'import-self',
    severity: 'warning',
    message: { en: 'The file imports itself.', ja: 'ファイルが自分自身を読み込んでいます。' },
    help: {
      en: 'Remove the import: everything that a file declares can be used in it anyway.',
      ja: 'この行を削除してください。同じファイル内の宣言はそのまま使えます。',
    },
    range: written.range,
    related: [],
    fixes: [removeImport(uri, written, true)],
  };
}

export function importedTwice(uri: string, written: Written, first: Written): LinkProblem {
  const name = quoted(written.path);
  return {
    code: 'duplicate-import',
    severity: 'warning',
    message: { en: `The file ${name.en} is imported twice.`, ja: `ファイル${name.ja}が2回読み込まれています。` },
    help: { en: 'Remove one of the two imports.', ja: 'どちらかを削除してください。' },
    range: written.range,
    related: [{ message: { en: 'First imported here', ja: '最初の読み込み' }, place: { uri, range: first.range } }],
    fixes: [removeImport(uri, written, true)],
  };
}

export function unused(uri: string, written: Written): LinkProblem {
  const name = quoted(written.path);
  return {
    code: 'unused-import',
    severity: 'hint',
    message: {
      en: `Nothing that ${name.en} declares is used here.`,
      ja: `${name.ja}の宣言は、このファイルでは使われていません。`,
    },
    help: {
      en: 'Remove the import if you do not need it.',
      ja: '不要であれば、この行を削除してください。',
    },
    range: written.range,
    related: [],
    fixes: [removeImport(uri, written, true)],
    tags: ['unnecessary'],
  };
}

function replacePath(uri: string, { range }: Written, path: string, safe: boolean): LinkProblem['fixes'][number] {
  const name = quoted(path);
  return {
    title: { en: `Import ${name.en}`, ja: `${name.ja}を読み込む` },
    safe,
    edits: [{ kind: 'replace', place: { uri, range }, text: JSON.stringify(path) }],
  };
}

function removeImport(uri: string, { statement }: Written, safe: boolean): LinkProblem['fixes'][number] {
  return {
    title: { en: 'Remove the import', ja: '読み込みを削除する' },
    safe,
    edits: [{ kind: 'remove', place: { uri, range: statement } }],
  };
}
