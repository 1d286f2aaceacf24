import type { ContentTypeEncoder, NotificationMessage } from 'vscode-languageserver';
import { ReadyDiagnostics } from './ready-diagnostics.ts';
import { isRecord } from './records.ts';

/** Writes messages as JSON. Diagnostics of which the text is there go into their message as they are. */
export const jsonEncoder: ContentTypeEncoder = {
  name: 'application/json',
  encode: async (message) => {
    const { params, ...head } = message as NotificationMessage;
    if (!isRecord(params)) return Buffer.from(JSON.stringify(message));
    const { diagnostics, ...others } = params;
    if (!(diagnostics instanceof ReadyDiagnostics)) return Buffer.from(JSON.stringify(message));
    const before = `${open(JSON.stringify(head))}"params":${open(JSON.stringify(others))}"diagnostics":`;
    return Buffer.concat([Buffer.from(before), diagnostics.json, Buffer.from('}}')]);
  },
};

/** An object with something in it, for one more thing to be put there. */
function open(json: string): string {
  return `${json.slice(0, -1)},`;
}
