import type { LangiumDocument } from 'langium';
import { listed, quoted } from '../../model/phrases.ts';
import { SHOWN_WORDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { fileName, importPath, resolveImport } from '../imports.ts';
import { indexOf } from '../workspace/index-manager.ts';
import { saysFact, soughtBy } from './linker.ts';
import {
  declaredHere,
  importFix,
  inOwnFile,
  type Lookup,
  meansNoChannel,
  oneOf,
  replaceFix,
  soughtText,
  suggestionHelp,
  unknownHelp,
  unknownMessage,
} from './messages.ts';
import { kindText, type Nameable } from './kinds.ts';
import type { LinkProblem } from './problem.ts';
import { type Found, isJourneyReference, type JourneyReference } from './reference.ts';
import { spokenNamesOf } from './spoken-names.ts';
import { type Candidate, suggest, type Suggestions } from './suggestions.ts';
import { isPart, PART_TYPES, siteOf, wayTo } from '../scope/parts.ts';
import { uriOf } from '../scope/places.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { names, resolve, writtenName } from '../scope/resolver.ts';
import { KINDS, type Kind } from '../scope/symbols.ts';

/**
 * What is wrong with the names in a document that should lead to a declaration. As long as an import leads nowhere, a name
 * that may come from there is not reported: the import is, and everything else would only follow from it.
 */
export function nameProblems(document: LangiumDocument<ast.JourneyFile>): readonly LinkProblem[] {
  const problems: LinkProblem[] = [];
  let isBlind: boolean | undefined;
  for (const reference of document.references) {
    if (!isJourneyReference(reference)) continue;
    const { error, found } = reference;
    if (found !== undefined && found.rivals.length > 0) problems.push(ambiguity(lookup(document, reference), found));
    if (error === undefined || breaksOff(reference)) continue;
    const look = lookup(document, reference);
    isBlind ??= missesImport(document);
    const problem = notImported(look) ?? (isBlind && !standsHere(look) ? undefined : failure(look));
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

/** Of a name that breaks off, such as `Stage.`, the parser has complained. */
function breaksOff({ $refText, $refNode }: JourneyReference): boolean {
  return $refText.split('.').includes('') || $refNode?.root.fullText.charAt($refNode.end) === '.';
}

function lookup(document: LangiumDocument<ast.JourneyFile>, reference: JourneyReference): Lookup {
  const { container, $refNode, $refText } = reference;
  const start = { line: 0, character: 0 };
  const range = $refNode?.range ?? { start, end: start };
  return {
    document,
    visible: visibleDeclarations(document),
    site: container,
    sought: soughtBy(reference),
    takesWords: container.$type === 'ShownItem' && !saysFact(reference),
    name: $refText,
    place: { uri: document.uri.toString(), range },
  };
}

function missesImport(document: LangiumDocument<ast.JourneyFile>): boolean {
  const index = indexOf(document);
  const uri = document.uri.toString();
  return document.parseResult.value.imports.some(({ path }) => {
    const target = resolveImport(uri, path ?? '');
    return target === undefined || !index.isLoaded(target);
  });
}

/** Whether the name can only mean something in the same block of the file. */
function standsHere({ sought, site, name }: Lookup): boolean {
  return sought === 'Variant' || (sought === 'Touchpoint' && siteOf(site).journey !== undefined && !name.includes('.'));
}

function failure(look: Lookup): LinkProblem {
  const suggestions = meansNoChannel(look) ? { names: [], byTitle: false } : suggest(look.name, candidates(look));
  return (suggestions.byTitle ? undefined : wrongKind(look, suggestions)) ?? unknown(look, suggestions);
}

function unknown(look: Lookup, suggestions: Suggestions): LinkProblem {
  return {
    code: 'unknown-name',
    severity: 'error',
    message: unknownMessage(look),
    help: suggestionHelp(look, suggestions) ?? unknownHelp(look),
    range: look.place.range,
    related: [],
    fixes: suggestions.names.map((name) => replaceFix(look, name, suggestions.byTitle)),
  };
}

/** Everything that could be written instead, with the titles and longer names by which the author may know it. */
function* candidates(look: Lookup): Iterable<Candidate> {
  for (const { name, node } of names(look.visible, look.site, look.sought)) {
    const titles = [node.label, node.labelJa, node.labelEn].filter((title) => title !== undefined);
    const way = isPart(node) ? [...wayTo(node), node.name] : [];
    const spoken = look.sought === 'Channel' ? spokenNamesOf(name) : [];
    yield { name, titles, spellings: [...way.map((_, at) => way.slice(at).join('.')), ...spoken] };
  }
  if (look.takesWords) {
    for (const [name, { en, ja }] of Object.entries(SHOWN_WORDS)) yield { name, titles: [en, ja], spellings: [] };
  }
}

/** The name, or the outermost block that it begins with, is declared in a file that could be imported. */
function notImported(look: Lookup): LinkProblem | undefined {
  const [first = '', ...rest] = look.name.split('.');
  const kinds = rest.length > 0 ? (['Journey', 'Persona'] as const) : topLevelKinds(look);
  const own = look.place.uri;
  const found = indexOf(look.document)
    .filesDeclaring(first)
    .filter(({ uri }) => uri !== own && !look.visible.files.some(({ symbols }) => symbols.uri === uri))
    .flatMap((file) => kinds.flatMap((kind) => file.get(kind).get(first)?.[0] ?? []))
    .map((node) => ({ node, path: importPath(own, uriOf(node)) }))
    .toSorted((left, right) => left.path.length - right.path.length || (left.path < right.path ? -1 : 1));
  const [nearest] = found;
  if (nearest === undefined) return undefined;
  const kind = kindText(nearest.node.$type).one;
  const name = quoted(first);
  return {
    code: 'unknown-name',
    severity: 'error',
    message: {
      en: `The ${kind.en} ${name.en} is declared in ${nearest.path}, which is not imported.`,
      ja: `${kind.ja}${name.ja}は ${nearest.path} で宣言されていますが、読み込まれていません。`,
    },
    help: {
      en: `Add at the top of the file: import "${nearest.path}"`,
      ja: `ファイルの先頭に import "${nearest.path}" を追加してください。`,
    },
    range: look.place.range,
    related: found.map(({ node }) => declaredHere(node)),
    fixes: found.map(({ path }) => importFix(look, path)),
  };
}

function topLevelKinds({ sought }: Lookup): readonly Kind[] {
  if (sought === 'Felt') return ['Emotion', 'Persona'];
  return KINDS.filter((kind) => kind === sought);
}

/** The name stands for something, but of another kind. */
function wrongKind(look: Lookup, suggestions: Suggestions): LinkProblem | undefined {
  const node = otherwiseNamed(look);
  if (node === undefined) return undefined;
  const name = quoted(look.name);
  const is = kindText(node.$type as Nameable).any;
  const needed = soughtText(look);
  return {
    code: 'wrong-kind',
    severity: 'error',
    message: {
      en: `${name.en} is ${is.en}, but ${needed.en} is needed here.`,
      ja: `${name.ja}は${is.ja}です。ここには${needed.ja}を書きます。`,
    },
    help: (node.$type === 'Stage' ? undefined : suggestionHelp(look, suggestions)) ?? unknownHelp(look, node),
    range: look.place.range,
    related: inOwnFile(node) ? [declaredHere(node)] : [],
    fixes: suggestions.names.map((suggestion) => replaceFix(look, suggestion, false)),
  };
}

function otherwiseNamed({ visible, site, name }: Lookup): ast.Named | undefined {
  const declared = KINDS.flatMap((kind) => visible.find(kind, name) ?? []);
  // A common word of the library says less about what was meant than a name that somebody here has given.
  const [nearest] = [...declared.filter(({ origin }) => origin !== 'library'), ...declared];
  const stage = siteOf(site).journey?.stages.find((candidate) => candidate.name === name);
  const parts = PART_TYPES.flatMap((type) => resolve(visible, site, type, name)?.node ?? []);
  return [nearest?.origin === 'library' ? undefined : nearest?.node, stage, ...parts, nearest?.node].find(
    (node) => node !== undefined,
  );
}

function ambiguity(look: Lookup, { node, rivals }: Found): LinkProblem {
  const nodes = [node, ...rivals];
  const name = quoted(look.name);
  const base = {
    code: 'ambiguous-name',
    severity: 'error',
    range: look.place.range,
    related: nodes.map(declaredHere),
  } as const;
  const written = nodes.flatMap((part) => (isPart(part) ? (writtenName(look.visible, look.site, part) ?? []) : []));
  const [example] = written;
  if (example !== undefined && written.length === nodes.length) {
    const choices = oneOf(written);
    return {
      ...base,
      message: {
        en: `${name.en} can mean ${choices.en}.`,
        ja: `${name.ja}は複数あります(${choices.ja})。どれを指すか決められません。`,
      },
      help: {
        en: `Say which one is meant, for example "${example}".`,
        ja: `「${example}」のように、どれを指すかを書いてください。`,
      },
      fixes: written.map((choice) => replaceFix(look, choice, false)),
    };
  }
  const kind = kindText(node.$type as Nameable).one;
  const files = listed(nodes.map((each) => ({ en: fileNameOf(each), ja: fileNameOf(each) })));
  return {
    ...base,
    message: {
      en: `The ${kind.en} ${name.en} is declared in ${files.en}, so it is not clear which one is meant.`,
      ja: `${kind.ja}${name.ja}は ${files.ja} のそれぞれで宣言されているため、どれを指すか決められません。`,
    },
    help: {
      en: 'Rename one of them, or import only the file that is meant.',
      ja: 'どちらかのIDを変えるか、必要なファイルだけを読み込んでください。',
    },
    fixes: [],
  };
}

function fileNameOf(node: ast.Named): string {
  return fileName(uriOf(node));
}
