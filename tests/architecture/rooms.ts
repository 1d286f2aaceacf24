// Which room of src/ may import what. ARCHITECTURE.md says why; this table is what the test holds.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

interface Room {
  /** Other rooms it may import from, and what of each is open to it. A room's own files always are. */
  readonly rooms: Readonly<Record<string, Opening>>;
  /** Packages it may import. */
  readonly packages: (specifier: string) => boolean;
  /** May it import Node's own modules? Not where the code must also run in a browser. */
  readonly node: boolean;
}

interface Opening {
  /** Only these files, by their path inside the room. */
  readonly files?: RegExp;
  /** Only for its types. */
  readonly typesOnly?: true;
  /** Only by `import()` (or for its types), so that it is loaded when it is needed. */
  readonly lazyOnly?: true;
}

const all: Opening = {};
const protocol: Opening = { files: /^protocol\.ts$/ };

const langium = /^(langium|chevrotain)(\/|-|$)/;
const lsp = /^(vscode-languageserver|vscode-languageclient|vscode-jsonrpc)/;
const lspClient = /^vscode-languageclient(\/|$)/;
const vscode = /^vscode$/;

const noPackage = (): boolean => false;
/** No syntax tree, no LSP, no VS Code. */
const plainPackage = (name: string): boolean => ![langium, lsp, vscode].some((pattern) => pattern.test(name));

export const rooms: Readonly<Record<string, Room>> = {
  model: { rooms: {}, packages: noPackage, node: false },
  // The normal distribution: numbers that a library gets right and we would not. JSON with places, globs and the distance
  // of words: what the configuration is read with.
  friction: {
    rooms: { model: all },
    packages: (name) =>
      name.startsWith('@stdlib/stats-base-dists-normal-') ||
      ['fastest-levenshtein', '@humanwhocodes/momoa', 'picomatch/posix.js'].includes(name),
    node: false,
  },
  map: {
    rooms: { model: all, friction: { files: /(^|\/)(finding[^/]*|score)\.ts$/, typesOnly: true } },
    // Unicode's own algorithms for breaking lines and finding characters: tables that Node has in another version each year.
    packages: (name) => name === '@cto.af/linebreak' || name === 'unicode-segmenter/grapheme',
    node: false,
  },
  formats: {
    rooms: { model: all, friction: all, map: all, history: all, evidence: all },
    packages: plainPackage,
    node: false,
  },
  // The server asks it for evidence and also runs in a worker: no Node here either.
  evidence: { rooms: { model: all, friction: all }, packages: plainPackage, node: false },
  history: { rooms: { model: all, friction: all }, packages: plainPackage, node: false },
  language: {
    rooms: { model: all, friction: all },
    packages: (name) => !vscode.test(name) && !lspClient.test(name),
    node: false,
  },
  // What programs that read journeys ask for; the server and the command offer the same.
  tools: {
    rooms: { language: all, model: all, friction: all, map: all, formats: all, history: all },
    packages: noPackage,
    node: false,
  },
  // What other programs import, in Node and in browsers.
  library: {
    rooms: { language: all, model: all, friction: all, map: all, formats: all },
    packages: noPackage,
    node: false,
  },
  embed: { rooms: { library: all }, packages: noPackage, node: false },
  server: {
    rooms: {
      language: all,
      model: all,
      friction: all,
      map: all,
      formats: all,
      evidence: all,
      history: all,
      tools: all,
    },
    packages: (name) => name === 'langium/lsp' || ![langium, lspClient, vscode].some((pattern) => pattern.test(name)),
    node: true,
  },
  extension: {
    rooms: {
      server: protocol,
      model: { typesOnly: true },
      // Names for what has a title.
      formats: { files: /^journey-text\/ids\.ts$/ },
      // What it and the webview say to each other.
      preview: { files: /^webview\/messages\.ts$/, typesOnly: true },
    },
    packages: (name) => vscode.test(name) || lspClient.test(name) || plainPackage(name),
    node: true,
  },
  preview: {
    rooms: { map: all, model: { typesOnly: true }, server: protocol },
    packages: plainPackage,
    node: false,
  },
  cli: {
    rooms: {
      language: all,
      model: all,
      friction: all,
      map: all,
      formats: all,
      evidence: all,
      history: all,
      tools: all,
      // For `journey lsp`: the other subcommands must not wait for the server to load.
      server: { lazyOnly: true },
    },
    packages: plainPackage,
    node: true,
  },
};

/** What is wrong with the imports of one file; `path` is relative to the root, such as `src/model/journey.ts`. */
export function violations(path: string, text: string): string[] {
  const [, name = '', ...rest] = path.split('/');
  const room = Object.hasOwn(rooms, name) && rest.length > 0 ? rooms[name] : undefined;
  if (room === undefined) return [`${path}: is in no room of src/ (tests/architecture/rooms.ts lists them)`];
  return importsOf(path, text).flatMap((found) => {
    const problem = judge(path, name, room, found);
    return problem === undefined ? [] : [`${path}:${found.line}: ${problem}`];
  });
}

function judge(path: string, name: string, room: Room, found: Import): string | undefined {
  const { specifier } = found;
  if (specifier === undefined) return 'imports something computed at run time, which nothing can check';
  if (isBuiltin(specifier))
    return room.node ? undefined : `${name}/ must not import ${specifier}: it also runs without Node`;
  if (!specifier.startsWith('.')) {
    return room.packages(specifier) ? undefined : `${name}/ must not import the package ${specifier}`;
  }

  const target = posix.join(posix.dirname(path), specifier);
  const [top, other = '', ...rest] = target.split('/');
  if (top !== 'src' || rest.length === 0) return `${name}/ must not import ${target}: it is in no room of src/`;
  if (other === name) return undefined;
  const opening = Object.hasOwn(room.rooms, other) ? room.rooms[other] : undefined;
  if (opening === undefined) return `${name}/ must not import from ${other}/ (${target})`;
  if (opening.files !== undefined && !opening.files.test(rest.join('/'))) {
    return `${name}/ may import from ${other}/ only ${String(opening.files)} (not ${target})`;
  }
  if (opening.typesOnly === true && !found.typeOnly) return `${name}/ may import only types from ${other}/ (${target})`;
  if (opening.lazyOnly === true && !found.typeOnly && !found.lazy) {
    return `${name}/ may import from ${other}/ only by import() (${target})`;
  }
  return undefined;
}
