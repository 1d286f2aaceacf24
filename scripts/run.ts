// Starting other programs from the scripts: always an argument list, never a shell, so paths with spaces are safe.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root, an absolute path without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Command-line tools that npm installed, by the JavaScript file that starts them. */
const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  langium: 'node_modules/langium-cli/bin/langium.js',
  tsc: 'node_modules/typescript/bin/tsc',
};

export type Tool = keyof typeof tools;

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node script in the repository's root with the terminal attached; resolves to its exit code. */
export async function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

/** As `runNode`, for one of the installed tools. */
export async function runTool(tool: Tool, args: readonly string[]): Promise<number> {
  return runNode([tools[tool], ...args]);
}

/** Runs an installed tool with `input` on its standard input and collects what it prints. */
export async function captureTool(tool: Tool, args: readonly string[], input = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tools[tool], ...args], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** Ends the process with a message and no stack trace: for mistakes that a reader can mend. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
