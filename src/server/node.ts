import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { libraryText } from '../language/library/library.ts';
import type { Host } from './host.ts';
import { jsonEncoder } from './json-encoder.ts';
import { translatingPositions } from './position-encoding.ts';
import { startServer } from './server.ts';

/** Serves one client over two streams, until it says `exit` or the input ends; then the process ends. */
export function serve(host: Host, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  const { writer, messageStrategy } = translatingPositions(
    new StreamMessageWriter(output, { contentTypeEncoder: jsonEncoder }),
    (uri) => {
      const read = host.files.read(uri);
      return 'text' in read ? read.text : libraryText(uri);
    },
  );
  const connection = createConnection(new StreamMessageReader(input), writer, { messageStrategy });
  let hasSaidGoodbye = false;
  connection.onShutdown(() => {
    hasSaidGoodbye = true;
  });
  input.on('end', () => process.exit(hasSaidGoodbye ? 0 : 1));
  startServer(connection, host);
}
