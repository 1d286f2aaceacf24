// A bundle of its own: the other subcommands do not wait for the protocol's library.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';

/** What is offered, and what answers. */
export interface McpTools {
  readonly version: string;
  readonly tools: readonly Tool[];
  readonly call: (name: string, input: unknown) => Promise<{ readonly content: string; readonly isError: boolean }>;
}

/** Serves one client of the Model Context Protocol over standard input and output, until the input ends. */
export async function serveMcp({ version, tools, call }: McpTools): Promise<void> {
  const server = new Server({ name: 'journey', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { content, isError } = await call(params.name, params.arguments ?? {});
    return { content: [{ type: 'text', text: content }], isError };
  });
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
